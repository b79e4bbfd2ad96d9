package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"readout/briefing/desk"
)

var verifyCommand = command{
	Name: "verify", Args: "[FILE|FOLDER...]", Short: "check notes and editions against the archive",
	Long: `Each quote must stand verbatim in its article, each signatory in the text, what is quoted of
other outlets in the articles of the story, and each article must be as it was; an edition as
JSON must have its own sum. What no longer holds is printed, and the exit status is 1.
Of a folder its notes are checked, without any name all that were exported and are still there.`,
	Run: verify,
}

func verify(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	return e.withDesk(ctx, func(d *desk.Desk) error {
		files, err := toVerify(ctx, d, args)
		if err != nil {
			return err
		}
		bad, unread := 0, 0
		for _, file := range files {
			v, err := d.Verify(ctx, file)
			switch {
			case err != nil:
				unread++
				fmt.Fprintf(e.Stderr, "readout: %s: %s\n", file, plainly(err))
			case len(v.Broken) > 0:
				bad++
				for _, s := range v.Broken {
					fmt.Fprintf(e.Stdout, "%s: %s\n", file, s)
				}
			default:
				fmt.Fprintf(e.Stdout, "%s: holds (%s)\n", file, checked(v))
			}
		}
		switch {
		case bad > 0:
			return errors.New(count(bad, "file does", "files do") + " not hold; export again, or look at what changed with 'readout list is:revised'")
		case unread > 0:
			return errors.New(count(unread, "file", "files") + " could not be checked")
		}
		return nil
	})
}

// checked says what of a file was checked.
func checked(v desk.Verified) string {
	said := fmt.Sprintf("%s, %s, %s", count(v.Articles, "article", "articles"), count(v.Quotes, "quote", "quotes"), count(v.Signers, "signatory", "signatories"))
	if v.Excerpts > 0 {
		said += ", " + count(v.Excerpts, "excerpt", "excerpts") + " of the story's outlets"
	}
	return said
}

// toVerify are the files that the arguments name: of a folder its notes and
// editions, without any argument the notes that were exported.
func toVerify(ctx context.Context, d *desk.Desk, args []string) (files []string, err error) {
	if len(args) == 0 {
		return exported(ctx, d)
	}
	for _, arg := range args {
		if !desk.IsFolder(arg) {
			files = append(files, arg)
			continue
		}
		within, err := os.ReadDir(arg)
		if err != nil {
			return nil, fmt.Errorf("looking into %s: %w", arg, err)
		}
		before := len(files)
		for _, f := range within {
			if !f.IsDir() && filepath.Ext(f.Name()) == ".md" {
				files = append(files, filepath.Join(arg, f.Name()))
			}
		}
		if len(files) == before {
			return nil, fmt.Errorf("the folder %s holds no .md file; name another one", arg)
		}
	}
	return files, nil
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
