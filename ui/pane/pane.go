// Package pane holds what all panes and overlays of the screen share: the Pane
// interface, how things look, the frame around a pane, the row zip that sets
// panes side by side, and the messages that panes and root exchange.
package pane

import (
	tea "charm.land/bubbletea/v2"

	"readout/ui/keys"
)

// Pane is one rectangle of the screen. Its methods never block and never do
// I/O: work goes into the command that Update returns, and its answer comes
// back as a message.
type Pane interface {
	// Update changes the pane. Panes get Act, Click and Wheel when these are
	// meant for them, and every other message that is not the root's own.
	Update(msg tea.Msg) tea.Cmd
	// Lines draws the content: exactly h lines, each exactly w cells wide.
	Lines(w, h int) []string
	// Title is the text in the pane's frame; it is plain text.
	Title() string
	// Foot is the text at the lower edge of the frame, such as "3/120"; "" = none.
	Foot() string
	// Context says which keys count while the pane has the focus.
	Context() keys.Context
}

// Overlay is a pane above the others. Keys that its context does not know are
// given to it as tea.KeyPressMsg, so that one can type in it.
type Overlay interface {
	Pane
	// Size is the size it wants, frame included, on a screen of w by h.
	Size(w, h int) (int, int)
	// Cursor is where the text cursor stands in its content, on a content of
	// w by h cells; ok is false when there is none.
	Cursor(w, h int) (x, y int, ok bool)
}

// Roomy is the width of an overlay that wants most cells at best: the whole
// width of a narrow screen, where a strip of what lies below would only disturb.
func Roomy(w, most int) int {
	if w < 76 {
		return w
	}
	return min(w-4, most)
}
