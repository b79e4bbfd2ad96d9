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
// names or words no article here bears, and what may have been meant. It is ""
// when each of them is borne by some article.
func (d *Desk) Hint(ctx context.Context, q query.Query) (string, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return "", err
	}
	for _, m := range q.Named() {
		if none, err := lacks(ctx, a, m.Query()); err != nil || none {
			return unknown(m.Query().String(), func() ([]string, error) { return d.meant(ctx, a, m) }, err)
		}
	}
	for _, w := range q.Free() {
		if none, err := lacks(ctx, a, w.Query()); err != nil || none {
			return unknown(w.Asked(), func() ([]string, error) { return spelt(ctx, a, w) }, err)
		}
	}
	return "", nil
}

// lacks reports whether no article matches a query.
func lacks(ctx context.Context, a *archive.Archive, q query.Query) (bool, error) {
	l, err := a.List(ctx, q, 1)
	return err == nil && len(l.Keys) == 0, err
}

// unknown says what no article has, and what may have been meant.
func unknown(what string, meant func() ([]string, error), err error) (string, error) {
	if err != nil {
		return "", err
	}
	said := "no article here has " + what
	list, err := meant()
	if err != nil || len(list) == 0 {
		return said, err
	}
	return said + "; did you mean " + alternatives(list) + "?", nil
}

// spelt returns the word of the articles that is spelt nearly so.
func spelt(ctx context.Context, a *archive.Archive, w query.Word) ([]string, error) {
	near, err := a.Spelt(ctx, w.Text, edits(w.Text))
	if near == "" {
		return nil, err
	}
	return []string{near}, err
}

// edits is how many letters of a word may be wrong.
func edits(word string) int { return utf8.RuneCountInString(word) / 4 }

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
	if field == query.Tag {
		return a.Tags(ctx)
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
	most := edits(typed)
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
