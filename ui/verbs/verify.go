package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"readout/briefing/desk"
)

var verifyCommand = command{
	Name: "verify", Args: "[NOTE.md...]", Short: "check notes and editions against the archive",
	Long: `Each quote must stand verbatim in its article, each signatory in the text, what is quoted of
other outlets in the articles of the story, and each article must be as it was; an edition as
JSON must have its own sum. What no longer holds is printed, and the exit status is 1.
Without a file, all notes that were exported and are still there are checked.`,
	Run: verify,
}

func verify(ctx context.Context, e *Env, _ *flag.FlagSet, files []string) error {
	return e.withDesk(ctx, func(d *desk.Desk) error {
		if len(files) == 0 {
			var err error
			if files, err = exported(ctx, d); err != nil {
				return err
			}
		}
		bad := 0
		for _, file := range files {
			v, err := d.Verify(ctx, file)
			switch {
			case err != nil:
				bad++
				fmt.Fprintf(e.Stderr, "readout: %s: %v\n", file, err)
			case len(v.Broken) > 0:
				bad++
				for _, s := range v.Broken {
					fmt.Fprintf(e.Stdout, "%s: %s\n", file, s)
				}
			default:
				also := ""
				if v.Excerpts > 0 {
					also = ", " + count(v.Excerpts, "excerpt", "excerpts") + " of the story's outlets"
				}
				fmt.Fprintf(e.Stdout, "%s: holds (%s, %s, %s%s)\n", file, count(v.Articles, "article", "articles"),
					count(v.Quotes, "quote", "quotes"), count(v.Signers, "signatory", "signatories"), also)
			}
		}
		if bad > 0 {
			return errors.New(count(bad, "file does", "files do") + " not hold; export again, or look at what changed with 'readout list is:revised'")
		}
		return nil
	})
}

// exported are the notes that were written from the archive and are still there.
func exported(ctx context.Context, d *desk.Desk) ([]string, error) {
	all, err := d.ExportedPaths(ctx)
	if err != nil {
		return nil, err
	}
	var there []string
	for _, p := range all {
		if _, err := os.Stat(p); err == nil {
			there = append(there, p)
		}
	}
	if len(there) == 0 {
		return nil, errors.New("no exported note is there any more; name one, as in 'readout verify notes/*.md'")
	}
	return there, nil
}
