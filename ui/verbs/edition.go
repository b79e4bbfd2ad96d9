package verbs

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"readout/briefing/desk"
	"readout/briefing/note"
)

var editionCommand = command{
	Name: "edition", Args: "[QUERY]", Short: "the morning's digest, for cron",
	Long: `What was first seen up to now (READOUT_NOW), frozen: the same edition asked for again is
the same to the byte. Days and times are of the zone of the clock: the machine's, or that of
READOUT_NOW. The watchlist is 'watch' in config.toml, the principal first.`,
	Flags: func(fs *flag.FlagSet) {
		fs.String("since", "24h", "`SPAN` up to now, as in 24h or 7d")
		fs.String("date", "", "a whole `DAY` instead, as in 2026-03-04, from midnight to midnight here")
		fs.String("format", "md", "md, text or json")
		fs.String("template", "", "`FILE` of your own template for md or text, see 'readout templates'")
		fs.String("o", "-", "`FILE` or folder; - is standard output")
	},
	Run: edition,
}

func edition(ctx context.Context, e *Env, fs *flag.FlagSet, words []string) error {
	format, err := oneOf(fs, "format", "md", "text", "json")
	if err != nil {
		return err
	}
	o, err := editionOptions(fs, words)
	if err != nil {
		return err
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		ed, err := d.Edition(ctx, o)
		if err != nil {
			return err
		}
		if ed.Items == 0 {
			tell(e.Stderr, hint(ctx, d, o.Query))
		}
		body, err := editionBytes(d, ed, format, text(fs, "template"))
		if err != nil {
			return err
		}
		to := text(fs, "o")
		switch {
		case to == "-":
			_, err := e.Stdout.Write(body)
			return err
		case desk.IsFolder(to):
			to, err = d.PutEdition(to, ed.FileName(map[string]string{"md": ".md", "text": ".txt", "json": ".json"}[format]), body)
		default:
			to, err = d.WriteOut(to, "", body)
		}
		if err == nil {
			fmt.Fprintf(e.Stderr, "%s: %s, cut-off %s\n", filepath.Clean(to), count(ed.Items, "article", "articles"), ed.Cutoff.Format(time.RFC3339))
		}
		return err
	})
}

// editionOptions reads what an edition is asked to be of.
func editionOptions(fs *flag.FlagSet, words []string) (o desk.EditionOptions, err error) {
	if o.Since, err = parseSpan(text(fs, "since")); err != nil {
		return o, err
	}
	if s := text(fs, "date"); s != "" {
		if o.Day, err = time.Parse(time.DateOnly, s); err != nil {
			return o, usagef("--date is %q; it must be a day like 2026-03-04", s)
		}
	}
	o.Query, err = parseQuery(words)
	return o, err
}

// editionBytes writes an edition; the template of config.toml is for Markdown,
// one that is named for the format that is asked for.
func editionBytes(d *desk.Desk, ed note.Edition, format, template string) ([]byte, error) {
	switch {
	case format == "json":
		j, err := ed.JSON()
		return append(j, '\n'), err
	case format == "text" && template == "":
		return ed.Text()
	}
	t, err := d.EditionTemplate(template)
	if err != nil {
		return nil, err
	}
	return ed.By(t)
}

// parseSpan reads a span of time: Go's form, or a number of days.
func parseSpan(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if days, ok := strings.CutSuffix(s, "d"); ok {
		var n int
		n, err = strconv.Atoi(days)
		d = time.Duration(n) * 24 * time.Hour
	}
	if err != nil || d < time.Second || d > 366*24*time.Hour {
		return 0, usagef("--since is %q; it must be a span like 24h or 7d, of a year at most", s)
	}
	return d, nil
}
