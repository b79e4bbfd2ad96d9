package page

import "golang.org/x/net/html"

func verdict(doc *html.Node, r reading, f facts) error { return nil }
