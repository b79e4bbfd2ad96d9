package archive

import (
	"context"
	"testing"
)

func TestUndoOfBulkMark(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", "One", "x"), article("2", "Two", "x"), article("3", "Three", "x"))
	k1, _ := a.Find(ctx, ident("1"))
	k2, _ := a.Find(ctx, ident("2"))
	k3, _ := a.Find(ctx, ident("3"))
	a.Mark(ctx, []Key{k2}, Read)
	c, err := a.Mark(ctx, []Key{k1, k2, k3}, Read)
	if err != nil || c.What != "marked 2 articles read" || len(c.Keys) != 2 {
		t.Fatalf("Mark = %+v, %v", c, err)
	}
	if c, _ := a.Mark(ctx, []Key{k1}, Read); c.What != "" {
		t.Errorf("a mark without effect said %q", c.What)
	}
	c, _ = a.Undo(ctx, nil)
	if c.What != "undid: marked 2 articles read" || len(titles(t, a, "is:read")) != 1 {
		t.Errorf("Undo = %+v; read: %v", c, titles(t, a, "is:read"))
	}
	if c, _ = a.Redo(ctx, nil); c.What != "did again: marked 2 articles read" || len(titles(t, a, "is:read")) != 3 {
		t.Errorf("Redo = %+v", c)
	}
	a.Undo(ctx, nil)
	a.Undo(ctx, nil)
	if c, _ := a.Undo(ctx, nil); c.What != "" {
		t.Errorf("a fourth Undo did %q", c.What)
	}
	if got := titles(t, a, "is:read"); len(got) != 0 {
		t.Errorf("read after undoing all: %v", got)
	}
	a.Mark(ctx, []Key{k1}, Star)
	if c, _ := a.Redo(ctx, nil); c.What != "" {
		t.Errorf("Redo after a new change did %q", c.What)
	}
}

func TestNoteAsTyped(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", "One", "x"))
	k, _ := a.Find(ctx, ident("1"))
	for _, s := range []string{"A", "As", "Ask"} {
		if _, err := a.SetNote(ctx, k, s); err != nil {
			t.Fatal(err)
		}
	}
	if it, _ := a.Item(ctx, k); it.Note != "Ask" || !it.Row.HasNote {
		t.Errorf("note = %q, %v", it.Note, it.Row.HasNote)
	}
	a.Undo(ctx, nil)
	if it, _ := a.Item(ctx, k); it.Note != "" || it.Row.HasNote {
		t.Errorf("note after one undo = %q", it.Note)
	}
	a.Redo(ctx, nil)
	if it, _ := a.Item(ctx, k); it.Note != "Ask" {
		t.Errorf("note after redo = %q", it.Note)
	}
	if _, err := a.SetNote(ctx, 999, "x"); err == nil {
		t.Error("a note on no article gave no error")
	}
}

func TestTagsCanBeUndone(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", "One", "x"), article("2", "Two", "x"))
	k1, _ := a.Find(ctx, ident("1"))
	k2, _ := a.Find(ctx, ident("2"))
	if c, err := a.Tag(ctx, []Key{k1, k2}, " To  Brief", true); err != nil || c.What != `tagged 2 articles "To Brief"` {
		t.Errorf("Tag = %+v, %v", c, err)
	}
	put(t, a, article("1", "One", "changed"))
	it, _ := a.Item(ctx, k1)
	if len(it.Tags) != 1 || it.Tags[0] != "To Brief" {
		t.Errorf("tags after a change of the article = %q", it.Tags)
	}
	a.Undo(ctx, nil)
	if tags, _ := a.Tags(ctx); len(tags) != 0 {
		t.Errorf("tags after undo = %v", tags)
	}
}
