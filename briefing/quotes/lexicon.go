package quotes

import (
	"strings"

	"readout/feeds/datafile"
)

// class is a set of word classes; a form may have several ("claims").
type class uint64

const (
	say    class = 1 << iota // verb that takes a statement
	naming                   // verb that takes words
	weak                     // verb that is a cue only beside a quotation
	other                    // verb that reports no speech
	noun                     // noun for something said
	doc                      // noun for a text that speaks
	aux
	det
	num
	pron
	obj
	prep
	sub
	conj
	rel
	adv
	day
	phrasal    // verb that is a cue with a particle behind it
	part       // such a particle
	shown      // noun for a text held up or shown
	source     // names a source: "selon", "laut"
	office     // a title before a name that begins with a capital: "Ministerin"
	stance     // noun of "in Smith's view"
	many       // determiner that also stands alone as a subject
	one        // of these, one that takes a singular verb
	titling    // verb that gives a title
	cause      // verb whose object does what follows: led Smith to say
	base       // the verb form is the infinitive: say
	third      // says
	past       // said
	participle // written, also said
	ing        // saying
	oftenNoun  // a form in -s that is mostly a noun: states
	guess      // a verb by its ending alone
	male       // noun for a man: husband
	female     // noun for a woman: wife
	human      // another noun for a person: neighbour
	post       // noun for a post that few hold: senator
	work       // noun for what has a title: film
	wordNoun   // noun for a word: term
	shuns      // verb of one who does not say its object: avoid
	asks       // verb whose object speaks next
	goesOn     // verb of who has spoken already: added
	answers    // verb of one who was asked
	relays     // verb of one who passes on what another said: report
	declines   // verb of one who does not do what follows
)

const (
	cue   = say | naming | weak
	verb  = cue | other | phrasal
	sense = male | female | human | post | work | wordNoun | shuns | asks | answers | goesOn | relays | declines // says nothing of a word's form
)

var classNames = map[string]class{"say": say, "name": naming, "weak": weak, "noun": noun, "doc": doc, "aux": aux, "det": det,
	"num": num, "pron": pron, "obj": obj, "prep": prep, "sub": sub, "conj": conj, "rel": rel, "adv": adv, "day": day,
	"phrasal": phrasal, "part": part, "show": shown, "stance": stance, "source": source, "office": office, "other": other, "many": many, "titling": titling, "one": one, "cause": cause, "male": male, "female": female, "human": human, "post": post, "work": work, "wordnoun": wordNoun, "shuns": shuns, "asks": asks, "answers": answers, "goeson": goesOn, "relays": relays, "declines": declines}

// english maps lower-case English forms to their classes.
func english() map[string]class {
	m := make(map[string]class, 4000)
	for f := range datafile.Fields(langFile("en_cues.txt")) {
		c := classNames[f[0]]
		if c&(cue|phrasal) != 0 {
			addVerb(m, c, f[1:])
			continue
		}
		m[f[1]] |= c
		if !strings.HasSuffix(f[1], "s") {
			m[f[1]+"s"] |= c
		}
	}
	for f := range datafile.Fields(langFile("en_verbs.txt")) {
		if f[0] == "cause" && len(f) > 1 {
			addVerb(m, other|cause, f[1:])
			continue
		}
		addVerb(m, other, f)
	}
	for f := range datafile.Fields(langFile("en_words.txt")) {
		for _, w := range f[1:] {
			m[w] |= classNames[f[0]]
		}
	}
	return m
}

// addVerb adds the forms of a verb: f is its infinitive and, where irregular,
// its past and participle, as cues.txt describes.
func addVerb(m map[string]class, c class, f []string) {
	b, double := strings.CutSuffix(f[0], "!")
	b, nounish := strings.CutSuffix(b, "*")
	stem := b
	if double {
		stem = b + b[len(b)-1:]
	}
	s, p, g := regular(b, stem)
	pp := p
	if len(f) > 1 {
		p, pp = f[1], f[1]
	}
	if len(f) > 2 {
		pp = f[2]
	}
	m[b] |= c | base
	m[s] |= c | third
	if nounish {
		m[s] |= oftenNoun
	}
	m[p] |= c | past
	m[pp] |= c | participle
	m[g] |= c | ing
}

// regular derives third person, past and -ing form.
func regular(b, stem string) (s, p, g string) {
	last := b[len(b)-1]
	vowelBefore := len(b) > 1 && strings.IndexByte("aeiou", b[len(b)-2]) >= 0
	switch {
	case strings.HasSuffix(b, "ee"):
		return b + "s", b + "d", b + "ing"
	case last == 'e':
		return b + "s", b + "d", strings.TrimSuffix(b, "e") + "ing"
	case last == 'y' && !vowelBefore:
		return b[:len(b)-1] + "ies", b[:len(b)-1] + "ied", b + "ing"
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch"):
		return b + "es", stem + "ed", stem + "ing"
	}
	return b + "s", stem + "ed", stem + "ing"
}
