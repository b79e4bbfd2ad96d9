package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"readout/briefing/desk"
	"readout/feeds"
	"readout/feeds/opml"
	"readout/feeds/pull"
	"readout/ui/cells"
)

var feedsCommand = command{
	Name: "feeds", Short: "subscriptions",
	Subs: []command{
		{Name: "list", Short: "the feeds, by group", Flags: func(fs *flag.FlagSet) { fs.String("format", "table", "table or json") }, Run: feedsList},
		{Name: "add", Args: "URL|FILE", Short: "subscribe to a feed, a page's feed, or all of a feed list", Flags: func(fs *flag.FlagSet) {
			fs.String("title", "", "the `NAME` to show; else the feed's own")
			fs.String("group", "", "the `GROUP` to put it in")
		}, Run: feedsAdd},
		{Name: "set", Args: "NAME|URL", Short: "change a feed's name or group, or whether its pages are fetched", Flags: func(fs *flag.FlagSet) {
			fs.String("title", "", "the `NAME` to show; \"\" = the feed's own")
			fs.String("group", "", "the `GROUP` to put it in; \"\" = none")
			fs.String("full-text", "", "whole articles where the feed gives teasers, `MODE` auto, on or off; \"\" = as config.toml has it")
		}, Run: feedsSet},
		{Name: "remove", Args: "NAME|URL", Short: "end a subscription; its articles stay", Run: feedsRemove},
		{Name: "import", Args: "FILE|-", Short: "add the feeds of an OPML file, newsboat's urls or nom's config", Run: feedsImport},
		{Name: "export", Args: "[FILE]", Short: "the feed list as OPML", Run: feedsExport},
		{Name: "discover", Args: "URL", Short: "the feeds that a page offers", Run: feedsDiscover},
		{Name: "check", Short: "the health of each feed", Run: feedsCheck},
		{Name: "parse", Args: "FILE...", Short: "parse feed files and show what a reader would get", Flags: func(fs *flag.FlagSet) {
			fs.String("format", "text", "text or jsonl")
			fs.String("base-url", "", "the `URL` that relative links are resolved against")
			fs.String("content-type", "", "the `TYPE` that a server stated")
		}, Run: feedsParse},
	},
}

func feedsList(ctx context.Context, e *Env, fs *flag.FlagSet, _ []string) error {
	format, err := oneOf(fs, "format", "table", "json")
	if err != nil {
		return err
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		states, err := d.Feeds(ctx)
		if err != nil {
			return err
		}
		if format == "json" {
			return printJSON(e.Stdout, feedObjects(states))
		}
		w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
		group := "\x00"
		for _, s := range states {
			if s.Group != group {
				group = s.Group
				fmt.Fprintf(w, "%s\n", first(strings.Join(opml.Path(group), " / "), "(no group)"))
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\n", shorten(s.Name, 40), count(s.Articles, "article", "articles"), s.URL)
		}
		return w.Flush()
	})
}

// feedObject is a subscription of `feeds list --format json`.
type feedObject struct {
	URL         string  `json:"url"`
	Title       string  `json:"title"`
	Group       string  `json:"group"`
	Site        *string `json:"site"`
	Articles    int     `json:"articles"`
	LastSuccess *string `json:"last_success"`
	Next        *string `json:"next_fetch"`
	Failure     *string `json:"failure"`
}

func feedObjects(states []desk.FeedState) []feedObject {
	out := []feedObject{}
	for _, s := range states {
		out = append(out, feedObject{s.URL, s.Name, s.Group, feeds.Known(s.Site), s.Articles, feeds.Stamp(s.LastSuccess), feeds.Stamp(s.Next), feeds.Known(s.Failure)})
	}
	return out
}

func feedsAdd(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	if len(args) != 1 {
		return usagef("feeds add needs one URL, as in 'readout feeds add https://example.org/feed.xml'")
	}
	if info, err := os.Stat(args[0]); err == nil && info.Mode().IsRegular() {
		return feedsImport(ctx, e, fs, args) // a feed list on this machine
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		s := feeds.Subscription{URL: args[0], Title: text(fs, "title"), Group: text(fs, "group")}
		err := findFeed(ctx, e, d, &s)
		if errors.Is(err, desk.ErrFeedList) {
			added, refused, err := d.ImportAddress(ctx, args[0])
			return imported(e, args[0], added, refused, err)
		}
		if err != nil {
			return err
		}
		if err := d.AddFeed(ctx, s); err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "subscribed to %s; 'readout refresh' pulls it\n", cells.Safe(strings.TrimSpace(s.Title+" "+s.URL)))
		return nil
	})
}

// findFeed puts the feed of a page in the place of the page's address. Where
// the page offers several it lists them; an address that cannot be reached now
// is taken as it is, one that will not be there later either is refused.
func findFeed(ctx context.Context, e *Env, d *desk.Desk, s *feeds.Subscription) error {
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(s.URL)), "file:") {
		return nil
	}
	found, err := d.Discover(ctx, s.URL)
	var failure *pull.StatusError
	switch {
	case errors.As(err, &failure) && !failure.Lasting():
		fmt.Fprintf(e.Stderr, "readout: %v; it is subscribed to as it is\n", err)
	case err != nil:
		return fmt.Errorf("adding %s: %w", cells.Safe(s.URL), err)
	case len(found) == 0:
		return fmt.Errorf("%s is no feed and offers none; look for a link named RSS or Atom on it", s.URL)
	case len(found) == 1:
		if s.URL != found[0].URL && s.Title == "" {
			s.Title = found[0].Title
		}
		s.URL, s.Site = found[0].URL, found[0].Site
	default:
		printCandidates(e, found)
		return fmt.Errorf("%s offers %d feeds; add one of them by its address", s.URL, len(found))
	}
	return nil
}

// feedsSet changes what is said of one subscription. A flag that was not given
// changes nothing.
func feedsSet(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	if len(args) != 1 {
		return usagef("feeds set needs one name or URL; 'readout feeds list' shows them")
	}
	var c desk.FeedChange
	fs.Visit(func(f *flag.Flag) {
		switch value := f.Value.String(); f.Name {
		case "title":
			c.Title = &value
		case "group":
			c.Group = &value
		case "full-text":
			c.FullText = &value
		}
	})
	if c == (desk.FeedChange{}) {
		return usagef("feeds set needs --title, --group or --full-text")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		s, err := d.ChangeFeed(ctx, args[0], c)
		if err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "%s is changed\n", first(s.Title, s.URL))
		return nil
	})
}

func feedsRemove(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	if len(args) != 1 {
		return usagef("feeds remove needs one name or URL; 'readout feeds list' shows them")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		s, err := d.RemoveFeed(ctx, args[0])
		if err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "unsubscribed from %s; its articles stay. To take it back: readout feeds add %s\n", first(s.Title, s.URL), s.URL)
		return nil
	})
}

func feedsImport(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	if len(args) != 1 {
		return usagef("feeds import needs one file, or - for standard input")
	}
	raw, err := readFile(e, args[0], maxInput)
	if err != nil {
		return fmt.Errorf("importing %s: %w", args[0], err)
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		added, refused, err := d.ImportFeeds(ctx, raw)
		return imported(e, args[0], added, refused, err)
	})
}

// imported says what an import did.
func imported(e *Env, name string, added int, refused []string, err error) error {
	if err != nil {
		return fmt.Errorf("importing %s: %w", name, err)
	}
	for _, r := range refused {
		fmt.Fprintf(e.Stderr, "readout: left out %s\n", r)
	}
	fmt.Fprintf(e.Stderr, "%s added\n", count(added, "feed", "feeds"))
	if len(refused) > 0 && added > 0 {
		return partly{fmt.Sprintf("%s left out", count(len(refused), "line", "lines"))}
	}
	if len(refused) > 0 {
		return fmt.Errorf("no feed was added")
	}
	return nil
}

func feedsExport(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	return e.withDesk(ctx, func(d *desk.Desk) error {
		raw, err := d.ExportFeeds(ctx)
		if err != nil {
			return err
		}
		if len(args) == 0 || args[0] == "-" {
			_, err = e.Stdout.Write(raw)
			return err
		}
		f, err := os.OpenFile(args[0], os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if os.IsExist(err) {
			return fmt.Errorf("%s is already there and stays as it is; name a new file", args[0])
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", args[0], err)
		}
		if _, err = f.Write(raw); err == nil {
			err = f.Sync()
		}
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		return err
	})
}

func feedsDiscover(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	if len(args) != 1 {
		return usagef("feeds discover needs one URL")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		found, err := d.Discover(ctx, args[0])
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("%s offers no feed; look for a link named RSS or Atom on it", args[0])
		}
		printCandidates(e, found)
		return nil
	})
}

// printCandidates lists feeds to choose from: address, title, how much they
// bring, and the newest headline.
func printCandidates(e *Env, found []desk.Candidate) {
	for _, c := range found {
		line := c.URL + "\t" + c.Title
		if c.Newest != "" {
			line += fmt.Sprintf("\t%.0f a week\t%s", c.PerWeek, c.Newest)
		}
		fmt.Fprintln(e.Stdout, line)
	}
}
