package list

import (
	"slices"
	"testing"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/keys"
)

// shownOf is a pane that shows all articles of a desk, their rows loaded.
func shownOf(t *testing.T, d *desk.Desk) *Pane {
	t.Helper()
	p := New(look(cells.Points), d)
	p.begun = true
	m := p.list(false, false)()
	p.loaded(p.Update(m)().(loaded))
	return p
}

// TestLateRows: rows that were read before a change and come after those that
// were read behind it do not take their place.
func TestLateRows(t *testing.T) {
	p := shownOf(t, desked(t, 3))
	k := p.Selected()
	p.reload([]desk.Key{k})
	early := p.need()().(loaded)
	p.reload([]desk.Key{k})
	late := p.need()().(loaded)
	late.rows = slices.Clone(late.rows)
	late.rows[0].Starred = true
	p.Update(late)
	p.Update(early)
	if !p.rows[k].Starred {
		t.Error("an older state of the row is shown")
	}
	if p.need() != nil {
		t.Error("rows that are there are asked for")
	}
}

// TestGoesWhereOneIs: a search for the next unread article that ends after the
// user has gone elsewhere leads nowhere.
func TestGoesWhereOneIs(t *testing.T) {
	p := shownOf(t, desked(t, 3))
	p.forget()
	found := p.nextUnread()()
	p.look.Presses++
	p.act(keys.Bottom)
	at := p.Selected()
	p.Update(found)
	if p.Selected() != at {
		t.Errorf("from %d to %d", at, p.Selected())
	}
}

// TestComparesWithWhatIsShown counts what is new against the list that is shown
// when the count comes, not against the one of when it was asked for.
func TestComparesWithWhatIsShown(t *testing.T) {
	p := shownOf(t, desked(t, 3))
	whole := p.order
	p.lay(&ordering{all: whole.all[2:], rows: whole.all[2:]})
	p.list(true, false)() // finds two new ones
	late := p.list(true, false)().(listed)
	p.latest = whole
	p.act(keys.ShowNew)
	if cmd := p.listed(late); cmd != nil {
		p.Update(cmd())
	}
	if p.fresh != 0 {
		t.Errorf("%d new, after they were shown", p.fresh)
	}
}
