package editor

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/ui/launch"
	"readout/ui/pane"
)

// handed says that the note of an editor stands in a file for the user's own.
type handed struct {
	to   *Pane
	file string
	cmd  *launch.Command
}

// edited brings what the user's own editor has left.
type edited struct {
	to   *Pane
	text string
	err  error
}

// maxNote bounds what is read back, in bytes.
const maxNote = 1 << 20

// outside opens the note in the user's own editor; Readout waits behind it.
func (p *Pane) outside() tea.Cmd {
	if !p.loaded {
		return p.look.Tell(pane.Info, "The note is still being opened.")
	}
	note := p.area.Value()
	return pane.Go("Opening your editor", func() tea.Msg {
		file, err := launch.Scratch(note)
		if err != nil {
			return pane.Sorry("Opening your editor", err)
		}
		cmd, err := launch.Editor(file, os.Getenv)
		if err != nil {
			os.Remove(file)
			return pane.Sorry("Opening your editor", err)
		}
		return handed{p, file, cmd}
	})
}

// taken reads what the editor has left and removes the file. An editor that
// failed changes nothing.
func (h handed) taken(err error) tea.Msg {
	defer os.Remove(h.file)
	if err != nil {
		return edited{h.to, "", err}
	}
	raw, err := os.ReadFile(h.file)
	if err == nil && len(raw) > maxNote {
		err = fmt.Errorf("the note is longer than %d bytes", maxNote)
	}
	return edited{h.to, strings.TrimSuffix(string(raw), "\n"), err} // editors end the last line
}

// edited takes the text over.
func (p *Pane) edited(m edited) tea.Cmd {
	if m.err != nil {
		return p.look.Send(pane.Sorry("Taking the note over from your editor", m.err))
	}
	p.area.Set(m.text)
	return p.keep()
}
