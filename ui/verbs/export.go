package verbs

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"readout/briefing/desk"
)

var exportCommand = command{
	Name: "export", Args: "[QUERY]", Short: "one Markdown note per article into a folder, or one file",
	Long: `The notes are the ones that 'e' writes in the reader, byte for byte. A second export
keeps what was written between the keep marks and below "## Notes".`,
	Flags: func(fs *flag.FlagSet) {
		fs.Bool("all", false, "all articles, where no query is given")
		fs.String("o", "", "`DIR, FILE.md or -` for standard output; without it the notes folder of config.toml")
	},
	Run: export,
}

func export(ctx context.Context, e *Env, fs *flag.FlagSet, words []string) error {
	if len(words) == 0 && !given(fs, "all") {
		return usagef("export needs a query, as in 'readout export actor:icc -o notes', or --all")
	}
	q, err := parseQuery(words)
	if err != nil {
		return err
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		found, err := d.List(ctx, q, 0)
		if err != nil {
			return err
		}
		if len(found.Keys) == 0 {
			return fmt.Errorf("no article matches %q: nothing was exported; 'readout list' shows what there is", joinWords(words))
		}
		to := first(text(fs, "o"), d.NotesDir())
		if to == "-" {
			return printNotes(ctx, e, d, found.Keys)
		}
		if strings.EqualFold(filepath.Ext(to), ".md") {
			if err := d.ExportFile(ctx, found.Keys, to); err != nil {
				return err
			}
			fmt.Fprintf(e.Stderr, "%s: %s\n", to, count(len(found.Keys), "note", "notes"))
			return nil
		}
		x, err := d.ExportNotes(ctx, found.Keys, to)
		for _, p := range x.Paths {
			fmt.Fprintln(e.Stdout, p)
		}
		for _, s := range x.Said {
			fmt.Fprintln(e.Stderr, s)
		}
		return err
	})
}

func printNotes(ctx context.Context, e *Env, d *desk.Desk, keys []desk.Key) error {
	for i, k := range keys {
		_, body, err := d.Note(ctx, k)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(e.Stdout)
		}
		if _, err := e.Stdout.Write(body); err != nil {
			return err
		}
	}
	return nil
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
