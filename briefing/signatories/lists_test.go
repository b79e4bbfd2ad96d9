package signatories

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestListNames: each list of the file is asked for under its own name.
func TestListNames(t *testing.T) {
	source, err := os.ReadFile("lists.go")
	if err != nil {
		t.Fatal(err)
	}
	code := strings.Join(strings.Fields(string(source)), " ")
	for name := range listOf {
		if want := fmt.Sprintf("%s = named(%q)", name, name); strings.Count(code, want) != 1 {
			t.Errorf("lists.go lacks %s", want)
		}
	}
}

// TestListFaults: a list too many and a list that is not there are faults of
// the build and end it, where a bit of 0 would make a list of no words.
func TestListFaults(t *testing.T) {
	var file strings.Builder
	for i := range 64 {
		fmt.Fprintf(&file, "[list%d]\nword\nanother\n", i)
	}
	if bits := bitsOf(file.String()); len(bits) != 64 || bits["list63"] != 1<<63 {
		t.Errorf("%d lists, the last %x", len(bits), bits["list63"])
	}
	panics(t, "65 lists", func() { bitsOf(file.String() + "[oneMore]\nword\n") })
	panics(t, "an unknown list", func() { named("unknown") })
}

func panics(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	f()
}
