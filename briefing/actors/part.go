package actors

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// A part is one text of the article: its body, or its headline where that
// stands apart.
type part struct {
	doc    *text.Doc
	head   bool
	names  []names.Name
	props  []proposal
	chosen []proposal      // in text order, without overlap
	taken  []bool          // bytes that a chosen proposal covers
	claims []claim         // backs the claims of the proposals
	laws   []string        // acronyms of laws, treaties and prizes: "Harbour Safety Act (HSA)"
	towns  map[string]bool // countries' aliases that name towns here: "Moscow, Idaho"
	last   map[string]int  // how often each surname stands; made by surnames

	propsRoom, chosenRoom *[]proposal // of props and chosen; given back by close
	takenRoom             *[]bool
}

// Where parts have their room.
var (
	proposalRooms text.Scratch[proposal]
	takenRooms    text.Scratch[bool]
)

// open takes room for what will be found.
func (p *part) open() {
	p.propsRoom, p.chosenRoom, p.takenRoom = proposalRooms.Take(0), proposalRooms.Take(0), takenRooms.Take(len(p.doc.Text))
	p.props, p.chosen, p.taken = *p.propsRoom, *p.chosenRoom, *p.takenRoom
}

// close gives the room back, when nothing of the part is wanted any more.
func (p *part) close() {
	*p.propsRoom, *p.chosenRoom = p.props, p.chosen
	proposalRooms.Give(p.propsRoom)
	proposalRooms.Give(p.chosenRoom)
	takenRooms.Give(p.takenRoom)
}

// english reports whether the text may be English.
func (p *part) english() bool { return p.doc.Lang == "" || strings.HasPrefix(p.doc.Lang, "en") }

// choose takes the longest proposals that do not overlap.
func (p *part) choose() {
	order := make([]int, len(p.props))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &p.props[i], &p.props[j]
		return cmp.Or(cmp.Compare(b.Len(), a.Len()), cmp.Compare(a.Start, b.Start), cmp.Compare(a.rank, b.rank))
	})
	free := order[:0]
	for _, i := range order {
		if !p.covered(p.props[i].Span) {
			p.cover(p.props[i].Span)
			free = append(free, i)
		}
	}
	slices.SortFunc(free, func(i, j int) int { return cmp.Compare(p.props[i].Start, p.props[j].Start) })
	for _, i := range free {
		p.chosen = append(p.chosen, p.props[i])
	}
}

func (p *part) sortChosen() {
	slices.SortFunc(p.chosen, func(a, b proposal) int { return cmp.Compare(a.Start, b.Start) })
}

func (p *part) covered(s text.Span) bool { return slices.Contains(p.taken[s.Start:s.End], true) }

func (p *part) cover(s text.Span) {
	for i := s.Start; i < s.End; i++ {
		p.taken[i] = true
	}
}

// mergeNames joins the persons by shape with the aliases of persons that
// stand at the same place.
func (p *part) mergeNames(r *Registry) {
	at := make(map[text.Span]int, len(p.props))
	for i := range p.props {
		at[p.props[i].Span] = i
	}
	for i := range p.names {
		n := &p.names[i]
		if k, ok := at[n.Span]; ok {
			if p.props[k].kind == Person || n.Given == "" {
				p.props[k].name = i
			}
			if p.props[k].kind == Person {
				continue
			}
		}
		claims := p.withoutInitial(r, n)
		why := "name"
		if n.Given == "" {
			why = "surname"
		}
		p.props = append(p.props, proposal{Span: n.Span, first: p.doc.TokenAt(n.Start), end: p.doc.TokenAt(n.End-1) + 1,
			kind: Person, why: why, claims: claims, name: i, rank: fromNames})
	}
}

// withoutInitial returns the persons of the registry whose name is this one
// without its middle initial, "Ada K. Moreno", where none of their own
// spellings has another initial.
func (p *part) withoutInitial(r *Registry, n *names.Name) []claim {
	first, mid, ok := strings.Cut(n.Given, " ")
	if !ok || len(mid) != 2 || mid[1] != '.' {
		return nil
	}
	var out []claim
	for i := range r.chain(first) {
		a := &r.aliases[i]
		if len(a.text) == len(first)+1+len(n.Surname) && strings.HasSuffix(a.text, n.Surname) {
			if rec := &r.records[a.record]; rec.Kind == Person && !otherInitial(rec, first) {
				out = append(out, claim{a.record, a.flags})
			}
		}
	}
	return out
}

// otherInitial reports whether a spelling of a member of the Congress has a
// middle name behind the first.
func otherInitial(rec *record, first string) bool {
	if rec.Type != "legislator" {
		return false
	}
	for _, s := range [...]string{rec.Name, rec.aliases} {
		for {
			k := strings.Index(s, first+" ")
			if k < 0 {
				break
			}
			s = s[k+len(first)+1:]
			if len(s) > 1 && s[1] == '.' {
				return true
			}
		}
	}
	return false
}

// surnames counts the names of a part by surname.
func (p *part) surnames() map[string]int {
	if p.last == nil {
		p.last = make(map[string]int, len(p.names))
		for i := range p.names {
			p.last[p.names[i].Surname]++
		}
	}
	return p.last
}
