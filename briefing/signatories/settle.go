package signatories

import (
	"strings"

	"readout/briefing/names"
)

// settle completes the entries from the rest of the text: full names for bare
// surnames, the role or party of the group that they are part of, the state
// that an office names.
func (f *finder) settle(all []entry) {
	var full map[string][]*entry
	for i := range all {
		e := &all[i]
		if e.Kind == Person && e.single && len(e.words) == 1 {
			if full == nil {
				full = f.fullNames()
			}
			e.fullName(full[e.words[0]])
		}
		if e.Kind == Person && e.Region == "" && e.Country == "" {
			e.Region = memberFor(e.Role)
		}
		if e.Kind == Person && e.Region == "" {
			e.Region = stateOffice(e.Role)
			if e.Region != "" {
				fill(&e.Country, "United States")
			}
		}
	}
	for i, h := range f.hits {
		if i > 0 && f.t.low(h.seg.first-2) == "those" && h.scene == f.hits[i-1].scene {
			f.ofSame(h, f.hits[i-1], all)
		}
		f.ofGroup(h, all)
		f.ofDelegation(h, all)
	}
	f.settleBodies(all)
}

// settleBodies makes bodies of single words that were read as surnames where the
// list names companies.
func (f *finder) settleBodies(all []entry) {
	orgs := 0
	for _, e := range all {
		if e.Kind == Organisation {
			orgs++
		}
	}
	if f.unknownSingles(all) {
		orgs++
	}
	for i := range all { // "Brightwave, Fennel and Northgate Bank"
		if e := &all[i]; e.Kind == Person && e.title == "" && (e.single && orgs > 0 || !f.t.given(e.first) && (f.ofBodies(e) || orgs*2 >= len(all) && e.Role == "" && e.Party == "")) {
			e.Kind, e.Party = Organisation, ""
		}
	}
}

// unknownSingles reports whether all entries are single words that are mostly
// no surnames: "Microsoft, Google and Meta".
func (f *finder) unknownSingles(all []entry) bool {
	surnames := 0
	for _, e := range all {
		if !e.single || e.Kind != Person || e.title != "" {
			return false
		}
		if names.ClassOf(e.Name)&(names.Surname|names.Given) != 0 {
			surnames++
		}
	}
	return len(all) > 1 && surnames*2 < len(all)
}

// ofBodies reports whether an entry is named as one of a group of companies,
// unions or charities: before it, or after "are among".
func (f *finder) ofBodies(e *entry) bool {
	t := f.t
	for i := e.last; i < e.last+30 && i < len(t.w) && t.low(i) != "."; i++ {
		if t.low(i) == "among" && t.oneOf(i-1, "are", "were") {
			for i++; i < e.last+40 && i < len(t.w) && !t.is(i, group); i++ {
			}
			return t.is(i, bodies)
		}
	}
	for i := e.first - 1; i >= 0 && i > e.first-30; i-- {
		if t.oneOf(i, ".", ":") {
			return false
		}
		if t.is(i, bodies) {
			return true
		}
	}
	return false
}

// fullNames indexes the persons with a full name in the whole text by their
// last word.
func (f *finder) fullNames() map[string][]*entry {
	m := make(map[string][]*entry)
	for k := range f.sc {
		for n := range f.sc[k].segs {
			es := f.sc[k].segs[n].entries
			for i := range es {
				if e := &es[i]; e.Kind == Person && !e.single {
					if e.words = e.nameWords(); len(e.words) > 1 {
						last := e.words[len(e.words)-1]
						m[last] = append(m[last], e)
					}
				}
			}
		}
	}
	return m
}

// fullName gives an entry that is a bare surname the one full name that the
// text has for it, with what stands there.
func (e *entry) fullName(known []*entry) {
	for _, o := range known {
		if !same(known[0], o) {
			return // two people of one surname
		}
	}
	if len(known) > 0 {
		e.take(known[0])
	}
}

// stateOffice returns the postal code of the state whose office a role names:
// "Governor of Vermont", "Ohio Attorney General".
func stateOffice(role string) string {
	low := strings.ToLower(role)
	for _, o := range []string{"attorney general", "lieutenant governor", "governor", "secretary of state"} {
		i := strings.Index(low, o)
		if i < 0 {
			continue
		}
		if s := usState(strings.TrimSuffix(strings.TrimSpace(role[:i]), "'s")); s != "" && i > 3 {
			return s
		}
		if rest, ok := strings.CutPrefix(strings.TrimSpace(low[i+len(o):]), "of "); ok {
			return usState(rest)
		}
	}
	return ""
}

// memberFor returns the constituency that a role names: "member for Warrawee".
func memberFor(role string) string {
	for _, m := range []string{"member for ", "MP for "} {
		if i := strings.Index(role, m); i >= 0 && !strings.Contains(role[i:], ",") {
			return strings.TrimPrefix(role[i+len(m):], "the ")
		}
	}
	return ""
}
