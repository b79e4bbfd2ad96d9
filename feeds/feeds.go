// Package feeds is where articles come from: subscriptions, feeds, entries and
// the articles made from them. Packages below it fetch (pull), parse, extract
// pages (page) and clean. Nothing here knows a database or a screen.
package feeds

import (
	"errors"
	"time"
)

// Errors that callers may test for with errors.Is. Their texts are sentences
// that can be shown to a user after what was being done.
var (
	// ErrNotFeed says that a document is not a feed in a format Readout reads.
	ErrNotFeed = errors.New("this is not a feed")
	// ErrTooLarge says that a body, an entry count or a nesting depth passed its limit.
	ErrTooLarge = errors.New("this is larger than Readout accepts")
	// ErrPrivateHost says that an address is loopback, private or link-local and not allowed by the user.
	ErrPrivateHost = errors.New("this address is private")
	// ErrNoArticle says that a page holds no article text (a consent page, a paywall, an index).
	ErrNoArticle = errors.New("this page holds no article")
)

// Subscription is one line of the user's feed list.
type Subscription struct {
	URL   string // http, https or file; without user information
	Title string // the user's or the catalogue's name for it; "" = take the feed's own
	Site  string // the outlet's home page; "" if unknown
	Group string // heading in the list, "a/b" when nested; "" = top level
	// Attrs are outline attributes that Readout does not use itself, kept so
	// that an OPML round trip loses nothing.
	Attrs map[string]string
}

// Feed is what a feed document says about itself.
type Feed struct {
	URL   string // where it was fetched from, after redirects
	Title string // plain text, one line; "" when the feed has none
	Site  string // absolute home page URL; ""
	Lang  string // BCP 47: as stated, else told from the items' texts; "" when in doubt
	// TTL, SkipHours and SkipDays are what the feed asks of its readers.
	TTL       time.Duration
	SkipHours []int    // hours 0-23, GMT
	SkipDays  []string // English weekday names
	// Cut is a sentence when items were left out for a limit, else "".
	Cut string
	// Partial says that the document breaks off: it may hold more than was read.
	Partial bool
}

// Entry is one item of a feed, before cleaning. Titles and authors are plain
// text; Summary and Content hold what the feed gave, of the stated type.
type Entry struct {
	ID string // guid, atom:id, rdf:about or JSON id as the feed has it; ""
	// Key is the entry's identity within its feed where ID is not one, because
	// several entries share it; else "".
	Key   string
	Title string // plain text, decoded once
	Link  string // absolute where the document or base says how
	// Original is the publisher's own address of the entry where Link leads
	// through a counter (feedburner:origLink); "".
	Original  string
	Author    string
	Published time.Time // zero when unknown: never guessed
	Updated   time.Time // zero when unknown
	Offset    int       // the zone that Published was stated in, in seconds east of UTC; 0 when UTC or unknown
	// Day is midnight UTC of the calendar day that DateText prints, only where
	// Published is unknown.
	Day time.Time
	// DateText is the date as printed, for display when it could not be read or lies ahead.
	DateText   string
	Lang       string // BCP 47, "" when not stated
	Summary    Body
	Content    Body
	Categories []string
}

// Body is a text of a feed entry with the type the feed gave it.
type Body struct {
	Text string
	HTML bool // true: Text is HTML source; false: Text is plain text and stays as it is
}
