package verbs

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"readout/briefing/note"
)

var templatesCommand = command{
	Name: "templates", Args: "[NAME]", Short: "the built-in templates of notes and editions",
	Long: `Save one, change it, and name it in config.toml (template for notes, edition_template for
editions) or with --template of export and edition. They are Go templates; text of an article is escaped wherever
a template prints it, and is never read as a template itself.`,
	Run: func(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
		names, sources := note.Templates()
		if len(args) == 0 {
			for _, name := range names {
				fmt.Fprintf(e.Stdout, "{{/* %s */}}\n%s\n", name, sources[name])
			}
			return nil
		}
		for _, name := range args {
			if !slices.Contains(names, name) {
				return usagef("there is no template %q; there are %s", name, strings.Join(names, ", "))
			}
			fmt.Fprint(e.Stdout, sources[name])
		}
		return nil
	},
}
