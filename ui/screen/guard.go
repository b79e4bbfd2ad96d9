package screen

import (
	"fmt"
	"os"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// guard is the model that Bubble Tea runs: the root, with panics caught, so
// that the terminal is given back before anything is said about them, and what
// is said holds no byte of a feed.
type guard struct {
	*root
	stack []byte // of the first panic
}

// Update implements tea.Model.
func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	if g.stack != nil {
		return g, tea.Quit
	}
	defer func() {
		if recover() != nil {
			g.stack, cmd = debug.Stack(), tea.Quit
		}
	}()
	_, cmd = g.root.Update(msg)
	return g, cmd
}

// View implements tea.Model. After a panic it shows nothing; the next message,
// which comes within a second, ends the program.
func (g *guard) View() (v tea.View) {
	defer func() {
		if recover() != nil {
			g.stack = debug.Stack()
			v = tea.NewView("")
			v.AltScreen = true
		}
	}()
	return g.root.View()
}

// report writes the stack of a panic to a file that only the user can read;
// nil when there was none.
func (g *guard) report() error {
	if g.stack == nil {
		return nil
	}
	const sorry = "the screen failed inside Readout; notes and marks are kept"
	f, err := os.CreateTemp("", "readout-crash-*.txt") // mode 0600
	if err != nil {
		return fmt.Errorf("%s; start readout again", sorry)
	}
	defer f.Close()
	fmt.Fprintf(f, "Readout %s\n\n%s", g.opts.Version, g.stack)
	return fmt.Errorf("%s; please report it with the file %s, which holds no article", sorry, f.Name())
}
