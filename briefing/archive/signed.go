package archive

import "context"

// SignedBefore returns articles older than one that name at least so many of
// its signatories, the newest first.
func (a *Archive) SignedBefore(ctx context.Context, k Key, least, limit int) ([]Key, error) {
	keys, err := a.keys(ctx, `SELECT o.id AS n FROM articles t
		JOIN tags mine ON mine.article = t.id JOIN names s ON s.id = mine.name AND s.field = 'signatory'
		JOIN tags other ON other.name = mine.name AND other.article <> t.id
		JOIN articles o ON o.id = other.article AND o.sort < t.sort
		WHERE t.id = ? GROUP BY o.id HAVING count(*) >= ? ORDER BY o.sort DESC, o.id DESC LIMIT ?`, k, least, limit)
	return keys, sentence(err, "looking for an earlier letter")
}
