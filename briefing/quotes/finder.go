package quotes

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/actors"
	"readout/briefing/names"
	"readout/briefing/text"
)

// finder holds what is known of one document while its quotes are attributed.
type finder struct {
	d    *text.Doc
	lang string
	cast []actors.Actor
	qs   []quotation
	said []attribution // one a quotation

	people   []names.Name
	subjects []subject
	refs     []reference
	kin      []text.Span // nouns like wife behind whose they are
	starts   []int       // the byte where each unit begins
}

// attribution is who spoke a quotation and by which word that is known.
type attribution struct {
	speaker text.Span // empty when unknown
	cue     text.Span
	strong  bool // by a report of speech, not merely by the subject of its clause
	oblique bool // the mention follows "according to": in a case of its own where a language has cases
	beside  bool // the report stands right beside the quotation
	label   bool // the mention is all that stands before the colon
}

// attribute finds the speaker of each quotation.
func (f *finder) attribute() {
	f.said = make([]attribution, len(f.qs))
	f.subjects = make([]subject, 0, len(f.d.Sentences))
	b := builder{d: f.d, qs: f.qs, words: lexicons()[f.lang], lang: f.lang, nodes: make([]node, 0, longestParagraph(f.d)+1)}
	c := carrier{f: f}
	for i, k := 0, 0; i < len(f.d.Paragraphs); i++ {
		var nodes []node
		nodes, k = b.paragraphNodes(i, k)
		c.paragraph(b.units(i, nodes))
	}
}

// longestParagraph is the number of tokens of the longest paragraph.
func longestParagraph(d *text.Doc) int {
	n := 0
	for _, p := range d.Paragraphs {
		if p.First < p.Last {
			n = max(n, d.Sentences[p.Last-1].Last-d.Sentences[p.First].First)
		}
	}
	return n
}

// quotes makes the result. Words of fewer than four that nobody is known to
// have spoken are scare quotes, titles or nicknames and left out.
func (f *finder) quotes() []Quote {
	out := make([]Quote, 0, len(f.qs))
	who := newResolver(f)
	who.gather(f)
	for k, q := range f.qs {
		a := f.said[k]
		r := Quote{Span: q.inner, Paragraph: q.paragraph + 1, Kind: f.kind(q)}
		if a.speaker.Empty() && r.Kind == Fragment || f.isTitle(k) {
			continue
		}
		if !a.cue.Empty() {
			r.Cue, r.CueSpan = strings.ToLower(f.d.Str(a.cue)), a.cue
		}
		if !a.speaker.Empty() && !a.speaker.Overlaps(q.inner) {
			r.Speaker = &Speaker{Span: a.speaker}
			r.Speaker.Name, r.Speaker.Actor, r.Speaker.Role = who.resolve(a.speaker, a.oblique && (f.lang == "ru" || f.lang == "uk"))
			if a.label && !who.labels(a.speaker) || !who.speaks(*r.Speaker, !a.cue.Empty() || a.label) {
				r.Speaker = nil
			}
		}
		if r.Speaker == nil && r.Kind == Fragment {
			continue
		}
		out = append(out, r)
	}
	return out
}

// speaks reports whether the subject of a clause may have spoken the words
// quoted in it. In one without a report of speech it must have a name and be no
// place, or its noun be one that speaks: "Talks went from “cordial” to worse"
// quotes nobody that it names.
func (r *resolver) speaks(s Speaker, reported bool) bool {
	if w := r.d.Str(s.Span); w == "that" || w == "which" {
		return false
	}
	if reported {
		return true
	}
	if s.Name != "" {
		a := r.actorAt(s.Span, s.Span)
		return a == nil || a.Kind != actors.Place
	}
	noun := strings.TrimSuffix(strings.ToLower(r.d.Tok(r.d.TokenAt(s.End-1))), "s")
	return writings[noun] || bodies[noun] || names.Trade(noun)
}

// writings and bodies are nouns for texts and bodies that are quoted as speakers are.
var writings = map[string]bool{"letter": true, "message": true, "statement": true, "report": true, "memo": true, "ruling": true, "email": true, "note": true, "petition": true, "ad": true, "advert": true, "editorial": true, "article": true,
	"video": true, "lawsuit": true, "complaint": true, "filing": true, "order": true, "indictment": true, "affidavit": true, "leaflet": true, "resolution": true}
var bodies = map[string]bool{"campaign": true, "agency": true, "office": true, "ministry": true, "department": true, "embassy": true, "company": true, "committee": true, "commission": true, "court": true, "union": true, "government": true, "police": true}

// kind tells statements from fragments by their number of words.
func (f *finder) kind(q quotation) Kind {
	n := 0
	for t := f.d.TokenAt(q.inner.Start); t < len(f.d.Tokens) && f.d.Tokens[t].Start < q.inner.End; t++ {
		tok := f.d.Tokens[t]
		if tok.Kind != text.Mark && f.d.Text[tok.Start] != '\'' && !strings.HasPrefix(f.d.Str(tok.Span), "’") {
			if n += wordsIn(f.d.Str(tok.Span)); n >= 4 {
				return Full
			}
		}
	}
	return Fragment
}

// wordsIn is the number of words in a token: one, but in scripts that set no
// spaces, where two characters make about a word.
func wordsIn(tok string) int {
	if tok[0] < 0xE3 || tok[0] > 0xE9 { // the first bytes of kana and Han
		return 1
	}
	return max(1, utf8.RuneCountInString(tok)/2)
}
