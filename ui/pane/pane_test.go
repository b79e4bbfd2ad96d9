package pane

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // zones also where the system has none

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/theme"
)

type still struct{ title, text string }

func (s still) Update(tea.Msg) tea.Cmd { return nil }
func (s still) Lines(w, h int) []string {
	return Fill([]string{cells.Points.Fit(s.text, w)}, w, h)
}
func (s still) Title() string         { return s.title }
func (s still) Foot() string          { return "1/2" }
func (s still) Context() keys.Context { return keys.List }

func look() *Look {
	t, _ := theme.Get("dark")
	return &Look{Theme: t, Glyphs: Unicode, Now: func() time.Time { return time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC) }, Zone: time.UTC}
}

func TestFrameIsExact(t *testing.T) {
	k := look()
	for _, title := range []string{"", "Articles", "国际刑事法院发布逮捕令 👨‍👩‍👧", strings.Repeat("long ", 40)} {
		for w := range 40 {
			for h := range 6 {
				lines := k.Frame(still{title, "国 text"}, w, h, true)
				if len(lines) != h {
					t.Fatalf("%q %dx%d: %d lines", title, w, h, len(lines))
				}
				for _, l := range lines {
					if k.Width(l) != w {
						t.Fatalf("%q %dx%d: %q is %d wide", title, w, h, l, k.Width(l))
					}
				}
			}
		}
	}
}

func TestOverKeepsWidth(t *testing.T) {
	k := look()
	for x := range 12 {
		under := []string{k.On(theme.Accent, "国国国国国国国国国国"), "abcdefghijklmnopqrst"}
		k.Over(under, []string{"[box]", "[box]", "[box]"}, x, 0)
		for _, l := range under {
			if k.Width(l) != 20 || !strings.Contains(l, "[box]") {
				t.Errorf("at %d: %q is %d wide", x, l, k.Width(l))
			}
		}
	}
}

func TestZip(t *testing.T) {
	got := Zip([]string{"a", "b"}, []string{"1", "2"}, []string{"x", "y"})
	if strings.Join(got, "|") != "a1x|b2y" {
		t.Errorf("Zip = %q", got)
	}
}

func TestTime(t *testing.T) {
	k := look()
	for _, c := range []struct{ in, want string }{
		{"2026-03-04T05:12:00Z", "05:12"}, {"2026-03-03T22:00:00Z", "Tue 22:00"}, {"2026-01-02T00:00:00Z", "2 Jan"}, {"2025-01-02T00:00:00Z", "2 Jan 2025"},
	} {
		at, _ := time.Parse(time.RFC3339, c.in)
		if got := k.Time(at); got != c.want {
			t.Errorf("Time(%s) = %q, want %q", c.in, got, c.want)
		}
	}
	if k.Time(time.Time{}) != "" {
		t.Error("an unknown time must not be shown")
	}
}

// Over a change of clocks the hours are those of the zone, today ends at its
// midnight, and a moment to come is no weekday of the past.
func TestTimeOverClockChanges(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ now, in, want string }{
		{"2026-03-29T12:00:00+02:00", "2026-03-29T00:30:00Z", "01:30"},
		{"2026-03-29T12:00:00+02:00", "2026-03-29T01:30:00Z", "03:30"},
		{"2026-03-29T12:00:00+02:00", "2026-03-28T22:59:00Z", "Sat 23:59"},
		{"2026-10-25T12:00:00+01:00", "2026-10-25T00:30:00Z", "02:30"},
		{"2026-10-25T12:00:00+01:00", "2026-10-25T01:30:00Z", "02:30"},
		{"2026-10-25T23:30:00+01:00", "2026-10-24T22:10:00Z", "00:10"},
		{"2026-10-26T00:30:00+01:00", "2026-10-24T22:10:00Z", "Sun 00:10"},
		{"2026-10-26T00:30:00+01:00", "2026-10-26T22:10:00Z", "23:10"},
		{"2026-10-26T00:30:00+01:00", "2026-10-28T22:10:00Z", "28 Oct"},
		{"2026-10-26T00:30:00+01:00", "2027-10-26T22:10:00Z", "27 Oct 2027"},
	} {
		k := look()
		k.Zone = zone
		k.Now = func() time.Time { now, _ := time.Parse(time.RFC3339, c.now); return now }
		at, _ := time.Parse(time.RFC3339, c.in)
		if got := k.Time(at); got != c.want {
			t.Errorf("at %s Time(%s) = %q, want %q", c.now, c.in, got, c.want)
		}
	}
}

func TestGoRecovers(t *testing.T) {
	msg := Go("Loading", func() tea.Msg { panic("x") })()
	if s, ok := msg.(Say); !ok || s.Level != Fail {
		t.Errorf("got %#v", msg)
	}
}
