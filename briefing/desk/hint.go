package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/briefing/archive"
	"readout/briefing/query"
)

// mostHints is how many names are offered for one that nothing bears.
const mostHints = 3

// Hint says why a query finds nothing, in a clause for a sentence: which of its
// names no article here bears, and the names that may have been meant. It is ""
// when each name is borne by some article, and for a query without names.
func (d *Desk) Hint(ctx context.Context, q query.Query) (string, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return "", err
	}
	for _, m := range q.Named() {
		l, err := a.List(ctx, m.Query(), 1)
		if err != nil {
			return "", err
		}
		if len(l.Keys) > 0 {
			continue
		}
		said := "no article here has " + m.Query().String()
		meant, err := d.meant(ctx, a, m)
		if err != nil || len(meant) == 0 {
			return said, err
		}
		return said + "; did you mean " + alternatives(meant) + "?", nil
	}
	return "", nil
}

// alternatives joins words for a question.
func alternatives(list []string) string {
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	return strings.Join(list[:last], ", ") + " or " + list[last]
}

// meant returns the terms that may have been meant, the likeliest first.
func (d *Desk) meant(ctx context.Context, a *archive.Archive, m query.Match) ([]string, error) {
	names, err := namesOf(ctx, a, m.Field)
	if err != nil {
		return nil, err
	}
	known := d.alias(m)
	type hit struct {
		term string
		far  int
	}
	var hits []hit
	for _, f := range names {
		far, ok := distance(m.Value, f)
		if f.Value == known {
			far, ok = 0, true
		}
		if !ok {
			continue
		}
		term := query.Match{Field: m.Field, Value: f.Value, Exact: strings.Contains(f.Value, " ")}
		hits = append(hits, hit{term.Query().String(), far})
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.far, b.far) })
	var out []string
	for _, h := range hits[:min(len(hits), mostHints)] {
		out = append(out, h.term)
	}
	return out, nil
}

// namesOf lists the names of a field, the most frequent first where they are counted.
func namesOf(ctx context.Context, a *archive.Archive, field query.Field) ([]Facet, error) {
	if field == query.Speaker || field == query.Signatory {
		return a.Names(ctx, string(field))
	}
	f, err := a.Facets(ctx, query.Query{})
	switch field {
	case query.Actor:
		return f.Actors, err
	case query.Topic:
		return f.Topics, err
	}
	return f.Sources, err
}

// alias is the id of the actor that the registry knows best by this name, "" for none.
func (d *Desk) alias(m query.Match) string {
	if m.Field != query.Actor {
		return ""
	}
	r, err := d.registry()
	if err != nil {
		return ""
	}
	if found := r.Search(m.Value); len(found) > 0 {
		return found[0].ID
	}
	return ""
}

// distance says how far what was typed is from a name: 1 where it is whole
// words of it, 2 where a word begins with it, 3 where a word or the whole is
// spelt nearly so; ok is false where it is nothing of the kind.
func distance(typed string, f Facet) (far int, ok bool) {
	typed = strings.ToLower(typed)
	most := utf8.RuneCountInString(typed) / 4
	far = 4
	for _, name := range []string{f.Name, f.Value} {
		name = strings.ToLower(name)
		words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
		switch {
		case strings.Contains(" "+strings.Join(words, " ")+" ", " "+typed+" "):
			far = min(far, 1)
		case strings.Contains(" "+strings.Join(words, " "), " "+typed):
			far = min(far, 2)
		case most > 0 && query.Close(typed, append(words, name), most) != "":
			far = min(far, 3)
		}
	}
	return far, far < 4
}
