package ui

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the layers of the program, lowest first. A package imports only
// packages of lower floors, or of its own folder.
var floors = [][]string{
	{"feeds", "feeds/datafile", "feeds/testkit"},
	{"feeds/clean"},
	{"feeds/opml", "feeds/pull"},
	{"feeds/catalog"},
	{"feeds/parse"},
	{"feeds/page"}, // reads dates and encodings as parse does
	{"briefing/text"},
	{"briefing/names"},
	{"briefing/actors"},
	{"briefing/quotes", "briefing/signatories", "briefing/topics", "briefing/dates", "briefing/summary"},
	{"briefing"},
	{"briefing/compare"},
	{"briefing/story", "briefing/note", "briefing/query"},
	{"briefing/archive"},
	{"briefing/desk"},
	{"ui/verbs", "ui/plain", "ui/keys", "ui/theme", "ui/cells", "ui/pane", "ui/launch", "ui/shot", "ui/*"},
	{"ui/screen"},
	{"ui"},
	{"."},
}

// floorOf returns the floor of a package folder, by its longest known prefix.
func floorOf(dir string) int {
	for prefix := dir; ; prefix = path.Dir(prefix) {
		for i, f := range floors {
			for _, name := range f {
				if name == prefix || name == "ui/*" && path.Dir(prefix) == "ui" && prefix != "ui/screen" {
					return i
				}
			}
		}
		if prefix == "." {
			return -1
		}
	}
}

// imports calls f for every import of a Go file in the tree that is no test.
func imports(t *testing.T, f func(dir, imported string)) {
	t.Helper()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		dir, err := filepath.Rel("..", filepath.Dir(name))
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f(filepath.ToSlash(dir), imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFloors(t *testing.T) {
	imports(t, func(dir, imported string) {
		target, ours := strings.CutPrefix(imported, "readout/")
		if !ours {
			return
		}
		from, to := floorOf(dir), floorOf(target)
		if from < 0 || to < 0 {
			t.Errorf("%s imports %s: one of them stands on no floor", dir, target)
		} else if to >= from && !strings.HasPrefix(target, dir+"/") && !sharedPart(dir, target) {
			t.Errorf("%s imports %s, which is not below it", dir, target)
		}
	})
}

// sharedPart reports whether a pane, overlay or verb uses one of the parts
// that all of them share.
func sharedPart(dir, target string) bool {
	switch target {
	case "ui/keys", "ui/theme", "ui/cells", "ui/pane", "ui/input", "ui/scroll", "ui/launch":
		return strings.HasPrefix(dir, "ui/")
	}
	return false
}

// TestForbiddenImports keeps the network and the database out of the screen,
// os/exec in ui/launch, and cgo out of the program.
func TestForbiddenImports(t *testing.T) {
	imports(t, func(dir, imported string) {
		under := func(folder string) bool { return dir == folder || strings.HasPrefix(dir, folder+"/") }
		bad := false
		switch imported {
		case "C":
			bad = true
		case "net/http":
			bad = !under("feeds/pull")
		case "database/sql", "modernc.org/sqlite":
			bad = !under("briefing/archive")
		case "os/exec":
			bad = !under("ui/launch")
		case "math/rand", "math/rand/v2":
			bad = under("briefing")
		}
		if bad {
			t.Errorf("%s must not import %s", dir, imported)
		}
	})
}
