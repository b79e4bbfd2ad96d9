package verbs

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/feeds"
)

var listCommand = command{
	Name: "list", Args: "[QUERY]", Short: "articles in the archive, newest first",
	Flags: func(fs *flag.FlagSet) {
		fs.String("format", "table", "table, json or jsonl")
		fs.Int("limit", 0, "at most `N` articles; 0 = all")
	},
	Run: listArticles,
}

// listed is an article of `list` in JSON.
type listed struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Source      string   `json:"source"`
	URL         *string  `json:"url"`
	Published   *string  `json:"published"`
	FirstSeen   *string  `json:"first_seen"`
	Language    *string  `json:"language"`
	Read        bool     `json:"read"`
	Starred     bool     `json:"starred"`
	Revised     bool     `json:"revised"` // its outlet changed it after it was first seen
	Actors      []string `json:"actors"`
	Topics      []string `json:"topics"`
	Quotes      int      `json:"quotes"`
	Signatories int      `json:"signatories"`
}

func listArticles(ctx context.Context, e *Env, fs *flag.FlagSet, words []string) error {
	format, err := oneOf(fs, "format", "table", "json", "jsonl")
	if err != nil {
		return err
	}
	q, err := parseQuery(words)
	if err != nil {
		return err
	}
	limit := fs.Lookup("limit").Value.(flag.Getter).Get().(int)
	if limit < 0 {
		return usagef("--limit is %d; it must be 1 or more, or 0 for all", limit)
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		found, err := d.List(ctx, q, limit)
		if err != nil {
			return err
		}
		if len(found.Keys) == 0 {
			tell(e.Stderr, cmp.Or(hint(ctx, d, q), noMatch))
		}
		out := lister(e, format)
		for keys := found.Keys; len(keys) > 0; {
			page := keys[:min(256, len(keys))]
			keys = keys[len(page):]
			rows, err := d.Rows(ctx, page)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if err := out.row(r); err != nil {
					return err
				}
			}
		}
		return out.end(d)
	})
}

// rowPrinter prints rows in one format.
type rowPrinter struct {
	row func(desk.Row) error
	end func(*desk.Desk) error
}

func lister(e *Env, format string) rowPrinter {
	if format == "jsonl" {
		return rowPrinter{
			func(r desk.Row) error { return printJSON(e.Stdout, asListed(r)) },
			func(*desk.Desk) error { return nil },
		}
	}
	if format == "json" {
		all := []listed{}
		return rowPrinter{
			func(r desk.Row) error { all = append(all, asListed(r)); return nil },
			func(*desk.Desk) error { return printJSON(e.Stdout, all) },
		}
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	title, actors := listColumns(e.StdoutWidth)
	return rowPrinter{
		func(r desk.Row) error {
			cells := []string{r.ID[:min(len(r.ID), 8)], day(r.Date()), shorten(r.Source, mostSource), shorten(r.Title, title)}
			if actors > 0 {
				cells = append(cells, shorten(strings.Join(r.Actors, ", "), actors))
			}
			fmt.Fprintln(w, strings.Join(cells, "\t"))
			return nil
		},
		func(d *desk.Desk) error {
			if d.Sample() && !e.Demo {
				fmt.Fprintln(e.Stderr, "this is the built-in sample edition: the archive is empty; 'readout refresh' pulls the feeds")
			}
			return w.Flush()
		},
	}
}

// The most cells of the columns of a list.
const mostSource, mostTitle, mostActors = 22, 76, 48

// listColumns are the most cells of titles and actors in a list on a terminal of
// a width; 0 = it goes elsewhere. A narrow terminal gets no actors rather than
// lines that break.
func listColumns(width int) (title, actors int) {
	if width == 0 {
		return mostTitle, mostActors
	}
	room := width - len("01234567  2026-03-04  ") - mostSource - 2
	title = min(max(room, 20), mostTitle)
	if actors = min(room-title-2, mostActors); actors < 12 {
		actors = 0
	}
	return title, actors
}

// noMatch is said where no name or word of a query is to blame.
const noMatch = "no article matches; 'readout list' without a query shows all, 'readout refresh' pulls the feeds"

// hint says why a query finds nothing: the name or word in it that no article
// has; "" for other reasons.
func hint(ctx context.Context, d *desk.Desk, q query.Query) string {
	said, _ := d.Hint(ctx, q) // an extra to a right answer
	return said
}

// tell prints a sentence on a line; none for an empty one.
func tell(w io.Writer, sentence string) {
	if sentence != "" {
		fmt.Fprintln(w, sentence)
	}
}

func asListed(r desk.Row) listed {
	return listed{ID: r.ID, Title: r.Title, Source: r.Source, URL: feeds.Known(r.URL), Published: feeds.Stamp(r.Published), FirstSeen: feeds.Stamp(r.Seen),
		Language: feeds.Known(r.Lang), Read: r.Read, Starred: r.Starred, Revised: r.Revised, Actors: some(r.Actors), Topics: some(r.Topics),
		Quotes: r.Quotes, Signatories: r.Signers}
}

func some(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// day is the date of a list line; an unknown one is said to be unknown.
func day(t time.Time) string {
	if t.IsZero() {
		return "no date"
	}
	return t.Format(time.DateOnly)
}
