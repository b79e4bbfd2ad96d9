package archive

import (
	"strings"
	"time"

	"readout/briefing/actors"
	"readout/briefing/query"
)

// compile turns a query into a condition on articles a, with its parameters.
// The zero query gives "". Values only ever become parameters; each word of a
// full-text match is quoted, so that no text is read as FTS5 syntax.
func compile(q query.Query, now time.Time) (string, []any) {
	c := compiler{now: now}
	if q.Root() == nil {
		return "", nil
	}
	return c.expr(q.Root()), c.args
}

type compiler struct {
	now  time.Time
	args []any
}

func (c *compiler) arg(sql string, args ...any) string {
	c.args = append(c.args, args...)
	return sql
}

func (c *compiler) expr(e query.Expr) string {
	switch e := e.(type) {
	case query.All:
		return c.all(e)
	case query.Any:
		if m, ok := searchAll(e, " OR "); ok {
			return c.search(m)
		}
		return c.join(e, " OR ")
	case query.Not:
		return "NOT " + c.expr(e.X)
	case query.Word:
		return c.search(searchWord(e))
	case query.Match:
		return c.match(e, 0)
	}
	return "1"
}

// all joins terms by AND. Words become one full-text match; a role: beside an
// actor: is that actor's role.
func (c *compiler) all(e query.All) string {
	roles, actors := 0, 0
	var words query.All
	for _, x := range e {
		switch x := x.(type) {
		case query.Match:
			switch x.Field {
			case query.Role:
				roles |= roleBit[role(x)]
			case query.Actor:
				actors++
			}
		case query.Word:
			words = append(words, x)
		}
	}
	var parts []string
	if m, ok := searchAll(words, " AND "); ok {
		parts = append(parts, c.search(m))
	}
	for _, x := range e {
		m, isMatch := x.(query.Match)
		_, isWord := x.(query.Word)
		switch {
		case isWord, isMatch && m.Field == query.Role && actors > 0: // done above
		case isMatch && m.Field == query.Actor:
			parts = append(parts, c.match(m, roles))
		default:
			parts = append(parts, c.expr(x))
		}
	}
	return "(" + strings.Join(parts, " AND ") + ")"
}

func (c *compiler) join(es []query.Expr, sep string) string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = c.expr(e)
	}
	return "(" + strings.Join(parts, sep) + ")"
}

func (c *compiler) search(match string) string {
	return c.arg("a.id IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
}

// match compiles one field term; roles restricts an actor, 0 = any role.
func (c *compiler) match(m query.Match, roles int) string {
	key, folded, field := strings.ToLower(m.Value), fold(m.Value), string(m.Field)
	// Two look-ups rather than one with OR, which would read all names.
	const named = "SELECT id FROM names WHERE field = ? AND key = ? UNION SELECT id FROM names WHERE field = ? AND "
	switch m.Field {
	case query.Actor:
		s := c.arg("a.id IN (SELECT article FROM tags WHERE name IN ("+named+"fold = ?)", field, key, field, folded)
		if roles != 0 {
			s = c.arg(s+" AND roles & ?", roles)
		}
		return s + ")"
	case query.Topic, query.Tag:
		return c.arg("a.id IN (SELECT article FROM tags WHERE name IN ("+named+"fold = ?))", field, key, field, folded)
	case query.Speaker, query.Signatory:
		return c.arg("a.id IN (SELECT article FROM tags WHERE name IN ("+named+"instr(fold, ?)))", field, key, field, folded)
	case query.Source:
		if m.Exact {
			return c.arg("a.source IN (SELECT id FROM names WHERE field = 'source' AND fold = ?)", folded)
		}
		return c.arg("a.source IN (SELECT id FROM names WHERE field = 'source' AND instr(fold, ?))", folded)
	case query.Role:
		return c.arg("a.id IN (SELECT article FROM tags WHERE roles & ?)", roleBit[role(m)]) // actors alone have roles
	case query.Title:
		return c.search("{title} : " + searchWord(query.Word{Text: m.Value, Exact: true}))
	case query.Lang:
		return c.arg("(a.lang = ? OR substr(a.lang, 1, ?) = ?)", strings.ToLower(m.Value), len(m.Value)+1, strings.ToLower(m.Value)+"-")
	}
	return c.state(m)
}

// conditions are the terms without parameters.
var conditions = map[query.Field]map[string]string{
	query.Has: {
		"quotes": "a.quotes > 0", "signatories": "a.signers > 0", "note": "a.noted = 1",
		"highlight": "a.id IN (SELECT article FROM highlights)",
		"tag":       "a.id IN (SELECT t.article FROM tags t JOIN names n ON n.id = t.name WHERE n.field = 'tag')",
	},
	query.Is: {"unread": "a.unread = 1", "read": "a.unread = 0", "starred": "a.starred = 1", "revised": "a.revised = 1"},
}

func (c *compiler) state(m query.Match) string {
	if s := conditions[m.Field][m.Value]; s != "" {
		return s
	}
	t, ok := m.Bound(c.now)
	switch {
	case !ok:
		return "0" // Parse lets no such term through
	case m.Field == query.Seen: // keys grow as articles arrive, so only the newest rows are read
		return c.arg("a.id > coalesce((SELECT article FROM heads WHERE seen < ? ORDER BY article DESC LIMIT 1), 0)", t.Unix())
	case m.Field == query.Before:
		return c.arg("a.sort < ?", t.Unix())
	}
	return c.arg("a.sort >= ?", t.Unix())
}

func role(m query.Match) actors.Role { return actors.Role(m.Value) }

// searchAll joins words to one full-text match; ok is false where there are
// none or others than words.
func searchAll(es []query.Expr, sep string) (string, bool) {
	var parts []string
	for _, e := range es {
		w, ok := e.(query.Word)
		if !ok {
			return "", false
		}
		parts = append(parts, searchWord(w))
	}
	return strings.Join(parts, sep), len(parts) > 0
}

// searchWord quotes a word as an FTS5 string (sqlite.org/fts5.html, section 3.1).
func searchWord(w query.Word) string {
	s := `"` + ftsEscaper.Replace(spread(w.Text)) + `"`
	if w.Prefix {
		s += " *"
	}
	return s
}

// ftsEscaper doubles quotation marks; NUL would end the string for the parser.
var ftsEscaper = strings.NewReplacer(`"`, `""`, "\x00", " ")
