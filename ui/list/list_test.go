package list

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

func look(r cells.Ruler) *pane.Look {
	th, _ := theme.Get("dark")
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	return &pane.Look{Theme: th, Ruler: r, Glyphs: pane.Unicode, Focus: keys.List, Now: func() time.Time { return now }, Zone: time.UTC}
}

// titles are headlines as feeds have them, and as attackers would.
var titles = []string{
	"Президент підписав указ про санкції проти портових операторів", "国际刑事法院发布逮捕令，涉及三名指挥官", "محكمة العدل الدولية تصدر قراراً بشأن السفن",
	"नमस्ते दुनिया और एक लंबा शीर्षक", "Family 👨‍👩‍👧‍👦 and 👍🏽 ❤️ 🇺🇦 in a headline", "\x1b]52;c;aGVsbG8=\x07\x1b[2J\x1b[31mred", "\u202egnp.exe\u2069 and \u2066more",
	"a" + strings.Repeat("\u0301", 50), strings.Repeat("word", 100), strings.Repeat("国", 200), "tab\tline\nbreak\rback\b", "", "\xff\xfe bytes",
}

func filled(r cells.Ruler) *Pane {
	p := New(look(r), nil)
	for i, s := range titles {
		k := desk.Key(i + 1)
		p.keys = append(p.keys, k)
		p.rows[k] = desk.Row{Key: k, Title: s, Source: s, Sort: p.look.Now(), Actors: []string{s}, Read: i%2 == 0, Starred: i%3 == 0, HasNote: i%4 == 0, Signers: i, Quotes: i}
		p.asked[k] = 1
	}
	p.loading = false
	return p
}

func TestHostileTitlesKeepTheWidth(t *testing.T) {
	for _, r := range []cells.Ruler{cells.Points, cells.Clusters} {
		p := filled(r)
		for w := 1; w < 90; w++ {
			for _, h := range []int{1, 2, 5, 40} {
				lines := p.Lines(w, h)
				if len(lines) != h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if n := p.look.Width(l); n != w {
						t.Fatalf("ruler %d, %dx%d: %q is %d cells wide", r, w, h, l, n)
					}
					if s := ansi.Strip(l); strings.ContainsAny(s, "\x1b\x07\u202e\u2066\r\b") {
						t.Fatalf("%q reaches the screen", s)
					}
				}
			}
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, now []desk.Key
		at, want int
		ok       bool
	}{
		{"new ones above", []desk.Key{5, 4, 3}, []desk.Key{7, 6, 5, 4, 3}, 1, 3, true},
		{"it has left: the next below", []desk.Key{5, 4, 3}, []desk.Key{5, 3}, 1, 1, true},
		{"all below have left: the next above", []desk.Key{5, 4, 3}, []desk.Key{5}, 1, 0, true},
		{"another list", []desk.Key{5, 4}, []desk.Key{9, 8}, 1, 0, false},
		{"empty before", nil, []desk.Key{1}, 0, 0, false},
	} {
		if got, ok := place(c.old, c.at, c.now); got != c.want || ok != c.ok {
			t.Errorf("%s: %d, %v", c.name, got, ok)
		}
	}
	old := []desk.Key{3, 2, 1}
	if n := missing(old, []desk.Key{5, 4, 3, 1}) + missing(old, []desk.Key{5, 4, 3, 2, 1}) + missing(old, old) + missing(old, []desk.Key{1, 4}); n != 5 {
		t.Errorf("missing = %d", n)
	}
}

// TestWindow walks to the end and back: the selected row is always visible.
func TestWindow(t *testing.T) {
	p := filled(cells.Points)
	p.Lines(60, 9)
	for _, id := range []keys.ID{keys.Bottom, keys.Up, keys.HalfUp, keys.PageUp, keys.PageDown, keys.Top, keys.Down, keys.HalfDown} {
		i, _ := p.target(id)
		p.move(i)
		if p.sel < p.top || p.sel >= p.top+p.page {
			t.Errorf("after %s row %d is not in %d..%d", id, p.sel, p.top, p.top+p.page-1)
		}
	}
}

// All rows of a window are asked for, also of one taller than a page of rows;
// what is on its way is not asked for again.
func TestTallWindowIsAskedForOnce(t *testing.T) {
	p := New(look(cells.Points), nil)
	for k := range 300 {
		p.keys = append(p.keys, desk.Key(k+1))
	}
	p.page, p.top = 150, 150
	if p.need() == nil || p.need() != nil {
		t.Error("rows are not asked for, or again and again")
	}
	for _, k := range p.keys[p.top:] {
		if p.asked[k] == 0 {
			t.Fatalf("row %d is not asked for", k)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	p := filled(cells.Points)
	for b.Loop() {
		p.move((p.sel + 1) % len(p.keys))
		p.look.Posted()
		p.Lines(60, 46)
	}
}

// TestSaysThatAnArticleChanged shows in its row that its outlet changed it.
func TestSaysThatAnArticleChanged(t *testing.T) {
	p := filled(cells.Points)
	r := desk.Row{Title: "Envoys meet", Source: "Gulf Ledger", Published: p.look.Now(), Revised: true}
	if got := p.meta(r); got != "06:40 · changed · Gulf Ledger" {
		t.Errorf("%q", got)
	}
}

// TestNextUnreadBeyondTheLoadedRows asks the archive about rows that are not there.
func TestNextUnreadBeyondTheLoadedRows(t *testing.T) {
	ctx := context.Background()
	d, err := desk.Demo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Mark(ctx, l.Keys[:3], desk.Read); err != nil {
		t.Fatal(err)
	}
	p := New(look(cells.Points), d)
	p.keys = l.Keys
	if got := p.nextUnread()(); got != (reach{0, l.Keys[3]}) {
		t.Errorf("it goes to %v, want %v", got, l.Keys[3])
	}
	if _, err := d.Mark(ctx, l.Keys, desk.Read); err != nil {
		t.Fatal(err)
	}
	if got, ok := p.nextUnread()().(pane.Say); !ok || got.Text != noneUnread {
		t.Errorf("it says %v", got)
	}
}
