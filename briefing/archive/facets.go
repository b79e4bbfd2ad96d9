package archive

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"readout/briefing/query"
)

// Facet is one value to filter by, with its counts under the present query.
type Facet struct {
	Field  string // query field: actor, topic, source
	Value  string // query value: registry id or name
	Name   string // as shown
	Kind   string // actors: person, organisation, place
	Total  int
	Unread int
}

// Facets are the values to filter by, most frequent first.
type Facets struct {
	Actors, Topics, Sources []Facet
	Total, Unread           int
}

// maxFacets bounds each kind of facet: rare names are found by search.
const maxFacets = 500

// Facets counts actors, topics and sources under a query.
func (a *Archive) Facets(ctx context.Context, q query.Query) (Facets, error) {
	const doing = "counting articles"
	var f Facets
	shelf, chosen, err := a.choose(ctx, q, a.now())
	if err != nil {
		return f, sentence(err, doing)
	}
	var actors, topics, sources tally
	if err := a.eachNamed(ctx, shelf, chosen, func(e *entryOf, packed []byte) {
		unread := int64(e.flags & flagUnread)
		f.Total++
		f.Unread += int(unread)
		sources.add(int64(e.source), unread)
		rest := unpackNames(packed, func(name int64) { actors.add(name, unread) })
		unpackNames(rest, func(name int64) { topics.add(name, unread) })
	}); err != nil {
		return f, sentence(err, doing)
	}
	for _, x := range []struct {
		field string
		from  *tally
		to    *[]Facet
	}{{"actor", &actors, &f.Actors}, {"topic", &topics, &f.Topics}, {"source", &sources, &f.Sources}} {
		if *x.to, err = a.name(ctx, x.field, x.from); err != nil {
			return f, sentence(err, doing)
		}
	}
	return f, nil
}

// eachNamed calls f with each article of a set and the numbers of its names,
// which are kept packed in its row. Of a set that is a small part of the archive
// it reads no other rows.
func (a *Archive) eachNamed(ctx context.Context, s *shelf, chosen set, f func(e *entryOf, packed []byte)) error {
	from, args := "articles a", []any{}
	if n := chosen.count(); n < len(s.entries)/8 {
		from, args = "json_each(?) k JOIN articles a ON a.id = k.value", append(args, jsonArg(s.listing(chosen, 0).Keys))
	}
	rows, err := a.read.QueryContext(ctx, "SELECT a.id, a.names FROM "+from, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var k Key
		var packed sql.RawBytes
		if err := rows.Scan(&k, &packed); err != nil {
			return err
		}
		if i := s.of(k); chosen.has(i) {
			f(&s.entries[i], packed)
		}
	}
	return rows.Err()
}

// tally counts articles by the number of a name. Numbers are dense, so a slice will do.
type tally []struct{ total, unread int32 }

func (t *tally) add(name, unread int64) {
	if name < 0 || name > 1<<27 {
		return // of no archive that this program wrote
	}
	if int(name) >= len(*t) {
		*t = append(*t, make(tally, int(name)+1+len(*t)/2-len(*t))...)
	}
	(*t)[name].total++
	(*t)[name].unread += int32(unread)
}

// top returns the numbers of the n most frequent names.
func (t tally) top(n int) []int {
	var list []int
	for name, c := range t {
		if c.total > 0 {
			list = append(list, name)
		}
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Or(cmp.Compare(t[b].total, t[a].total), cmp.Compare(a, b)) })
	return list[:min(n, len(list))]
}

// name turns counts into facets, most frequent first.
func (a *Archive) name(ctx context.Context, field string, t *tally) ([]Facet, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT id, key, name, kind FROM names WHERE id IN (SELECT value FROM json_each(?))", jsonArg(t.top(maxFacets)))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Facet
	for rows.Next() {
		f := Facet{Field: field}
		var id int
		if err := rows.Scan(&id, &f.Value, &f.Name, &f.Kind); err != nil {
			return nil, err
		}
		f.Total, f.Unread = int((*t)[id].total), int((*t)[id].unread)
		if f.named() {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b Facet) int { return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name)) })
	return out, rows.Err()
}

// named makes the value of a name without a registry's id that name; false
// for an outlet without a name.
func (f *Facet) named() bool {
	if f.Name != "" && f.Value[0] == '~' {
		f.Value = f.Name
	}
	return f.Name != ""
}

// Name returns how a value of a field is shown, "" when the archive does not know it.
func (a *Archive) Name(ctx context.Context, field, key string) string {
	var name string
	if a.read.QueryRowContext(ctx, "SELECT name FROM names WHERE field = ? AND key = ?", field, key).Scan(&name) != nil {
		return ""
	}
	return name
}
