package editor

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// open returns an editor on the first article of the sample, which has a note.
func open(t *testing.T, note string) *Pane {
	t.Helper()
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	l, err := d.List(context.Background(), query.Query{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SetNote(context.Background(), l.Keys[0], note); err != nil {
		t.Fatal(err)
	}
	return New(&pane.Look{}, d, pane.Edit{Key: l.Keys[0]})
}

func (p *Pane) typed(s string) tea.Cmd {
	var cmds []tea.Cmd
	for _, r := range s {
		cmds = append(cmds, p.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
	return tea.Batch(cmds...)
}

// run gives the answers of a command back until nothing follows.
func (p *Pane) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			p.run(c)
		}
		return
	}
	if msg != nil {
		p.run(p.Update(msg))
	}
}

// archived is the note that the archive has.
func (p *Pane) archived(t *testing.T) string {
	t.Helper()
	it, err := p.desk.Item(context.Background(), p.key)
	if err != nil {
		t.Fatal(err)
	}
	return it.Note
}

// TestTypesBeforeTheNoteIsThere types ahead of the stored note: it must be
// neither lost nor written over.
func TestTypesBeforeTheNoteIsThere(t *testing.T) {
	p := open(t, "Stored. ")
	load := p.Load()
	if cmd := p.typed("Ask"); cmd != nil {
		t.Fatal("something was written before the stored note was known")
	}
	p.run(load)
	p.run(p.typed(" why"))
	if got := p.archived(t); got != "Stored. Ask why" || p.Foot() != "kept" || p.Title() == "Note" {
		t.Errorf("the archive has %q, the foot says %s, the title %s", got, p.Foot(), p.Title())
	}
}

// TestClosesBeforeTheNoteIsThere closes at once: what was typed is kept all the same.
func TestClosesBeforeTheNoteIsThere(t *testing.T) {
	p := open(t, "Stored. ")
	load := p.Load()
	p.typed("Late")
	closing := p.Update(pane.Act{ID: keys.Close})
	load()
	closing()
	if got := p.archived(t); got != "Stored. Late" {
		t.Errorf("the archive has %q", got)
	}
}

// TestUnreadableNote says so and writes nothing.
func TestUnreadableNote(t *testing.T) {
	p := open(t, "Stored.")
	p.Update(stored{to: p, err: context.DeadlineExceeded})
	p.typed("x")
	p.Update(pane.Act{ID: keys.Close})
	if got := p.archived(t); got != "Stored." || p.Foot() != "not kept" {
		t.Errorf("the archive has %q, the foot says %s", got, p.Foot())
	}
}

// TestOutside takes over what the user's own editor has left, and nothing from one that failed.
func TestOutside(t *testing.T) {
	p := open(t, "Stored.")
	p.run(p.Load())
	file := filepath.Join(t.TempDir(), "note.md")
	write := func(s string) {
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("Lost.")
	p.run(p.Update(handed{to: p, file: file}.taken(context.DeadlineExceeded)))
	if got := p.archived(t); got != "Stored." {
		t.Errorf("after a failure the archive has %q", got)
	}
	write("Written outside.\n")
	p.run(p.Update(handed{to: p, file: file}.taken(nil)))
	if got := p.archived(t); got != "Written outside." {
		t.Errorf("the archive has %q", got)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("the file is still there")
	}
}

// TestReopensAtOnce closes an editor before the stored note came and opens
// another: what the first one asked for is no answer to the second, which would
// write it over what was typed in the first.
func TestReopensAtOnce(t *testing.T) {
	p := open(t, "Stored. ")
	load := p.Load()
	p.typed("First")
	closing := p.Update(pane.Act{ID: keys.Close})
	again := New(p.look, p.desk, pane.Edit{Key: p.key})
	second := again.Load()
	again.run(func() tea.Msg { return load() })
	closing()
	writes := again.typed(", second")
	again.run(second)
	again.run(writes)
	if got := again.archived(t); got != "Stored. First, second" {
		t.Errorf("the archive has %q", got)
	}
}

// TestLastWriteFails closes the editor on an archive that takes nothing: that
// is said, and not that the note is kept.
func TestLastWriteFails(t *testing.T) {
	p := open(t, "Stored.")
	p.run(p.Load())
	p.desk.Close()
	write := p.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	closing := p.Update(pane.Act{ID: keys.Close})
	write() // its answer is heard by nobody
	var said []pane.Say
	for msg, ok := p.look.Posted(); ok; msg, ok = p.look.Posted() {
		if s, is := msg.(pane.Say); is {
			said = append(said, s)
		}
	}
	if s, is := closing().(pane.Say); is {
		said = append(said, s)
	}
	if len(said) != 1 || said[0].Level != pane.Fail {
		t.Errorf("said %+v, want one failure", said)
	}
}
