// Package ui is how people see Readout: the screen, the verbs of the command
// line and the linear mode.
package ui

import (
	"context"
	"io"
	"os"
	"runtime/debug"

	"github.com/charmbracelet/x/term"

	"readout/briefing/query"
	"readout/ui/plain"
	"readout/ui/screen"
	"readout/ui/verbs"
)

// Main runs the program with its arguments (without the program's name) and
// returns the exit status of the contract: 0 done, 1 failed, 2 usage, 3 done in part.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	e := &verbs.Env{Stdin: interruptible{ctx, stdin}, Stdout: stdout, Stderr: stderr, Getenv: os.Getenv}
	e.StdoutWidth, e.StderrWidth = width(stdout), width(stderr)
	terminal := width(stdout) > 0 && width(stdin) > 0
	e.Screen = func(ctx context.Context, e *verbs.Env, words string) error {
		return open(ctx, e, words, terminal)
	}
	return verbs.Run(ctx, e, args)
}

// screenGC is by how many percent the heap grows before garbage is collected
// while the screen is open. It is open all day and mostly waits for a key: half
// of Go's default spares a tenth of its memory.
const screenGC = 50

// open shows the reader: on the screen where there is one, else linearly.
func open(ctx context.Context, e *verbs.Env, words string, terminal bool) error {
	if _, err := query.Parse(words); err != nil {
		return verbs.UsageError(err)
	}
	d, err := e.OpenDesk(ctx)
	if err != nil {
		return err
	}
	defer d.Close()
	if terminal && !e.Plain && os.Getenv("TERM") != "dumb" {
		c := d.Config()
		o := screen.Options{Query: words, Keymap: c.Keymap, Keys: verbs.Bindings(c), ASCII: e.ASCII, Refresh: !e.Demo, Version: verbs.Version}
		if err := looks(e, c, &o); err != nil {
			return err
		}
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(screenGC)
		}
		return screen.Run(ctx, d, o)
	}
	return plain.Run(ctx, d, plain.Options{Query: words, In: e.Stdin, Out: e.Stdout, Prompt: terminal || e.Plain, Piped: !terminal})
}

// width is the width in cells of the terminal behind a stream, 0 when it is none.
func width(stream any) int {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	w, _, err := term.GetSize(f.Fd())
	if err != nil || w <= 0 {
		return 80
	}
	return w
}
