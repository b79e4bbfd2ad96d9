package verbs

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"readout/ui/keys"
)

var keysCommand = command{
	Name: "keys", Args: "[PRESET]", Short: "the keys of the reader, as a Markdown table",
	Run: func(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
		preset := "default"
		if len(args) > 0 {
			preset = args[0]
		}
		m, err := keys.New(preset)
		if err != nil {
			return usagef("%v; there are %s", err, strings.Join(keys.Presets(), ", "))
		}
		_, err = fmt.Fprint(e.Stdout, m.Markdown())
		return err
	},
}
