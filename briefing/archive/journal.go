package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// maxJournal is how many changes can be undone.
const maxJournal = 200

// typing is how long after a change of a note the next one of the same note
// belongs to it, in seconds.
const typing = 60

// entry is one undoable change as the journal keeps it. Exactly one of Mark,
// Note, Lit, Tag and List is set; Keys are the articles that it really changed.
type entry struct {
	Keys []Key
	Mark Mark        `json:",omitempty"`
	Note *noteChange `json:",omitempty"`
	Lit  *litChange  `json:",omitempty"`
	Tag  *tagChange  `json:",omitempty"`
	List *listChange `json:",omitempty"`
}

// listChange is a change of the feed list, which is a file beside the archive.
type listChange struct{ What, Before, After string }

type noteChange struct{ Before, After string }

type tagChange struct {
	Tag string
	On  bool
}

// apply makes the change and reduces Keys to what it changed.
func (e *entry) apply(ctx context.Context, tx *sql.Tx, now int64) error {
	switch {
	case len(e.Keys) == 0: // a list is written by whom it belongs to
		return nil
	case e.Mark != "":
		return e.applyMark(ctx, tx)
	case e.Note != nil:
		return e.applyNote(ctx, tx, now)
	case e.Lit != nil:
		return e.applyHighlight(ctx, tx, now)
	}
	return e.applyTag(ctx, tx)
}

// inverse is the change that takes e back.
func (e entry) inverse() entry {
	switch {
	case e.Mark != "":
		e.Mark = marks[e.Mark].inverse
	case e.Note != nil:
		e.Note = &noteChange{Before: e.Note.After, After: e.Note.Before}
	case e.Lit != nil:
		e.Lit = &litChange{e.Lit.Passage, !e.Lit.On}
	case e.List != nil:
		e.List = &listChange{What: e.List.What, Before: e.List.After, After: e.List.Before}
	default:
		e.Tag = &tagChange{e.Tag.Tag, !e.Tag.On}
	}
	return e
}

// what says in words what the change did, "" for nothing.
func (e entry) what() string {
	articles := plural(len(e.Keys), "article")
	switch {
	case e.List != nil:
		return e.List.What
	case len(e.Keys) == 0:
		return ""
	case e.Mark != "":
		return fmt.Sprintf(marks[e.Mark].done, articles)
	case e.Note != nil && e.Note.After == "":
		return "removed the note"
	case e.Note != nil:
		return "kept the note"
	case e.Lit != nil && e.Lit.On:
		return "highlighted " + e.Lit.short()
	case e.Lit != nil:
		return "took the highlight off " + e.Lit.short()
	case e.Tag.On:
		return fmt.Sprintf("tagged %s %q", articles, e.Tag.Tag)
	}
	return fmt.Sprintf("took the tag %q from %s", e.Tag.Tag, articles)
}

// change applies an entry and writes it into the journal, in one transaction.
// What was undone before can no longer be redone.
func (a *Archive) change(ctx context.Context, doing string, e *entry) (Change, error) {
	err := a.tx(ctx, doing, func(tx *sql.Tx) error {
		now := a.now().Unix()
		if err := e.apply(ctx, tx, now); err != nil || len(e.Keys) == 0 {
			return err
		}
		if err := forgetUndone(ctx, tx); err != nil {
			return err
		}
		if e.Note != nil {
			if merged, err := e.merge(ctx, tx, now); merged || err != nil {
				return err
			}
		}
		return e.record(ctx, tx, now)
	})
	if err != nil {
		return Change{}, err
	}
	return Change{What: e.what(), Keys: e.Keys}, nil
}

func forgetUndone(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM journal WHERE undone = 1")
	return err
}

// ListWriter replaces the feed list from with to. It fails where the list is
// no longer from.
type ListWriter func(from, to string) error

// RecordList makes a change of the feed list one step of undo: the list is
// written inside the transaction that puts it into the journal.
func (a *Archive) RecordList(ctx context.Context, what, from, to string, write ListWriter) (Change, error) {
	err := a.tx(ctx, "changing the feed list", func(tx *sql.Tx) error {
		if err := forgetUndone(ctx, tx); err != nil {
			return err
		}
		e := entry{List: &listChange{what, from, to}}
		if err := e.record(ctx, tx, a.now().Unix()); err != nil {
			return err
		}
		return write(from, to)
	})
	return Change{What: what}, err
}

func (e *entry) record(ctx context.Context, tx *sql.Tx, now int64) error {
	j, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO journal (at, what, change) VALUES (?, ?, ?)", now, e.what(), j); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", maxJournal)
	return err
}

// merge joins a change of a note to the one before it, when that was of the
// same note a moment ago.
func (e *entry) merge(ctx context.Context, tx *sql.Tx, now int64) (bool, error) {
	id, last, at, err := journalled(ctx, tx, "undone = 0 ORDER BY id DESC")
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil || last.Note == nil || last.Keys[0] != e.Keys[0] || now-at > typing || now < at {
		return false, err
	}
	last.Note.After = e.Note.After
	j, err := json.Marshal(last)
	if err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "UPDATE journal SET at = ?, change = ? WHERE id = ?", now, j, id)
	return true, err
}

// journalled reads the first entry under a condition of this package's own.
func journalled(ctx context.Context, tx *sql.Tx, where string) (id int64, e entry, at int64, err error) {
	var j []byte
	err = tx.QueryRowContext(ctx, "SELECT id, change, at FROM journal WHERE "+where+" LIMIT 1").Scan(&id, &j, &at)
	if err == nil {
		err = json.Unmarshal(j, &e)
	}
	return id, e, at, err
}

// Undo takes the last change back; a Change with an empty What says that there is none.
// Feed lists are written by lists.
func (a *Archive) Undo(ctx context.Context, lists ListWriter) (Change, error) {
	return a.step(ctx, lists, "undone = 0 ORDER BY id DESC", 1, "undid: ", entry.inverse)
}

// Redo makes the last undone change again.
func (a *Archive) Redo(ctx context.Context, lists ListWriter) (Change, error) {
	return a.step(ctx, lists, "undone = 1 ORDER BY id", 0, "did again: ", func(e entry) entry { return e })
}

func (a *Archive) step(ctx context.Context, lists ListWriter, where string, undone int, said string, turn func(entry) entry) (Change, error) {
	var c Change
	err := a.tx(ctx, "undoing a change", func(tx *sql.Tx) error {
		id, e, _, err := journalled(ctx, tx, where)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		t := turn(e)
		if err := t.apply(ctx, tx, a.now().Unix()); err != nil && !errors.Is(err, ErrNoArticle) {
			return err
		}
		c = Change{What: said + e.what(), Keys: t.Keys}
		if _, err = tx.ExecContext(ctx, "UPDATE journal SET undone = ? WHERE id = ?", undone, id); err != nil || t.List == nil {
			return err
		}
		return lists(t.List.Before, t.List.After)
	})
	return c, err
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
