package archive

import (
	"context"
	"database/sql"
	"strings"

	"readout/briefing/query"
)

// Spelt returns the word of the archive's articles that is spelt most like a
// word, the most frequent of several, or "" where even the nearest takes more
// than most edits. It looks among the words that begin with one of the word's
// first two letters: few misspell both.
func (a *Archive) Spelt(ctx context.Context, word string, most int) (string, error) {
	const doing = "looking for a word that is spelt so"
	word = strings.TrimSpace(fold(word))
	letters := []rune(word)
	if len(letters) < 2 || most < 1 {
		return "", nil
	}
	conn, err := a.read.Conn(ctx)
	if err != nil {
		return "", sentence(err, doing)
	}
	defer conn.Close()
	if err := vocabulary(ctx, conn); err != nil {
		return "", sentence(err, doing)
	}
	// No OR of the two: the table counts its rows anew in each scan, and those of
	// the second would pass for those of the first.
	rows, err := conn.QueryContext(ctx, `SELECT term FROM (
		SELECT term, doc FROM temp.vocabulary WHERE term >= ?1 AND term < ?2 UNION ALL
		SELECT term, doc FROM temp.vocabulary WHERE term >= ?3 AND term < ?4)
		WHERE length(term) BETWEEN ?5 AND ?6 ORDER BY doc DESC, term`,
		string(letters[0]), string(letters[0]+1), string(letters[1]), string(letters[1]+1), len(letters)-most, len(letters)+most)
	if err != nil {
		return "", sentence(err, doing)
	}
	defer rows.Close()
	var terms []string
	for rows.Next() {
		var term string
		if err := rows.Scan(&term); err != nil {
			return "", sentence(err, doing)
		}
		terms = append(terms, term)
	}
	return query.Close(word, terms, most), sentence(rows.Err(), doing)
}

// vocabulary makes the table of the index's words in a connection
// (sqlite.org/fts5.html, section 8). It holds nothing, it is a view of the index;
// a connection that only reads has to be let make it.
func vocabulary(ctx context.Context, conn *sql.Conn) error {
	var only bool
	if err := conn.QueryRowContext(ctx, "PRAGMA query_only").Scan(&only); err != nil {
		return err
	}
	made := "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)"
	if only {
		made = "PRAGMA query_only = 0; " + made + "; PRAGMA query_only = 1"
	}
	_, err := conn.ExecContext(ctx, made)
	return err
}
