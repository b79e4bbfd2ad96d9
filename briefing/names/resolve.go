package names

import "strings"

// maxNamesakes bounds the persons that are told apart under one surname.
const maxNamesakes = 40

// resolve adds the surnames that stand alone and names the fullest mention of each.
func (f *finder) resolve() []Name {
	last := make(map[string][]int, len(f.found))
	seen := make(map[[2]string]bool, len(f.found))
	for i := range f.found {
		n := &f.found[i]
		full := [2]string{n.Given, n.Surname}
		if n.Given == "" || seen[full] || len(last[n.Surname]) >= maxNamesakes {
			continue
		}
		seen[full] = true
		last[n.Surname] = append(last[n.Surname], i)
		if k := strings.LastIndexByte(n.Surname, ' '); k >= 0 {
			last[n.Surname[k+1:]] = append(last[n.Surname[k+1:]], i)
		}
	}
	out := f.merge(last)
	place := make([]int, len(f.found)) // index of a found name in out
	for i, k := 0, 0; i < len(out); i++ {
		if out[i].Full >= 0 || out[i].Given != "" {
			place[k] = i
			k++
		}
	}
	for i := range out {
		out[i].Full = f.fullest(&out[i], i, last, place)
	}
	return out
}

// merge weaves the bare surnames in among the names; Full is -1 in them.
func (f *finder) merge(last map[string][]int) []Name {
	out := make([]Name, 0, len(f.found)+len(f.alone))
	k := 0
	for i := 0; i <= len(f.found); i++ {
		for k < len(f.alone) && f.alone[k].at == i {
			c := f.alone[k]
			k++
			if key := lastKey(last, c.words); key != "" {
				out = append(out, Name{Span: c.Span, Title: c.title, Surname: key, Gender: c.sex, Full: -1})
			}
		}
		if i < len(f.found) {
			out = append(out, f.found[i])
		}
	}
	return out
}

// lastKey returns the surname under which words are known, "" when they are not.
func lastKey(last map[string][]int, words string) string {
	if _, ok := last[words]; ok {
		return words
	}
	var buf [64]byte
	lower := append(buf[:0], words...)
	if lower[0] >= 'A' && lower[0] <= 'Z' {
		lower[0] += 'a' - 'A' // "Von der Leyen" opens a sentence
	}
	if _, ok := last[string(lower)]; ok {
		return string(lower)
	}
	return ""
}

// fullest returns the index in out of the fullest mention of a name.
func (f *finder) fullest(n *Name, self int, last map[string][]int, place []int) int {
	best := -1
	for _, i := range last[n.Surname] {
		m := &f.found[i]
		if n.Given != "" && !SamePerson(n.Given, m.Given) || n.Given == "" && n.Gender != "" && m.Gender != "" && n.Gender != m.Gender {
			continue
		}
		switch {
		case best < 0 || len(m.Given) > len(f.found[best].Given) && SamePerson(m.Given, f.found[best].Given):
			best = i
		case !SamePerson(m.Given, f.found[best].Given):
			if n.Given == "" {
				return -1
			}
		}
	}
	if best < 0 {
		return self
	}
	return place[best]
}
