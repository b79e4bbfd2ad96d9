package page

import (
	"encoding/json"
	"regexp"
	"strings"
)

// ldArticle is an article as schema.org's JSON-LD states it.
type ldArticle struct {
	kind, headline, published, modified, lang, publisher, body string
	authors                                                    []string
	paid                                                       bool
	weak                                                       bool // of the page, not of an article
}

// maxLD bounds the objects that are looked at in one script.
const maxLD = 2000

// wrapper is what publishers set around a script's data for readers of XML.
var wrapper = regexp.MustCompile(`^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*$`)

// readLD reads the articles of one ld+json script. Line breaks inside strings,
// which JSON forbids and publishers write, are mended.
func readLD(source string) []ldArticle {
	source = wrapper.ReplaceAllString(source, "")
	var v any
	if json.Unmarshal([]byte(source), &v) != nil && json.Unmarshal([]byte(mend(source)), &v) != nil {
		return nil
	}
	var out []ldArticle
	left := maxLD
	findArticles(v, &out, &left)
	return out
}

// mend turns raw control characters into spaces and drops a closing semicolon.
func mend(source string) string {
	s := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, source)
	return strings.TrimRight(s, "; ")
}

// findArticles looks for articles in lists, graphs and under mainEntity. The
// JSON decoder itself bounds the nesting.
func findArticles(v any, out *[]ldArticle, left *int) {
	if *left--; *left < 0 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			findArticles(e, out, left)
		}
	case map[string]any:
		if kind := articleKind(v["@type"]); kind != "" {
			*out = append(*out, article(kind, v))
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			if inner, ok := v[key]; ok {
				findArticles(inner, out, left)
			}
		}
	}
}

// articleKind is the type of an object when it is an Article or a kind of one
// (schema.org), else "".
func articleKind(v any) string {
	for _, s := range texts(v) {
		s = s[strings.LastIndex(s, "/")+1:]
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "BlogPosting") || s == "SocialMediaPosting" || s == "Report" || weakKind(s) {
			return s
		}
	}
	return ""
}

// weakKind reports whether a type is one that only frames an article.
func weakKind(s string) bool { return s == "WebPage" || s == "ItemPage" || s == "ClaimReview" }

func article(kind string, m map[string]any) ldArticle {
	a := ldArticle{
		kind:      kind,
		headline:  first(append(texts(m["headline"]), texts(m["name"])...)...),
		published: first(texts(m["datePublished"])...),
		modified:  first(texts(m["dateModified"])...),
		lang:      first(names(m["inLanguage"])...),
		publisher: first(names(m["publisher"])...),
		body:      first(texts(m["articleBody"])...),
		authors:   names(m["author"]),
		weak:      weakKind(kind),
	}
	if item, ok := m["itemReviewed"].(map[string]any); ok && a.published == "" {
		a.published = first(texts(item["datePublished"])...)
	}
	switch free := m["isAccessibleForFree"].(type) {
	case bool:
		a.paid = !free
	case string:
		a.paid = strings.EqualFold(free, "false")
	}
	return a
}

// texts are the strings of a value that may be one or a list.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// names are the names of a value: strings or objects with a name, one or many.
func names(v any) []string {
	switch v := v.(type) {
	case map[string]any:
		return texts(v["name"])
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, names(e)...)
		}
		return out
	}
	return texts(v)
}

// bestArticle is the first article with a date, else the first; what is said
// of the page alone comes last.
func bestArticle(list []ldArticle) ldArticle {
	best, rank := ldArticle{}, 0
	for _, a := range list {
		r := 1
		if a.published != "" {
			r++
		}
		if !a.weak {
			r += 2
		}
		if r > rank {
			best, rank = a, r
		}
	}
	return best
}
