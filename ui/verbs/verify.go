package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"readout/briefing/desk"
)

var verifyCommand = command{
	Name: "verify", Args: "NOTE.md...", Short: "check notes and editions against the archive",
	Long: `Each quote must stand verbatim in its article, each signatory in the text, and each article
must be as it was. What no longer holds is printed, and the exit status is 1.`,
	Run: verify,
}

func verify(ctx context.Context, e *Env, _ *flag.FlagSet, files []string) error {
	if len(files) == 0 {
		return usagef("verify needs a note, as in 'readout verify notes/*.md'")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
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
				fmt.Fprintf(e.Stdout, "%s: holds (%s, %s, %s)\n", file, count(v.Articles, "article", "articles"),
					count(v.Quotes, "quote", "quotes"), count(v.Signers, "signatory", "signatories"))
			}
		}
		if bad > 0 {
			return errors.New(count(bad, "file does", "files do") + " not hold; export again, or look at what changed with 'readout list is:revised'")
		}
		return nil
	})
}
