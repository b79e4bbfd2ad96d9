package archive

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
)

// Which articles bear a name is kept as the name's postings: per block of
// 4,096 keys one list, each member as its distance from the one before and what
// the actor does there. A filter reads a few rows, not one an article.

const blockBits = 12

// gone marks a posting that is taken away.
const gone = -1

// rolesWidth is how many bits the roles take below the distance.
const rolesWidth = 4

// posting says that an article bears a name, and what it does there as an actor.
type posting struct {
	article int64
	roles   int // gone: it bears the name no more
}

// post notes a posting; flush writes it. Of two for one article the later one holds.
func (p *putter) post(name int64, article int64, roles int) {
	if p.posts == nil {
		p.posts = map[int64][]posting{}
	}
	p.posts[name] = append(p.posts[name], posting{article, roles})
}

// flush writes the postings that were noted. It comes last in a transaction.
func (p *putter) flush(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(p.posts)) {
		posts := p.posts[name]
		slices.SortStableFunc(posts, func(a, b posting) int { return cmp.Compare(a.article, b.article) })
		for len(posts) > 0 {
			block, n := posts[0].article>>blockBits, 1
			for n < len(posts) && posts[n].article>>blockBits == block {
				n++
			}
			if err := p.flushBlock(ctx, name, block, posts[:n]); err != nil {
				return err
			}
			posts = posts[n:]
		}
	}
	p.posts = nil
	return nil
}

func (p *putter) flushBlock(ctx context.Context, name, block int64, posts []posting) error {
	s, err := p.prepared(ctx, "SELECT list FROM postings WHERE name = ? AND block = ?")
	if err != nil {
		return err
	}
	var list []byte
	if err := s.QueryRowContext(ctx, name, block).Scan(&list); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if list = mergePostings(list, block, posts); len(list) == 0 {
		_, err = p.exec(ctx, "DELETE FROM postings WHERE name = ? AND block = ?", name, block)
	} else {
		_, err = p.exec(ctx, "INSERT INTO postings (name, block, list) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET list = excluded.list", name, block, list)
	}
	return err
}

// mergePostings is a list of a block with changes in it, which are sorted.
func mergePostings(list []byte, block int64, changes []posting) []byte {
	out := make([]byte, 0, len(list)+3*len(changes))
	last := block << blockBits
	add := func(article int64, roles int) {
		if roles != gone {
			out = binary.AppendUvarint(out, uint64(article-last)<<rolesWidth|uint64(roles))
			last = article
		}
	}
	// pass adds the changes up to an article, and reports whether one is of it.
	pass := func(upTo int64) (replaced bool) {
		for len(changes) > 0 && changes[0].article <= upTo {
			c := changes[0]
			changes = changes[1:]
			if len(changes) == 0 || changes[0].article != c.article { // else a later one holds
				add(c.article, c.roles)
			}
			replaced = c.article == upTo
		}
		return replaced
	}
	eachPosting(list, block, func(article int64, roles int) {
		if !pass(article) {
			add(article, roles)
		}
	})
	pass(math.MaxInt64)
	return out
}

func eachPosting(list []byte, block int64, f func(article int64, roles int)) {
	article := block << blockBits
	for len(list) > 0 {
		n, size := binary.Uvarint(list)
		if size <= 0 {
			return
		}
		list = list[size:]
		article += int64(n >> rolesWidth)
		f(article, int(n&(1<<rolesWidth-1)))
	}
}

// bearers returns the articles on a shelf that bear one of some names; roles
// restricts actors to those that do one of these things, 0 = whatever.
func (a *Archive) bearers(ctx context.Context, s *shelf, names []Key, roles int) (set, error) {
	out := newSet(len(s.entries))
	for _, name := range names {
		if err := a.eachBearer(ctx, name, func(k Key, does int) {
			if i := s.of(k); i >= 0 && (roles == 0 || does&roles != 0) {
				out.add(i)
			}
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (a *Archive) eachBearer(ctx context.Context, name Key, f func(k Key, roles int)) error {
	rows, err := a.read.QueryContext(ctx, "SELECT block, list FROM postings WHERE name = ?", name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var block int64
		var list sql.RawBytes
		if err := rows.Scan(&block, &list); err != nil {
			return err
		}
		eachPosting(list, block, func(article int64, roles int) { f(Key(article), roles) })
	}
	return rows.Err()
}

// packNames writes the numbers of an article's names: actors, topics, others;
// each list as its length and its members, in variable-length integers.
func packNames(tags []tagged) []byte {
	var out []byte
	for _, list := range []func(field string) bool{
		func(f string) bool { return f == "actor" },
		func(f string) bool { return f == "topic" },
		func(f string) bool { return f != "actor" && f != "topic" },
	} {
		var numbers []byte
		n := 0
		for _, t := range tags {
			if list(t.field) {
				numbers = binary.AppendUvarint(numbers, uint64(t.name))
				n++
			}
		}
		out = append(binary.AppendUvarint(out, uint64(n)), numbers...)
	}
	return out
}

// unpackNames calls f with each number of the first list, and returns what follows it.
func unpackNames(b []byte, f func(name int64)) []byte {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return nil
	}
	b = b[size:]
	for ; n > 0; n-- {
		name, size := binary.Uvarint(b)
		if size <= 0 {
			return nil
		}
		b = b[size:]
		f(int64(name))
	}
	return b
}

// retag replaces the names of an article by others; nil = none. The row of the
// article still holds the earlier ones.
func (p *putter) retag(ctx context.Context, id int64, tags []tagged) error {
	s, err := p.prepared(ctx, "SELECT names FROM articles WHERE id = ?")
	if err != nil {
		return err
	}
	var old []byte
	if err := s.QueryRowContext(ctx, id).Scan(&old); err != nil {
		return err
	}
	for len(old) > 0 {
		old = unpackNames(old, func(name int64) { p.post(name, id, gone) })
	}
	p.addTags(id, tags)
	return nil
}

func (p *putter) addTags(id int64, tags []tagged) {
	for _, t := range tags {
		p.post(t.name, id, t.roles)
	}
}
