package pane

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/theme"
)

// Look is how things are drawn at present. All panes share one; only the root
// changes it.
type Look struct {
	*theme.Theme
	cells.Ruler
	Glyphs
	// Version grows with every change of the look: lines that were kept from
	// an older one are drawn again.
	Version int
	// Keys is the key table as it is now; nil in tests that need none.
	Keys *keys.Map
	// Focus is the context of the pane that has the focus.
	Focus keys.Context
	Now   func() time.Time
	// LastLook is when the user last left before this sitting; zero when that is not known.
	LastLook time.Time
	// Presses counts keys and clicks: what is to be confirmed by a second press
	// is given up with any other one, whichever pane that one is for.
	Presses int
	Writes  Queue     // what changes the archive goes through it
	posted  []tea.Msg // waits for the root
	Zone    *time.Location
}

// Glyphs are the few symbols of the screen.
type Glyphs struct {
	TopLeft, TopRight, BottomLeft, BottomRight, Across, Down  string
	Unread, Star, Note, Tick, Unsure, Cursor, Pointer, Bullet string
	Full, Empty                                               string // progress bar
}

// Unicode are the symbols for most terminals: each takes one cell.
var Unicode = Glyphs{"╭", "╮", "╰", "╯", "─", "│", "●", "★", "✎", "✓", "?", "▌", "▸", "•", "█", "░"}

// ASCII are the symbols for terminals and fonts that have no others.
var ASCII = Glyphs{"+", "+", "+", "+", "-", "|", "*", "+", "n", "ok", "?", ">", ">", "-", "#", "."}

// Time writes an instant as lists show it: the hour today, the weekday within
// six days, else the date; "" for the zero time.
func (k *Look) Time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t, now := t.In(k.Zone), k.Now().In(k.Zone)
	switch age := now.Sub(t); {
	case t.YearDay() == now.YearDay() && t.Year() == now.Year():
		return t.Format("15:04")
	case age >= 0 && age < 6*24*time.Hour:
		return t.Format("Mon 15:04")
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// Dated writes when an article was published, as lists show it: the instant,
// else the printed day, else "no date"; never when it was first seen.
func (k *Look) Dated(r desk.Row) string {
	switch {
	case !r.Published.IsZero():
		return k.Time(r.Published)
	case r.Day.IsZero():
		return "no date"
	case r.Day.Year() == k.Now().In(k.Zone).Year():
		return r.Day.Format("2 Jan")
	}
	return r.Day.Format("2 Jan 2006")
}

// Press puts the key of an action into a part of a sentence, such as "; %s
// takes it back"; "" where the action has no key.
func (k *Look) Press(id keys.ID, format string) string {
	if k.Keys == nil || k.Keys.Key(id) == "" {
		return ""
	}
	return fmt.Sprintf(format, k.Keys.Key(id))
}

// Blank returns as many spaces as s takes cells.
func (k *Look) Blank(s string) string { return cells.Blank(k.Width(s)) }

// Send hands a message to the root, in order and before the next key: what
// commands answer may come in any order, what panes ask for must not. It is for
// Update only; a command returns its message instead. The result is always nil.
func (k *Look) Send(msg tea.Msg) tea.Cmd {
	k.posted = append(k.posted, msg)
	return nil
}

// Tell sends a sentence to the status line.
func (k *Look) Tell(l Level, format string, args ...any) tea.Cmd {
	return k.Send(Say{fmt.Sprintf(format, args...), l})
}

// Posted takes the oldest message that was sent; ok is false when there is none.
func (k *Look) Posted() (msg tea.Msg, ok bool) {
	if len(k.posted) == 0 {
		return nil, false
	}
	msg = k.posted[0]
	k.posted = k.posted[1:]
	return msg, true
}
