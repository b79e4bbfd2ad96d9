package archive

import "context"

// SignedBefore returns articles older than one that name at least so many of
// its signatories, the newest first.
func (a *Archive) SignedBefore(ctx context.Context, k Key, least, limit int) ([]Key, error) {
	keys, err := a.signedBefore(ctx, k, least, limit)
	return keys, sentence(err, "looking for an earlier letter")
}

func (a *Archive) signedBefore(ctx context.Context, k Key, least, limit int) ([]Key, error) {
	var packed []byte
	if err := a.read.QueryRowContext(ctx, "SELECT names FROM articles WHERE id = ?", k).Scan(&packed); err != nil {
		return nil, err
	}
	var names []int64
	for len(packed) > 0 {
		packed = unpackNames(packed, func(name int64) { names = append(names, name) })
	}
	signers, err := a.keys(ctx, "SELECT id AS n FROM names WHERE field = 'signatory' AND id IN (SELECT value FROM json_each(?))", jsonArg(names))
	if err != nil {
		return nil, err
	}
	shared := map[Key]int{}
	for _, name := range signers {
		if err := a.eachBearer(ctx, name, func(other Key, _ int) { shared[other]++ }); err != nil {
			return nil, err
		}
	}
	s, err := a.current(ctx)
	if err != nil {
		return nil, err
	}
	own, found := s.of(k), newSet(len(s.entries))
	if own < 0 {
		return nil, nil
	}
	for other, n := range shared {
		if i := s.of(other); n >= least && i > own && s.entries[i].sort < s.entries[own].sort {
			found.add(i)
		}
	}
	return s.listing(found, limit).Keys, nil
}
