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
	"readout/briefing/query"
)

var exportCommand = command{
	Name: "export", Args: "[QUERY]", Short: "one Markdown note per article, or one file",
	Long: `The notes are the ones that 'e' writes in the reader, byte for byte. A second export
keeps what was written between the keep marks and below "## Notes". csl and bibtex make one
file for reference managers.`,
	Flags: func(fs *flag.FlagSet) {
		fs.Bool("all", false, "all articles, where no query is given")
		fs.String("id", "", "the article with this `ID`; several with commas between")
		fs.String("story", "", "the articles of the story that the article with this `ID` belongs to")
		fs.String("format", "md", "md, text, json, csl or bibtex; all but md into one file")
		fs.String("cite", "", "`STYLE` of citations in notes: plain, chicago, csl, bibtex or pandoc; without it by key")
		fs.String("template", "", "`FILE` of your own template for notes, see 'readout templates'")
		fs.String("o", "", "write to `DIR|FILE.md|-`; - is standard output; without it the notes folder of config.toml")
	},
	Run: export,
}

func export(ctx context.Context, e *Env, fs *flag.FlagSet, words []string) error {
	if len(words) == 0 && !given(fs, "all") && text(fs, "story")+text(fs, "id") == "" {
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
		keys, err := chosen(ctx, d, q, text(fs, "id"), text(fs, "story"))
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			if why := hint(ctx, d, q); why != "" {
				return fmt.Errorf("nothing was exported: %s", why)
			}
			return fmt.Errorf("no article matches %q: nothing was exported; 'readout list' shows what there is", joinWords(words))
		}
		if format != "md" {
			return exportOther(ctx, e, d, keys, format, first(text(fs, "o"), "-"))
		}
		return exportNotes(ctx, e, d, keys, first(text(fs, "o"), d.NotesDir()))
	})
}

// exportNotes writes notes to standard output, into one file or a folder.
func exportNotes(ctx context.Context, e *Env, d *desk.Desk, keys []desk.Key, to string) error {
	if to == "-" {
		return printNotes(ctx, e, d, keys)
	}
	if strings.EqualFold(filepath.Ext(to), ".md") {
		if err := d.ExportFile(ctx, keys, to); err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "%s: %s\n", to, count(len(keys), "note", "notes"))
		return nil
	}
	x, err := d.ExportNotes(ctx, keys, to)
	for _, p := range x.Paths {
		fmt.Fprintln(e.Stdout, p)
	}
	for _, s := range x.Said {
		fmt.Fprintln(e.Stderr, s)
	}
	return err
}

// chosen are the articles of a query, those with IDs, or those of a story.
func chosen(ctx context.Context, d *desk.Desk, q query.Query, ids, story string) (keys []desk.Key, err error) {
	switch {
	case story != "":
		return storyOf(ctx, d, story)
	case ids == "":
		found, err := d.List(ctx, q, 0)
		return found.Keys, err
	}
	for _, id := range strings.Split(ids, ",") {
		k, err := d.Find(ctx, id)
		if err != nil {
			return nil, err
		}
		keys = append(keys, k)
	}
	return keys, nil
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
	var out []byte
	var err error
	switch format {
	case "csl", "bibtex":
		out, err = d.Bibliography(ctx, keys, note.Style(format))
	case "text":
		out, err = asText(ctx, d, keys)
	default:
		out, err = asJSON(ctx, d, keys)
	}
	if err != nil {
		return err
	}
	if to == "-" {
		_, err := e.Stdout.Write(out)
		return err
	}
	name := map[string]string{"csl": "references.json", "bibtex": "references.bib", "json": "briefs.json", "text": "briefs.txt"}[format]
	if to, err = d.WriteOut(to, name, out); err == nil {
		fmt.Fprintf(e.Stderr, "%s: %s\n", to, count(len(keys), "article", "articles"))
	}
	return err
}

// asText writes briefs as plain text with a line between them.
func asText(ctx context.Context, d *desk.Desk, keys []desk.Key) ([]byte, error) {
	var out bytes.Buffer
	for i, k := range keys {
		it, err := d.Item(ctx, k)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteString("\n" + strings.Repeat("-", 72) + "\n\n")
		}
		txt, err := d.Text(ctx, it)
		if err != nil {
			return nil, err
		}
		out.Write(txt)
	}
	return out.Bytes(), nil
}

// asJSON writes briefs as one array.
func asJSON(ctx context.Context, d *desk.Desk, keys []desk.Key) ([]byte, error) {
	docs := []note.Document{}
	for _, k := range keys {
		it, err := d.Item(ctx, k)
		if err != nil {
			return nil, err
		}
		docs = append(docs, note.New(it.Article, it.Brief))
	}
	var out bytes.Buffer
	err := printJSON(&out, docs)
	return out.Bytes(), err
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
