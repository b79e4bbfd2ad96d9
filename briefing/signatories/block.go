package signatories

import "strings"

// endBlock finds the names that a text ends with where nothing announces them:
// a letter by its salutation ("SIR – As doctors, we"), or a joint statement by
// its title, of people who say "we".
func (f *finder) endBlock() {
	cue, ok := f.opensDocument()
	if !ok {
		return
	}
	from := len(f.t.d.Paragraphs)
	for from > 0 && !f.prose(from-1) {
		from--
	}
	seg := segment{first: -1}
	if from == 0 {
		return
	}
	f.block(from, &seg)
	if len(seg.entries) < 2 {
		return
	}
	for i := range seg.entries {
		if e := &seg.entries[i]; e.Kind == Person && (e.single || e.Role == "" && !f.t.fullPerson(e)) {
			return
		}
	}
	f.addLines(&seg, cue)
}

// opensDocument reports whether the text is itself what was signed, and the
// words that say so.
func (f *finder) opensDocument() (cue [2]int, ok bool) {
	t, we := f.t, false
	for i := range t.w {
		we = we || t.low(i) == "we"
	}
	for i := 0; we && i < min(4, len(t.d.Paragraphs)); i++ {
		p := t.d.Paragraphs[i]
		first := t.d.TokenAt(p.Start)
		last := t.d.TokenAt(p.End)
		if last-first < 2 {
			continue
		}
		if t.salutation(first) {
			return [2]int{first, first + 2}, true
		}
		if f.prose(i) || last-first > 18 {
			continue
		}
		for w := first; w < last; w++ {
			if k := t.w[w].doc; (k == Letter || k == Statement) && (t.oneOf(w-1, "joint", "open", "public") || w == first && t.oneOf(w+1, "to", "of", "by", "from")) {
				return [2]int{w, w + 1}, true
			}
		}
	}
	return cue, false
}

// salutation reports whether token i opens a letter: "Dear", "SIR –".
func (t *table) salutation(i int) bool {
	return t.upper(i) && (t.low(i) == "dear" || t.oneOf(i, "sir", "madam", "editor") && t.oneOf(i+1, ",", "–", "—", "-", ":"))
}

// closingBefore returns where the closing of a letter begins that the comma at
// token i ends ("Yours faithfully, Jane Roe and John Doe"), -1 for none.
func (t *table) closingBefore(i int) int {
	for c := i - 1; c > i-4 && t.low(i) == ","; c-- {
		if t.is(c, closing) && t.upper(c) && (t.oneOf(c-1, ".", "!", "\"", "”", ":") || c == 0) {
			return c
		}
	}
	return -1
}

// minProse is the least number of words in lower case in a paragraph of prose.
const minProse = 5

// prose reports whether paragraph i is running text: it closes as a sentence
// does, and most of it is no name.
func (f *finder) prose(i int) bool {
	t, p := f.t, f.t.d.Paragraphs[i]
	first, last := t.d.TokenAt(p.Start), t.d.TokenAt(p.End)
	small := 0
	for w := first; w < last; w++ {
		if t.word(w) && !t.upper(w) {
			small++
		}
	}
	end := last - 1
	for end > first && t.oneOf(end, "\"", "”", "’", ")") {
		end--
	}
	return small >= minProse && t.oneOf(end, ".", "?", "!", ":")
}

// affiliations makes roles of bodies that stand in turn with persons, a line
// each ("Jane Roe | University of Leeds | John Doe | Leeds Law School"), or
// under persons whom blank lines part.
func (s *segment) affiliations() {
	bodies, roles, parted := 0, 0, 0
	for i, e := range s.entries {
		switch {
		case e.Kind == Organisation && i > 0 && s.entries[i-1].Kind == Person && (s.entries[i-1].Role == "" || e.below):
			bodies++
		case e.Kind != Person:
			return
		case e.Role != "":
			roles++
		}
		if e.Kind == Person && !e.below {
			parted++
		}
	}
	if parted > 1 && parted+bodies == len(s.entries) {
		roles = parted
	}
	if said := bodies + roles; bodies == 0 || said < 2 || (said+1)*2 < len(s.entries)-bodies {
		return
	}
	var out []entry
	for _, e := range s.entries {
		if e.Kind == Organisation {
			out[len(out)-1].Role = joinRoles(out[len(out)-1].Role, e.Name)
			continue
		}
		out = append(out, e)
	}
	s.entries = out
}

// below reports whether the line of token i stands right under another.
func (t *table) below(i int) bool {
	return i > 0 && strings.Count(t.d.Text[t.d.Tokens[i-1].End:t.d.Tokens[i].Start], "\n") == 1
}
