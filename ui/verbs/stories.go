package verbs

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"readout/briefing/actors"
	"readout/briefing/compare"
	"readout/briefing/desk"
	"readout/briefing/note"
	"readout/briefing/story"
)

var storiesCommand = command{
	Name: "stories", Args: "[QUERY | FILE...]", Short: "articles grouped by story",
	Long:  "Arguments that are files are grouped; else the archive's articles that match the query. jsonl is one story a line.",
	Flags: func(fs *flag.FlagSet) { fs.String("format", "text", "text or jsonl") },
	Run:   stories,
}

// told is one article to group.
type told struct {
	name  string // file, or ID
	item  story.Item
	whole compare.Article // its brief is made when it is compared, where there is none yet
}

// storyObject is one line of `stories --format jsonl`.
type storyObject struct {
	Story    int      `json:"story"`
	Articles []string `json:"articles"`
}

func stories(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	format, err := oneOf(fs, "format", "text", "jsonl")
	if err != nil {
		return err
	}
	var all []told
	failed := 0
	if areFiles(args) {
		all, failed = toldByFiles(ctx, e, args)
	} else if all, err = toldByArchive(ctx, e, args); err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b told) int { return a.item.When.Compare(b.item.When) })
	var g story.Grouper
	for _, t := range all {
		g.Add(t.item)
	}
	for n, group := range g.Stories() {
		if err := printStory(e, format, n+1, group, all); err != nil {
			return err
		}
	}
	return failures(failed, len(args), "file", "files")
}

func printStory(e *Env, format string, n int, group []int, all []told) error {
	names := make([]string, len(group))
	for i, k := range group {
		names[i] = all[k].name
	}
	if format == "jsonl" {
		return printJSON(e.Stdout, storyObject{n, names})
	}
	fmt.Fprintf(e.Stdout, "%d. %s (%s)\n", n, all[group[0]].item.Title, count(len(group), "article", "articles"))
	if len(group) == 1 {
		return nil
	}
	for i, k := range group {
		fmt.Fprintf(e.Stdout, "   %s  %s  %s\n", day(all[k].item.When), names[i], all[k].item.Title)
	}
	return printTold(e, group, all)
}

// printTold says how the outlets of a story tell it.
func printTold(e *Env, group []int, all []told) error {
	var set []compare.Article
	for _, k := range group[:min(len(group), compare.MaxArticles)] {
		a := all[k].whole
		if a.Brief.Rules == 0 {
			var err error
			if a.Brief, err = compose(a.Article, actors.Builtin()); err != nil {
				return fmt.Errorf("reading %s: %w", all[k].name, err)
			}
		}
		set = append(set, a)
	}
	out, err := note.NewTold(set, compare.Compare(set)).Text("   ")
	if err == nil {
		_, err = e.Stdout.Write(out)
	}
	return err
}

// areFiles reports whether the arguments name files: the first one does.
func areFiles(args []string) bool {
	if len(args) == 0 {
		return false
	}
	info, err := os.Stat(args[0])
	return err == nil && !info.IsDir()
}

func toldByFiles(ctx context.Context, e *Env, names []string) (all []told, failed int) {
	inputs, errs := make([]input, len(names)), make([]error, len(names))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		g.Go(func() error {
			inputs[i], errs[i] = loadInput(ctx, e, name)
			return nil
		})
	}
	_ = g.Wait() // each file has its own error
	for i, name := range names {
		if errs[i] != nil {
			fmt.Fprintf(e.Stderr, "readout: reading %s: %v\n", name, errs[i])
			failed++
			continue
		}
		a := inputs[i].article
		body := strings.TrimPrefix(a.Text, a.Title)
		all = append(all, told{name, story.Item{Title: a.Title, Text: body, When: a.Date(), Outlet: a.Source}, compare.Article{Article: a}})
	}
	return all, failed
}

func toldByArchive(ctx context.Context, e *Env, words []string) ([]told, error) {
	q, err := parseQuery(words)
	if err != nil {
		return nil, err
	}
	var all []told
	err = e.withDesk(ctx, func(d *desk.Desk) error {
		found, err := d.List(ctx, q, 0)
		if err != nil {
			return err
		}
		if len(found.Keys) == 0 {
			tell(e.Stderr, cmp.Or(hint(ctx, d, q), noMatch))
		}
		for _, k := range found.Keys {
			it, err := d.Item(ctx, k)
			if err != nil {
				return err
			}
			when := cmp.Or(it.Row.Sort, it.Article.Date(), time.Time{})
			all = append(all, told{it.Row.ID, story.Item{Title: it.Article.Title, Text: it.Article.Text, When: when, Outlet: it.Row.Source}, compare.Article{Article: it.Article, Brief: it.Brief}})
		}
		return nil
	})
	return all, err
}
