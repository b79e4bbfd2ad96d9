// Package page reads web pages: the article on a page, and the feeds that a
// page offers.
package page

import "readout/feeds"

// Article extracts the main text of an HTML page. base is the page's URL, ""
// when unknown. It returns an error wrapping feeds.ErrNoArticle when the page
// holds none; the Article then still has the title and whatever text there was.
func Article(html []byte, base, contentType string) (feeds.Article, error) {
	return feeds.Article{}, feeds.ErrNoArticle
}

// Link is a feed that a page offers.
type Link struct{ URL, Title, Type string }

// Feeds lists the feeds that a page offers, in document order.
func Feeds(html []byte, base string) []Link { return nil }
