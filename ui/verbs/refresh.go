package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"readout/briefing/desk"
)

var refreshCommand = command{
	Name: "refresh", Short: "pull the feeds that are due, read their articles",
	Long: "A second refresh adds nothing twice. One bad feed never stops the others: failures are named, and the status is 3.",
	Flags: func(fs *flag.FlagSet) {
		fs.Var(new(list), "feed", "only the feed with this `NAME|URL`; may be repeated")
		fs.Bool("force", false, "also the feeds that are not due")
		fs.Bool("pages", false, "also fetch the pages of teasers, a few a feed; without it, those of feeds with full text on")
		fs.String("format", "text", "text or json")
	},
	Run: refresh,
}

func refresh(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	format, err := oneOf(fs, "format", "text", "json")
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return usagef("refresh takes no %q; to name a feed: readout refresh --feed %q", args[0], args[0])
	}
	o := desk.RefreshOptions{Feeds: *fs.Lookup("feed").Value.(*list), Force: given(fs, "force")}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		bar := &progress{e: e}
		report, err := d.Refresh(ctx, o, bar.show)
		bar.clear()
		if err != nil {
			return err
		}
		if format == "json" {
			if err := printJSON(e.Stdout, report); err != nil {
				return err
			}
		} else {
			printReport(e, report)
		}
		flush(e.Stdout)
		if report.Offline == "" {
			whole, err := d.FetchPages(ctx, given(fs, "pages"))
			if err != nil {
				return err
			}
			if len(whole) > 0 {
				fmt.Fprintf(e.Stderr, "%s fetched from their pages\n", count(len(whole), "whole article", "whole articles"))
			}
		}
		return refreshed(report)
	})
}

// refreshed turns a report into the exit status of the contract: 3 where some
// feeds failed, 1 where all that were due did.
func refreshed(r desk.Report) error {
	tried := 0
	for _, f := range r.Feeds {
		if f.Status != "skipped" {
			tried++
		}
	}
	switch {
	case r.Offline != "":
		return errors.New(r.Offline)
	case r.Failed == 0:
		return nil
	case r.Failed >= tried:
		return fmt.Errorf("no feed could be pulled; 'readout feeds check' says why")
	}
	return partly{fmt.Sprintf("%d of %d feeds failed; the rest is archived", r.Failed, tried)}
}

func printReport(e *Env, r desk.Report) {
	skipped := 0
	for _, f := range r.Feeds {
		if f.Status == "skipped" {
			skipped++
		}
		if f.Error != nil && r.Offline == "" {
			fmt.Fprintf(e.Stderr, "readout: %s: %s\n", f.URL, *f.Error)
		}
		for _, said := range []string{f.Cut, f.Warning} {
			if said != "" {
				fmt.Fprintf(e.Stderr, "readout: %s: %s\n", f.URL, said)
			}
		}
	}
	line := fmt.Sprintf("%s, %s new, %s changed", count(len(r.Feeds)-skipped, "feed", "feeds"), count(r.New, "article", "articles"), count(r.Updated, "article", "articles"))
	if skipped > 0 {
		line += fmt.Sprintf("; %d not due yet (--force pulls them all the same)", skipped)
	}
	fmt.Fprintln(e.Stdout, line)
}

// progress draws a bar on a terminal; elsewhere it says how far the refresh
// is every ten feeds.
type progress struct {
	e    *Env
	last int
}

func (p *progress) show(s desk.Progress) {
	if p.e.StderrWidth == 0 {
		if s.Done != p.last && (s.Done == s.Total || s.Done%10 == 0) {
			p.last = s.Done
			fmt.Fprintf(p.e.Stderr, "%d of %d feeds, %d new\n", s.Done, s.Total, s.New)
			flush(p.e.Stderr)
		}
		return
	}
	const cells = 24
	full := 0
	if s.Total > 0 {
		full = cells * s.Done / s.Total
	}
	line := fmt.Sprintf("[%s%s] %d/%d feeds, %d new", strings.Repeat("#", full), strings.Repeat(".", cells-full), s.Done, s.Total, s.New)
	if len(s.Waiting) > 0 && s.Done*4 > s.Total*3 {
		line += ", waiting for " + strings.Join(s.Waiting, ", ")
	}
	control(p.e.Stderr, "\r\x1b[K")
	fmt.Fprint(p.e.Stderr, shorten(line, p.e.StderrWidth-1))
	flush(p.e.Stderr)
}

func (p *progress) clear() {
	if p.e.StderrWidth > 0 {
		control(p.e.Stderr, "\r\x1b[K")
	}
}
