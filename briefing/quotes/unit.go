package quotes

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/names"
	"readout/briefing/text"
)

// node is one element of a unit: a token of the reporter's own words, or a
// whole quotation with its marks.
type node struct {
	text.Span
	quote int // index into the document's quotations, -1 for a token
	low   string
	class class
	kind  text.Kind
	upper bool
	verb  bool // it is the main word of a verb group
	last  byte // of a quotation's words
}

// unit is a sentence of the reporter's: its tokens outside quotations, each
// quotation being one node, however many sentences were spoken in it.
type unit struct {
	nodes     []node
	paragraph int
	lang      string
	events    []event
	firstWord int  // the first node that is a word of the reporter's; len(nodes) when none is
	wordless  bool // no node is one but adverbs
}

// longest is the number of nodes at which a unit is cut, so that cost stays
// linear in the length of any text.
const longest = 300

// builder cuts a document into units.
type builder struct {
	d     *text.Doc
	qs    []quotation
	words *text.Lexicon[class]
	lang  string
	nodes []node // of the paragraph at hand; their room is used again for the next
	us    []unit // likewise

	titled  bool // the paragraph at hand has all its long words capitalised: a headline
	shouted bool // it has nothing but capitals
}

// paragraphNodes lists the nodes of paragraph i; k is the first quotation that
// may stand in it.
func (b *builder) paragraphNodes(i, k int) ([]node, int) {
	p := b.d.Paragraphs[i]
	out := b.nodes[:0]
	b.titled = titleCase(b.d, p.Span)
	b.shouted = b.d.Str(p.Span) == strings.ToUpper(b.d.Str(p.Span))
	t := b.d.TokenAt(p.Start)
	for t < len(b.d.Tokens) && b.d.Tokens[t].Start < p.End {
		if k < len(b.qs) && b.qs[k].paragraph == i && b.d.Tokens[t].End > b.qs[k].outer.Start {
			end := b.qs[k].outer.End
			out = append(out, node{Span: b.qs[k].outer, quote: k, last: b.d.Text[b.qs[k].inner.End-1]})
			for t < len(b.d.Tokens) && b.d.Tokens[t].Start < end {
				t++
			}
			k++
			continue
		}
		out = b.tokens(out, t)
		t++
	}
	b.nodes = out
	return out, k
}

// tokens appends the nodes of token t: one, or two where a French verb has its
// pronoun behind it ("dit-il").
func (b *builder) tokens(out []node, t int) []node {
	n := b.token(t)
	if b.lang != "fr" || n.class != 0 || n.upper || !strings.Contains(n.low, "-") {
		return append(out, n)
	}
	verb, pronoun := splitEnclitic(n.low)
	if pronoun == "" || b.words.Get(verb)&(say|naming|aux|other) == 0 {
		return append(out, n)
	}
	p := n
	p.Start, p.low, p.class = n.End-len(pronoun), pronoun, pron
	n.End, n.low, n.class = n.Start+len(verb), verb, b.words.Get(verb)
	return append(out, n, p)
}

func (b *builder) token(t int) node {
	tok := b.d.Tokens[t]
	n := node{Span: tok.Span, quote: -1, low: b.d.Low(t), kind: tok.Kind, upper: tok.Upper}
	if tok.Kind == text.Word {
		n.low, n.class = b.d.Straight(t), b.words.OfStraight(b.d, t)
		if w := b.d.Tok(t); n.class&(pron|obj|rel) != 0 && len(w) > 1 && strings.ToUpper(w) == w && !b.shouted {
			n.class = 0 // US, WHO
		}
		if b.titled && n.class != 0 { // a capital says nothing there
			n.upper = false
		}
		if n.upper && n.class&(verb|aux) != 0 && b.givenName(t) {
			n.class &^= verb | aux | past | participle | base
		}
		if n.class&^sense == 0 && b.lang == "en" && !n.upper && len(n.low) > 4 && strings.HasSuffix(n.low, "ed") && !strings.HasSuffix(n.low, "eed") && !strings.Contains(n.low, "-") {
			n.class |= other | past | participle | guess // a verb that the lists do not know
		}
		if n.class == 0 && !n.upper && b.lang == "uk" && slavicPast(n.low) {
			n.class = other | past | participle
		}
	}
	return n
}

// slavicPast reports whether a Ukrainian word has the ending of a verb's past.
func slavicPast(w string) bool {
	if utf8.RuneCountInString(w) < 6 {
		return false
	}
	for _, end := range [...]string{"ав", "ив", "яв", "ала", "ила", "яла", "али", "или", "яли", "вся", "лася", "лися"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// givenName reports whether the word at token t with a capital is someone's
// first name, not the verb it looks like: "Drew Hill said", "Grant Boyd".
func (b *builder) givenName(t int) bool {
	return t+1 < len(b.d.Tokens) && b.d.Tokens[t+1].Upper && names.ClassOf(b.d.Tok(t))&names.Given != 0 && names.ClassOf(b.d.Tok(t+1))&names.Given == 0
}

// units cuts the nodes of a paragraph where a sentence of the reporter ends.
func (b *builder) units(i int, nodes []node) []unit {
	out := b.us[:0]
	first := 0
	for k := 1; k <= len(nodes); k++ {
		if k < len(nodes) && k-first < longest && !b.breaks(nodes, k) {
			continue
		}
		u := newUnit(nodes[first:k], i)
		u.lang = b.lang
		out = append(out, u)
		first = k
	}
	b.us = out
	return out
}

func newUnit(nodes []node, paragraph int) unit {
	u := unit{nodes: nodes, paragraph: paragraph, firstWord: len(nodes), wordless: true}
	for i := range nodes {
		if u.quote(i) || u.mark(i) {
			continue
		}
		u.firstWord = min(u.firstWord, i)
		u.wordless = u.wordless && u.isAdverb(i)
	}
	return u
}

// breaks reports whether a new unit begins at node k.
func (b *builder) breaks(nodes []node, k int) bool {
	prev, n := nodes[k-1], nodes[k]
	if prev.quote >= 0 {
		return b.breaksAfterQuote(nodes, k)
	}
	if prev.kind != text.Mark || strings.IndexByte(".?!…", prev.low[len(prev.low)-1]) < 0 && prev.low != "…" {
		// an abbreviation may end a sentence too
		return strings.HasSuffix(prev.low, ".") && b.startsSentence(n)
	}
	return n.quote >= 0 && prev.low != "…" && prev.low != "..." || b.startsSentence(n)
}

// startsSentence reports whether one of the document's sentences begins at n.
func (b *builder) startsSentence(n node) bool {
	i := b.d.SentenceAt(n.Start)
	return i < len(b.d.Sentences) && b.d.Sentences[i].Start >= n.Start && b.d.Sentences[i].Start < n.End
}

// breaksAfterQuote decides whether the reporter's sentence ends with the
// quotation at k-1. After a comma it never does; after a question it goes on
// when a cue follows.
func (b *builder) breaksAfterQuote(nodes []node, k int) bool {
	n := nodes[k]
	in := b.d.Str(b.qs[nodes[k-1].quote].inner)
	last := in[len(in)-1]
	if last == ',' || n.quote < 0 && !n.upper && n.kind == text.Word {
		return false
	}
	if n.quote >= 0 {
		return last == '.' || last == '?' || last == '!' || strings.HasSuffix(in, "…")
	}
	if n.kind == text.Mark {
		return (last == '.' || last == '?' || last == '!') && strings.ContainsAny(n.low[:1], "“\"[*•")
	}
	switch last {
	case '?', '!':
		return !cueFollows(nodes, k) || saysMore(nodes, k)
	case '.':
		return !cueFollows(nodes, k) || !endsSoon(nodes, k)
	}
	return !cueFollows(nodes, k) && b.startsSentence(n)
}

// cueFollows reports whether the words from k on are a subject and a verb of
// saying: "Smith said", "asked the judge".
func cueFollows(nodes []node, k int) bool {
	for i := k; i < len(nodes) && i < k+12; i++ {
		n := nodes[i]
		if n.quote >= 0 || n.class&(sub|conj) != 0 || n.kind == text.Mark && strings.ContainsAny(n.low, ":;?!") {
			return false
		}
		if n.class&(say|weak) != 0 && n.class&(past|third) != 0 {
			return true
		}
		if n.class&(aux|other) != 0 && n.class&(aux|past|third) != 0 && n.low != "has" && n.low != "had" {
			return false
		}
		if stops(nodes, i) {
			return false
		}
	}
	return false
}

// stops reports whether node i is a full stop, and none that shortens a title or
// a given name: Mr. Smith.
func stops(nodes []node, i int) bool {
	if nodes[i].low != "." || i == 0 || !nodes[i-1].upper {
		return nodes[i].low == "."
	}
	w := nodes[i-1].low
	return len(w) > 1 && names.ClassOf(strings.ToUpper(w[:1])+w[1:])&(names.Abbreviated|names.Mister|names.Mistress) == 0
}

// saysMore reports whether a cue that begins at k, with a capital, reports
// more than the quotation before it: “Why!” She replied that it was ...
func saysMore(nodes []node, k int) bool {
	for i := k + 1; i < len(nodes) && i < k+12 && !stops(nodes, i) && nodes[i].low != ","; i++ {
		if nodes[i].quote >= 0 || nodes[i].low == "that" || nodes[i].low == ":" || nodes[i].class&pron != 0 {
			return true
		}
	}
	return false
}

// endsSoon reports whether the sentence from k on is as short as a bare cue.
func endsSoon(nodes []node, k int) bool {
	for i := k; i < len(nodes) && i < k+6; i++ {
		if stops(nodes, i) {
			return true
		}
	}
	return false
}
