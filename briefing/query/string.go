package query

import "strings"

// String returns the query in its own language; Parse reads it back.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	var w writer
	q.root.write(&w, looseOr)
	return w.String()
}

// How tightly the place of an expression binds: what is looser than its place
// goes into parentheses.
const (
	looseOr = iota
	implicitAnd
	single
)

type writer struct{ strings.Builder }

// group writes parts with a separator, in parentheses where the place binds
// more tightly than the parts are joined.
func (w *writer) group(parts []Expr, sep string, own, outer int) {
	if outer > own {
		w.WriteByte('(')
	}
	for i, p := range parts {
		if i > 0 {
			w.WriteString(sep)
		}
		p.write(w, own+1)
	}
	if outer > own {
		w.WriteByte(')')
	}
}

func (e All) write(w *writer, outer int) { w.group(e, " ", implicitAnd, outer) }
func (e Any) write(w *writer, outer int) { w.group(e, " OR ", looseOr, outer) }

func (e Not) write(w *writer, _ int) {
	w.WriteByte('-')
	e.X.write(w, single)
}

func (e Word) write(w *writer, _ int) {
	switch {
	case e.Exact, e.Text == "OR", e.Text == "AND", e.Text == "NOT": // bare, these join others
		w.WriteString(quoted(e.Text))
	case e.Prefix:
		w.WriteString(e.Text + "*")
	default:
		w.WriteString(e.Text)
	}
}

func (e Match) write(w *writer, _ int) {
	w.WriteString(string(e.Field) + ":")
	if e.Exact {
		w.WriteString(quoted(e.Value))
	} else {
		w.WriteString(e.Value)
	}
}

var quoteEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "“", `\“`, "”", `\”`, "„", `\„`)

func quoted(s string) string { return `"` + quoteEscaper.Replace(s) + `"` }
