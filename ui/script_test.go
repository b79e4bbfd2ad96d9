package ui

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"readout": func() {
			os.Exit(Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the command line as a user would, on the real program.
// Each script has a home of its own and a fixed clock.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("READOUT_HOME", e.WorkDir+"/home")
			e.Setenv("READOUT_NOW", "2026-03-04T06:40:00Z")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("TERM", "dumb")
			return nil
		},
	})
}
