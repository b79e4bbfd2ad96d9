package verbs

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"runtime"
	"text/tabwriter"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/desk"
	"readout/ui/keys"
)

var doctorCommand = command{
	Name: "doctor", Short: "what is configured, where, and what is wrong",
	Flags: func(fs *flag.FlagSet) {
		fs.Bool("repair", false, "set a damaged archive aside and save what can be read of it")
	},
	Run: doctor,
}

func doctor(ctx context.Context, e *Env, fs *flag.FlagSet, _ []string) error {
	home, err := desk.FindHome(e.Home, e.Getenv)
	if err != nil {
		return err
	}
	if given(fs, "repair") {
		if err := salvage(ctx, e, home); err != nil {
			return err
		}
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintf(w, "program\treadout %s, %s, %s/%s\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(w, "engine\trules %d, %s\n", briefing.Rules, count(len(actors.Builtin().All()), "actor", "actors"))
	wrong := 0
	findings := desk.Doctor(ctx, home)
	if c, err := desk.ReadConfig(home); err == nil { // else it is told already
		if _, err := keys.New(c.Keymap, Bindings(c)...); err != nil {
			findings = append(findings, desk.Finding{What: "keys", State: cmp.Or(c.Keymap, "default"), Wrong: err.Error()})
		}
	}
	for _, f := range findings {
		fmt.Fprintf(w, "%s\t%s\n", f.What, f.State)
		if f.Wrong != "" {
			wrong++
			fmt.Fprintf(w, "\t! %s\n", f.Wrong)
		}
	}
	w.Flush()
	fmt.Fprintf(e.Stdout, "\n%s\n", actors.Attribution())
	if wrong > 0 {
		return fmt.Errorf("%s to mend, marked with ! above", count(wrong, "thing", "things"))
	}
	fmt.Fprintln(e.Stdout, "\nNothing is wrong.")
	return nil
}

func salvage(ctx context.Context, e *Env, home desk.Home) error {
	said, err := desk.Repair(ctx, home)
	for _, s := range said {
		fmt.Fprintln(e.Stdout, s)
	}
	if err == nil && len(said) == 0 {
		fmt.Fprintln(e.Stdout, "No archive needs repair.")
	}
	fmt.Fprintln(e.Stdout)
	return err
}
