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
	asked := make(map[Key]bool, len(keys))
	for _, k := range keys {
		asked[k] = true
	}
	out := map[Key][]Reason{}
	for _, value := range watch {
		names, err := a.namesOf(ctx, value)
		if err != nil {
			return nil, sentence(err, doing)
		}
		for _, n := range names {
			if err := a.eachBearer(ctx, n.id, func(k Key, _ int) {
				if asked[k] {
					out[k] = append(out[k], n.Reason)
				}
			}); err != nil {
				return nil, sentence(err, doing)
			}
		}
	}
	return out, nil
}

// watchedName is an actor or topic of the archive that a watchlist names.
type watchedName struct {
	id Key
	Reason
}

func (a *Archive) namesOf(ctx context.Context, value string) ([]watchedName, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT id, field, name FROM names WHERE field IN ('actor', 'topic') AND key = ?1
		UNION SELECT id, field, name FROM names WHERE field IN ('actor', 'topic') AND fold = ?2 AND name = ?1 ORDER BY id`, value, fold(value))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []watchedName
	for rows.Next() {
		n := watchedName{Reason: Reason{Value: value}}
		if err := rows.Scan(&n.id, &n.Field, &n.Name); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// Stories says to which story articles belong: by key, the article that began
// it. Articles that stand alone are left out. Of the stories that some articles
// belong to, all articles are told; nil = of every story.
func (a *Archive) Stories(ctx context.Context, some []Key) (map[Key]Key, error) {
	// The index on story answers this alone; pairs come as one list of numbers.
	const all = "SELECT id || ',' || story AS n FROM articles WHERE story "
	var pairs []Key
	var err error
	if some == nil {
		pairs, err = a.keys(ctx, all+"IS NOT NULL")
	} else {
		pairs, err = a.keys(ctx, all+"IN (SELECT story FROM articles WHERE id IN (SELECT value FROM json_each(?)))", jsonArg(some))
	}
	if err != nil {
		return nil, sentence(err, "reading the stories")
	}
	out := make(map[Key]Key, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out, nil
}
