package archive

import (
	"context"
	"net/url"
	"strings"

	"readout/feeds"
	"readout/feeds/clean"
)

// kept is what the archive has of an article that is offered again.
type kept struct {
	id      int64
	ident   string
	feedURL string
	url     string
	hash    []byte
	rules   int
	whole   bool // its text was taken from its page
}

// find looks an article up by its identity, then by its canonical address: an
// outlet may give an article a new guid, and several feeds may carry it. http
// and https, www and a slash at the end make no other address.
func (p *putter) find(ctx context.Context, a *feeds.Article) (*kept, error) {
	found, err := p.lookup(ctx, "h.ident = ?", a.ID)
	if err != nil || len(found) > 0 {
		return one(found), err
	}
	if !tellsArticle(a.URL) {
		return nil, nil
	}
	found, err = p.lookup(ctx, "h.key <> '' AND h.key = ?", clean.Key(a.URL))
	// An address that several articles share, in the archive or in this very
	// document, is not the address of one of them.
	if err != nil || len(found) != 1 || p.offered[found[0].ident] {
		return nil, err
	}
	return one(found), nil
}

// lookup returns at most two kept articles under a condition of this package's own.
func (p *putter) lookup(ctx context.Context, where, arg string) ([]kept, error) {
	s, err := p.prepared(ctx, "SELECT a.id, h.ident, coalesce(f.url, ''), h.url, h.hash, a.rules, h.origin = 'page' FROM heads h JOIN articles a ON a.id = h.article LEFT JOIN feeds f ON f.id = h.feed WHERE "+where+" LIMIT 2")
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, arg)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []kept
	for rows.Next() {
		var k kept
		if err := rows.Scan(&k.id, &k.ident, &k.feedURL, &k.url, &k.hash, &k.rules, &k.whole); err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, rows.Err()
}

func one(found []kept) *kept {
	if len(found) == 0 {
		return nil
	}
	return &found[0]
}

// tellsArticle reports whether an address can be that of one article: a home
// page, which some feeds give for all of them, cannot.
func tellsArticle(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "")
}

// mayChange says whether the present feed may replace the text of a kept
// article: the feed it came by may, and the outlet's own feed may where the
// article came by another's. Any other feed only carries it too.
func (p *putter) mayChange(k *kept) bool {
	if k.feedURL == p.feedURL || k.feedURL == "" {
		return true
	}
	return sameSite(p.feedURL, k.url) && !sameSite(k.feedURL, k.url)
}

// sameSite reports whether two URLs belong to one registrable domain.
func sameSite(a, b string) bool {
	site := clean.Site(a)
	return site != "" && site == clean.Site(b)
}

func (p *putter) buried(ctx context.Context, a *feeds.Article) (bool, error) {
	var n int
	s, err := p.prepared(ctx, "SELECT count(*) FROM tombstones WHERE ident = ?1 OR (key <> '' AND key = ?2)")
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, a.ID, clean.Key(a.URL)).Scan(&n)
	return n > 0, err
}
