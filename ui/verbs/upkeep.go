package verbs

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"time"

	"readout/briefing/desk"
)

var backupCommand = command{
	Name: "backup", Args: "FILE", Short: "a copy of the archive, also while it is in use",
	Run: func(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
		if len(args) != 1 {
			return usagef("backup needs one file that does not exist yet, as in: readout backup archive-copy.db")
		}
		return e.withDesk(ctx, func(d *desk.Desk) error {
			if err := d.Backup(ctx, args[0]); err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "wrote %s\n", args[0])
			return nil
		})
	},
}

var restoreCommand = command{
	Name: "restore", Args: "FILE", Short: "put a backup in the place of the archive",
	Long: "The present archive is renamed, never deleted. While another Readout has it open nothing is done.",
	Run: func(ctx context.Context, e *Env, _ *flag.FlagSet, args []string) error {
		if len(args) != 1 {
			return usagef("restore needs one file that 'readout backup' wrote")
		}
		if e.Demo {
			return fmt.Errorf("the demo has no archive to restore")
		}
		home, err := desk.FindHome(e.Home, e.Getenv)
		if err != nil {
			return err
		}
		kept, err := desk.Restore(ctx, home, args[0])
		if err != nil {
			return err
		}
		fmt.Fprintf(e.Stdout, "restored %s\n", args[0])
		if kept != "" {
			fmt.Fprintf(e.Stdout, "the archive that was there is kept as %s\n", kept)
		}
		return nil
	},
}

var archiveCommand = command{
	Name: "archive", Short: "the upkeep of the archive",
	Subs: []command{{
		Name: "prune", Args: "--keep 90d", Short: "remove old articles with which nothing was done",
		Long: `Articles that are starred, noted, highlighted, tagged or exported, or that stand in an
edition, always stay. What was removed stays away when its feed offers it again. It cannot be
undone: --dry-run says first what would go, and 'readout backup FILE' keeps a copy.`,
		Flags: func(fs *flag.FlagSet) {
			fs.String("keep", "", "keep what is newer than this `AGE`: days or weeks, as 90d or 12w")
			fs.Bool("dry-run", false, "only say how many would be removed")
		},
		Run: prune,
	}},
}

func prune(ctx context.Context, e *Env, fs *flag.FlagSet, args []string) error {
	keep, ok := age(fs.Lookup("keep").Value.String())
	if !ok || len(args) > 0 {
		return usagef("archive prune needs an age in days or weeks, as in: readout archive prune --keep 90d --dry-run")
	}
	return e.withDesk(ctx, func(d *desk.Desk) error {
		n, err := d.Prune(ctx, keep, true)
		if err != nil {
			return err
		}
		if given(fs, "dry-run") {
			fmt.Fprintf(e.Stdout, "%s would be removed\n", count(n, "article", "articles"))
			return nil
		}
		fmt.Fprintf(e.Stderr, "removing %s\n", count(n, "article", "articles"))
		if n, err = d.Prune(ctx, keep, false); err != nil {
			return err
		}
		fmt.Fprintf(e.Stdout, "%s removed\n", count(n, "article", "articles"))
		return nil
	})
}

// age reads a number of days or weeks of at least one day.
func age(s string) (time.Duration, bool) {
	if s == "" {
		return 0, false
	}
	unit := map[byte]time.Duration{'d': 24 * time.Hour, 'w': 7 * 24 * time.Hour}[s[len(s)-1]]
	n, err := strconv.Atoi(s[:len(s)-1])
	return time.Duration(n) * unit, err == nil && unit > 0 && n > 0 && n <= 36500
}
