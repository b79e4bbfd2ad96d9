package list

import (
	"cmp"
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// ordering is a listing by story: the rows that show, and what stands below them.
type ordering struct {
	all     []desk.Key            // every article of the filter, newest first
	stories map[desk.Key]desk.Key // by article; those that stand alone are left out
	sort    sorting
	first   map[desk.Key]rank       // stories that come first: a watched name is in them; nil = by time alone
	rows    []desk.Key              // those that show
	under   map[desk.Key][]desk.Key // by row: the older articles of its story
	capped  bool                    // there are more
	part    bool                    // it is the beginning of a listing that is on its way
}

// order answers a query in an order. By story, the stories that bear a watched
// name come first in an edition: what came in since a moment. It is for commands.
func order(ctx context.Context, d *desk.Desk, q query.Query, limit int, by sorting, open map[desk.Key]bool) (*ordering, error) {
	l, err := d.List(ctx, q, limit)
	if err != nil {
		return nil, err
	}
	o := &ordering{all: l.Keys, capped: l.Capped, sort: by}
	if by != byStory {
		o.all, err = by.arrange(ctx, d, l.Keys)
		o.fold(nil)
		return o, err
	}
	var some []desk.Key // nil = all
	if o.capped || len(o.all) <= firstRows {
		some = o.all
	}
	if o.stories, err = d.Stories(ctx, some); err != nil {
		return nil, err
	}
	if q.Asks(query.Seen) {
		reasons, err := d.Reasons(ctx, o.all)
		if err != nil {
			return nil, err
		}
		o.first = ranks(reasons, o.story, principal(d))
	}
	o.fold(open)
	return o, nil
}

// beginning is the beginning of an order in which the newest articles come
// first, enough for a first screen; the whole where it is as short. What stands
// below a row is complete, if not in its order, so that the row looks the same
// in the whole.
func beginning(ctx context.Context, d *desk.Desk, q query.Query, limit int, by sorting, open map[desk.Key]bool) (*ordering, error) {
	o, err := order(ctx, d, q, limit, by, open)
	if err != nil || !o.capped {
		return o, err
	}
	o.part = true
	listed := make(map[desk.Key]bool, len(o.all))
	for _, k := range o.all {
		listed[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(o.stories)) {
		if !listed[k] {
			o.all = append(o.all, k)
		}
	}
	o.fold(open)
	return o, nil
}

// rank is where a story stands in an edition.
type rank int

// The ranks, the first ones last.
const (
	unwatched rank = iota
	watched        // a watched name or topic is in it
	foremost       // the principal is in it
)

// ranks are those of stories whose articles are there for reasons.
func ranks(reasons map[desk.Key][]desk.Reason, story func(desk.Key) desk.Key, principal string) map[desk.Key]rank {
	out := map[desk.Key]rank{}
	for k, rs := range reasons {
		r := watched
		if slices.ContainsFunc(rs, func(r desk.Reason) bool { return r.Value == principal }) {
			r = foremost
		}
		s := story(k)
		out[s] = max(out[s], r)
	}
	return out
}

// story is what groups an article: the article that began its story, or itself.
func (o *ordering) story(k desk.Key) desk.Key {
	if s, ok := o.stories[k]; ok {
		return s
	}
	return k
}

// fold makes one row of each story, its newest article; in stories that are
// open the others follow.
func (o *ordering) fold(open map[desk.Key]bool) {
	o.under = map[desk.Key][]desk.Key{}
	heads := map[desk.Key]desk.Key{}
	o.rows = make([]desk.Key, 0, len(o.all))
	for _, k := range o.all {
		s, grouped := o.stories[k]
		if head, seen := heads[s]; grouped && seen {
			o.under[head] = append(o.under[head], k)
			continue
		}
		if grouped {
			heads[s] = k
		}
		o.rows = append(o.rows, k)
	}
	if o.first != nil {
		slices.SortStableFunc(o.rows, func(a, b desk.Key) int { return cmp.Compare(o.first[o.story(b)], o.first[o.story(a)]) })
	}
	if len(open) == 0 {
		return
	}
	folded := o.rows
	o.rows = make([]desk.Key, 0, len(o.all))
	for _, k := range folded {
		o.rows = append(o.rows, k)
		if open[o.story(k)] {
			o.rows = append(o.rows, o.under[k]...)
		}
	}
}

// row is the index of the row that shows an article: its own, or its story's; -1 for none.
func (o *ordering) row(k desk.Key) int {
	if i := slices.Index(o.rows, k); i >= 0 || k == 0 {
		return i
	}
	s, ok := o.stories[k]
	if !ok {
		return -1
	}
	return slices.IndexFunc(o.rows, func(r desk.Key) bool { return o.stories[r] == s })
}

// unfold shows the other articles of the selected story below its newest, or
// hides them.
func (p *Pane) unfold() tea.Cmd {
	k := p.Selected()
	s := p.order.story(k)
	if p.order.sort != byStory && p.order.sort != "" {
		return p.look.Tell(pane.Info, "The list is %s, not by story%s.", p.order.sort.words(), p.look.Press(keys.Sort, "; %s sorts it another way"))
	}
	if len(p.order.under[k]) == 0 && !p.unfolded[s] {
		return p.look.Tell(pane.Info, "This list has no other article on this story.")
	}
	p.unfolded[s] = !p.unfolded[s]
	maps.DeleteFunc(p.unfolded, func(_ desk.Key, open bool) bool { return !open })
	p.order.fold(p.unfolded)
	return p.place(p.order)
}

// uncover returns the index of an article that the list holds; where it stands
// below another one, its story is opened. -1 when the list does not hold it.
func (p *Pane) uncover(k desk.Key) int {
	if i := slices.Index(p.keys, k); i >= 0 || !slices.Contains(p.order.all, k) {
		return i
	}
	p.unfolded[p.order.story(k)] = true
	p.order.fold(p.unfolded)
	p.place(p.order)
	return slices.Index(p.keys, k)
}

// hold opens the story of the selected article where an ordering would hide the
// article below a newer one: who reads it goes on reading it.
func (p *Pane) hold(o *ordering) {
	if k := p.Selected(); slices.Contains(o.all, k) && !slices.Contains(o.rows, k) {
		p.unfolded[o.story(k)] = true
		o.fold(p.unfolded)
	}
}

// place shows an ordering and says so when another article is selected then.
func (p *Pane) place(o *ordering) tea.Cmd {
	before := p.Selected()
	p.lay(o)
	if now := p.Selected(); now != before {
		return p.look.Send(pane.Selected{Key: now})
	}
	return nil
}

// lay shows an ordering and keeps the place in it: the selected article, its
// story, or what stood next to it.
func (p *Pane) lay(o *ordering) {
	before, offset := p.Selected(), p.sel-p.top
	sel := o.row(before)
	if sel < 0 {
		sel, _ = place(p.keys, p.sel, o.rows)
	}
	p.order, p.keys, p.asking = o, o.rows, false
	p.sel, p.top = sel, max(sel-offset, 0)
	clear(p.lines)
	p.keep()
}
