package verbs

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"readout/briefing/desk"
	"readout/briefing/note"
)

var exportCommand = command{
	Name: "export", Args: "[QUERY]", Short: "one Markdown note per article, or one file",
	Long: `The notes are the ones that 'e' writes in the reader, byte for byte. A second export
keeps what was written between the keep marks and below "## Notes". csl and bibtex make one
file for reference managers.`,
	Flags: func(fs *flag.FlagSet) {
		fs.Bool("all", false, "all articles, where no query is given")
		fs.String("story", "", "the articles of the story that the article with this `ID` belongs to")
		fs.String("format", "md", "md, text, json, csl or bibtex; all but md into one file")
		fs.String("cite", "", "`STYLE` of citations in notes: plain, chicago, csl, bibtex or pandoc; without it by key")
		fs.String("template", "", "`FILE` of your own template for notes, see 'readout templates'")
		fs.String("o", "", "`DIR, FILE.md or -` for standard output; without it the notes folder of config.toml")
	},
	Run: export,
}

func export(ctx context.Context, e *Env, fs *flag.FlagSet, words []string) error {
	if len(words) == 0 && !given(fs, "all") && text(fs, "story") == "" {
		return usagef("export needs a query, as in 'readout export actor:icc -o notes', or --all")
	}
	q, err := parseQuery(words)
	if err != nil {
		return err
	}
	format, err := oneOf(fs, "format", "md", "text", "json", "csl", "bibtex")
	if err != nil {
		return err
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		if err := d.SetNoteStyle(text(fs, "cite"), text(fs, "template")); err != nil {
			return err
		}
		found, err := d.List(ctx, q, 0)
		if id := text(fs, "story"); err == nil && id != "" {
			found.Keys, err = storyOf(ctx, d, id)
		}
		if err != nil {
			return err
		}
		if len(found.Keys) == 0 {
			return fmt.Errorf("no article matches %q: nothing was exported; 'readout list' shows what there is", joinWords(words))
		}
		if format != "md" {
			return exportOther(ctx, e, d, found.Keys, format, first(text(fs, "o"), "-"))
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

// storyOf returns the articles of an article's story, oldest first.
func storyOf(ctx context.Context, d *desk.Desk, id string) ([]desk.Key, error) {
	k, err := d.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	rows, err := d.Story(ctx, k)
	keys := []desk.Key{k}
	if len(rows) > 0 {
		keys = nil
	}
	for _, r := range rows {
		keys = append(keys, r.Key)
	}
	return keys, err
}

// exportOther writes articles in a form that is no note, into one file.
func exportOther(ctx context.Context, e *Env, d *desk.Desk, keys []desk.Key, format, to string) error {
	var out bytes.Buffer
	switch format {
	case "csl", "bibtex":
		b, err := d.Bibliography(ctx, keys, note.Style(format))
		if err != nil {
			return err
		}
		out.Write(b)
	default:
		docs := []note.Document{}
		for i, k := range keys {
			it, err := d.Item(ctx, k)
			if err != nil {
				return err
			}
			docs = append(docs, note.New(it.Article, it.Brief))
			if format == "text" {
				if i > 0 {
					out.WriteString("\n" + strings.Repeat("-", 72) + "\n\n")
				}
				txt, err := d.Text(ctx, it)
				if err != nil {
					return err
				}
				out.Write(txt)
			}
		}
		if format == "json" {
			if err := printJSON(&out, docs); err != nil {
				return err
			}
		}
	}
	if to == "-" {
		_, err := e.Stdout.Write(out.Bytes())
		return err
	}
	name := map[string]string{"csl": "references.json", "bibtex": "references.bib", "json": "briefs.json", "text": "briefs.txt"}[format]
	to, err := d.WriteOut(to, name, out.Bytes())
	if err == nil {
		fmt.Fprintf(e.Stderr, "%s: %s\n", to, count(len(keys), "article", "articles"))
	}
	return err
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
