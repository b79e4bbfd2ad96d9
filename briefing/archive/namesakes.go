package archive

import "context"

// Namesake is an article of the same outlet and year as another.
type Namesake struct {
	Key   Key
	ID    string
	Title string // that it had when it was first seen
}

// Namesakes returns the articles of an article's outlet and year up to itself,
// in the order in which they were first seen.
func (a *Archive) Namesakes(ctx context.Context, k Key) ([]Namesake, error) {
	const doing = "looking for citation keys"
	keys, err := a.ofOutlet(ctx, k)
	if err != nil {
		return nil, sentence(err, doing)
	}
	rows, err := a.read.QueryContext(ctx, `SELECT h.article, h.ident, coalesce((SELECT r.title FROM revisions r WHERE r.article = h.article ORDER BY r.id LIMIT 1), h.title)
		FROM heads own JOIN json_each(?2) k JOIN heads h ON h.article = k.value
		WHERE own.article = ?1 AND strftime('%Y', coalesce(h.published, h.day), 'unixepoch') IS strftime('%Y', coalesce(own.published, own.day), 'unixepoch') ORDER BY k.key`, k, jsonArg(keys))
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []Namesake
	for rows.Next() {
		var n Namesake
		if err := rows.Scan(&n.Key, &n.ID, &n.Title); err != nil {
			return nil, sentence(err, doing)
		}
		out = append(out, n)
	}
	return out, sentence(rows.Err(), doing)
}

// worthLedger is for how many articles the ledger is worth reading.
const worthLedger = 16

// ofOutlet returns the keys of an article's outlet up to its own, the smallest
// first. The ledger knows them; for a few articles it is not worth reading.
func (a *Archive) ofOutlet(ctx context.Context, k Key) ([]Key, error) {
	if !a.ledger.read.Load() && a.outlets.Add(1) < worthLedger {
		return a.keys(ctx, "SELECT id AS n FROM articles WHERE id <= ?1 AND source = (SELECT source FROM articles WHERE id = ?1) ORDER BY id", k)
	}
	s, err := a.current(ctx)
	if err != nil || s.of(k) < 0 {
		return nil, err
	}
	source := s.entries[s.of(k)].source
	var out []Key
	for at := s.first; at <= k; at++ {
		if i := s.of(at); i >= 0 && s.entries[i].source == source {
			out = append(out, at)
		}
	}
	return out, nil
}
