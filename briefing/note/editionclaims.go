package note

import (
	"fmt"
	"regexp"
	"strings"
)

// editionReader gathers what an edition says, by the citation that stands at it.
type editionReader struct {
	claims []Claim
	at     map[string]int // citation key -> claim
	broken []string
}

func (r *editionReader) source(key, id, url, sum string) {
	if r.at == nil {
		r.at = map[string]int{}
	}
	r.at[key] = len(r.claims)
	r.claims = append(r.claims, Claim{ID: id, URL: url, SHA256: sum, Quoted: -1, Signed: -1})
}

// of is the claim that a citation belongs to. What cites an article that is
// not among the sources cannot be checked, which is said.
func (r *editionReader) of(key, what string) *Claim {
	if i, ok := r.at[key]; ok {
		return &r.claims[i]
	}
	r.broken = append(r.broken, fmt.Sprintf("%s is cited as %q, which is not among the sources", what, key))
	return &Claim{}
}

// claims reads an edition as it is kept.
func (e Edition) claims() ([]Claim, []string) {
	var r editionReader
	for _, s := range e.Sources {
		r.source(s.Key, s.ID, s.URL, s.SHA256)
	}
	for _, s := range e.Stories {
		if s.BottomLine != "" {
			c := r.of(s.Key, "a story")
			c.Lines = append(c.Lines, string(s.BottomLine))
		}
	}
	for _, q := range e.Quotes {
		c := r.of(q.Key, "a quote")
		c.Quotes = append(c.Quotes, string(q.Text))
	}
	for _, l := range e.Letters {
		c := r.of(l.Key, "a letter")
		for _, p := range l.People {
			name := p.InText
			if name == "" {
				name = p.Name
			}
			c.Signers = append(c.Signers, string(name))
		}
	}
	return r.claims, r.broken
}

// sourceLine is one line of an edition's sources.
var sourceLine = regexp.MustCompile(`(?m)^- ([a-z0-9]+): .*?(?:<(https?://[^>\n]*)> )?Readout ID ([0-9a-f]+), text ([0-9a-f]{64})$`)

// citedKey is a citation at the end of a line.
var citedKey = regexp.MustCompile(`\[@([a-z0-9]+)(?:, para\. [0-9]+)?\]$`)

// storyHead is the heading of a story. Of a title that begins like it the
// point is escaped.
var storyHead = regexp.MustCompile(`^### [0-9]+\. `)

// editionClaims reads an edition as Markdown.
func editionClaims(s string) ([]Claim, []string) {
	var r editionReader
	body, sources, _ := strings.Cut(s, "\n## Sources\n")
	for _, m := range sourceLine.FindAllStringSubmatch(sources, -1) {
		r.source(m[1], m[3], m[2], m[4])
	}
	letter := &Claim{} // that a table of signatories belongs to
	story := false     // the paragraph is the first of a story
	uncited := 0       // quotes
	for _, p := range strings.Split(strings.TrimRight(body, "\n"), "\n\n") {
		where := citedKey.FindStringSubmatchIndex(p)
		if where != nil {
			letter = r.of(p[where[2]:where[3]], "a paragraph")
			letter.Quotes = append(letter.Quotes, quotesIn(p)...)
		} else {
			uncited += len(quotesIn(p))
		}
		if story && where != nil && strings.Contains(p[where[0]:], ", para. ") {
			letter.Lines = append(letter.Lines, unescape(strings.TrimSuffix(p[:where[0]], " ")))
		}
		letter.Signers = append(letter.Signers, signersIn(p)...)
		story = storyHead.MatchString(p)
	}
	if uncited > 0 {
		r.broken = append(r.broken, fmt.Sprintf("quotes without a citation, which cannot be checked: %d", uncited))
	}
	return r.claims, r.broken
}
