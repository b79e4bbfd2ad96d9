package desk

import (
	"context"
	"errors"

	"readout/feeds"
)

var errNotBuilt = errors.New("not built")

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
