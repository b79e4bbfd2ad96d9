package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"readout/briefing/archive"
	"readout/briefing/query"
	"readout/feeds"
	"readout/feeds/catalog"
	"readout/feeds/opml"
)

// FeedState is the health of one subscription.
type FeedState struct {
	feeds.Subscription
	Name        string // as shown: the user's title, the feed's own, or the host
	LastTry     time.Time
	LastSuccess time.Time
	Next        time.Time
	Failure     string // sentence; "" when the last try succeeded
	Failures    int    // in a row
	Gone        bool
	Moved       string // where it is fetched now that it moved for good; "" = URL
	Articles    int
	Unread      int
	PerWeek     float64
}

// Feeds returns the subscriptions with their health, in list order. The demo has none.
func (d *Desk) Feeds(ctx context.Context) ([]FeedState, error) {
	if d.demo {
		return nil, nil
	}
	list, _, err := d.feeds(ctx)
	return list, err
}

// feeds returns the subscriptions with their health, and what the archive has
// of every feed.
func (d *Desk) feeds(ctx context.Context) ([]FeedState, map[string]archive.FeedState, error) {
	subs, err := d.subscriptions()
	if err != nil {
		return nil, nil, err
	}
	states, err := d.archive.Feeds(ctx)
	if err != nil {
		return nil, nil, err
	}
	out := make([]FeedState, len(subs))
	for i, s := range subs {
		k := states[s.URL]
		out[i] = FeedState{Subscription: s, Name: feedName(s, k), LastTry: k.LastTry, LastSuccess: k.LastSuccess, Next: k.Next,
			Failure: k.Failure, Failures: k.Failures, Gone: k.Gone, Moved: k.Address, Articles: k.Articles, Unread: k.Unread, PerWeek: k.PerWeek}
	}
	return out, states, nil
}

// Failing is how many subscriptions failed when they were last tried. Unlike
// Feeds it counts no articles.
func (d *Desk) Failing(ctx context.Context) (int, error) {
	if d.demo {
		return 0, nil
	}
	subs, err := d.subscriptions()
	if err != nil {
		return 0, err
	}
	failing, err := d.archive.Failing(ctx)
	n := 0
	for _, s := range subs {
		if failing[s.URL] {
			n++
		}
	}
	return n, err
}

// feedName is what a feed is called: the user's title, its own, its address on
// the web (a host may have several feeds) or its file.
func feedName(s feeds.Subscription, k archive.FeedState) string {
	switch {
	case s.Title != "":
		return s.Title
	case k.Title != "":
		return k.Title
	}
	u, err := url.Parse(s.URL)
	switch {
	case err != nil:
		return s.URL
	case u.Hostname() != "":
		return strings.TrimSuffix(strings.TrimPrefix(u.Hostname(), "www.")+u.Path, "/")
	}
	return path.Base(u.Path)
}

const listTitle = "Readout subscriptions"

// firstRun subscribes to the starter feeds where there is no feed list yet.
func (d *Desk) firstRun() error {
	_, err := os.Stat(d.home.file("feeds.opml"))
	if errors.Is(err, fs.ErrNotExist) {
		if err = d.saveSubscriptions(catalog.Starter()); errors.Is(err, fs.ErrPermission) {
			d.note(fmt.Sprintf("The folder %s can only be read: the starter feeds are shown but not kept.", d.home.Config))
			return nil
		}
	}
	return err
}

// subscriptions reads feeds.opml, each time anew: the user or another process
// may have changed it. A password that was typed into it is moved to its own
// file first.
func (d *Desk) subscriptions() ([]feeds.Subscription, error) {
	subs, secrets, err := d.home.subscriptions()
	if err != nil || len(secrets) == 0 {
		return subs, err
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	return d.movePasswords()
}

// movePasswords is subscriptions for who holds the lock of the list.
func (d *Desk) movePasswords() ([]feeds.Subscription, error) {
	subs, secrets, err := d.home.subscriptions()
	if err != nil || len(secrets) == 0 {
		return subs, err
	}
	if err := d.keepCredentials(secrets); err != nil {
		return nil, err
	}
	return subs, d.saveSubscriptions(subs)
}

// subscriptions reads feeds.opml without its passwords, which come apart.
func (h Home) subscriptions() (subs []feeds.Subscription, secrets map[string]string, err error) {
	name := h.file("feeds.opml")
	raw, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return catalog.Starter(), nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading the feed list: %w", err)
	}
	all, err := opml.Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w; mend it or rename it, and Readout makes a new one", name, err)
	}
	seen := map[string]bool{}
	secrets = map[string]string{}
	for _, s := range all {
		var own map[string]string
		s.URL, own = splitUser(s.URL)
		maps.Copy(secrets, own)
		if !seen[s.URL] { // else it is listed again
			seen[s.URL] = true
			subs = append(subs, s)
		}
	}
	return subs, secrets, nil
}

func (d *Desk) saveSubscriptions(subs []feeds.Subscription) error {
	var b bytes.Buffer
	if err := opml.Write(&b, listTitle, subs); err != nil {
		return err
	}
	return d.home.write("feeds.opml", b.Bytes())
}

// choose picks subscriptions by name or address, each once; none named means all.
func choose(subs []FeedState, names []string) ([]FeedState, error) {
	if len(names) == 0 {
		return subs, nil
	}
	named := func(s FeedState, name string) bool { return s.URL == name || strings.EqualFold(s.Name, name) }
	for _, n := range names {
		if !slices.ContainsFunc(subs, func(s FeedState) bool { return named(s, n) }) {
			return nil, noFeed(n, subs)
		}
	}
	var out []FeedState
	for _, s := range subs {
		if slices.ContainsFunc(names, func(n string) bool { return named(s, n) }) {
			out = append(out, s)
		}
	}
	return out, nil
}

func noFeed(name string, subs []FeedState) error {
	var known []string
	for _, s := range subs {
		known = append(known, s.Name)
	}
	near := query.Close(name, known, len(name)/2)
	if i := slices.IndexFunc(known, func(k string) bool { return strings.Contains(strings.ToLower(k), strings.ToLower(name)) }); i >= 0 {
		near = known[i]
	}
	if near == "" {
		return fmt.Errorf("there is no feed %q; 'readout feeds list' shows all", name)
	}
	return fmt.Errorf("there is no feed %q; did you mean %q?", name, near)
}
