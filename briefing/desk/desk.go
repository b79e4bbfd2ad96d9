// Package desk holds the use cases of Readout: what a screen or a command
// asks for. It joins feeds, engine and archive; it draws nothing.
package desk

import (
	"context"
	"errors"
	"time"

	"readout/briefing"
	"readout/briefing/query"
	"readout/feeds"
)

// Key identifies an article in the archive.
type Key int64

// Desk is the program's working table. Its methods are safe for concurrent use.
type Desk struct{}

// Row is one line of an article list.
type Row struct {
	Key       Key
	ID        string // feeds.Article.ID
	Title     string
	URL       string    // canonical; ""
	Source    string    // outlet's name
	Published time.Time // zero when unknown
	Seen      time.Time // first seen
	Sort      time.Time // min(published, first seen + 1 h), or first seen
	Lang      string
	Read      bool
	Starred   bool
	HasNote   bool
	Quotes    int
	Signers   int      // signatories found
	Actors    []string // names of the three most salient
	Topics    []string // names
	Also      []string // other outlets with the same story; nil until stories are built
}

// Listing is the answer to a query: the ordering, newest first. Rows are loaded by page.
type Listing struct {
	Keys   []Key
	Unread int
	Capped bool // more match than Keys holds
}

// Item is an opened article.
type Item struct {
	Row     Row
	Article feeds.Article
	Brief   briefing.Brief
	Note    string // the user's own note
	Tags    []string
	// Revised says that the article changed since it was first kept; Earlier is the text before.
	Revised bool
	Earlier string
}

// Facet is one value to filter by, with its counts under the present query.
type Facet struct {
	Field  string // query field: actor, topic, source
	Value  string // query value: registry id or name
	Name   string // as shown
	Kind   string // actors: person, organisation, place
	Total  int
	Unread int
}

// Facets are the values to filter by, most frequent first.
type Facets struct {
	Actors, Topics, Sources []Facet
	Total, Unread           int
}

// Mark is a change of state of articles.
type Mark string

// The marks.
const (
	Read   Mark = "read"
	Unread Mark = "unread"
	Star   Mark = "star"
	Unstar Mark = "unstar"
)

// Change says what a write did, for the status line and for undo.
type Change struct {
	What string // "marked 12 articles read"
	Keys []Key
}

// Progress is one step of a refresh.
type Progress struct {
	Done, Total int      // feeds
	New         int      // articles so far
	Feed        string   // title of the feed just finished; ""
	Err         string   // its failure as a sentence; ""
	Waiting     []string // hosts still being waited for
}

// FeedResult is what a refresh did with one feed (the contract's JSON).
type FeedResult struct {
	URL     string  `json:"url"`
	Status  string  `json:"status"` // ok, not_modified, skipped, error, gone
	Error   *string `json:"error"`
	Items   int     `json:"items"`
	New     int     `json:"new_items"`
	Updated int     `json:"updated_items"`
	Next    string  `json:"next_fetch"` // RFC 3339
}

// Report is what a refresh did.
type Report struct {
	Feeds   []FeedResult `json:"feeds"`
	New     int          `json:"new"`
	Updated int          `json:"updated"`
	Failed  int          `json:"failed"`
}

// RefreshOptions choose what to refresh.
type RefreshOptions struct {
	Feeds []string // names or URLs; nil = all
	Force bool     // also those that are not due
}

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
	Articles    int
	Unread      int
	PerWeek     float64
}

var errNotBuilt = errors.New("not built")

// Open opens the desk of a home: configuration, feed list and archive.
func Open(ctx context.Context, h Home) (*Desk, error) { return nil, errNotBuilt }

// Demo opens a desk in memory on the built-in sample edition.
func Demo(ctx context.Context) (*Desk, error) { return nil, errNotBuilt }

// Close waits for running writes and closes the archive.
func (d *Desk) Close() error { return nil }

// Config returns the configuration that was read.
func (d *Desk) Config() Config { return Config{} }

// Sample reports whether the desk shows the built-in sample edition.
func (d *Desk) Sample() bool { return false }

// List answers a query with the ordering of its articles, newest first; limit 0 = no limit.
func (d *Desk) List(ctx context.Context, q query.Query, limit int) (Listing, error) {
	return Listing{}, errNotBuilt
}

// Rows loads list lines, in the order of keys.
func (d *Desk) Rows(ctx context.Context, keys []Key) ([]Row, error) { return nil, errNotBuilt }

// Item loads one article with its brief.
func (d *Desk) Item(ctx context.Context, k Key) (Item, error) { return Item{}, errNotBuilt }

// Find returns the key of an article by its ID or a unique prefix of it.
func (d *Desk) Find(ctx context.Context, id string) (Key, error) { return 0, errNotBuilt }

// Facets counts actors, topics and sources under a query.
func (d *Desk) Facets(ctx context.Context, q query.Query) (Facets, error) {
	return Facets{}, errNotBuilt
}

// Mark changes the state of articles; it can be undone.
func (d *Desk) Mark(ctx context.Context, keys []Key, m Mark) (Change, error) {
	return Change{}, errNotBuilt
}

// SetNote keeps the user's note on an article; it can be undone.
func (d *Desk) SetNote(ctx context.Context, k Key, body string) (Change, error) {
	return Change{}, errNotBuilt
}

// Undo takes the last change back; a Change with an empty What says that there is none.
func (d *Desk) Undo(ctx context.Context) (Change, error) { return Change{}, errNotBuilt }

// Redo makes the last undone change again.
func (d *Desk) Redo(ctx context.Context) (Change, error) { return Change{}, errNotBuilt }

// Refresh pulls the feeds that are due. progress is called from one goroutine
// at a time. Failures of single feeds are in the report, not in the error.
func (d *Desk) Refresh(ctx context.Context, o RefreshOptions, progress func(Progress)) (Report, error) {
	return Report{}, errNotBuilt
}

// Feeds returns the subscriptions with their health, in list order.
func (d *Desk) Feeds(ctx context.Context) ([]FeedState, error) { return nil, errNotBuilt }

// Generation is a number that grows with every change of the archive, also by another process.
func (d *Desk) Generation(ctx context.Context) (int64, error) { return 0, errNotBuilt }

// Note returns the file name and the bytes of an article's Markdown note.
func (d *Desk) Note(ctx context.Context, k Key) (string, []byte, error) {
	return "", nil, errNotBuilt
}

// Export writes the notes of articles into a folder and returns their paths.
func (d *Desk) Export(ctx context.Context, keys []Key, dir string) ([]string, error) {
	return nil, errNotBuilt
}

// ExportFile writes the notes of articles into one file, atomically.
func (d *Desk) ExportFile(ctx context.Context, keys []Key, file string) error { return errNotBuilt }

// NotesDir is the folder that notes go to: config.toml's, else "notes" under the data folder.
func (d *Desk) NotesDir() string { return "" }

// AddFeed subscribes to a feed. An address that is bad, private without leave
// or already there is an error in one sentence with a remedy.
func (d *Desk) AddFeed(ctx context.Context, s feeds.Subscription) error { return errNotBuilt }

// RemoveFeed ends the subscription with this name or URL; its articles stay.
func (d *Desk) RemoveFeed(ctx context.Context, nameOrURL string) (feeds.Subscription, error) {
	return feeds.Subscription{}, errNotBuilt
}

// ImportFeeds adds the subscriptions of an OPML document, a newsboat urls file
// or a nom config; refused says what was left out and why, a sentence each.
func (d *Desk) ImportFeeds(ctx context.Context, raw []byte) (added int, refused []string, err error) {
	return 0, nil, errNotBuilt
}

// ExportFeeds returns the feed list as OPML.
func (d *Desk) ExportFeeds(ctx context.Context) ([]byte, error) { return nil, errNotBuilt }

// Discover lists the feeds that a page offers.
func (d *Desk) Discover(ctx context.Context, url string) ([]feeds.Subscription, error) {
	return nil, errNotBuilt
}

// Finding is one line of Doctor's report.
type Finding struct {
	What  string // "archive"
	State string // what is so: "/home/x/.local/share/readout/archive.db, 1,204 articles"
	Wrong string // what is wrong and what to do; ""
}

// Doctor reports what is configured, where, and what is wrong. It works on a
// home that Open refuses, too.
func Doctor(ctx context.Context, h Home) []Finding { return nil }

// FindHome resolves the folders of the contract: flag (--home), READOUT_HOME,
// else the platform's. Home.Now obeys READOUT_NOW.
func FindHome(flag string, getenv func(string) string) (Home, error) { return Home{}, errNotBuilt }
