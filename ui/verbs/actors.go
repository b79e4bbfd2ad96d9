package verbs

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"readout/briefing/actors"
	"readout/briefing/desk"
)

var actorsCommand = command{
	Name: "actors", Short: "the registry of actors",
	Subs: []command{
		{Name: "list", Args: "[WORD]", Short: "the actors that Readout knows, or those that a word finds",
			Flags: func(fs *flag.FlagSet) { fs.String("kind", "", "only `KIND`: person, organisation or place") }, Run: actorsList},
		{Name: "show", Args: "ID|NAME", Short: "one actor with its aliases", Run: actorsShow},
		{Name: "check", Args: "[FILE]", Short: "check actors.toml and explain every clash", Run: actorsCheck},
	},
}

// userActors reads the user's own actors.toml; nil when there is none.
func userActors(e *Env, args []string) ([]byte, string, error) {
	path := ""
	if len(args) > 0 {
		path = args[0]
	} else {
		home, err := desk.FindHome(e.Home, e.Getenv)
		if err != nil {
			return nil, "", err
		}
		path = filepath.Join(home.Config, "actors.toml")
	}
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && len(args) == 0 {
		return nil, path, nil
	}
	if err != nil {
		return nil, path, fmt.Errorf("reading %s: it cannot be opened; check the name", path)
	}
	return raw, path, nil
}

func registry(e *Env, args []string) (*actors.Registry, string, error) {
	raw, path, err := userActors(e, args)
	if err != nil || raw == nil {
		return actors.Builtin(), path, err
	}
	r, err := actors.Load(raw)
	if err != nil {
		return nil, path, fmt.Errorf("%s: %w", path, err)
	}
	return r, path, nil
}

func actorsList(_ context.Context, e *Env, flags *flag.FlagSet, args []string) error {
	r, _, err := registry(e, nil)
	if err != nil {
		return err
	}
	entries := r.All()
	if len(args) > 0 {
		word := strings.Join(args, " ")
		if entries = r.Search(word); len(entries) == 0 {
			tell(e.Stderr, unknownActor(r, word))
		}
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	for _, x := range entries {
		if k := text(flags, "kind"); k == "" || string(x.Kind) == k {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", x.ID, x.Name, x.Kind, x.Type)
		}
	}
	return w.Flush()
}

func actorsShow(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	if len(args) == 0 {
		return usagef("actors show needs an id or a name, as in 'readout actors show icc'")
	}
	r, _, err := registry(e, nil)
	if err != nil {
		return err
	}
	name := strings.Join(args, " ")
	x, ok := r.Lookup(name)
	if !ok {
		found := r.Search(name)
		if len(found) == 0 {
			return errors.New(unknownActor(r, name))
		}
		x = found[0]
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
	for _, row := range [][2]string{{"id", x.ID}, {"name", x.Name}, {"kind", string(x.Kind)}, {"type", x.Type}, {"party", x.Party},
		{"region", x.Region}, {"country", x.Country}, {"aliases", strings.Join(r.Aliases(x.ID), ", ")}} {
		if row[1] != "" {
			fmt.Fprintf(w, "%s\t%s\n", row[0], row[1])
		}
	}
	return w.Flush()
}

// unknownActor says that the registry knows no such actor, and the one that was meant.
func unknownActor(r *actors.Registry, name string) string {
	var names []string
	for _, x := range r.All() {
		names = append(names, x.ID, x.Name)
	}
	said := fmt.Sprintf("the registry knows no %q; ", name)
	if near := closest(name, names); near != "" {
		return said + fmt.Sprintf("did you mean %q?", near)
	}
	return said + "'readout actors list WORD' searches it, actors.toml adds to it"
}

func actorsCheck(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
	r, path, err := registry(e, args)
	if err != nil {
		return err
	}
	clashes := r.Check()
	for _, c := range clashes {
		fmt.Fprintln(e.Stdout, c)
	}
	fmt.Fprintf(e.Stderr, "%s: %s, %s explained\n", path, count(len(r.All()), "actor", "actors"), count(len(clashes), "clash", "clashes"))
	return nil
}
