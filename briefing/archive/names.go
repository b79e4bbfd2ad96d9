package archive

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
)

// ref is a name before it has a number in the archive.
type ref struct {
	field, id, name, kind string
}

// key is what makes a name one: the registry's id, or the folded name.
func (r ref) key() string {
	if r.id != "" {
		return r.id
	}
	return "~" + strings.TrimSpace(fold(r.name))
}

// nameCache remembers numbers of names that are in the archive for good. Names
// that a running transaction adds come in only when it is committed.
type nameCache struct {
	mu  sync.Mutex
	ids map[[2]string]int64
}

func newNameCache() *nameCache { return &nameCache{ids: map[[2]string]int64{}} }

// maxCachedNames bounds the cache's memory to a few megabytes.
const maxCachedNames = 20_000

func (c *nameCache) get(k [2]string) (int64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	id, ok := c.ids[k]
	return id, ok
}

func (c *nameCache) add(fresh map[[2]string]int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.ids) > maxCachedNames {
		clear(c.ids)
	}
	for k, id := range fresh {
		c.ids[k] = id
	}
}

// intern returns the number of a name, giving it one where it has none yet.
func (p *putter) intern(ctx context.Context, r ref) (int64, error) {
	k := [2]string{r.field, r.key()}
	if id, ok := p.a.names.get(k); ok {
		return id, nil
	}
	if id, ok := p.fresh[k]; ok {
		return id, nil
	}
	id, err := internName(ctx, p.tx, r)
	if err == nil {
		p.fresh[k] = id
	}
	return id, err
}

func internName(ctx context.Context, tx *sql.Tx, r ref) (int64, error) {
	var id int64
	err := tx.QueryRowContext(ctx, "SELECT id FROM names WHERE field = ? AND key = ?", r.field, r.key()).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	res, err := tx.ExecContext(ctx, "INSERT INTO names (field, key, name, fold, kind) VALUES (?, ?, ?, ?, ?)",
		r.field, r.key(), r.name, fold(r.name), r.kind)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// Names returns the names of a field that articles bear, in the order in which
// they came in.
func (a *Archive) Names(ctx context.Context, field string) ([]Facet, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT key, name, kind FROM names WHERE field = ? ORDER BY id", field)
	if err != nil {
		return nil, sentence(err, "reading names")
	}
	defer rows.Close()
	var out []Facet
	for rows.Next() {
		f := Facet{Field: field}
		if err := rows.Scan(&f.Value, &f.Name, &f.Kind); err != nil {
			return nil, sentence(err, "reading names")
		}
		if f.named() {
			out = append(out, f)
		}
	}
	return out, sentence(rows.Err(), "reading names")
}
