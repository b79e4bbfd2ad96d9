package archive

import (
	"context"
	"strings"
	"time"

	"readout/briefing/actors"
	"readout/briefing/query"
)

// choose answers a query with the articles of the present state, as a set.
func (a *Archive) choose(ctx context.Context, q query.Query, now time.Time) (*shelf, set, error) {
	s, err := a.current(ctx)
	if err != nil {
		return nil, nil, err
	}
	if q.Root() == nil {
		return s, allOf(len(s.entries)), nil
	}
	c := chooser{Archive: a, ctx: ctx, shelf: s, now: now}
	chosen := c.expr(q.Root())
	return s, chosen, c.err
}

// chooser turns the parts of a query into sets of articles; all sets of it are
// its own to change. After an error the sets mean nothing.
type chooser struct {
	*Archive
	ctx   context.Context
	shelf *shelf
	now   time.Time
	err   error
}

func (c *chooser) expr(e query.Expr) set {
	switch e := e.(type) {
	case query.All:
		return c.all(e)
	case query.Any:
		if m, ok := searchAll(e, " OR "); ok {
			return c.search(m)
		}
		out := newSet(len(c.shelf.entries))
		for _, x := range e {
			out.or(c.expr(x))
		}
		return out
	case query.Not:
		return allOf(len(c.shelf.entries)).without(c.expr(e.X))
	case query.Word:
		return c.search(searchWord(e))
	case query.Match:
		return c.match(e, 0)
	}
	return allOf(len(c.shelf.entries))
}

// all joins terms by AND. Words become one full-text match; a role: beside an
// actor: is that actor's role.
func (c *chooser) all(e query.All) set {
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
	out := allOf(len(c.shelf.entries))
	if m, ok := searchAll(words, " AND "); ok {
		out.and(c.search(m))
	}
	for _, x := range e {
		m, isMatch := x.(query.Match)
		_, isWord := x.(query.Word)
		switch {
		case isWord, isMatch && m.Field == query.Role && actors > 0: // done above
		case isMatch && m.Field == query.Actor:
			out.and(c.match(m, roles))
		default:
			out.and(c.expr(x))
		}
	}
	return out
}

func (c *chooser) search(match string) set {
	return c.keys("SELECT rowid AS n FROM search WHERE search MATCH ?", match)
}

// keys is the set of the articles that a query for one column n names.
func (c *chooser) keys(sql string, args ...any) set {
	return c.shelf.set(c.numbers(sql, args...))
}

func (c *chooser) numbers(sql string, args ...any) []Key {
	if c.err != nil {
		return nil
	}
	var keys []Key
	keys, c.err = c.Archive.keys(c.ctx, sql, args...)
	return keys
}

// flagged is the set of the articles with one of some flags.
func (c *chooser) flagged(flags uint16) set {
	return c.shelf.where(func(e *entryOf) bool { return e.flags&flags != 0 })
}

// match chooses by one field; roles restricts an actor, 0 = any role.
func (c *chooser) match(m query.Match, roles int) set {
	key, folded, field := strings.ToLower(m.Value), fold(m.Value), string(m.Field)
	// What is folded to nothing but a space would be a part of every name.
	// Two look-ups rather than one with OR, which would read all names.
	const named = "SELECT id AS n FROM names WHERE field = ?1 AND key = ?2 UNION SELECT id FROM names WHERE field = ?1 AND "
	switch m.Field {
	case query.Actor:
		return c.bearers(c.numbers(named+"fold = ?3", field, key, folded), roles)
	case query.Topic:
		return c.bearers(c.numbers(named+"fold = ?3", field, key, folded), 0)
	case query.Speaker, query.Signatory:
		return c.bearers(c.numbers(named+"?3 <> ' ' AND instr(fold, ?3)", field, key, folded), 0)
	case query.Tag:
		return c.keys("SELECT article AS n FROM tags WHERE name IN ("+named+"fold = ?3)", field, key, folded)
	case query.Source:
		if m.Exact {
			return c.sources(c.numbers("SELECT id AS n FROM names WHERE field = 'source' AND fold = ?", folded))
		}
		return c.sources(c.numbers("SELECT id AS n FROM names WHERE field = 'source' AND ?1 <> ' ' AND instr(fold, ?1)", folded))
	case query.Role:
		return c.flagged(uint16(roleBit[role(m)]) * flagRole)
	case query.Title:
		return c.search("{title} : " + searchWord(query.Word{Text: m.Value, Exact: true}))
	case query.Lang:
		lang := strings.ToLower(m.Value)
		return c.keys("SELECT id AS n FROM articles WHERE lang = ?1 OR substr(lang, 1, ?2) = ?3", lang, len(lang)+1, lang+"-")
	}
	return c.state(m)
}

func (c *chooser) bearers(names []Key, roles int) set {
	if c.err != nil {
		return newSet(len(c.shelf.entries))
	}
	out, err := c.Archive.bearers(c.ctx, c.shelf, names, roles)
	if err != nil {
		c.err = err
		return newSet(len(c.shelf.entries))
	}
	return out
}

func (c *chooser) sources(names []Key) set {
	wanted := make(map[int32]bool, len(names))
	for _, n := range names {
		wanted[int32(n)] = true
	}
	return c.shelf.where(func(e *entryOf) bool { return wanted[e.source] })
}

func (c *chooser) state(m query.Match) set {
	switch m.Field {
	case query.Has:
		switch m.Value {
		case "tag":
			return c.keys("SELECT article AS n FROM tags")
		case "highlight":
			return c.keys("SELECT article AS n FROM highlights")
		}
		return c.flagged(map[string]uint16{"quotes": flagQuotes, "signatories": flagSigners, "note": flagNoted}[m.Value])
	case query.Is:
		if m.Value == "read" {
			return c.shelf.where(func(e *entryOf) bool { return e.flags&flagUnread == 0 })
		}
		return c.flagged(map[string]uint16{"unread": flagUnread, "starred": flagStarred, "revised": flagRevised}[m.Value])
	}
	t, ok := m.Bound(c.now)
	switch {
	case !ok:
		return newSet(len(c.shelf.entries)) // Parse lets no such term through
	case m.Field == query.Seen:
		return c.keys("SELECT article AS n FROM heads WHERE seen >= ?", t.Unix())
	case m.Field == query.Before:
		return c.shelf.where(func(e *entryOf) bool { return e.sort < t.Unix() })
	}
	return c.shelf.where(func(e *entryOf) bool { return e.sort >= t.Unix() })
}

func role(m query.Match) actors.Role { return actors.Role(m.Value) }
