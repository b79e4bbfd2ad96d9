package archive

import "context"

// Reason is why an article matters to this desk: it bears a watched name.
type Reason struct {
	Field string // actor or topic
	Value string // as on the watchlist
	Name  string // as shown
}

// Watched says which watched actors and topics articles bear, in the order of
// the watchlist.
func (a *Archive) Watched(ctx context.Context, keys []Key, watch []string) (map[Key][]Reason, error) {
	const doing = "looking for watched names"
	if len(keys) == 0 || len(watch) == 0 {
		return nil, nil
	}
	rows, err := a.read.QueryContext(ctx, `SELECT t.article, n.field, w.value, n.name FROM json_each(?1) w
		CROSS JOIN names n ON n.field IN ('actor', 'topic') AND (n.key = w.value OR n.name = w.value)
		CROSS JOIN json_each(?2) k CROSS JOIN tags t ON t.name = n.id AND t.article = k.value ORDER BY w.key`, jsonArg(watch), jsonArg(keys))
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	out := map[Key][]Reason{}
	for rows.Next() {
		var k Key
		var r Reason
		if err := rows.Scan(&k, &r.Field, &r.Value, &r.Name); err != nil {
			return nil, sentence(err, doing)
		}
		out[k] = append(out[k], r)
	}
	return out, sentence(rows.Err(), doing)
}

// Stories says to which story articles belong: by key, the article that began
// it. Articles that stand alone are left out.
func (a *Archive) Stories(ctx context.Context) (map[Key]Key, error) {
	// The index on story answers this alone; pairs come as one list of numbers.
	pairs, err := a.keys(ctx, "SELECT id || ',' || story AS n FROM articles WHERE story IS NOT NULL")
	if err != nil {
		return nil, sentence(err, "reading the stories")
	}
	out := make(map[Key]Key, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out, nil
}
