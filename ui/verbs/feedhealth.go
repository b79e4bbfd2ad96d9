package verbs

import (
	"context"
	"flag"
	"fmt"
	"net/url"
	"text/tabwriter"
	"time"

	"readout/briefing/desk"
)

func feedsCheck(ctx context.Context, e *Env, _ *flag.FlagSet, _ []string) error {
	return e.withDesk(ctx, func(d *desk.Desk) error {
		states, err := d.Feeds(ctx)
		if err != nil {
			return err
		}
		w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(w, "FEED\tLAST SUCCESS\tNEXT TRY\tA WEEK\tSTATE")
		for _, s := range states {
			next := moment(s.Next, "now")
			if s.Gone {
				next = "none" // only --force asks again
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%.0f\t%s\n", shorten(s.Name, 36), moment(s.LastSuccess, "never"), next, s.PerWeek, health(s))
		}
		return w.Flush()
	})
}

// health is the state of a feed as one sentence without a period.
func health(s desk.FeedState) string {
	switch {
	case s.Gone:
		return s.Failure + "; " + repair(s)
	case s.Failures > 2:
		return fmt.Sprintf("%s (%d times in a row); %s", s.Failure, s.Failures, repair(s))
	case s.Failure != "":
		return s.Failure
	case s.Moved != "":
		return "well; it moved for good to " + s.Moved
	case s.LastTry.IsZero():
		return "not pulled yet"
	}
	return "well"
}

// repair is the command that looks for a dead feed's successor.
func repair(s desk.FeedState) string {
	site := s.Site
	if u, err := url.Parse(s.URL); site == "" && err == nil && u.Host != "" {
		site = u.Scheme + "://" + u.Host + "/"
	}
	if site == "" {
		return fmt.Sprintf("'readout feeds remove %s' ends it", s.URL)
	}
	return fmt.Sprintf("'readout feeds discover %s' looks for its successor, 'readout feeds remove %s' ends it", site, s.URL)
}

func moment(t time.Time, never string) string {
	if t.IsZero() {
		return never
	}
	return t.Local().Format("2006-01-02 15:04")
}
