package names

import (
	"strings"
)

// opens reports whether the first piece only opens the sentence.
func opens(p []piece, sentence int) bool {
	w := p[0]
	if w.class&Common == 0 || w.class&Title != 0 || w.class&Before != 0 && len(p) > 1 && p[1].class&(Before|Title) != 0 {
		return false
	}
	named := w.class&Given != 0 && len(p) > 1 && p[1].class&Surname != 0
	return !named
}

// splitTitle cuts off the title: all up to the last word that can stand right
// before a name and has one behind it.
func splitTitle(p []piece) (title, rest []piece) {
	cut, headed := 0, false
	for i := range p {
		headed = headed || p[i].class&Head != 0
		if p[i].class&(Title|Of) == 0 || i+1 >= len(p) || !headed && p[i].class&Title == 0 {
			continue
		}
		next := p[i+1]
		if next.class&(NotName|Common|Suffix) != 0 && next.class&(Given|Surname) == 0 {
			continue
		}
		if p[i].class&Title == 0 && (i == 0 || !p[i-1].lower && p[i-1].class&Of == 0) {
			continue // "State" counts only behind "Secretary of"
		}
		if i > 0 && cut == 0 && p[i].class&Surname != 0 && p[i-1].class&Given != 0 && p[i-1].class&(Ordinary|Title) == 0 {
			break // "Martin Luther King"
		}
		cut = i + 1
	}
	return p[:cut], p[cut:]
}

// posted cuts off what an office before the words is of, and returns the office
// with it as the title: "Governor of Oregon Ada Moreno".
func (f *finder) posted(p []piece) (title, rest []piece) {
	if len(p) < 3 || p[0].class&Given != 0 || p[0].initial {
		return nil, p
	}
	office := p[0].first - 2
	if office < 0 || f.doc.Tok(office+1) != "of" || f.lexicon.Of(f.doc, office)&Head == 0 {
		return nil, p
	}
	for i := 1; i+1 < len(p); i++ {
		if p[i-1].class&Particle == 0 && (strongGiven(p[i]) || given(p[i], p[i+1])) { // not "Los Angeles"
			for office > 0 && f.lexicon.Of(f.doc, office-1)&(Before|Title) != 0 {
				office-- // "Prime Minister of", "former Governor of"
			}
			return []piece{{first: office, end: p[i].first}}, p[i:]
		}
	}
	return nil, p
}

// trimEnd cuts a name behind a title at the first word that is part of none.
func trimEnd(p []piece, titled bool) []piece {
	for i := range p {
		if p[i].class&NotName != 0 && p[i].class&Surname == 0 && titled && i > 0 {
			return p[:i]
		}
		if i > 1 && (Weekday(p[i].text) || p[i-1].text == "Jr" || p[i-1].text == "Jr." || p[i-1].text == "Sr" || p[i-1].text == "Sr.") {
			return p[:i] // "Ada Moreno Monday", "Ada Moreno Jr. Day"
		}
		if i > 1 && len(p[i].text) > 3 && shouted(p[i].text) && !shouted(p[0].text) {
			return p[:i] // "Ada Moreno DENIES"
		}
	}
	for len(p) > 0 && (p[len(p)-1].lower || p[len(p)-1].class&Title != 0 && p[len(p)-1].class&Surname == 0) {
		p = p[:len(p)-1]
	}
	return p
}

// Weekday reports whether a word is the name of a day: one ends a name where the
// day of what is told stands right behind it.
func Weekday(w string) bool { return weekdays[w] }

var weekdays = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true}

// shouted reports whether a word is set in capitals.
func shouted(w string) bool { return strings.ToUpper(w) == w }

// trimStart drops words that only describe before a given name: "Republican
// Mike Stone", "Kremlin critic" never.
func trimStart(p []piece) []piece {
	for i := 1; i+1 < len(p); i++ {
		before := p[i-1]
		if !strongGiven(p[i]) && !(before.class&Before != 0 && given(p[i], p[i+1])) {
			continue
		}
		if before.class&(NotName|Before|Common) != 0 || before.class == 0 && !before.initial && p[i+1].class&Surname != 0 && plural(before.text) {
			return p[i:]
		}
	}
	return p
}

// given reports whether a word that may mean something else is a given name by
// the surname behind it: "Bob Carter".
func given(p, next piece) bool {
	return p.class&Given != 0 && next.class&Surname != 0 && next.class&(Common|NotName|Title) == 0
}

// plural reports whether a word ends like several of a trade: "Physicists Ada Moreno".
func plural(w string) bool { return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") }
