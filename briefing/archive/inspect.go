package archive

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
)

// Inspection is what can be said of an archive file without changing it.
type Inspection struct {
	Bytes    int64
	Version  int // of the schema
	Articles int
	Feeds    int
	Failing  []string // addresses, as subscribed, of the feeds whose last try failed
	Outdated bool     // an older schema, which opening brings up to date
	Wrong    string   // a sentence; ""
	// Damaged says that what is wrong is wrong with the file itself: not that it
	// is newer, or cannot be opened now.
	Damaged bool
}

// Inspect looks at an archive file. It changes nothing, sets nothing aside and
// works on files that Open refuses. An error means that the file cannot be read at all.
func Inspect(ctx context.Context, path string) (Inspection, error) {
	var in Inspection
	info, err := os.Stat(path)
	if err != nil {
		return in, err
	}
	in.Bytes = info.Size()
	if err := truncated(path); err != nil {
		in.blame(err)
		return in, nil
	}
	db, err := sql.Open("sqlite", dsn(path, "mode=ro", "_pragma=query_only(1)"))
	if err != nil {
		return in, err
	}
	defer db.Close()
	if in.Version, err = version(ctx, db); err != nil {
		in.blame(err)
		return in, nil
	}
	latest := len(migrations())
	in.Outdated = in.Version < latest
	if in.Version > latest {
		in.Wrong = fmt.Sprintf("it was written by a newer Readout (version %d, this one knows %d); update Readout", in.Version, latest)
		return in, nil
	}
	if in.Version == 0 {
		return in, nil
	}
	verdict, err := in.examine(ctx, db)
	switch {
	case err != nil:
		in.blame(err)
	case verdict != "ok":
		in.Damaged = true
		in.Wrong = "it is damaged: " + strings.TrimPrefix(strings.Join(strings.Fields(verdict), " "), "*** in database main *** ")
	}
	return in, nil
}

// blame notes why an archive cannot be read.
func (in *Inspection) blame(err error) {
	in.Wrong, in.Damaged = sentence(err, "reading the archive").Error(), damaged(err) || lacks(err)
}

// examine counts what an archive holds and has SQLite look for damage; "ok" for none.
func (in *Inspection) examine(ctx context.Context, db *sql.DB) (verdict string, err error) {
	err = db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM feeds)").Scan(&in.Articles, &in.Feeds)
	if err != nil {
		return "", err
	}
	if in.Failing, err = texts(ctx, db, failingFeeds); err != nil {
		return "", err
	}
	err = db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	if err == nil && verdict == "ok" && !in.Outdated {
		return lacking(ctx, db)
	}
	return verdict, err
}

// lacking says which table or index an archive of the present version does not
// have, as one that was made by a program in development may not; "ok" for none.
func lacking(ctx context.Context, db *sql.DB) (string, error) {
	model, err := OpenMemory(ctx, Options{})
	if err != nil {
		return "", err
	}
	defer model.Close()
	have, err := schema(ctx, db)
	if err != nil {
		return "", err
	}
	want, err := schema(ctx, model.read)
	if err != nil {
		return "", err
	}
	for _, s := range want {
		if !slices.Contains(have, s) {
			return "it lacks the " + s, nil
		}
	}
	return "ok", nil
}

// schema are the tables and indexes of a database, as "table notes".
func schema(ctx context.Context, db *sql.DB) ([]string, error) {
	return texts(ctx, db, "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
}

// texts reads a query for one column.
func texts(ctx context.Context, db *sql.DB, query string, args ...any) ([]string, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
