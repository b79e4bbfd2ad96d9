package query

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Words says in English what the query asks ("unread articles that name icc, on sanctions").
func (q Query) Words() string { return q.WordsWith(nil) }

// WordsWith is Words with a function that names registry ids ("icc" becomes
// "the International Criminal Court"); it may return "" for those it does not
// know. nil leaves all values as they are.
func (q Query) WordsWith(name func(f Field, value string) string) string {
	v := voice{name}
	var before, after []string
	parts, ok := q.root.(All)
	if !ok && q.root != nil {
		parts = All{q.root}
	}
	for i := 0; i < len(parts); i++ {
		if adj := adjective(parts[i]); adj != "" {
			before = append(before, adj)
			continue
		}
		end := i + 1
		for end < len(parts) && v.named(parts[i:end+1], " and ") != "" {
			end++
		}
		if s := v.named(parts[i:end], " and "); s != "" {
			after = append(after, s)
		} else {
			after = append(after, v.clause(parts[i]))
		}
		i = end - 1
	}
	if len(parts) == 0 {
		return "all articles"
	}
	noun := strings.Join(append(before, "articles"), " ")
	if len(after) == 0 {
		return noun
	}
	return noun + " " + strings.Join(after, ", ")
}

// adjective returns the word that stands before "articles" for a state, "" for other terms.
func adjective(e Expr) string {
	not := false
	if n, ok := e.(Not); ok {
		not, e = true, n.X
	}
	m, ok := e.(Match)
	if !ok || m.Field != Is {
		return ""
	}
	switch {
	case not && m.Value == "unread":
		return "read"
	case not && m.Value == "read":
		return "unread"
	case not:
		return "un" + m.Value
	}
	return m.Value
}

type voice struct {
	name func(Field, string) string
}

func (v voice) clause(e Expr) string {
	switch e := e.(type) {
	case All:
		return v.join(e, " and ")
	case Any:
		if s := v.named(e, " or "); s != "" {
			return s
		}
		return "either " + v.join(e, " or ")
	case Not:
		return v.negated(e.X)
	case Word:
		return e.phrase()
	case Match:
		return v.match(e)
	}
	return ""
}

// named says the values of one field in a row, "that name A, B or C"; "" where
// the parts are not all names of one field.
func (v voice) named(parts []Expr, last string) string {
	var names []string
	lead := ""
	for i, p := range parts {
		m, ok := p.(Match)
		if !ok || !m.Field.named() {
			return ""
		}
		value := v.value(m)
		before := strings.TrimSuffix(v.match(m), value)
		if i > 0 && before != lead {
			return ""
		}
		lead, names = before, append(names, value)
	}
	n := len(names) - 1
	if n < 1 {
		return lead + names[0]
	}
	return lead + strings.Join(names[:n], ", ") + last + names[n]
}

func (v voice) join(parts []Expr, sep string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = v.clause(p)
	}
	return strings.Join(out, sep)
}

func (v voice) negated(e Expr) string {
	switch e := e.(type) {
	case Word:
		return strings.Replace(e.phrase(), "with", "without", 1)
	case Match:
		s := v.match(e)
		if rest, ok := strings.CutPrefix(s, "that "); ok {
			return "that do not " + rest
		}
		if rest, ok := strings.CutPrefix(s, "with "); ok {
			return "without " + rest
		}
		return "not " + s
	}
	return "but not those " + v.clause(e)
}

func (w Word) phrase() string {
	switch {
	case w.Prefix:
		return fmt.Sprintf("with words that begin %q", w.Text)
	case w.Exact && strings.ContainsAny(w.Text, " "):
		return fmt.Sprintf("with the exact words %q", w.Text)
	}
	return fmt.Sprintf("with the word %q", w.Text)
}

func (v voice) match(m Match) string {
	value := v.value(m)
	switch m.Field {
	case Actor:
		return "that name " + value
	case Topic:
		return "on " + value
	case Source:
		return "from " + value
	case Speaker:
		return "that quote " + value
	case Signatory:
		return "signed by " + value
	case Role:
		return roleWords[m.Value]
	case Tag:
		return "that you tagged " + value
	case Title:
		return fmt.Sprintf("with %q in the headline", value)
	case Lang:
		return "in the language " + value
	case Has:
		return hasWords[m.Value]
	case Is:
		return "that are " + m.Value
	}
	return timeWords(m)
}

// value is a term's value, by the name of what it stands for where that is known.
func (v voice) value(m Match) string {
	if v.name != nil {
		if n := v.name(m.Field, m.Value); n != "" {
			return n
		}
	}
	return m.Value
}

var roleWords = map[string]string{
	"speaker":   "in which the actor speaks",
	"signatory": "in which the actor signs",
	"addressee": "addressed to the actor",
	"mentioned": "in which the actor is only mentioned",
}

var hasWords = map[string]string{
	"quotes": "with quotes", "signatories": "with signatories", "note": "with your note", "highlight": "with your highlights", "tag": "with your tags",
}

func timeWords(m Match) string {
	if d, ok := ago(m.Value); ok {
		n, unit := int(d/time.Hour), "hour"
		switch m.Value[len(m.Value)-1] {
		case 'd':
			n, unit = n/24, "day"
		case 'w':
			n, unit = n/24/7, "week"
		}
		switch {
		case m.Field == Before:
			return "older than " + count(n, unit)
		case m.Field == Seen && n == 1:
			return "that came in within the last " + unit
		case m.Field == Seen:
			return "that came in within the last " + count(n, unit)
		case n == 1:
			return "of the last " + unit
		}
		return "of the last " + count(n, unit)
	}
	day := m.Value
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		day = t.Format("2 January 2006")
	} else if t, err := time.Parse(time.RFC3339, day); err == nil {
		day = t.Format("2 January 2006, 15:04 UTC")
	}
	if m.Field == Seen {
		return "that came in since " + day
	}
	if m.Field == Before {
		return "before " + day
	}
	return "since " + day
}

func count(n int, unit string) string {
	if n != 1 {
		unit += "s"
	}
	return strconv.Itoa(n) + " " + unit
}
