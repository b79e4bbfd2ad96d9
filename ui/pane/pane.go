// Package pane holds what all panes and overlays of the screen share: the Pane
// interface, the frame around a pane, and the row zip that sets panes side by side.
package pane

import (
	tea "charm.land/bubbletea/v2"
)

// Pane is one rectangle of the screen. Its methods never block and never do I/O.
type Pane interface {
	Update(msg tea.Msg) tea.Cmd // changes the pane; work goes into the command
	Lines(w, h int) []string    // exactly h lines, each exactly w cells wide
	Title() string
}
