package ui

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"readout/ui/keys"
)

var update = flag.Bool("update", false, "write golden files, pictures and README's generated parts anew")

// TestReadme keeps README's generated parts equal to what the program says of itself.
func TestReadme(t *testing.T) {
	const path = "../README.md"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	have := string(raw)
	table, err := keys.New("default")
	if err != nil {
		t.Fatal(err)
	}
	want := fill(t, have, "keys", table.Markdown())
	want = fill(t, want, "commands", "```\n"+help(t)+"```\n")
	if want == have {
		return
	}
	if !*update {
		t.Fatal("README differs from the program; run: go test ./ui -run Readme -update")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fill puts text between the marks of a generated part.
func fill(t *testing.T, doc, name, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(doc, "<!-- generated:"+name+" -->\n")
	_, after, closed := strings.Cut(rest, "<!-- /generated -->")
	if !ok || !closed {
		t.Fatalf("README has no generated part %q", name)
	}
	return before + "<!-- generated:" + name + " -->\n" + text + "<!-- /generated -->" + after
}

func help(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	if status := Main(context.Background(), []string{"help"}, strings.NewReader(""), &out, &out); status != 0 {
		t.Fatalf("help: status %d: %s", status, out.String())
	}
	return out.String()
}
