package dates

import (
	"strconv"
	"strings"
	"time"

	"readout/briefing/text"
)

// finder reads one document, sentence by sentence. Token arguments are indices
// into Doc.Tokens.
type finder struct {
	d       *text.Doc
	t       *tables
	lang    *language
	english bool
	ladyMay bool // a person called May is in the text

	pub   time.Time // day of publication; zero when unknown
	known bool      // whether it is known

	lex         []lexeme  // of every token
	room        *[]lexeme // of lex; given back when the document is read
	first, last int       // tokens of the sentence that is being read
	index       int       // its number
	anchor      anchor
	out         []Date
}

// anchor is the date that "the following year" counts from.
type anchor struct {
	Date
	sentence int
	explicit bool // it was written with its year
	since    bool // it is that since which something has not been: "the most since June 2008"
}

// found is a parsed expression: tokens [from, to) and what they stand for.
// The zero found is none.
type found struct {
	from, to  int
	date      time.Time
	precision Precision
	explicit  bool
	also      []found // further dates in the same expression ("June 3-5")
}

func (e found) ok() bool { return e.precision != "" }

var rooms text.Scratch[lexeme]

func newFinder(d *text.Doc) *finder {
	f := &finder{d: d, t: data()}
	f.lang, f.english = f.t.languages[d.Language], d.Language == "en"
	if !d.Published.IsZero() {
		y, m, dd := d.Published.Date()
		f.pub, f.known = day(y, m, dd), true
	}
	f.classify()
	return f
}

// classify looks every token up once.
func (f *finder) classify() {
	f.room = rooms.Take(len(f.d.Tokens))
	f.lex = *f.room
	if f.lang == nil {
		return
	}
	for i, t := range f.d.Tokens {
		if t.Kind != text.Word {
			continue
		}
		l := f.lang.words.OfStraight(f.d, i)
		if f.english && (l.class == month || l.class == dayOfWeek) && !t.Upper {
			l = lexeme{}
		}
		f.lex[i] = l
		if f.english && l.class == month && l.value == 5 && i > 0 && f.t.lists[f.d.Straight(i-1)]&lady != 0 {
			f.ladyMay = true
		}
	}
}

// sentence reads sentence i.
func (f *finder) sentence(i int) {
	s := f.d.Sentences[i]
	f.first, f.last, f.index = s.First, s.Last, i
	for k := f.first; k < f.last; {
		if !f.mayBegin(k) {
			k++
			continue
		}
		e := f.read(k)
		if !e.ok() {
			k++
			continue
		}
		f.emit(e)
		k = e.to
		for _, x := range e.also {
			k = max(k, x.to)
		}
	}
}

// mayBegin reports whether an expression may begin at token k: a word that has a
// class or joins two, a number, or an apostrophe, as read asks for. Nearly all
// tokens are none of these.
func (f *finder) mayBegin(k int) bool {
	t := &f.d.Tokens[k]
	return f.lex[k].class != none || t.Kind == text.Number || t.Joined && (t.Kind == text.Word || t.Len() == 1 || t.Len() == len("’")) || f.lang != nil && len(f.lang.phrases) > 0
}

// read parses the expression that begins at token k.
func (f *finder) read(k int) found {
	if e := f.setPhrase(k); e.ok() {
		return e
	}
	switch f.lex[k].class {
	case month:
		return f.monthFirst(k)
	case dayOfWeek:
		return f.weekdayFirst(k)
	case relDay:
		return f.relativeDay(k)
	case which:
		return f.whichFirst(k)
	case number:
		return f.counted(k, int(f.lex[k].value))
	case ordinal:
		return f.ordinalFirst(k)
	case agoBefore:
		return f.countedAfter(k)
	case starter:
		return f.wordFirst(k)
	}
	switch t := f.d.Tokens[k]; {
	case t.Kind == text.Number:
		return f.numberFirst(k)
	case t.Kind == text.Word && f.english && t.Joined && t.Len() > 5:
		if before, after, ok := strings.Cut(f.d.Tok(k), "-"); ok {
			return f.hyphenated(k, strings.ToLower(before), strings.ToLower(after))
		}
	case t.Kind == text.Mark && (f.d.Tok(k) == "'" || f.d.Tok(k) == "’" || f.d.Tok(k) == "‘"):
		return f.shortYear(k)
	}
	return found{}
}

// emit keeps what was parsed, joined with "early", "fiscal" and such before it.
func (f *finder) emit(e found) {
	for e.from > f.first {
		w := f.word(e.from - 1)
		if !(f.class(e.from-1) == edge && e.precision != Quarter || e.precision == Year && e.explicit && (w == "fiscal" || w == "year" && f.word(e.from-2) == "fiscal")) {
			break
		}
		e.from--
	}
	dt := Date{text.Span{Start: f.d.Tokens[e.from].Start, End: f.d.Tokens[e.to-1].End}, e.date, e.precision}
	if n := len(f.out); n > 0 && f.out[n-1].End > dt.Start {
		dt.Start = f.d.Tokens[e.from+1].Start
		if f.out[n-1].End > dt.Start {
			return
		}
	}
	f.out = append(f.out, dt)
	f.anchor = anchor{dt, f.index, e.explicit, f.word(e.from-1) == "since"}
	for _, x := range e.also {
		f.emit(x)
	}
}

// class is the class of token i of the sentence, none beyond its ends.
func (f *finder) class(i int) class {
	if i < f.first || i >= f.last {
		return none
	}
	return f.lex[i].class
}

func (f *finder) value(i int) int { return int(f.lex[i].value) }

// tok is the text of token i of the sentence, "" beyond its ends.
func (f *finder) tok(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.d.Tok(i)
}

// word is the folded text of token i, "" beyond the sentence.
func (f *finder) word(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.d.Straight(i)
}

// adjoins reports whether nothing stands between token i and the one before it.
func (f *finder) adjoins(i int) bool {
	return i > f.first && i < f.last && f.d.Tokens[i-1].End == f.d.Tokens[i].Start
}

// skip returns i+1 when token i is one of the marks, else i.
func (f *finder) skip(i int, marks ...string) int {
	for _, m := range marks {
		if f.tok(i) == m {
			return i + 1
		}
	}
	return i
}

// integer is the value of a plain number token of at most n digits, -1 when it is none.
func (f *finder) integer(i, n int) int {
	if i < f.first || i >= f.last || f.d.Tokens[i].Kind != text.Number {
		return -1
	}
	s := f.d.Tok(i)
	v, err := strconv.Atoi(s)
	if err != nil || len(s) > n {
		return -1
	}
	return v
}

// dayNumber is the value of "24", "24th" or "1er" at token i, 0 when it is none.
func (f *finder) dayNumber(i int) int {
	if i < f.first || i >= f.last || f.d.Tokens[i].Kind != text.Number {
		return 0
	}
	s := strings.TrimRight(strings.ToLower(f.d.Tok(i)), "abcdefghijklmnopqrstuvwxyzº")
	v, err := strconv.Atoi(s)
	if err != nil || len(s) > 2 || v > 31 {
		return 0
	}
	switch f.d.Tok(i)[len(s):] {
	case "", "st", "nd", "rd", "th", "er", "º", "ST", "ND", "RD", "TH":
		return v
	}
	return 0
}

// year is the value of a four-digit year at token i, 0 when it is none.
func (f *finder) year(i int) int {
	if y := f.integer(i, 4); y >= 1000 && y <= 2199 && len(f.d.Tok(i)) == 4 {
		return y
	}
	return 0
}
