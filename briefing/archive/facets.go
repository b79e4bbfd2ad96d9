package archive

import (
	"context"

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
	where, args := compile(q, a.now())
	if where == "" {
		where = "1"
	}
	var f Facets
	err := a.read.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(a.unread), 0) FROM articles a WHERE "+where, args...).Scan(&f.Total, &f.Unread)
	if err != nil {
		return f, sentence(err, doing)
	}
	// Cross joins pin the order: the articles first, then their tags.
	for _, x := range []struct {
		field string
		to    *[]Facet
		join  string
	}{
		{"actor", &f.Actors, "CROSS JOIN tags t ON t.article = a.id"},
		{"topic", &f.Topics, "CROSS JOIN tags t ON t.article = a.id"},
		{"source", &f.Sources, ""},
	} {
		count := "SELECT a.source AS name, count(*) AS total, sum(a.unread) AS unread FROM articles a WHERE " + where + " GROUP BY 1"
		if x.join != "" {
			count = "SELECT t.name, count(*) AS total, sum(a.unread) AS unread FROM articles a " + x.join + " WHERE " + where + " GROUP BY 1"
		}
		if *x.to, err = a.facets(ctx, x.field, count, args); err != nil {
			return f, sentence(err, doing)
		}
	}
	return f, nil
}

func (a *Archive) facets(ctx context.Context, field, count string, args []any) ([]Facet, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT n.key, n.name, n.kind, c.total, c.unread FROM (`+count+`) c
		CROSS JOIN names n ON n.id = c.name WHERE n.field = ? ORDER BY c.total DESC, n.name LIMIT ?`, append(append([]any{}, args...), field, maxFacets)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Facet
	for rows.Next() {
		f := Facet{Field: field}
		if err := rows.Scan(&f.Value, &f.Name, &f.Kind, &f.Total, &f.Unread); err != nil {
			return nil, err
		}
		if f.Name == "" {
			continue // an outlet without a name
		}
		if f.Value[0] == '~' {
			f.Value = f.Name
		}
		out = append(out, f)
	}
	return out, rows.Err()
}

// Name returns how a value of a field is shown, "" when the archive does not know it.
func (a *Archive) Name(ctx context.Context, field, key string) string {
	var name string
	if a.read.QueryRowContext(ctx, "SELECT name FROM names WHERE field = ? AND key = ?", field, key).Scan(&name) != nil {
		return ""
	}
	return name
}
