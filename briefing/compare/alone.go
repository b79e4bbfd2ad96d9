package compare

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/quotes"
	"readout/briefing/text"
)

// Alone is someone who is quoted in one outlet only.
type Alone struct {
	Name   string
	Actor  string // the registry's id; ""
	Outlet string
	Quotes []At
}

// alone finds who is quoted in one outlet only, in the order of the articles.
// One whose last name another outlet quotes too may be the same, one of whom
// another outlet has the words is, and one whom another outlet names may have
// spoken the words that it gives to nobody by name.
func alone(all []Article, texts []int, shared []Quotation) []Alone {
	var out []Alone
	elsewhere := map[string]map[string]bool{} // outlets by last name
	for _, i := range texts {
		for _, q := range all[i].Brief.Quotes {
			if q.Speaker == nil || strings.TrimSpace(q.Speaker.Name) == "" {
				continue
			}
			name := lastName(q.Speaker.Name)
			if elsewhere[name] == nil {
				elsewhere[name] = map[string]bool{}
			}
			elsewhere[name][outlet(all, i)] = true
			out = add(out, all[i].Source, q.Speaker, At{i, q.Span})
		}
	}
	outlets := map[string]bool{}
	for _, i := range texts {
		outlets[outlet(all, i)] = true
	}
	return slices.DeleteFunc(out, func(a Alone) bool {
		return len(outlets) < 2 || len(elsewhere[lastName(a.Name)]) > 1 || slices.ContainsFunc(a.Quotes, func(at At) bool { return inSeveral(at, shared) }) ||
			slices.ContainsFunc(texts, func(i int) bool { return all[i].Source != a.Outlet && maySpeak(all[i], a.Name) })
	})
}

// maySpeak reports whether an article names someone and has a quote whose
// speaker's name is not known.
func maySpeak(a Article, name string) bool {
	f := strings.Fields(name)
	return strings.Contains(a.Text, f[len(f)-1]) &&
		slices.ContainsFunc(a.Brief.Quotes, func(q quotes.Quote) bool { return q.Speaker == nil || q.Speaker.Name == "" })
}

func inSeveral(at At, shared []Quotation) bool {
	for _, q := range shared {
		for _, c := range q.Cuts {
			if c.Article == at.Article && slices.Contains(c.Parts, at.Span) {
				return true
			}
		}
	}
	return false
}

func add(list []Alone, outlet string, s *quotes.Speaker, at At) []Alone {
	for k := range list {
		if a := &list[k]; a.Outlet == outlet && lastName(a.Name) == lastName(s.Name) {
			a.Quotes = append(a.Quotes, at)
			if len(s.Name) > len(a.Name) {
				a.Name = s.Name
			}
			a.Actor = cmp.Or(a.Actor, s.Actor)
			return list
		}
	}
	return append(list, Alone{s.Name, s.Actor, outlet, []At{at}})
}

// Excerpt is a span of an article in one line.
func Excerpt(a Article, s text.Span) string {
	if s.Start < 0 || s.End > len(a.Text) || s.Empty() {
		return ""
	}
	return strings.Join(strings.Fields(a.Text[s.Start:s.End]), " ")
}
