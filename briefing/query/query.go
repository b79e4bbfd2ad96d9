// Package query is the one language of search box, filter, saved view and
// command line:
//
//	actor:icc topic:sanctions source:"BBC World" speaker:putin role:speaker
//	has:quotes is:unread since:24h "exact words" word -word (a OR b)
//
// Terms side by side must all hold; OR joins alternatives and binds less
// tightly. The package parses a query, writes it back and says in English what
// it asks; the archive answers it with sets of articles.
package query

import (
	"reflect"
	"slices"
	"strings"
	"time"
)

// Query is a parsed query. The zero Query matches everything.
type Query struct{ root Expr }

// Expr is a node of a query: All, Any, Not, Word or Match.
type Expr interface {
	write(w *writer, outer int)
}

// All holds when each of its parts holds.
type All []Expr

// Any holds when one of its parts holds.
type Any []Expr

// Not holds when X does not.
type Not struct{ X Expr }

// Word asks for words in the headline or the text.
type Word struct {
	Text   string
	Exact  bool // "…": these words in this order
	Prefix bool // word*: words that begin so
}

// Match asks for a value of a field.
type Match struct {
	Field Field
	Value string
	Exact bool // the value was given in quotes: the whole name, not a part of it
}

// Root returns the query's tree, nil when it matches everything.
func (q Query) Root() Expr { return q.root }

// Empty reports whether the query matches everything.
func (q Query) Empty() bool { return q.root == nil }

// And returns a query that asks for both; what both ask for is asked once.
func (q Query) And(o Query) Query {
	switch {
	case q.root == nil:
		return o
	case o.root == nil:
		return q
	}
	return Query{flatAll(distinct([]Expr{q.root, o.root}))}
}

// distinct flattens parts to the terms that all must hold, without repeats.
func distinct(parts []Expr) []Expr {
	var out []Expr
	for _, p := range parts {
		terms, ok := p.(All)
		if !ok {
			terms = All{p}
		}
		for _, t := range terms {
			if !slices.ContainsFunc(out, func(o Expr) bool { return reflect.DeepEqual(o, t) }) {
				out = append(out, t)
			}
		}
	}
	return out
}

// Not returns the query's opposite. The opposite of "everything" is itself:
// an empty filter never hides anything.
func (q Query) Not() Query {
	if q.root == nil {
		return q
	}
	return Query{negate(q.root)}
}

// Or returns a query that asks for one of the queries; those that match everything are left out.
func Or(qs ...Query) Query {
	var parts []Expr
	for _, q := range qs {
		if q.root != nil {
			parts = append(parts, q.root)
		}
	}
	return Query{flatAny(parts)}
}

// Of returns the query that asks for one exact value of a field, as facets need it.
func Of(field, value string) (Query, error) {
	return Parse(field + ":" + quoted(value))
}

// Asks reports whether the query asks for a field of every article it matches.
func (q Query) Asks(f Field) bool {
	terms, ok := q.root.(All)
	if !ok {
		terms = All{q.root}
	}
	return slices.ContainsFunc(terms, func(e Expr) bool { m, ok := e.(Match); return ok && m.Field == f })
}

// Texts returns the words that a match is to contain, for highlighting.
func (q Query) Texts() []string {
	var out []string
	for _, w := range q.Free() {
		out = append(out, w.Text)
	}
	return out
}

// Free returns the words that are asked for of the full text. What the query
// does not want is left out.
func (q Query) Free() []Word {
	var out []Word
	wanted(q.root, func(e Expr) {
		if w, ok := e.(Word); ok {
			out = append(out, w)
		}
	})
	return out
}

// Named returns the terms that ask for a name: an actor, a topic, an outlet, a
// speaker, a signatory or a tag. What the query does not want is left out.
func (q Query) Named() []Match {
	var out []Match
	wanted(q.root, func(e Expr) {
		if m, ok := e.(Match); ok && (m.Field.named() || m.Field == Tag) {
			out = append(out, m)
		}
	})
	return out
}

// named reports whether a field is asked for a name.
func (f Field) named() bool {
	return slices.Contains([]Field{Actor, Topic, Source, Speaker, Signatory}, f)
}

// wanted visits the terms of an expression that a match may fulfil: none under a Not.
func wanted(e Expr, visit func(Expr)) {
	switch e := e.(type) {
	case All:
		for _, x := range e {
			wanted(x, visit)
		}
	case Any:
		for _, x := range e {
			wanted(x, visit)
		}
	default:
		visit(e)
	}
}

// Query returns the query that asks for this alone.
func (m Match) Query() Query { return Query{m} }

// Query returns the query that asks for this alone.
func (w Word) Query() Query { return Query{w} }

// Asked says what is asked for, as in: the word "tariff".
func (w Word) Asked() string { return strings.TrimPrefix(w.phrase(), "with ") }

// flatAll joins parts into one All without nesting; nil for none.
func flatAll(parts []Expr) Expr { return flat[All](parts) }

// flatAny joins parts into one Any without nesting; nil for none.
func flatAny(parts []Expr) Expr { return flat[Any](parts) }

// flat joins parts into one T, taking apart those that are a T already.
func flat[T interface {
	~[]Expr
	Expr
}](parts []Expr) Expr {
	var out T
	for _, p := range parts {
		if inner, ok := p.(T); ok {
			out = append(out, inner...)
		} else {
			out = append(out, p)
		}
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0]
	}
	return out
}

func negate(e Expr) Expr {
	if n, ok := e.(Not); ok {
		return n.X
	}
	return Not{e}
}

// Bound returns the instant that a since:, after:, before: or seen: term names,
// looked at from now. A term of another field has none: ok is false.
func (m Match) Bound(now time.Time) (t time.Time, ok bool) {
	switch m.Field {
	case Since, After, Before, Seen:
		t, err := instant(m.Value, now)
		return t, err == nil
	}
	return time.Time{}, false
}
