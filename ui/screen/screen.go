// Package screen is the root of the reading room. It owns the panes, the
// overlays above them, the layout and the look, and it routes messages; what a
// quote or a list is, it does not know.
package screen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/theme"
)

// Options are what the command line and the configuration say about the screen.
type Options struct {
	Query   string         // filter to begin with; "" = all articles
	Theme   string         // auto (or ""), dark, light, contrast, ansi, none
	Own     *theme.Theme   // the user\'s own theme, in place of Theme; nil = none
	Notice  string         // a sentence to begin with; ""
	Keymap  string         // default (or ""), vim, newsboat, arrows
	Keys    []keys.Binding // the user's own
	ASCII   bool           // draw with ASCII symbols only
	Refresh bool           // refresh the feeds that are due, once the first screen is there
	Version string         // of the program, for help

	Stdin  io.Reader // nil = the terminal
	Stdout io.Writer // nil = the terminal

	Now  func() time.Time // nil = time.Now
	Zone *time.Location   // nil = time.Local
}

// framesPerSecond is how often Bubble Tea looks whether there is a frame to be
// drawn. A key waits for the next look, for half of one on average; at the 120
// that it allows by itself that is longer than all the work of a key.
const framesPerSecond = 200

// Run shows the reading room until the user quits or ctx ends (a signal). The
// terminal is given back in either case. The error is a sentence.
func Run(ctx context.Context, d *desk.Desk, o Options) error {
	m, err := newRoot(ctx, d, o)
	if err != nil {
		return err
	}
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithoutSignalHandler()}
	if o.Stdin != nil {
		opts = append(opts, tea.WithInput(o.Stdin))
	}
	if o.Stdout != nil {
		opts = append(opts, tea.WithOutput(o.Stdout))
	}
	g := &guard{root: m}
	p := tea.NewProgram(g, opts...)
	tea.WithFPS(framesPerSecond)(p) // NewProgram would take 120 at most
	deaf := listen(p.Send)
	_, err = p.Run()
	deaf()
	m.stop()
	if crash := g.report(); crash != nil {
		return crash
	}
	if err != nil && ctx.Err() == nil && !errors.Is(err, tea.ErrInterrupted) {
		return fmt.Errorf("showing the screen: %w; 'readout list' works without one", err)
	}
	return nil
}

// auto reports whether the theme follows what the terminal says of itself.
func (o *Options) auto() bool { return o.Own == nil && (o.Theme == "" || o.Theme == "auto") }

// checked reads what of the options can be wrong.
func (o *Options) checked() (q query.Query, th *theme.Theme, km *keys.Map, err error) {
	if q, err = query.Parse(o.Query); err != nil {
		return q, nil, nil, err
	}
	if km, err = keys.New(o.Keymap, o.Keys...); err != nil {
		return q, nil, nil, err
	}
	switch {
	case o.Own != nil:
		return q, o.Own, km, nil
	case o.Theme == "" || o.Theme == "auto":
		return q, theme.For(true), km, nil
	}
	th, ok := theme.Get(o.Theme)
	if !ok {
		return q, nil, nil, fmt.Errorf("there is no theme %q; choose one of %v", o.Theme, theme.Names())
	}
	return q, th, km, nil
}
