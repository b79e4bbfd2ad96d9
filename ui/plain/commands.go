package plain

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/briefing/actors"
	"readout/briefing/desk"
	"readout/briefing/text"
)

// help lists the commands; obey follows it.
const help = `A number: read that article.
l: the list again. +: the next page. -: the page before.
n: next article. p: previous article. t: the full text of the article.
f WORDS: filter, as in f actor:icc since:24h. f alone: all articles.
m: mark read or unread. s: star or unstar. u: undo. r: pull the feeds.
w: why, the words behind each actor and topic of the article.
v WORDS: highlight these words of the article, or take the highlight off.
c TEXT: write TEXT as your note on the article. e: export the article's note.
g TAG: tag the article, or take the tag off. a ADDRESS: subscribe to a feed.
y: make the undone change again. q: quit.
Whole words do as well: next, filter, note, export, undo and so on.`

// letters are the commands by their words, for who says them rather than
// remembers a letter.
var letters = map[string]string{
	"help": "h", "?": "h", "list": "l", "more": "+", "next": "n", "previous": "p", "text": "t", "filter": "f", "find": "f", "search": "f", "/": "f",
	"mark": "m", "read": "m", "star": "s", "undo": "u", "redo": "y", "refresh": "r", "why": "w", "highlight": "v", "note": "c", "export": "e",
	"tag": "g", "add": "a", "subscribe": "a",
}

// obey carries out one command.
func (s *session) obey(ctx context.Context, line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	if n, err := strconv.Atoi(line); err == nil {
		return s.read(ctx, n-1)
	}
	if l := letters[strings.ToLower(verb)]; l != "" {
		verb = l
	}
	switch verb {
	case "":
		return nil
	case "h":
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
	case "f":
		return s.filter(ctx, rest)
	case "u":
		return s.change(s.desk.Undo(ctx))
	case "y":
		return s.change(s.desk.Redo(ctx))
	case "r":
		return s.refresh(ctx, desk.RefreshOptions{})
	case "a":
		return s.subscribe(ctx, rest)
	}
	return s.obeyOnArticle(ctx, verb, rest)
}

// obeyOnArticle carries out a command that needs an opened article.
func (s *session) obeyOnArticle(ctx context.Context, verb, rest string) error {
	if !strings.Contains(" t w m s v c g e ", " "+verb+" ") {
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
	case "w":
		s.why(it)
	case "v":
		return s.highlight(ctx, it, rest)
	case "g":
		return s.change(s.desk.ToggleTag(ctx, key, rest))
	case "e":
		x, err := s.desk.ExportNotes(ctx, []desk.Key{key}, s.desk.NotesDir())
		if err != nil {
			return err
		}
		s.say("Exported to %s.", strings.Join(x.Paths, ", "))
		for _, sentence := range x.Said {
			s.say("%s", sentence)
		}
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
	brief, err := s.desk.Text(ctx, it)
	if err != nil {
		return err
	}
	s.say("%s", brief)
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
		s.say("Nothing was changed.")
		return nil
	}
	s.say("%s.", capital(c.What))
	return nil
}

func (s *session) refresh(ctx context.Context, o desk.RefreshOptions) error {
	s.say("Working: pulling the feeds.")
	report, err := s.desk.Refresh(ctx, o, func(desk.Progress) {})
	if err != nil {
		return err
	}
	s.say("New articles: %d. Feeds that failed: %d.", report.New, report.Failed)
	return s.filter(ctx, s.words)
}

// highlight marks words of the article, or takes the mark off.
func (s *session) highlight(ctx context.Context, it desk.Item, words string) error {
	at := strings.Index(it.Article.Text, words)
	if words == "" || at < 0 {
		return fmt.Errorf("the article does not hold these words; t shows its text")
	}
	for _, h := range it.Highlights {
		if h.Words == words {
			return s.change(s.desk.Highlight(ctx, it.Row.Key, h.Passage, false))
		}
	}
	p := text.Cite(it.Article.Text, text.Span{Start: at, End: at + len(words)})
	return s.change(s.desk.Highlight(ctx, it.Row.Key, p, true))
}

// why says which words of the article are behind each topic and actor.
func (s *session) why(it desk.Item) {
	switch {
	case it.Brief.Rules == 0:
		s.say("Readout has not read this article yet; r reads what came in.")
	case len(it.Brief.Topics)+len(it.Brief.Actors) == 0:
		s.say("No actor or topic was found in it.")
	}
	for _, t := range it.Brief.Topics {
		s.say("Topic: %s, for %s.", t.Name, words(it, t.Evidence, t.HeadEvidence))
	}
	for _, a := range it.Brief.Actors {
		s.say("Actor: %s, for %s.", a.Name, words(it, spans(a.Mentions), spans(a.HeadMentions)))
	}
}

func spans(ms []actors.Mention) (out []text.Span) {
	for _, m := range ms {
		out = append(out, m.Span)
	}
	return out
}

// words are the different words in spans of the text and of the headline.
func words(it desk.Item, in, head []text.Span) string {
	var out []string
	add := func(of string, at []text.Span) {
		for _, x := range at {
			if w := "“" + of[x.Start:x.End] + "”"; !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	add(it.Article.Text, in)
	add(it.Article.Title, head)
	return strings.Join(out, ", ")
}

// subscribe subscribes to the feed of an address and pulls it.
func (s *session) subscribe(ctx context.Context, address string) error {
	sub, others, err := s.desk.FeedAt(ctx, address)
	if err != nil {
		return err
	}
	if err := s.desk.AddFeed(ctx, sub); err != nil {
		return err
	}
	s.say("Subscribed to %s.", sub.URL)
	for _, o := range others {
		s.say("The page offers also %s.", o)
	}
	return s.refresh(ctx, desk.RefreshOptions{Feeds: []string{sub.URL}, Force: true})
}
