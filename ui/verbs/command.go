package verbs

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"readout/briefing/query"
)

// command is one verb. Help, completion and README are made from it.
type command struct {
	Name  string
	Args  string // as shown after the name
	Short string // one line, no period
	Long  string // more, for `readout help NAME`; ""
	Subs  []command
	// Run is given the flags it declared in Flags, and the other arguments.
	Flags func(*flag.FlagSet)
	Run   func(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error
}

// call parses the arguments and runs the command or its sub-command.
func (c *command) call(ctx context.Context, e *Env, args []string) error {
	if len(c.Subs) > 0 {
		return c.callSub(ctx, e, args)
	}
	fs := flag.NewFlagSet(c.Name, flag.ContinueOnError)
	if c.Flags != nil {
		c.Flags(fs)
	}
	rest, err := parseFlags(fs, args)
	if err == flag.ErrHelp {
		return c.help(e)
	}
	if err != nil {
		return usagef("%s: %v; 'readout help %s' shows its options", c.Name, err, c.Name)
	}
	if c.Args == "" && len(rest) > 0 {
		return usagef("%s takes no %q; 'readout help %s' says what it takes", c.Name, rest[0], c.Name)
	}
	return c.Run(ctx, e, fs, rest)
}

func (c *command) callSub(ctx context.Context, e *Env, args []string) error {
	names := make([]string, len(c.Subs))
	for i, s := range c.Subs {
		names[i] = s.Name
		if len(args) > 0 && args[0] == s.Name {
			sub := s
			sub.Name = c.Name + " " + s.Name
			return sub.call(ctx, e, args[1:])
		}
	}
	if len(args) > 0 && (args[0] == "--help" || args[0] == "-h") {
		return c.help(e)
	}
	if len(args) == 0 {
		return usagef("%s needs one of: %s; as in 'readout %s %s'", c.Name, strings.Join(names, ", "), c.Name, names[0])
	}
	if near := closest(args[0], names); near != "" {
		return usagef("%s has no %q; did you mean %q?", c.Name, args[0], near)
	}
	return usagef("%s has no %q, only: %s", c.Name, args[0], strings.Join(names, ", "))
}

// parseFlags sets the declared flags wherever they stand among the arguments
// and returns the others. A word that begins with one dash and is no flag
// stays an argument: it may be a negated search word.
func parseFlags(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(rest, args[i+1:]...), nil
		}
		name, value, has := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		known := fs.Lookup(name)
		switch {
		case !strings.HasPrefix(arg, "-") || arg == "-":
			rest = append(rest, arg)
		case name == "help" || arg == "-h":
			return nil, flag.ErrHelp
		case known == nil && strings.HasPrefix(arg, "--"):
			return nil, unknownFlag(fs, name)
		case known == nil:
			rest = append(rest, arg)
		default:
			if b, ok := known.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && !has {
				value = "true"
			} else if !has {
				if i++; i == len(args) {
					return nil, fmt.Errorf("%s needs a value", arg)
				}
				value = args[i]
			}
			if err := fs.Set(name, value); err != nil {
				return nil, fmt.Errorf("%s takes a number, not %q", arg, value) // other flags take any word
			}
		}
	}
	return rest, nil
}

func unknownFlag(fs *flag.FlagSet, name string) error {
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if near := closest(name, names); near != "" {
		return fmt.Errorf("there is no option --%s; did you mean --%s?", name, near)
	}
	return fmt.Errorf("there is no option --%s", name)
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// text returns a flag's value.
func text(fs *flag.FlagSet, name string) string { return fs.Lookup(name).Value.String() }

func given(fs *flag.FlagSet, name string) bool { return text(fs, name) == "true" }

// oneOf checks that a flag has one of the values.
func oneOf(fs *flag.FlagSet, name string, values ...string) (string, error) {
	v := text(fs, name)
	for _, ok := range values {
		if v == ok {
			return v, nil
		}
	}
	return "", usagef("--%s %s is not known here; it takes %s", name, v, strings.Join(values, ", "))
}

// closest returns the word that was probably meant, "" if none: two letters
// amiss, or one in a short word.
func closest(word string, known []string) string {
	most := 2
	if len(word) <= 4 {
		most = 1
	}
	return query.Close(word, known, most)
}
