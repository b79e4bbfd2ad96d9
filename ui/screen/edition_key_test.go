package screen

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"readout/briefing/desk"
)

// TestWritesTheEdition presses E: the file is what the desk makes.
func TestWritesTheEdition(t *testing.T) {
	v, _ := openOwn(t)
	v.press("E")
	v.sees("Edition written to")
	files, err := filepath.Glob(filepath.Join(v.desk.NotesDir(), "*-edition.md"))
	if err != nil || len(files) != 1 {
		t.Fatalf("editions: %v, %v", files, err)
	}
	got, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	e, err := v.desk.Edition(context.Background(), desk.EditionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := e.Markdown()
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the file is another edition: %v", err)
	}
}
