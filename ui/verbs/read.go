package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/note"
	"readout/feeds"
	"readout/feeds/clean"
)

var readCommand = command{
	Name:  "read",
	Args:  "FILE|URL|-...",
	Short: "brief articles without the archive",
	Long: `Reads .txt and .html files, feed items in JSON, web pages, or standard input (-),
and prints the brief of each. jsonl is one line per input, in input order; json is
one object for one input and an array for several.`,
	Flags: func(fs *flag.FlagSet) {
		fs.String("format", "text", "text, md, json or jsonl")
		fs.String("published", "", "publication `DATE` (RFC 3339 or YYYY-MM-DD): relative dates are resolved against it")
		fs.String("title", "", "the article's `TITLE`, where the input has none")
		fs.String("url", "", "the article's `URL`")
		fs.String("source", "", "the outlet's `NAME`")
	},
	Run: read,
}

func read(ctx context.Context, e *Env, fs *flag.FlagSet, names []string) error {
	format, err := oneOf(fs, "format", "text", "md", "json", "jsonl")
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usagef("read needs a file, a URL, or - for standard input; as in 'readout read article.txt'")
	}
	stated, err := statedFields(fs)
	if err != nil {
		return err
	}
	registry := actors.Builtin()
	var docs []note.Document // kept for an array
	failed := 0
	for i, name := range names {
		in, err := loadInput(ctx, e, name)
		var b briefing.Brief
		if err == nil {
			stated(&in.article)
			b, err = compose(in.article, registry)
		}
		if err != nil {
			fmt.Fprintf(e.Stderr, "readout: reading %s: %v\n", name, err)
			failed++
			continue
		}
		if format == "json" {
			docs = append(docs, document(name, in, b))
		} else if err := printRead(e, format, name, in, b, i > 0); err != nil {
			return err
		}
	}
	if format == "json" {
		if err := printDocuments(e, docs, len(names)); err != nil {
			return err
		}
	}
	return failures(failed, len(names), "input", "inputs")
}

// document is the brief of an input as JSON.
func document(name string, in input, b briefing.Brief) note.Document {
	d := note.New(in.article, b)
	d.File, d.Fulltext = name, in.fulltext
	return d
}

// printRead prints the brief of one input, parted from the one before it.
func printRead(e *Env, format, name string, in input, b briefing.Brief, parted bool) error {
	switch format {
	case "text":
		printBrief(e, in.article, b, parted)
		return nil
	case "md":
		_, err := e.Stdout.Write(note.Markdown(in.article, b, note.Options{}))
		return err
	}
	return printJSON(e.Stdout, document(name, in, b))
}

// printDocuments prints one object for one input, an array for several.
func printDocuments(e *Env, docs []note.Document, inputs int) error {
	if inputs == 1 && len(docs) == 1 {
		return printJSON(e.Stdout, docs[0])
	}
	if inputs == 1 {
		return nil
	}
	if docs == nil {
		docs = []note.Document{}
	}
	return printJSON(e.Stdout, docs)
}

// statedFields returns what fills an article with what the command line says of it.
func statedFields(fs *flag.FlagSet) (func(*feeds.Article), error) {
	var published time.Time
	if s := text(fs, "published"); s != "" {
		t, ok := parseDate(s)
		if !ok {
			return nil, usagef("--published %s is no date; write 2026-03-04 or 2026-03-04T05:12:00Z", s)
		}
		published = t
	}
	return func(a *feeds.Article) {
		if !published.IsZero() {
			a.Published = published
		}
		if t := clean.Line(text(fs, "title")); t != "" {
			a.Title = t
		}
		if u := clean.URL(text(fs, "url"), ""); u != "" {
			a.URL = u
		}
		if s := clean.Line(text(fs, "source")); s != "" {
			a.Source = s
		}
	}, nil
}

// printBrief prints a brief as plain text, parted from the one before.
func printBrief(e *Env, a feeds.Article, b briefing.Brief, parted bool) {
	if parted {
		fmt.Fprintf(e.Stdout, "\n%s\n\n", strings.Repeat("-", 72))
	}
	e.Stdout.Write(note.Text(a, b, note.Options{}))
}

// failures makes the error of a command of which some parts failed; each was
// already named on standard error.
func failures(failed, total int, one, many string) error {
	what := many
	if total == 1 {
		what = one
	}
	switch {
	case failed == 0:
		return nil
	case failed == total && total == 1:
		return fmt.Errorf("nothing was read")
	case failed == total:
		return fmt.Errorf("none of the %d %s could be read", total, what)
	}
	return partly{fmt.Sprintf("%d of %d %s could not be read", failed, total, what)}
}

// compose is briefing.Compose; a fault of the engine is an error of this one
// text, so that the others are still read.
func compose(a feeds.Article, r *actors.Registry) (b briefing.Brief, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the text brings out a fault in Readout; please report it together with the text")
		}
	}()
	return briefing.Compose(a, r), nil
}
