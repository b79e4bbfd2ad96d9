package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
)

// mark is one quotation mark of the text: a character, or two that stand for
// one (” and “ as two apostrophes or two backquotes).
type mark struct {
	text.Span
	shape  shape
	single bool
	opens  bool // by the characters around it: it can begin a quotation
	closes bool // by the characters around it: it can end one
}

// shape is what a mark's form says about its direction. Publishers set wrong
// ones, so the characters around a mark are heard first.
type shape uint8

const (
	straight shape = iota // " ' ''
	left                  // “ ‘ `` „ ‚ «: opens (“ and « also close, in German and Danish)
	right                 // ” ’ »: closes (» also opens, in German and Danish)
)

var shapes = map[rune]struct {
	shape  shape
	single bool
}{
	'"': {straight, false}, '“': {left, false}, '”': {right, false}, '„': {left, false}, '‟': {left, false},
	'«': {left, false}, '»': {right, false}, '″': {straight, false}, '＂': {straight, false},
	'\'': {straight, true}, '‘': {left, true}, '’': {right, true}, '‚': {left, true}, '`': {left, true},
	'‹': {left, true}, '›': {right, true}, '「': {left, false}, '」': {right, false}, '『': {left, true}, '』': {right, true},
}

// marksIn lists the quotation marks of one paragraph in order. Apostrophes
// inside words are none, and what stands in <tags> is not text.
func marksIn(s string, p text.Span) []mark {
	var out []mark
	lastTagEnd := strings.LastIndexByte(s[p.Start:p.End], '>') + p.Start
	for i := p.Start; i < p.End; {
		c := s[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' && c != '<' {
			i++
			continue
		}
		if c == '<' && i+1 < lastTagEnd && isTagStart(s[i+1]) {
			i += strings.IndexByte(s[i:], '>') + 1
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		form, ok := shapes[r]
		if !ok {
			i += n
			continue
		}
		if r == '\'' || r == '`' {
			out = apostrophes(out, s, p, i)
			i += runLength(s[i:p.End])
			continue
		}
		out = append(out, newMark(s, p, text.Span{Start: i, End: i + n}, form.shape, form.single))
		i += n
	}
	return out
}

func isTagStart(c byte) bool { return c == '/' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// runLength is the number of bytes equal to s[0] at the start of s.
func runLength(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// apostrophes appends the marks of a run of ' or ` at i: two are a double
// mark, three a double and a single one with the single one inside.
func apostrophes(out []mark, s string, p text.Span, i int) []mark {
	n := runLength(s[i:p.End])
	form := straight
	if s[i] == '`' {
		form = left
	}
	add := func(a, b int, single bool) {
		m := newMark(s, p, text.Span{Start: i, End: i + n}, form, single)
		m.Span = text.Span{Start: a, End: b}
		if !single || m.opens || m.closes {
			out = append(out, m)
		}
	}
	switch {
	case n == 1:
		add(i, i+1, true)
	case n == 3 && newMark(s, p, text.Span{Start: i, End: i + n}, form, false).closes:
		add(i, i+1, true)
		add(i+1, i+3, false)
	case n == 3:
		add(i, i+2, false)
		add(i+2, i+3, true)
	default:
		for k := 0; k+1 < n; k += 2 {
			add(i+k, i+k+2, false)
		}
	}
	return out
}

func newMark(s string, p, at text.Span, form shape, single bool) mark {
	m := mark{Span: at, shape: form, single: single}
	before, after := ' ', ' '
	if at.Start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(s[p.Start:at.Start])
	}
	if at.End < p.End {
		after, _ = utf8.DecodeRuneInString(s[at.End:p.End])
	}
	m.opens = !unicode.IsSpace(after) && !strings.ContainsRune(",.;:!?)]}", after) && (unicode.IsSpace(before) || strings.ContainsRune("([{—–-/“‘«„\"'¿¡…", before))
	m.closes = !unicode.IsSpace(before) && (unicode.IsSpace(after) || strings.ContainsRune(",.;:!?)]}—–-/”’»“\"'…", after))
	if m.opens && m.closes { // "—" on one side: the form decides
		m.opens, m.closes = form != right, form != left
	}
	if unicode.IsSpace(before) && unicode.IsSpace(after) && at.Start > p.Start && at.End < p.End {
		m.opens, m.closes = form == left, form == right // French « … »
	}
	return m
}

// mustOpen and mustClose report that a mark has only one possible direction.
func (m mark) mustOpen() bool  { return m.opens && !m.closes }
func (m mark) mustClose() bool { return m.closes && !m.opens }
