// Package desk holds the use cases of Readout: what a screen or a command
// asks for. It joins feeds, engine and archive; it draws nothing.
package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"readout/briefing/actors"
	"readout/briefing/archive"
	"readout/briefing/query"
	"readout/feeds/catalog"
	"readout/feeds/pull"
)

// What the archive answers with is handed on as it is.
type (
	// Key identifies an article in the archive.
	Key = archive.Key
	// Row is one line of an article list.
	Row = archive.Row
	// Listing is the answer to a query: the ordering, newest first. Rows are loaded by page.
	Listing = archive.Listing
	// Item is an opened article.
	Item = archive.Item
	// Highlight is a passage that the user marked in an article.
	Highlight = archive.Highlight
	// Facet is one value to filter by, with its counts under the present query.
	Facet = archive.Facet
	// Facets are the values to filter by, most frequent first.
	Facets = archive.Facets
	// Mark is a change of state of articles.
	Mark = archive.Mark
	// Order is an order of articles other than the newest first.
	Order = archive.Order
	// Change says what a write did, for the status line and for undo.
	Change = archive.Change
)

// The marks.
const (
	Read   = archive.Read
	Unread = archive.Unread
	Star   = archive.Star
	Unstar = archive.Unstar
)

// The orders.
const (
	BySource    = archive.BySource
	UnreadFirst = archive.UnreadFirst
)

// Desk is the program's working table. Its methods are safe for concurrent use.
type Desk struct {
	home     Home
	now      func() time.Time
	configMu sync.Mutex
	config   Config
	registry func() (*actors.Registry, error) // loaded when first needed
	client   func() *pull.Client
	secrets  credentials
	archive  *archive.Archive
	sample   sample
	demo     bool
	style    func() (noteStyle, error) // of notes, read when first needed
	noticeMu sync.Mutex
	notices  []string

	open   sync.Mutex      // held while a task joins, and while the desk closes
	work   sync.WaitGroup  // refreshes and briefing under way
	ctx    context.Context // ends when the desk is closed
	cancel context.CancelFunc
	lists  sync.Mutex // one change of feeds.opml at a time
}

// Open opens the desk of a home: configuration, feed list and archive. What
// does not exist is made; the first run subscribes to the starter feeds.
func Open(ctx context.Context, h Home) (*Desk, error) {
	if h.Now == nil {
		h.Now = time.Now
	}
	for _, dir := range []string{h.Config, h.Data} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("making the folder %s: %w; name another one with --home", dir, err)
		}
	}
	config, err := ReadConfig(h)
	if err != nil {
		return nil, err
	}
	d := newDesk(h, config)
	if err = d.firstRun(); err == nil {
		d.archive, err = archive.Open(ctx, h.archive(), archive.Options{Now: h.Now})
	}
	if err != nil {
		d.cancel()
		return nil, err
	}
	if n := d.archive.Notice(); n != "" {
		d.note(n)
	}
	return d, nil
}

// Demo opens a desk in memory on the built-in sample edition: it neither
// fetches nor writes anything.
func Demo(ctx context.Context) (*Desk, error) {
	d := newDesk(Home{Now: catalog.SampleTime}, Config{})
	d.demo = true
	return d, d.sample.open(ctx, d)
}

func newDesk(h Home, c Config) *Desk {
	d := &Desk{home: h, now: h.Now, config: c}
	d.ctx, d.cancel = context.WithCancel(context.Background())
	d.style = sync.OnceValues(func() (noteStyle, error) { return d.readStyle(c.Cite, c.Template) })
	d.registry = sync.OnceValues(func() (*actors.Registry, error) { return loadRegistry(h) })
	d.client = sync.OnceValue(func() *pull.Client {
		client, err := newClient(h, c, &d.secrets)
		if err != nil {
			d.note(err.Error())
		}
		return client
	})
	return d
}

// Client returns what fetches by the configuration of a home, for what is read
// without an archive.
func Client(h Home) (*pull.Client, error) {
	c, err := ReadConfig(h)
	if err != nil {
		return nil, err
	}
	return newClient(h, c, &credentials{})
}

// newClient returns a client in any case; an error is about the credentials.
func newClient(h Home, c Config, secrets *credentials) (*pull.Client, error) {
	allow, _ := c.allowPrivate() // checked when it was read
	keys, err := readCredentials(h)
	secrets.learn(keys)
	return pull.New(pull.Options{Contact: c.Contact, Version: h.Version, Now: h.Now, AllowPrivate: append(allow, h.AllowPrivate...), Credentials: secrets.of}), err
}

// Close stops what is under way, waits for it, and closes the archive.
func (d *Desk) Close() error {
	d.open.Lock()
	d.cancel()
	d.open.Unlock()
	d.work.Wait() // no task joins any more
	err := d.sample.close()
	if d.archive != nil {
		err = errors.Join(err, d.archive.Close())
	}
	return err
}

// Config returns the configuration that was read, with the present watchlist.
func (d *Desk) Config() Config {
	d.configMu.Lock()
	defer d.configMu.Unlock()
	return d.config
}

// Notices are sentences about what opening found: a damaged archive that was
// set aside, a home that can only be read.
func (d *Desk) Notices() []string {
	d.noticeMu.Lock()
	defer d.noticeMu.Unlock()
	return slices.Clone(d.notices)
}

func (d *Desk) note(sentence string) {
	d.noticeMu.Lock()
	defer d.noticeMu.Unlock()
	d.notices = append(d.notices, sentence)
}

// Now is the desk's clock: READOUT_NOW, the sample edition's morning in the
// demo, else the system's.
func (d *Desk) Now() time.Time {
	if d.Sample() {
		return catalog.SampleTime()
	}
	return d.now()
}

// List answers a query with the ordering of its articles, newest first; limit 0 = no limit.
func (d *Desk) List(ctx context.Context, q query.Query, limit int) (Listing, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return Listing{}, err
	}
	return a.List(ctx, q, limit)
}

// Unread returns those of the articles that are unread, in their order.
func (d *Desk) Unread(ctx context.Context, keys []Key) ([]Key, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	a, err := d.holder(ctx, keys[0])
	if err != nil {
		return nil, err
	}
	return a.Unread(ctx, keys)
}

// Arrange puts articles into an order; keys that are gone are left out.
func (d *Desk) Arrange(ctx context.Context, keys []Key, by Order) ([]Key, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	a, err := d.holder(ctx, keys[0])
	if err != nil {
		return nil, err
	}
	return a.Arrange(ctx, keys, by)
}

// Rows loads list lines, in the order of keys.
func (d *Desk) Rows(ctx context.Context, keys []Key) ([]Row, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	a, err := d.holder(ctx, keys[0])
	if err != nil {
		return nil, err
	}
	return a.Rows(ctx, keys)
}

// Item loads one article with its brief.
func (d *Desk) Item(ctx context.Context, k Key) (Item, error) {
	a, err := d.holder(ctx, k)
	if err != nil {
		return Item{}, err
	}
	return a.Item(ctx, k)
}

// Find returns the key of an article by its ID or a unique prefix of it.
func (d *Desk) Find(ctx context.Context, id string) (Key, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return 0, err
	}
	return a.Find(ctx, id)
}

// Facets counts actors, topics and sources under a query.
func (d *Desk) Facets(ctx context.Context, q query.Query) (Facets, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return Facets{}, err
	}
	return a.Facets(ctx, q)
}

// Generation is a number that grows with every change of the archive, also by another process.
func (d *Desk) Generation(ctx context.Context) (int64, error) {
	n := d.sample.generation(ctx)
	if d.archive == nil {
		return n, nil
	}
	g, err := d.archive.Generation(ctx)
	return g + n, err
}
