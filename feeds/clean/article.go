package clean

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	neturl "net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/feeds"
)

// Article makes an Article of a feed entry. seen becomes FirstSeen. The longer
// of content and summary becomes its text; where both are empty the headline
// does, where there is no headline the beginning of the text becomes it.
func Article(f feeds.Feed, e feeds.Entry, seen time.Time) feeds.Article {
	a := feeds.Article{
		Feed:      f.URL,
		Source:    Clip(Line(f.Title), MaxName),
		URL:       articleURL(e, f),
		Title:     Clip(Line(e.Title), MaxTitle),
		Byline:    Byline(e.Author),
		Published: e.Published,
		Updated:   e.Updated,
		Day:       e.Day,
		Offset:    e.Offset,
		FirstSeen: seen,
		DateText:  Clip(Line(e.DateText), MaxName),
		From:      feeds.FromFeed,
	}
	body, cut := entryBody(e)
	a.Text, a.Blocks = layout(body)
	a.Links = links(body, cmp.Or(a.URL, f.URL), a.URL)
	if a.Title == "" {
		a.Title = titleFrom(body, e, a.URL)
	}
	cut = cut || len(e.Content.Text) >= MaxBody || len(e.Summary.Text) >= MaxBody // what is beyond is lost
	a.Teaser = cut || utf8.RuneCountInString(a.Text) < teaser
	if a.Text == "" || letters(a.Text) == letters(a.Title) {
		a.Text = a.Title
		a.Blocks = []feeds.Block{{Kind: feeds.Paragraph, End: len(a.Text)}}
	}
	a.Lang = chooseLang(cmp.Or(e.Lang, f.Lang), a.Title+"\n"+a.Text)
	for _, c := range e.Categories {
		if c = Clip(Inline(c), MaxName); c != "" && len(a.Categories) < 100 {
			a.Categories = append(a.Categories, c)
		}
	}
	a.ID = ID(f.URL, cmp.Or(e.Key, e.ID), a.URL, a.Title+"\n"+a.Text)
	return a
}

// teaser is how many characters a text has at least that is taken for the whole article.
const teaser = 600

// letters is what two forms of one headline share.
func letters(s string) string {
	if len(s) > 2*MaxTitle {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// ID is the identity of an article: 32 hex digits made of the feed's guid
// within its feed; without one of the canonical URL, without that of the content.
func ID(feed, guid, url, content string) string {
	var key string
	switch {
	case guid != "":
		key = "guid\x00" + feed + "\x00" + guid
	case url != "":
		key = "url\x00" + Key(url)
	default:
		key = "text\x00" + feed + "\x00" + content
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

func articleURL(e feeds.Entry, f feeds.Feed) string {
	for _, link := range []string{e.Original, e.Link} {
		if u := URL(link, f.URL); u != "" {
			return u
		}
	}
	return ""
}

// entryBody chooses the longer real text of an entry and tells whether the
// feed cut it short.
func entryBody(e feeds.Entry) ([]piece, bool) {
	content, cutContent := bodyPieces(e.Content)
	summary, cutSummary := bodyPieces(e.Summary)
	// A summary made of the same text by a program has lost its paragraphs.
	if 5*size(content) >= 4*size(summary) {
		return content, cutContent
	}
	return summary, cutSummary
}

func bodyPieces(b feeds.Body) ([]piece, bool) {
	var ps []piece
	if b.HTML {
		ps = read(b.Text)
	} else {
		ps = pieces(Plain(b.Text))
	}
	before := size(ps)
	ps = strip(ps)
	more := before > size(ps) && readsOn(b.Text)
	if n := len(ps) - 1; n >= 0 {
		text, cut := cutTruncation(ps[n].text)
		more = more || cut
		if ps[n].text = text; text == "" {
			ps = ps[:n]
		}
	}
	return ps, more
}

// readsOn reports whether a body's end asks to read on elsewhere.
func readsOn(s string) bool {
	tail := strings.ToLower(s[max(0, len(s)-2*maxBoilerplate):])
	return strings.Contains(tail, "…") || strings.Contains(tail, "[...]") || strings.Contains(tail, "hellip") ||
		strings.Contains(tail, "read more") || strings.Contains(tail, "continue reading") || strings.Contains(tail, "#8230")
}

func size(ps []piece) int {
	n := 0
	for _, p := range ps {
		n += len(p.text)
	}
	return n
}

// titleFrom finds a headline for an entry that has none: the first words of its
// text, else its address, else its id.
func titleFrom(body []piece, e feeds.Entry, url string) string {
	if len(body) > 0 {
		return firstWords(body[0].text, 100)
	}
	for _, s := range []string{slug(url), slug(e.ID), url, Line(e.ID)} {
		if s != "" {
			return Clip(s, MaxTitle)
		}
	}
	return "(no title)"
}

// slug reads the words of an address: the longest part of its path that has
// three words or more, "" if there is none.
func slug(address string) string {
	u, err := neturl.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	best := ""
	for part := range strings.SplitSeq(u.Path, "/") {
		part = strings.TrimSuffix(strings.TrimSuffix(part, ".html"), ".htm")
		words := strings.FieldsFunc(part, func(r rune) bool { return r == '-' || r == '_' || r == '+' || r == ' ' })
		if line := Line(strings.Join(words, " ")); len(words) >= 3 && len(line) > len(best) {
			best = line
		}
	}
	return best
}

// firstWords cuts a line after the word that fits into n runes.
func firstWords(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	for i := n; i > n/2; i-- {
		if rs[i] == ' ' {
			return strings.TrimRight(string(rs[:i]), " ,;:–-") + "…"
		}
	}
	return string(rs[:n-1]) + "…"
}

// Byline cleans an author line: "By JANE DOE and John Roe" -> "JANE DOE and
// John Roe"; addresses and what is no name go. "" if nothing is left.
func Byline(s string) string {
	s = Inline(s)
	for _, by := range []string{"By: ", "By ", "BY ", "by ", "Par ", "par ", "Von ", "von ", "Por ", "por ", "Text: ", "Author: ", "Автор: "} {
		if rest, ok := strings.CutPrefix(s, by); ok && startsName(rest) && (by[0] < 'a' || by == "by ") {
			s = rest
			break
		}
	}
	s = strings.Trim(s, " ,;|/-–—")
	s = strings.ReplaceAll(strings.ReplaceAll(s, ",", ", "), "  ", " ")
	if strings.Contains(s, "@") && !strings.Contains(s, " ") {
		return "" // an address is no name
	}
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return Clip(s, MaxName)
}

// startsName reports whether s begins as a name does.
func startsName(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r)
	}
	return false
}
