package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a query: far above what a person types, low enough that no saved
// view or pasted text can exhaust the stack or the database.
const (
	maxBytes = 4096
	maxDepth = 50
	maxTerms = 200
)

// Error says which word of a query is wrong and what may have been meant.
type Error struct {
	Word    string // as typed
	Pos     int    // its byte offset in the query
	Problem string // "is no field"
	Nearest string // what may have been meant; ""
}

// Error returns one sentence with a remedy.
func (e *Error) Error() string {
	s := fmt.Sprintf("%q at position %d of the query %s", e.Word, e.Pos+1, e.Problem)
	if e.Nearest != "" {
		s += fmt.Sprintf("; did you mean %s?", e.Nearest)
	}
	return s
}

// Parse reads a query. An error is an *Error that names the word, its position
// and the nearest known field. What is merely unfinished (an open quotation
// mark or parenthesis, a last OR) is read as if it were closed, so that a
// search box can search while one types.
func Parse(s string) (Query, error) {
	p := &parser{s: s}
	if len(s) > maxBytes {
		return Query{}, &Error{Word: "…", Pos: maxBytes, Problem: fmt.Sprintf("is beyond the %d bytes that a query may have", maxBytes)}
	}
	e, err := p.any(0)
	if err != nil {
		return Query{}, err
	}
	if p.pos < len(p.s) { // any stops early only at a closing parenthesis
		return Query{}, &Error{Word: ")", Pos: p.pos, Problem: "closes nothing"}
	}
	return Query{e}, nil
}

type parser struct {
	s     string
	pos   int
	terms int
}

// any reads alternatives joined by OR.
func (p *parser) any(depth int) (Expr, error) {
	var parts []Expr
	for {
		e, err := p.all(depth)
		if err != nil {
			return nil, err
		}
		if e != nil {
			parts = append(parts, e)
		}
		if !p.operator("OR") {
			return flatAny(parts), nil
		}
	}
}

// all reads terms side by side, up to OR, a closing parenthesis or the end.
func (p *parser) all(depth int) (Expr, error) {
	var parts []Expr
	for {
		p.space()
		if p.pos == len(p.s) || p.s[p.pos] == ')' || p.atOperator("OR") {
			return flatAll(parts), nil
		}
		if p.operator("AND") {
			continue
		}
		e, err := p.term(depth)
		if err != nil {
			return nil, err
		}
		if e != nil {
			parts = append(parts, e)
		}
	}
}

// term reads one term, with its minus sign if it has one; nil for a word
// without a letter or digit, which cannot be searched for.
func (p *parser) term(depth int) (Expr, error) {
	start := p.pos
	if p.terms++; p.terms > maxTerms || depth > maxDepth {
		return nil, &Error{Word: firstWord(p.s[start:]), Pos: start, Problem: "is one term too many"}
	}
	switch r, size := utf8.DecodeRuneInString(p.s[p.pos:]); {
	case r == '-' || p.atOperator("NOT"):
		if r == '-' {
			p.pos += size
		} else {
			p.pos += len("NOT")
			p.space()
		}
		if p.pos == len(p.s) || strings.IndexByte(" \t\n)", p.s[p.pos]) >= 0 {
			return nil, nil // a dash between words
		}
		e, err := p.term(depth + 1)
		if e == nil || err != nil {
			return nil, err
		}
		return negate(e), nil
	case r == '(':
		p.pos += size
		e, err := p.any(depth + 1)
		if err == nil && p.pos < len(p.s) {
			p.pos++ // the closing parenthesis
		}
		return e, err
	case isQuote(r):
		return word(p.quoted(), true), nil
	}
	raw := p.bare()
	if name, _, ok := strings.Cut(raw, ":"); ok && isName(name) {
		return p.match(start, name)
	}
	return word(raw, false), nil
}

// match reads field:value, whose field name begins at start.
func (p *parser) match(start int, name string) (Expr, error) {
	f, ok := lookup(strings.ToLower(name))
	if !ok {
		return nil, &Error{Word: name + ":", Pos: start, Problem: "is no field (put it in quotation marks to search for it)",
			Nearest: Nearest(name, fieldNames()) + ":"}
	}
	p.pos = start + len(name) + 1
	m := Match{Field: f.Field}
	at := p.pos
	if r, _ := utf8.DecodeRuneInString(p.s[p.pos:]); p.pos < len(p.s) && isQuote(r) {
		m.Value, m.Exact = p.quoted(), true
	} else {
		m.Value = p.bare()
	}
	if strings.TrimSpace(m.Value) == "" {
		return nil, &Error{Word: name + ":", Pos: start, Problem: "needs a value", Nearest: example(f)}
	}
	if f.Values != nil {
		m.Value = strings.ToLower(m.Value)
		m.Exact = false
	}
	return m, m.check(f, at)
}

// check refuses values that a field does not know.
func (m *Match) check(f FieldInfo, at int) error {
	if f.Values != nil {
		for _, v := range f.Values {
			if v == m.Value {
				return nil
			}
		}
		return &Error{Word: m.Value, Pos: at, Problem: fmt.Sprintf("is nothing that %s: knows", f.Field), Nearest: Nearest(m.Value, f.Values)}
	}
	switch f.Field {
	case Since, After, Before, Seen:
		m.Exact = false
		v, err := canonicalTime(m.Value)
		if err != nil {
			return &Error{Word: m.Value, Pos: at, Problem: "is no time", Nearest: example(f)}
		}
		m.Value = v
	}
	return nil
}

func example(f FieldInfo) string {
	switch {
	case f.Field == Since:
		return "since:24h or since:7d"
	case f.Field == Seen:
		return "seen:24h or seen:yesterday"
	case f.Field == After || f.Field == Before:
		return string(f.Field) + ":2026-03-01"
	case len(f.Values) > 0:
		return string(f.Field) + ":" + f.Values[0]
	}
	return ""
}

// bare reads up to white space, a parenthesis or a quotation mark.
func (p *parser) bare() string {
	start := p.pos
	for p.pos < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[p.pos:])
		if unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) {
			break
		}
		p.pos += size
	}
	return p.s[start:p.pos]
}

// quoted reads a string in straight or curly quotation marks; a backslash
// keeps the next character from ending it.
func (p *parser) quoted() string {
	_, size := utf8.DecodeRuneInString(p.s[p.pos:])
	p.pos += size
	var b strings.Builder
	for p.pos < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[p.pos:])
		p.pos += size
		if isQuote(r) {
			break
		}
		if r == '\\' && p.pos < len(p.s) {
			r, size = utf8.DecodeRuneInString(p.s[p.pos:])
			p.pos += size
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (p *parser) space() {
	rest := strings.TrimLeftFunc(p.s[p.pos:], unicode.IsSpace)
	p.pos = len(p.s) - len(rest)
}

// atOperator reports whether an operator stands here as a word of its own.
func (p *parser) atOperator(op string) bool {
	rest, ok := strings.CutPrefix(p.s[p.pos:], op)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r)
}

func (p *parser) operator(op string) bool {
	if !p.atOperator(op) {
		return false
	}
	p.pos += len(op)
	return true
}

// word makes a Word of text; nil when it holds no letter or digit, since a
// full-text index holds nothing else.
func word(s string, exact bool) Expr {
	w := Word{Text: strings.ToValidUTF8(s, "\uFFFD"), Exact: exact}
	if !exact && len(s) > 1 && strings.HasSuffix(s, "*") {
		w.Text, w.Prefix = strings.TrimRight(w.Text, "*"), true
	}
	if !strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return nil
	}
	return w
}

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }

// isName reports whether the part before a colon is meant as a field: letters
// only, so that 10:30 and S:2345 numbers stay words.
func isName(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

func firstWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[0]
	}
	return s
}
