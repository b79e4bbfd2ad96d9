package verbs

import (
	"context"
	"flag"
	"fmt"
	"strings"
)

func completionCommand() command {
	return command{
		Name: "completion", Args: "bash|zsh|fish", Short: "shell completion, to be sourced",
		Long: "bash: source <(readout completion bash)\nzsh:  source <(readout completion zsh)\nfish: readout completion fish | source",
		Run: func(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
			if len(args) != 1 {
				return usagef("completion needs a shell: bash, zsh or fish")
			}
			switch args[0] {
			case "bash":
				fmt.Fprint(e.Stdout, bashCompletion())
			case "zsh":
				fmt.Fprint(e.Stdout, "autoload -U +X bashcompinit && bashcompinit\n", bashCompletion())
			case "fish":
				fmt.Fprint(e.Stdout, fishCompletion())
			default:
				return usagef("completion knows bash, zsh and fish, not %q", args[0])
			}
			return nil
		},
	}
}

// words returns what may follow a command: its sub-commands and options.
func (c *command) words() []string {
	var out []string
	for _, s := range c.Subs {
		out = append(out, s.Name)
	}
	fs := flag.NewFlagSet(c.Name, flag.ContinueOnError)
	if c.Flags != nil {
		c.Flags(fs)
	}
	fs.VisitAll(func(f *flag.Flag) {
		if len(f.Name) > 1 {
			out = append(out, "--"+f.Name)
		}
	})
	return out
}

func bashCompletion() string {
	var b strings.Builder
	var names []string
	b.WriteString("_readout() {\n  local cur=${COMP_WORDS[COMP_CWORD]} words\n  case ${COMP_WORDS[1]} in\n")
	for _, c := range commands() {
		names = append(names, c.Name)
		fmt.Fprintf(&b, "    %s) words=%q ;;\n", c.Name, strings.Join(c.words(), " "))
	}
	fmt.Fprintf(&b, "  esac\n  [ \"$COMP_CWORD\" -eq 1 ] && words=%q\n", strings.Join(append(names, "--home", "--demo", "--theme", "--plain"), " "))
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -f -- \"$cur\"))\n}\ncomplete -F _readout readout\n")
	return b.String()
}

func fishCompletion() string {
	var b strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c readout -n __fish_use_subcommand -a %s -d '%s'\n", c.Name, strings.ReplaceAll(c.Short, "'", `\'`))
		for _, w := range c.words() {
			if name, ok := strings.CutPrefix(w, "--"); ok {
				fmt.Fprintf(&b, "complete -c readout -n '__fish_seen_subcommand_from %s' -l %s\n", c.Name, name)
			} else {
				fmt.Fprintf(&b, "complete -c readout -n '__fish_seen_subcommand_from %s' -a %s\n", c.Name, w)
			}
		}
	}
	return b.String()
}
