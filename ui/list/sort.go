package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// sorting is an order of the list; "" stands for the one that was kept.
type sorting string

// The orders, as they are kept.
const (
	byStory     sorting = "story"
	newestFirst sorting = "newest"
	oldestFirst sorting = "oldest"
	bySource    sorting = sorting(desk.BySource)
	unreadFirst sorting = sorting(desk.UnreadFirst)
)

// sortings are the orders in the order in which one goes through them.
var sortings = []sorting{byStory, newestFirst, oldestFirst, bySource, unreadFirst}

// words is the order as the title says it; "" where none is known.
func (s sorting) words() string {
	return map[sorting]string{byStory: "by story", newestFirst: "newest first", oldestFirst: "oldest first", bySource: "by source", unreadFirst: "unread first"}[s]
}

// newestOnTop reports whether the list begins with the newest article.
func (s sorting) newestOnTop() bool { return s == byStory || s == newestFirst }

// sortKey is what the desk keeps the order under.
const sortKey = "sort"

// orKept is the order, or the one that was kept. It is for commands; what
// cannot be read stands for the first one.
func (s sorting) orKept(d *desk.Desk) sorting {
	if s == "" {
		kept, err := d.State(sortKey)
		s = sorting(kept)
		if err != nil || !slices.Contains(sortings, s) {
			s = byStory
		}
	}
	return s
}

// arrange brings articles, newest first, into an order other than by story.
func (s sorting) arrange(ctx context.Context, d *desk.Desk, ks []desk.Key) ([]desk.Key, error) {
	switch s {
	case bySource, unreadFirst:
		return d.Arrange(ctx, ks, desk.Order(s))
	case oldestFirst:
		ks = slices.Clone(ks)
		slices.Reverse(ks)
	}
	return ks, nil
}

// resort lists in the next order and keeps it.
func (p *Pane) resort() tea.Cmd {
	i := max(slices.Index(sortings, p.sort), 0)
	p.sort = sortings[(i+1)%len(sortings)]
	next := sortings[(i+2)%len(sortings)]
	p.look.Tell(pane.Done, "Sorted %s%s", p.sort.words(), p.look.Press(keys.Sort, "; %s again sorts "+next.words()))
	p.asking = true
	kept := string(p.sort)
	return tea.Batch(p.list(false, false), p.look.Writes.Go("Keeping the order", func() tea.Msg {
		_ = p.desk.SetState(sortKey, kept) // a convenience: its loss is not worth a word
		return nil
	}))
}
