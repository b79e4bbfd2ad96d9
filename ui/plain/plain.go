// Package plain is the linear reader: numbered lines and labels, one answer
// after another, nothing redrawn. It is for pipes, dumb terminals and screen
// readers; everything that the screen does with an article can be done here.
package plain

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"readout/briefing/desk"
	"readout/briefing/query"
)

// Options of a linear session.
type Options struct {
	Query  string    // the first filter, in the query language
	In     io.Reader // commands, a line each
	Out    io.Writer
	Prompt bool // obey commands. False: print the list and end
	Piped  bool // the commands come from a file or another program: none is asked for
}

// pageSize is how many articles one list shows.
const pageSize = 20

// session is one linear reading.
type session struct {
	desk  *desk.Desk
	out   io.Writer
	words string     // the filter in the query language
	keys  []desk.Key // the list's articles, newest first
	from  int        // first article of the page that was shown
	open  int        // index of the opened article, -1 when none
	asks  bool       // somebody types
}

// Run shows the list and, where a person types, obeys commands until "q" or
// the end of the input.
func Run(ctx context.Context, d *desk.Desk, o Options) error {
	s := &session{desk: d, out: o.Out, open: -1}
	if err := s.filter(ctx, o.Query); err != nil {
		return err
	}
	if !o.Prompt {
		s.say("To read on the screen, run readout in a terminal; 'readout help' lists the commands.")
		return nil
	}
	s.asks = !o.Piped
	s.ask("Type a number to read an article, or h for help.\n")
	in := bufio.NewScanner(o.In)
	for s.ask("Command: "); in.Scan(); s.ask("Command: ") {
		line := strings.TrimSpace(in.Text())
		if line == "q" || line == "quit" {
			return nil
		}
		if err := s.obey(ctx, line); err != nil {
			s.say("Error: %v.", err)
		}
		if ctx.Err() != nil {
			return nil
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return in.Err()
}

func (s *session) say(format string, args ...any) {
	fmt.Fprintf(s.out, format+"\n", args...)
	s.flush()
}

func (s *session) ask(what string) {
	if s.asks {
		fmt.Fprint(s.out, what)
		s.flush()
	}
}

// flush shows what was printed so far, where the writer holds it back.
func (s *session) flush() {
	if f, ok := s.out.(interface{ Flush() error }); ok {
		_ = f.Flush()
	}
}

// filter sets the query and lists its first page.
func (s *session) filter(ctx context.Context, words string) error {
	q, err := query.Parse(words)
	if err != nil {
		return err
	}
	found, err := s.desk.List(ctx, q, 0)
	if err != nil {
		return err
	}
	unread, err := s.desk.Unread(ctx, found.Keys)
	if err != nil {
		return err
	}
	s.words, s.keys, s.from, s.open = words, found.Keys, 0, -1
	if s.desk.Sample() {
		s.say("This is the built-in sample edition: invented articles, shown because the archive is empty.")
	}
	s.say("%s: %d, unread: %d.", capital(q.Words()), len(found.Keys), len(unread))
	if len(found.Keys) == 0 {
		if hint, err := s.desk.Hint(ctx, q); err == nil && hint != "" {
			s.say("%s", capital(hint))
			return nil
		}
	}
	return s.page(ctx, 0)
}

// page prints the articles from index from on.
func (s *session) page(ctx context.Context, from int) error {
	if from >= len(s.keys) || from < 0 {
		s.say("There are no more articles.")
		return nil
	}
	s.from = from
	keys := s.keys[from:min(from+pageSize, len(s.keys))]
	rows, err := s.desk.Rows(ctx, keys)
	if err != nil {
		return err
	}
	for i, r := range rows {
		s.say("%d. %s", from+i+1, line(r))
	}
	if rest := len(s.keys) - from - len(keys); rest > 0 {
		s.say("%d more: type + to go on.", rest)
	}
	return nil
}

// line is one article of a list, every part labelled or plain.
func line(r desk.Row) string {
	parts := []string{strings.TrimSuffix(r.Title, ".") + "."}
	if r.Source != "" {
		parts = append(parts, r.Source+",")
	}
	parts = append(parts, date(r.Date())+".")
	if !r.Read {
		parts = append(parts, "Unread.")
	}
	if r.Starred {
		parts = append(parts, "Starred.")
	}
	if r.Revised {
		parts = append(parts, "Changed since.")
	}
	if r.Quotes > 0 {
		parts = append(parts, fmt.Sprintf("Quotes: %d.", r.Quotes))
	}
	if r.Signers > 0 {
		parts = append(parts, fmt.Sprintf("Signatories: %d.", r.Signers))
	}
	return strings.Join(parts, " ")
}

func date(t time.Time) string {
	if t.IsZero() {
		return "date unknown"
	}
	return t.Format("2 January 2006")
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
