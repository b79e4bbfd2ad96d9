package archive

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// ledger is what queries ask of every article, held in memory: some 40 bytes
// each. It is read when first needed and follows the file from then on: rows
// bear the number of the change that touched them last, whichever process made it.
type ledger struct {
	mu      sync.Mutex
	stamp   int64 // of the last change that it follows
	removed int64 // articles that had been removed by then
	shelf   *shelf
	read    atomic.Bool // shelf is there; asked without waiting for it
}

// shelf is one state of the ledger. It never changes.
type shelf struct {
	entries []entryOf // in the order of time, newest first
	first   Key
	places  []int32 // index into entries by key less first; -1 = no article
}

type entryOf struct {
	key       Key
	sort, tie int64
	source    int32
	flags     uint16
}

// The flags of an article.
const (
	flagUnread = 1 << iota
	flagStarred
	flagNoted
	flagRevised
	flagQuotes
	flagSigners
	flagRole // and the three above it: roles of its actors, roleBit
)

// ledgerColumns are an article's entry in three numbers.
const ledgerColumns = `(id << 16) + unread + 2 * starred + 4 * noted + 8 * revised + 16 * (quotes > 0) + 32 * (signers > 0) + 64 * roles,
	(sort << 24) + source, tie`

// inTime is the order of time, newest first; articles of one moment stand as
// in their feed's document, then by their ID, so that the order is the same
// whichever feed answered first.
func inTime(a, b entryOf) int {
	return cmp.Or(cmp.Compare(b.sort, a.sort), cmp.Compare(a.tie, b.tie), cmp.Compare(b.key, a.key))
}

// byTime is inTime for a list of articles a.
const byTime = "a.sort DESC, a.tie, a.id DESC"

// current returns the articles as they are now.
func (a *Archive) current(ctx context.Context) (*shelf, error) {
	l := &a.ledger
	l.mu.Lock()
	defer l.mu.Unlock()
	var stamp, removed int64
	if err := a.read.QueryRowContext(ctx, "SELECT changes, removed FROM clock").Scan(&stamp, &removed); err != nil {
		return nil, err
	}
	if l.shelf != nil && l.stamp == stamp && l.removed == removed {
		return l.shelf, nil
	}
	since, old := l.stamp, l.shelf
	if old == nil || removed != l.removed {
		since, old = -1, &shelf{}
	}
	// A row that changes between the two questions is only read twice.
	changed, err := a.touched(ctx, since)
	if err != nil {
		return nil, err
	}
	if old != l.shelf || len(changed) > 0 {
		l.shelf = old.with(changed)
	}
	l.stamp, l.removed = stamp, removed
	l.read.Store(true)
	return l.shelf, nil
}

// touched returns the articles that changed since a stamp.
func (a *Archive) touched(ctx context.Context, since int64) ([]entryOf, error) {
	n := 0
	if since < 0 { // all of them
		if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM articles").Scan(&n); err != nil {
			return nil, err
		}
	}
	rows, err := a.read.QueryContext(ctx, "SELECT "+ledgerColumns+" FROM articles NOT INDEXED WHERE stamp > ?", since)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make([]entryOf, 0, n)
	for rows.Next() {
		var e entryOf
		var low, high int64
		if err := rows.Scan(&low, &high, &e.tie); err != nil {
			return nil, err
		}
		e.key, e.flags = Key(low>>16), uint16(low)
		e.sort, e.source = high>>24, int32(high&(1<<24-1))
		out = append(out, e)
	}
	return out, rows.Err()
}

// with is a shelf on which some articles are new or have changed. It keeps the list.
func (s *shelf) with(changed []entryOf) *shelf {
	slices.SortFunc(changed, inTime)
	if len(s.entries) == 0 {
		out := &shelf{entries: changed}
		out.place()
		return out
	}
	anew := make(map[Key]bool, len(changed))
	for _, e := range changed {
		anew[e.key] = true
	}
	out := &shelf{entries: make([]entryOf, 0, len(s.entries)+len(changed))}
	for _, e := range s.entries {
		if anew[e.key] {
			continue
		}
		for len(changed) > 0 && inTime(changed[0], e) < 0 {
			out.entries, changed = append(out.entries, changed[0]), changed[1:]
		}
		out.entries = append(out.entries, e)
	}
	out.entries = append(out.entries, changed...)
	out.place()
	return out
}

func (s *shelf) place() {
	if len(s.entries) == 0 {
		return
	}
	s.first = s.entries[0].key
	last := s.first
	for _, e := range s.entries {
		s.first, last = min(s.first, e.key), max(last, e.key)
	}
	s.places = make([]int32, last-s.first+1)
	for i := range s.places {
		s.places[i] = -1
	}
	for i, e := range s.entries {
		s.places[e.key-s.first] = int32(i)
	}
}

// of returns the place of an article, -1 for one that is not on the shelf.
func (s *shelf) of(k Key) int32 {
	if i := k - s.first; i >= 0 && i < Key(len(s.places)) {
		return s.places[i]
	}
	return -1
}

// set is the set of those keys that are on the shelf.
func (s *shelf) set(keys []Key) set {
	out := newSet(len(s.entries))
	for _, k := range keys {
		if i := s.of(k); i >= 0 {
			out.add(i)
		}
	}
	return out
}

// where is the set of the articles of which f holds.
func (s *shelf) where(f func(e *entryOf) bool) set {
	out := newSet(len(s.entries))
	for i := range s.entries {
		if f(&s.entries[i]) {
			out.add(int32(i))
		}
	}
	return out
}

// listing is the ordering of the articles of a set; limit 0 = no limit.
func (s *shelf) listing(chosen set, limit int) Listing {
	n := chosen.count()
	l := Listing{Capped: limit > 0 && n > limit}
	if l.Capped {
		n = limit
	}
	if n == 0 {
		return l
	}
	l.Keys = make([]Key, 0, n)
	chosen.each(func(i int) bool {
		l.Keys = append(l.Keys, s.entries[i].key)
		return len(l.Keys) < n
	})
	return l
}
