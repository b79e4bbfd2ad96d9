package plain

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"readout/briefing/desk"
	"readout/briefing/note"
)

// help lists the commands; obey follows it.
const help = `A number: read that article.
l: the list again. +: the next page. -: the page before.
n: next article. p: previous article. t: the full text of the article.
f WORDS: filter, as in f actor:icc since:24h. f alone: all articles.
m: mark read or unread. s: star or unstar. u: undo. r: pull the feeds.
c TEXT: write TEXT as your note on the article. e: export the article's note.
q: quit.`

// obey carries out one command.
func (s *session) obey(ctx context.Context, line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	if n, err := strconv.Atoi(line); err == nil {
		return s.read(ctx, n-1)
	}
	switch verb {
	case "":
		return nil
	case "h", "help", "?":
		s.say("%s", help)
		return nil
	case "l":
		return s.page(ctx, s.from)
	case "+":
		return s.page(ctx, s.from+pageSize)
	case "-":
		return s.page(ctx, max(s.from-pageSize, 0))
	case "n":
		return s.read(ctx, s.open+1)
	case "p":
		return s.read(ctx, s.open-1)
	case "f", "/":
		return s.filter(ctx, rest)
	case "u":
		return s.change(s.desk.Undo(ctx))
	case "r":
		return s.refresh(ctx)
	}
	return s.obeyOnArticle(ctx, verb, rest)
}

// obeyOnArticle carries out a command that needs an opened article.
func (s *session) obeyOnArticle(ctx context.Context, verb, rest string) error {
	if !strings.Contains(" t m s c e ", " "+verb+" ") {
		return fmt.Errorf("there is no command %q; h lists them", verb)
	}
	if s.open < 0 {
		return fmt.Errorf("no article is open; type its number first")
	}
	key := s.keys[s.open]
	it, err := s.desk.Item(ctx, key)
	if err != nil {
		return err
	}
	switch verb {
	case "t":
		s.say("%s", it.Article.Text)
	case "m":
		return s.change(s.desk.Mark(ctx, []desk.Key{key}, toggle(it.Row.Read, desk.Unread, desk.Read)))
	case "s":
		return s.change(s.desk.Mark(ctx, []desk.Key{key}, toggle(it.Row.Starred, desk.Unstar, desk.Star)))
	case "c":
		return s.change(s.desk.SetNote(ctx, key, rest))
	case "e":
		paths, err := s.desk.Export(ctx, []desk.Key{key}, s.desk.NotesDir())
		if err != nil {
			return err
		}
		s.say("Exported to %s.", strings.Join(paths, ", "))
	}
	return nil
}

func toggle(is bool, yes, no desk.Mark) desk.Mark {
	if is {
		return yes
	}
	return no
}

// read prints the brief of an article of the list and marks it read.
func (s *session) read(ctx context.Context, i int) error {
	if i < 0 || i >= len(s.keys) {
		return fmt.Errorf("the list has the numbers 1 to %d", len(s.keys))
	}
	it, err := s.desk.Item(ctx, s.keys[i])
	if err != nil {
		return err
	}
	s.open = i
	s.say("Article %d of %d.\n", i+1, len(s.keys))
	s.say("%s", note.Text(it.Article, it.Brief, note.Options{Notes: it.Note}))
	if !it.Row.Read {
		_, err = s.desk.Mark(ctx, []desk.Key{s.keys[i]}, desk.Read)
	}
	return err
}

func (s *session) change(c desk.Change, err error) error {
	if err != nil {
		return err
	}
	if c.What == "" {
		s.say("There is nothing to undo.")
		return nil
	}
	s.say("%s.", capital(c.What))
	return nil
}

func (s *session) refresh(ctx context.Context) error {
	s.say("Working: pulling the feeds that are due.")
	report, err := s.desk.Refresh(ctx, desk.RefreshOptions{}, func(desk.Progress) {})
	if err != nil {
		return err
	}
	s.say("New articles: %d. Feeds that failed: %d.", report.New, report.Failed)
	return s.filter(ctx, s.words)
}
