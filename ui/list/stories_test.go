package list

import (
	"slices"
	"testing"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/keys"
)

// told is nine articles; 8, 5 and 2 tell one story, 7 and 1 another.
func told() *ordering {
	return &ordering{
		all:     []desk.Key{9, 8, 7, 6, 5, 4, 3, 2, 1},
		stories: map[desk.Key]desk.Key{8: 2, 5: 2, 2: 2, 7: 1, 1: 1},
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name  string
		open  map[desk.Key]bool
		first map[desk.Key]rank
		want  []desk.Key
	}{
		{"a row a story", nil, nil, []desk.Key{9, 8, 7, 6, 4, 3}},
		{"one open", map[desk.Key]bool{2: true}, nil, []desk.Key{9, 8, 5, 2, 7, 6, 4, 3}},
		{"watched first, each in the order of time", nil, map[desk.Key]rank{1: watched, 3: watched}, []desk.Key{7, 3, 9, 8, 6, 4}},
		{"the principal before them", nil, map[desk.Key]rank{1: watched, 3: foremost}, []desk.Key{3, 7, 9, 8, 6, 4}},
		{"both", map[desk.Key]bool{1: true}, map[desk.Key]rank{1: watched}, []desk.Key{7, 1, 9, 8, 6, 4, 3}},
	} {
		o := told()
		o.first = c.first
		o.fold(c.open)
		if !slices.Equal(o.rows, c.want) {
			t.Errorf("%s: %v, want %v", c.name, o.rows, c.want)
		}
		if !slices.Equal(o.under[8], []desk.Key{5, 2}) {
			t.Errorf("%s: under 8 stand %v", c.name, o.under[8])
		}
	}
}

// TestUnfold opens and closes a story; the selection stays with it, and what
// is done to the whole list is done to what is folded, too.
func TestUnfold(t *testing.T) {
	p := New(look(cells.Points), nil)
	o := told()
	o.fold(nil)
	for _, k := range o.all {
		p.asked[k] = 1
	}
	p.Lines(60, 20)
	p.lay(o)
	p.move(1)
	p.act(keys.Unfold)
	if p.Selected() != 8 || len(p.keys) != 8 {
		t.Fatalf("open: on %d of %v", p.Selected(), p.keys)
	}
	p.move(3) // the oldest of the story
	p.act(keys.Unfold)
	if p.Selected() != 8 || len(p.keys) != 6 {
		t.Fatalf("closed from within: on %d of %v", p.Selected(), p.keys)
	}
	p.act(keys.ExportList)
	if len(p.frozen) != 9 {
		t.Errorf("X takes %d of 9 articles", len(p.frozen))
	}
	if i := p.uncover(1); i < 0 || p.keys[i] != 1 {
		t.Errorf("a folded article is not found: %v", p.keys)
	}
	if i := p.uncover(77); i >= 0 {
		t.Error("an article of another list is found")
	}
}

// TestHold has a newer article of the story of the selected one asked for: the
// selection, which the reader shows, stays on its article.
func TestHold(t *testing.T) {
	p := New(look(cells.Points), nil)
	old := &ordering{all: []desk.Key{9, 7, 6, 5}}
	old.fold(nil)
	p.lay(old)
	p.move(3)
	o := told()
	o.fold(nil)
	p.latest = o
	p.showNew()
	if p.Selected() != 5 || !slices.Equal(p.keys, []desk.Key{9, 8, 5, 2, 7, 6, 4, 3}) {
		t.Errorf("on %d of %v", p.Selected(), p.keys)
	}
}

// TestNewHead has a newer article of the selected story arrive: the selection
// stays on the story.
func TestNewHead(t *testing.T) {
	p := New(look(cells.Points), nil)
	o := told()
	o.fold(nil)
	p.Lines(60, 20)
	p.lay(o)
	p.move(1)
	newer := told()
	newer.all = append([]desk.Key{11, 10}, newer.all...)
	newer.stories[10] = 2
	newer.fold(nil)
	p.lay(newer)
	if p.Selected() != 10 {
		t.Errorf("the selection went to %d", p.Selected())
	}
}

func TestReason(t *testing.T) {
	actor := func(v, n string) desk.Reason { return desk.Reason{Field: "actor", Value: v, Name: n} }
	for _, c := range []struct {
		in   []desk.Reason
		want string
	}{
		{nil, ""},
		{[]desk.Reason{actor("mep", "M")}, "names your principal"},
		{[]desk.Reason{actor("icc", "ICC"), {Field: "topic", Value: "war", Name: "War"}, actor("x", "X")}, "names ICC, is on War"},
		{[]desk.Reason{actor("mep", "M"), actor("icc", "ICC")}, "names your principal and ICC"},
	} {
		if got := reason(c.in, "mep"); got != c.want {
			t.Errorf("%v: %q, want %q", c.in, got, c.want)
		}
	}
}
