package verbs

import (
	"context"
	"fmt"

	"readout/briefing/desk"
	"readout/briefing/query"
)

// OpenDesk opens the desk that the options name: the sample edition in
// memory, or the home's archive.
func (e *Env) OpenDesk(ctx context.Context) (*desk.Desk, error) {
	if e.Demo {
		return desk.Demo(ctx)
	}
	home, err := desk.FindHome(e.Home, e.Getenv)
	if err != nil {
		return nil, err
	}
	return desk.Open(ctx, home)
}

// withDesk opens the desk, does the work and closes the desk.
func (e *Env) withDesk(ctx context.Context, work func(*desk.Desk) error) error {
	d, err := e.OpenDesk(ctx)
	if err != nil {
		return err
	}
	err = work(d)
	if closeErr := d.Close(); err == nil && closeErr != nil {
		err = fmt.Errorf("closing the archive: %w", closeErr)
	}
	return err
}

// parseQuery reads a query of the command line; its errors are usage errors.
func parseQuery(words []string) (query.Query, error) {
	q, err := query.Parse(joinWords(words))
	if err != nil {
		return q, usageError{err.Error()}
	}
	return q, nil
}

// joinWords joins the words that a shell split. A word with spaces in it was
// quoted there and is quoted again, unless it is a query of several terms.
func joinWords(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	out := ""
	for i, w := range words {
		if i > 0 {
			out += " "
		}
		out += requote(w)
	}
	return out
}
