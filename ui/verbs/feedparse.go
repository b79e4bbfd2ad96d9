package verbs

import (
	"context"
	"flag"
	"fmt"

	"readout/feeds/parse"
	"readout/feeds/pull"
)

func feedsParse(_ context.Context, e *Env, fs *flag.FlagSet, names []string) error {
	format, err := oneOf(fs, "format", "text", "jsonl")
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usagef("feeds parse needs a file, as in 'readout feeds parse feed.xml'")
	}
	failed := 0
	for _, name := range names {
		raw, err := readFile(e, name, pull.FeedLimit)
		if err != nil {
			fmt.Fprintf(e.Stderr, "readout: reading %s: %v\n", name, err)
			failed++
			continue
		}
		report := parse.NewReport(name, raw, text(fs, "base-url"), text(fs, "content-type"))
		if format == "jsonl" {
			err = printJSON(e.Stdout, report)
		} else {
			_, err = fmt.Fprint(e.Stdout, report.Text())
		}
		if err != nil {
			return err
		}
	}
	return failures(failed, len(names), "file", "files")
}
