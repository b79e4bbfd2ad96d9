// Package theme gives colours to roles. Panes name a role (Muted, Quote,
// Warning); a theme says how it looks. State never rests on colour alone, so
// every theme, also one without colours, can be read.
package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Role is what a piece of text is for.
type Role int

// The roles.
const (
	Text     Role = iota // body text
	Strong               // headings and names
	Muted                // less important: sources, times, hints; still easy to read
	Accent               // what can be chosen, keys, active tabs
	Unread               // title of an unread article
	Star                 // the star
	Border               // frame of a pane
	Focus                // frame and title of the focused pane
	Selected             // the row under the cursor in the focused pane
	Resting              // the row under the cursor elsewhere
	Actor                // marks: an actor's name
	Quote                // marks: words that were said
	Date                 // marks: a date
	Sign                 // marks: a signatory
	Mark                 // the mark one stands on; matched words of a search
	Lit                  // marks: a passage that the user highlighted
	Good                 // verified, done
	Warning              // unsure, slow, sample
	Error                // failed
	Bar                  // header and footer lines
	roles                // number of roles
)

// Theme is a set of styles. Its methods are safe for concurrent use.
type Theme struct {
	Name   string
	Dark   bool // meant for a dark background
	styles [roles]Style
	specs  [roles]spec
}

// Style is a ready SGR sequence. The zero Style leaves text as it is.
type Style struct{ open string }

// On draws s in the style. s holds no escape sequences.
func (s Style) On(text string) string {
	if s.open == "" || text == "" {
		return text
	}
	return s.open + text + "\x1b[m"
}

// Open returns the sequence that begins the style, "" for the zero Style.
func (s Style) Open() string { return s.open }

// Style returns the style of a role.
func (t *Theme) Style(r Role) Style { return t.styles[r] }

// On draws text in the style of a role. text holds no escape sequences.
func (t *Theme) On(r Role, text string) string { return t.styles[r].On(text) }

// spec is a style as written in the tables: colours are "#rrggbb", an ANSI
// number "0" to "15", or "" for the terminal's own.
type spec struct {
	fg, bg string
	attr   string // letters: b bold, i italic, u underline, r reverse
}

// style lets Lip Gloss write the sequence, once: drawing then only puts it
// before the text, which a frame does some hundred times.
func (s spec) style() Style {
	st := lipgloss.NewStyle().Bold(s.has('b')).Italic(s.has('i')).Underline(s.has('u')).Reverse(s.has('r'))
	if s.fg != "" {
		st = st.Foreground(lipgloss.Color(s.fg))
	}
	if s.bg != "" {
		st = st.Background(lipgloss.Color(s.bg))
	}
	open, _, _ := strings.Cut(st.Render("x"), "x")
	return Style{open}
}

func (s spec) has(attr rune) bool { return strings.ContainsRune(s.attr, attr) }

// Colours returns the foreground and background of a role as written in the
// theme: "#rrggbb", "0" to "15", or "" for the terminal's own. Reversed roles
// give the colours as they are before reversing.
func (t *Theme) Colours(r Role) (fg, bg string) { return t.specs[r].fg, t.specs[r].bg }

// Bold reports whether a role is drawn bold.
func (t *Theme) Bold(r Role) bool { return t.specs[r].has('b') }
