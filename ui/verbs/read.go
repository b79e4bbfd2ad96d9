package verbs

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/note"
	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/page"
)

// read briefs articles without the archive.
func read(_ context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("read", flag.ContinueOnError)
	fs.SetOutput(stderr)
	format := fs.String("format", "text", "")
	published := fs.String("published", "", "")
	title := fs.String("title", "", "")
	if fs.Parse(args) != nil {
		return Usage
	}
	registry := actors.Builtin()
	w := bufio.NewWriter(stdout)
	defer w.Flush()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	status := Done
	for _, name := range fs.Args() {
		a, full, err := load(name, stdin)
		if err != nil {
			fmt.Fprintf(stderr, "readout: reading %s: %v\n", name, err)
			status = Partly
			continue
		}
		if t, ok := parseDay(*published); ok {
			a.Published = t
		}
		if *title != "" {
			a.Title = *title
		}
		d := note.New(a, briefing.Compose(a, registry))
		d.File, d.Fulltext = name, full
		_ = format
		if err := enc.Encode(d); err != nil {
			return Failed
		}
	}
	return status
}

func load(name string, stdin io.Reader) (feeds.Article, *bool, error) {
	var raw []byte
	var err error
	if name == "-" {
		raw, err = io.ReadAll(stdin)
	} else {
		raw, err = os.ReadFile(name)
	}
	if err != nil {
		return feeds.Article{}, nil, err
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".html" || ext == ".htm" {
		a, err := page.Article(raw, "", "")
		full := err == nil
		return a, &full, nil
	}
	body := strings.TrimRight(string(raw), "\n")
	a := feeds.Article{Text: string(raw), From: feeds.FromFile}
	head, _, _ := strings.Cut(body, "\n")
	a.Title = clean.Line(head)
	return a, nil, nil
}

func parseDay(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
