package quotes

import (
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// relative keeps a candidate for who is named behind a noun that tells whose
// wife, brother or spokesman it is: her husband, Terje,
func (r *resolver) relative(noun text.Span) {
	gender := "f"
	if r.words.Get(strings.ToLower(r.d.Str(noun)))&male != 0 {
		gender = "m"
	}
	t := r.d.TokenAt(noun.End)
	comma := r.d.Tok(t) == ","
	if comma {
		t++
	}
	if i := r.at(noun.End); i < len(r.all) && r.startsAt(i, t) {
		if k := r.all[i].Full; k >= 0 && r.gender[k] == "" {
			r.gender[k] = gender
		}
		return
	}
	name := r.firstName(t, comma)
	if name.Empty() {
		return
	}
	person := r.other(r.d.Str(name))
	r.gender[person] = gender
	r.cands = append(r.cands, candidate{Span: name, person: person})
}

// firstName returns the name of one or two words with a capital at token t;
// empty where none is, or where it is not closed by a mark though one opened it.
func (r *resolver) firstName(t int, comma bool) text.Span {
	k := t
	for k < len(r.d.Tokens) && k < t+2 && r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Upper {
		k++
	}
	if k == t || r.opensSentence(t) || comma && r.d.Tok(k) != "," && r.d.Tok(k) != "." {
		return text.Span{}
	}
	if w := names.ClassOf(r.d.Tok(t)); w&names.Given == 0 && w&(names.NotName|names.Common) != 0 {
		return text.Span{}
	}
	return text.Span{Start: r.d.Tokens[t].Start, End: r.d.Tokens[k-1].End}
}

// stranger returns the person whom the shape of the name does not betray but
// who is the subject of a verb: two capitalised words or more, or the last of
// them. It is a number as in candidate; -1 when it is none.
func (r *resolver) stranger(sp text.Span) int {
	name := r.capitalised(sp)
	if name == "" || r.actorKind(sp) || r.describes(sp) || r.words.Get(strings.ToLower(r.d.Tok(r.d.TokenAt(sp.Start))))&det != 0 {
		return -1
	}
	if k := r.known(name); k < -1 {
		return k
	}
	switch {
	case r.isPlural(name), len(name) > 40 || strings.Contains(name, " and ") || strings.Contains(name, " & "):
		return -1
	case strings.Contains(name, " "):
		return r.other(name)
	}
	return r.surnamed(sp, name)
}

// isPlural reports whether a name is that of many: "Senate Democrats".
func (r *resolver) isPlural(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return plural(last) && names.ClassOf(last)&names.Surname == 0
}

// known returns the number of the stranger of that name or surname met last; -1
// when none was.
func (r *resolver) known(name string) int {
	for i := len(r.others) - 1; i >= max(0, len(r.others)-mostNames); i-- {
		if o := r.others[i]; o == name || strings.HasSuffix(o, name) && o[len(o)-len(name)-1] == ' ' {
			return -2 - i
		}
	}
	return -1
}

// surnamed is stranger for a surname alone: a person of the cast, whose name is
// its, or a word that is known for a name.
func (r *resolver) surnamed(sp text.Span, name string) int {
	if a := r.actorAt(sp, sp); a != nil {
		person := r.other(a.Name)
		if given, _, ok := strings.Cut(a.Name, " "); ok {
			r.gender[person] = names.Gender(given)
		}
		return person
	}
	if i := r.partly(name); i >= 0 {
		return i
	}
	if c := names.ClassOf(name); c&(names.Surname|names.Given) == 0 || c&(names.NotName|names.Common) != 0 {
		return -1
	}
	return r.other(name)
}

// partly returns the only person whose given name is name, or whose surname is
// it in capitals or ends with it: "Hillary", "KROLL", "Greene" for
// Taylor-Greene. -1 when there is none or several are.
func (r *resolver) partly(name string) int {
	found := -1
	for i := range r.all {
		n := &r.all[i]
		if n.Full != i {
			continue
		}
		given, _, _ := strings.Cut(n.Given, " ")
		if given == name || len(name) > 2 && strings.ToUpper(n.Surname) == name || strings.HasSuffix(n.Surname, "-"+name) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// other returns the number of a person of that name that no shape betrays.
func (r *resolver) other(name string) int {
	for i := len(r.others) - 1; i >= max(0, len(r.others)-mostNames); i-- {
		if r.others[i] == name {
			return -2 - i
		}
	}
	r.others = append(r.others, name)
	return -1 - len(r.others)
}

// actorKind reports whether the cast knows the span as no person.
func (r *resolver) actorKind(sp text.Span) bool {
	a := r.actorAt(sp, sp)
	return a != nil && a.Kind != "person" && a.Kind != ""
}
