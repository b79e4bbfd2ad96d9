package plain

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing/desk"
)

// play plays typed lines against the sample edition and returns what was said.
func play(t *testing.T, lines ...string) string {
	t.Helper()
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return playOn(t, d, lines...)
}

// playOn is play against a desk of the test's own.
func playOn(t *testing.T, d *desk.Desk, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	in := strings.NewReader(strings.Join(lines, "\n") + "\n")
	if err := Run(context.Background(), d, Options{In: in, Out: &out, Prompt: true}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMorning(t *testing.T) {
	said := play(t, "f letter has:signatories", "1", "s", "s", "u", "c Ask about the programme.", "n", "p", "t", "f", "+", "q", "never reached")
	for _, words := range []string{
		"This is the built-in sample edition",
		"All articles: 12, unread: 12.",
		"Article 1 of ",
		"Signatories",
		"Quotes",
		"Starred", // the list says so
		"There are no more articles.",
	} {
		if !strings.Contains(said, words) && !strings.Contains(said, strings.ToLower(words)) {
			t.Errorf("never said %q", words)
		}
	}
	if strings.Contains(said, "Error") {
		t.Errorf("an error was said:\n%s", said)
	}
	if strings.ContainsRune(said, '\x1b') {
		t.Error("an escape sequence was written")
	}
}

func TestErrorsAreSentences(t *testing.T) {
	for line, want := range map[string]string{
		"99":         "the list has the numbers 1 to 12",
		"dance":      `there is no command "dance"; h lists them`,
		"s":          "no article is open; type its number first",
		"f actr:icc": "did you mean actor",
		"h":          "A number: read that article.",
		"Star":       "no article is open; type its number first",
		"find icc":   `Articles with the word "icc"`,
	} {
		if said := play(t, line); !strings.Contains(said, want) {
			t.Errorf("%q: never said %q:\n%s", line, want, said)
		}
	}
}

// TestNotTyped prints the list and how to get the screen, and asks nothing.
func TestNotTyped(t *testing.T) {
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var out bytes.Buffer
	if err := Run(context.Background(), d, Options{Out: &out, Query: "actor:icc"}); err != nil {
		t.Fatal(err)
	}
	if said := out.String(); strings.Contains(said, "Command:") || !strings.Contains(said, "run readout in a terminal") {
		t.Error(said)
	}
}

// A tag is taken off however it is written.
func TestTagTwice(t *testing.T) {
	said := play(t, "1", "g Export  controls", "g export controls")
	if !strings.Contains(said, `Tagged 1 article "Export controls"`) || !strings.Contains(said, `Took the tag "export controls" from 1 article`) {
		t.Errorf("%s", said)
	}
}

// A note that somebody changed is spared, and that is said here too.
func TestExportSaysWhatItSpared(t *testing.T) {
	dir := t.TempDir()
	d, err := desk.Open(t.Context(), desk.Home{Config: dir, Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() }) // no article yet: the sample is shown
	if said := playOn(t, d, "1", "e"); !strings.Contains(said, "Exported to ") {
		t.Fatal(said)
	}
	notes, err := filepath.Glob(filepath.Join(d.NotesDir(), "*.md"))
	if err != nil || len(notes) != 1 {
		t.Fatal(notes, err)
	}
	if err := os.WriteFile(notes[0], []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := playOn(t, d, "1", "e"); !strings.Contains(said, "was changed outside Readout and stays as it is") {
		t.Error(said)
	}
}
