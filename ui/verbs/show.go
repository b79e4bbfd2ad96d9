package verbs

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"readout/briefing/desk"
	"readout/briefing/note"
)

var showCommand = command{
	Name: "show", Args: "ID", Short: "one brief from the archive",
	Long: "ID is the one that 'readout list' prints, or its beginning.",
	Flags: func(fs *flag.FlagSet) {
		fs.String("format", "text", "text, md or json")
		fs.Bool("why", false, "name the words behind each actor and topic")
	},
	Run: show,
}

func show(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	format, err := oneOf(fs, "format", "text", "md", "json")
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("show needs one ID; 'readout list' prints them")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		key, err := d.Find(ctx, args[0])
		if err != nil {
			return err
		}
		it, err := d.Item(ctx, key)
		if err != nil {
			return err
		}
		switch format {
		case "md":
			_, body, err := d.Note(ctx, key)
			if err != nil {
				return err
			}
			_, err = e.Stdout.Write(body)
			return err
		case "json":
			return printJSON(e.Stdout, note.New(it.Article, it.Brief))
		}
		printBrief(e, it.Article, it.Brief, false)
		if given(fs, "why") {
			printWhy(e, it)
		}
		return nil
	})
}

// printWhy names the words that caused each actor and topic.
func printWhy(e *Env, it desk.Item) {
	doc := note.New(it.Article, it.Brief)
	fmt.Fprintln(e.Stdout, "\nWHY THESE TAGS")
	for i, a := range it.Brief.Actors {
		var words []string
		for _, m := range a.HeadMentions {
			words = append(words, fmt.Sprintf("%q in the headline (%s)", it.Article.Title[m.Start:m.End], m.Why))
		}
		for j, m := range a.Mentions {
			words = append(words, fmt.Sprintf("%q at %d (%s)", doc.Actors[i].Mentions[j].Text, doc.Actors[i].Mentions[j].Start, m.Why))
		}
		fmt.Fprintf(e.Stdout, "  %s: %s\n", a.Name, strings.Join(words, ", "))
	}
	for i, t := range it.Brief.Topics {
		var words []string
		for _, p := range append(doc.Topics[i].Headline, doc.Topics[i].Evidence...) {
			words = append(words, fmt.Sprintf("%q", p.Text))
		}
		fmt.Fprintf(e.Stdout, "  %s: %s\n", t.Name, strings.Join(words, ", "))
	}
}
