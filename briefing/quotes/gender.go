package quotes

import (
	"strings"

	"readout/briefing/text"
)

// reference is a pronoun of the reporter's that tells a gender.
type reference struct {
	text.Span
	gender string
}

// genderOf is the gender that a pronoun tells of the person it stands for; ""
// for one that tells none, or that is mostly an object ("her").
func genderOf(low string) string {
	switch low {
	case "he", "his", "himself", "he's", "he'd", "he'll":
		return "m"
	case "she", "herself", "she's", "she'd", "she'll":
		return "f"
	}
	return ""
}

// learnGenders reads the gender of persons whose names do not tell it out of
// the pronouns behind them: "Quill said that she", in sentences that name nobody
// else. Two such places are needed, and three times as many as speak against.
func (r *resolver) learnGenders(refs []reference) {
	votes := make(map[int][2]int)
	for _, p := range refs {
		here := r.unitAt(p.Start)
		i := r.only(here, p.Start)
		if i < 0 || r.gender[i] != "" {
			continue
		}
		v := votes[i]
		if p.gender == "m" {
			v[0]++
		} else {
			v[1]++
		}
		votes[i] = v
	}
	for i, v := range votes {
		switch {
		case v[0] >= 2 && v[0] >= 3*v[1]:
			r.gender[i] = "m"
		case v[1] >= 2 && v[1] >= 3*v[0]:
			r.gender[i] = "f"
		}
	}
}

// only returns the one person whom unit number here, or else the unit before
// it, names before byte b in the reporter's words; -1 when several or none.
func (r *resolver) only(here, b int) int {
	found := -1
	for k := r.at(b) - 1; k >= 0; k-- {
		n := &r.all[k]
		u := r.unitAt(n.Start)
		if u < here-1 || u < here && found >= 0 {
			break
		}
		if r.quoted(n.Span) {
			continue
		}
		if n.Full < 0 || found >= 0 && found != n.Full {
			return -1
		}
		found = n.Full
	}
	return found
}

// pronounAt returns the gender of the personal pronoun at a span, "" for any
// other words.
func (r *resolver) pronounAt(sp text.Span) string {
	w := r.d.Str(sp)
	if i := strings.IndexAny(w, "'’"); i > 0 { // he's
		w = w[:i]
	}
	if len(w) > longestPronoun {
		return ""
	}
	return r.pronoun(strings.ToLower(w))
}

// longestPronoun is the most bytes that a pronoun has.
const longestPronoun = 12

// pronoun returns the gender of a personal pronoun, "" for any other word.
func (r *resolver) pronoun(word string) string {
	if i := strings.IndexAny(word, "'’"); i > 0 { // he's
		word = word[:i]
	}
	switch word {
	case "he", "him", "his", "himself", "il", "er", "él", "он", "він":
		return "m"
	case "she", "her", "hers", "herself", "elle", "ella", "она", "вона":
		return "f"
	}
	return ""
}
