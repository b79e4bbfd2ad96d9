package actors

import (
	"math"
	"sort"
)

// rank scores the actors that have mentions and sorts them, highest first.
func rank(all []Actor, parts []*part) []Actor {
	if len(all) == 0 {
		return nil
	}
	out := all[:0]
	roles := make([]Role, len(all))
	for i, a := range all {
		if len(a.Mentions)+len(a.HeadMentions) == 0 {
			continue
		}
		roles[i] = Mentioned
		a.Roles = roles[i : i+1 : i+1]
		a.Salience = salience(&a, parts[0])
		out = append(out, a)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Salience != out[j].Salience {
			return out[i].Salience > out[j].Salience
		}
		return out[i].Name < out[j].Name
	})
	return out
}

// salience is how much a story is about an actor, 0 to 1: the headline, the
// first paragraphs, how often it is named, and whether it begins sentences.
func salience(a *Actor, body *part) float64 {
	d := body.doc
	s := 0.0
	if len(a.HeadMentions) > 0 {
		s += 3
		if a.HeadMentions[0].Start < 12 {
			s++
		}
	}
	subject := 0
	for _, m := range a.Mentions {
		w := 1.0
		if m.Why == "demonym" {
			w = 0.4
		}
		switch par := d.ParagraphAt(m.Start); {
		case d.Title.Holds(m.Span):
			s += 3 * w
		case par <= 1:
			s += 1 * w
		case par <= 3:
			s += 0.4 * w
		}
		if i := d.SentenceAt(m.Start); i < len(d.Sentences) && m.Start-d.Sentences[i].Start < 8 {
			subject++
		}
	}
	s += 1.5*math.Log2(1+float64(len(a.Mentions))) + 0.3*math.Min(float64(subject), 5)
	return math.Round(100*s/(s+6)) / 100
}
