package verbs

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"text/tabwriter"
)

// Version is the program's version; releases set it at link time.
var Version = "0.1.0-dev"

// commands is the table of all verbs: dispatch, help, completion and README
// are made from it.
func commands() []command {
	return []command{
		refreshCommand, readCommand, listCommand, showCommand, exportCommand, editionCommand, verifyCommand, templatesCommand,
		storiesCommand, feedsCommand, actorsCommand, keysCommand, doctorCommand, backupCommand, restoreCommand, archiveCommand, helpCommand(), completionCommand(), versionCommand,
	}
}

func find(name string) *command {
	for _, c := range commands() {
		if c.Name == name {
			return &c
		}
	}
	return nil
}

var versionCommand = command{
	Name: "version", Short: "the program's version",
	Run: func(_ context.Context, e *Env, _ *flag.FlagSet, _ []string) error {
		fmt.Fprintln(e.Stdout, "readout", Version)
		return nil
	},
}

func helpCommand() command {
	return command{
		Name: "help", Args: "[COMMAND]", Short: "this list, or one command",
		Run: func(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
			if len(args) == 0 {
				overview(e)
				return nil
			}
			c := find(args[0])
			if c == nil {
				return usagef("there is no command %q; 'readout help' lists them", args[0])
			}
			if len(args) > 1 {
				return c.call(context.Background(), e, []string{args[1], "--help"})
			}
			return c.help(e)
		},
	}
}

const options = `Options, with any command:
  --home DIR     keep everything in one folder (READOUT_HOME)
  --demo         the built-in sample edition: no network, nothing written
  --theme NAME   auto, dark, light, ansi or contrast
  --ascii        no characters outside ASCII in frames and marks
  --no-color     no colours (NO_COLOR)
  --plain        linear text, no screen (READOUT_PLAIN): for screen readers
`

func overview(e *Env) {
	fmt.Fprint(e.Stdout, "Readout turns the morning's news feeds into briefs.\n\n",
		"  readout              open the reader\n",
		"  readout QUERY        open it filtered, as in: readout actor:icc since:24h\n",
		"  readout --demo       open the built-in sample edition\n\nCommands:\n")
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	for _, c := range commands() {
		if len(c.Subs) > 1 { // named here, they would push every description off a narrow screen
			fmt.Fprintf(w, "  %s ...\t%s; 'readout help %s'\n", c.Name, c.Short, c.Name)
			continue
		}
		fmt.Fprintf(w, "  %s\t%s\n", c.usage(), c.Short)
	}
	w.Flush()
	fmt.Fprint(e.Stdout, "\n", options, "\n",
		"A query: actor:icc topic:sanctions source:\"BBC World\" speaker:putin has:quotes\n",
		"signatory:durbin is:unread is:starred since:24h \"exact words\" -word (a OR b)\n\n",
		"Exit status: 0 done, 1 failed, 2 usage, 3 done in part.\n'readout help COMMAND' says more.\n")
}

// usage is the command with its arguments, or its sub-commands.
func (c *command) usage() string {
	if len(c.Subs) == 0 {
		return strings.TrimSpace(c.Name + " " + c.Args)
	}
	names := make([]string, len(c.Subs))
	for i, s := range c.Subs {
		names[i] = s.Name
	}
	return c.Name + " " + strings.Join(names, "|")
}

// help prints one command with its options.
func (c *command) help(e *Env) error {
	if len(c.Subs) > 0 {
		fmt.Fprintf(e.Stdout, "readout %s: %s\n\n", c.Name, c.Short)
		w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
		for _, s := range c.Subs {
			fmt.Fprintf(w, "  readout %s %s\t%s\n", c.Name, s.usage(), s.Short)
		}
		return w.Flush()
	}
	fmt.Fprintf(e.Stdout, "readout %s: %s\n", c.usage(), c.Short)
	if c.Long != "" {
		fmt.Fprintf(e.Stdout, "\n%s\n", c.Long)
	}
	fs := flag.NewFlagSet(c.Name, flag.ContinueOnError)
	if c.Flags == nil {
		return nil
	}
	c.Flags(fs)
	fmt.Fprintln(e.Stdout, "\nOptions:")
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	fs.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			usage += " (" + f.DefValue + ")"
		}
		dash := "--"
		if len(f.Name) == 1 {
			dash = "-"
		}
		if value == "string" { // what the word after it may be stands in the text
			value = "FORMAT"
		}
		fmt.Fprintf(w, "  %s\t%s\n", strings.TrimSpace(dash+f.Name+" "+value), usage)
	})
	return w.Flush()
}
