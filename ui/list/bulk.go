package list

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// all acts on what is in the list: the first press says how many and remembers
// which, the second does it, however the list has changed since.
func (p *Pane) all(id keys.ID, frozen []desk.Key) tea.Cmd {
	switch {
	case len(frozen) > 0 && id == keys.AllRead:
		return p.mark(frozen, desk.Read, true)
	case len(frozen) > 0:
		return p.export(frozen)
	case len(p.keys) == 0:
		return p.look.Tell(pane.Info, "There is no article in this list.")
	case id == keys.AllRead:
		return p.countUnread()
	}
	p.freeze(id, slices.Clone(p.order.all))
	return p.look.Tell(pane.Warn, "%sxports the %s of this list; any other key does not.", p.again(id, "e", "E"), articles(len(p.frozen)))
}

// freeze keeps what a second press acts on; any other key between them gives it up.
func (p *Pane) freeze(id keys.ID, list []desk.Key) {
	p.frozen, p.frozenFor, p.frozenAt = list, id, p.look.Presses
}

// again begins a question with the key that was pressed: "A again m" or "M".
func (p *Pane) again(id keys.ID, lower, upper string) string {
	return cmp.Or(p.look.Press(id, "%s again "+lower), upper)
}

// unread answers what a second AllRead would change.
type unread struct {
	press int // how many keys had been pressed
	keys  []desk.Key
}

// countUnread looks up which articles of the list are unread.
func (p *Pane) countUnread() tea.Cmd {
	all, press := slices.Clone(p.order.all), p.look.Presses
	return pane.Go("Counting unread articles", func() tea.Msg {
		ks, err := p.desk.Unread(context.Background(), all)
		if err != nil {
			return pane.Sorry("Counting unread articles", err)
		}
		return unread{press, ks}
	})
}

// counted asks whether to mark what is unread, unless something else was done meanwhile.
func (p *Pane) counted(m unread) {
	switch {
	case m.press != p.look.Presses:
	case len(m.keys) == 0:
		p.look.Tell(pane.Info, "All articles of this list are read.")
	default:
		p.freeze(keys.AllRead, m.keys)
		p.look.Tell(pane.Warn, "%sarks %s of this list read; any other key leaves them.", p.again(keys.AllRead, "m", "M"), unreadArticles(len(m.keys)))
	}
}

func unreadArticles(n int) string {
	if n == 1 {
		return "the one unread article"
	}
	return fmt.Sprintf("the %d unread articles", n)
}

func articles(n int) string {
	if n == 1 {
		return "one article"
	}
	return fmt.Sprintf("%d articles", n)
}
