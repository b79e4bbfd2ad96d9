package launch

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// ErrNoEditor says that the environment names no editor.
var ErrNoEditor = errors.New("no editor is named; set VISUAL or EDITOR, as in EDITOR=vim")

// Command is a program that was not started yet: the screen gives it the
// terminal, and needs no os/exec for that.
type Command = exec.Cmd

// Editor returns the command that opens a file in the user's editor: the words
// of VISUAL, else EDITOR, and the file's path behind them. No shell reads it.
func Editor(file string, getenv func(string) string) (*Command, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		argv := strings.Fields(getenv(name))
		if len(argv) == 0 {
			continue
		}
		if _, err := exec.LookPath(argv[0]); err != nil {
			return nil, fmt.Errorf("%s names %q, which is not here", name, argv[0])
		}
		return exec.Command(argv[0], append(argv[1:], file)...), nil
	}
	return nil, ErrNoEditor
}

// Scratch writes a text into a new file that only the user can read, for an
// editor. The caller removes it.
func Scratch(text string) (path string, err error) {
	f, err := os.CreateTemp("", "readout-note-*.md")
	if err != nil {
		return "", fmt.Errorf("making a file for the editor: %w", err)
	}
	_, err = f.WriteString(text)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(f.Name())
		return "", fmt.Errorf("making a file for the editor: %w", err)
	}
	return f.Name(), nil
}
