package note

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// EditionSchema names the JSON form of an edition.
const EditionSchema = "readout-edition/1"

// Edition is a dated digest, frozen: what was first seen in a span of time,
// as it stood at the cut-off. Its JSON is what is kept and what programs read;
// Markdown and plain text are made of it by templates alone.
type Edition struct {
	Schema string    `json:"schema"`
	Date   string    `json:"date"` // of the cut-off, in its zone
	From   time.Time `json:"from"` // like Cutoff in the zone of the clock that it was made by
	Cutoff time.Time `json:"cutoff"`
	Query  Value     `json:"query"` // "" = all articles
	Sample bool      `json:"sample,omitempty"`
	SHA256 string    `json:"sha256"` // of this JSON with an empty sum

	Items   int `json:"items"`   // articles first seen
	Groups  int `json:"stories"` // stories that they tell
	Outlets int `json:"outlets"`

	Sections []Section `json:"watched"` // the principal first
	Stories  []Story   `json:"told"`    // numbered from 1, in the order of the sections
	Others   []int     `json:"others"`  // stories on nothing that is watched
	More     int       `json:"more"`    // other stories that are only counted
	Quotes   []Said    `json:"quotes"`  // of the day
	Letters  []Letter  `json:"letters"` // with their signatories

	MoreLetters int `json:"letters_more,omitempty"` // that are only counted

	Changes []Change `json:"changes"`   // articles whose text changed
	Before  Before   `json:"before"`    // against the edition before
	Gaps    Gaps     `json:"gaps"`      // what is missing
	Sources []Source `json:"citations"` // of everything cited
}

// Section is what there is on one watched actor or topic.
type Section struct {
	ID        string `json:"id"`
	Name      Value  `json:"name"`
	Principal bool   `json:"principal"`
	New       []int  `json:"stories"`      // told here
	Told      []int  `json:"also"`         // told in a section before
	More      int    `json:"more"`         // only counted
	Earlier   int    `json:"stories_then"` // stories of the edition before
}

// Story is one event with its articles.
type Story struct {
	Number     int       `json:"number"`
	Title      Value     `json:"title"`
	BottomLine Value     `json:"bottom_line"` // "" when the text is too short for one
	Paragraph  int       `json:"paragraph"`
	Key        string    `json:"citekey"`
	Outlets    []Value   `json:"outlets"`
	Sources    int       `json:"sources,omitempty"` // outlets with a text of their own; 0 = all of them
	IDs        []string  `json:"articles"`
	Published  time.Time `json:"published,omitzero"` // of the article told
	Dated      string    `json:"dated"`              // the same in words; "date unknown"
	Running    bool      `json:"running"`            // it was in the edition before
}

// Said is one quote with who said it.
type Said struct {
	Text      Value  `json:"text"`
	Speaker   Value  `json:"speaker"` // "" when the name is unknown
	Mention   Value  `json:"mention"` // as the text has the speaker
	Role      Value  `json:"role"`    // "" when unknown
	Outlet    Value  `json:"outlet"`
	Paragraph int    `json:"paragraph"`
	Key       string `json:"citekey"`
	ID        string `json:"article"`
}

// Letter is a signed document with its signatories.
type Letter struct {
	Title     Value    `json:"title"`
	Document  Value    `json:"document"`
	Addressee Value    `json:"addressee"`
	Total     int      `json:"total"` // 0 = not stated
	Partial   bool     `json:"partial"`
	Since     *Since   `json:"since,omitempty"` // against the earlier one on the same matter; nil = none is known
	People    []Signer `json:"people"`
	Key       string   `json:"citekey"`
	ID        string   `json:"article"`
}

// Signer is one signatory; Filled are the fields that the registry filled in.
type Signer struct {
	Name    Value    `json:"name"`
	InText  Value    `json:"in_text"` // "" when the text has the name itself
	Party   Value    `json:"party"`
	Region  Value    `json:"region"`
	Country Value    `json:"country"`
	Role    Value    `json:"role"`
	Kind    Value    `json:"kind"`
	Filled  []string `json:"filled,omitempty"`
}

// Before compares with the span of the same length before this one.
type Before struct {
	Items   int     `json:"items"`
	Stories int     `json:"stories"`
	Running int     `json:"running"` // stories that go on
	Ended   []Value `json:"ended"`   // stories on watched actors without a new article
}

// Gaps says what is missing from an edition.
type Gaps struct {
	Quiet    []Value   `json:"quiet"` // watched, with nothing new
	Feeds    []FeedGap `json:"feeds"`
	AllFeeds int       `json:"all_feeds"`
	Watching bool      `json:"watching"`          // there is a watchlist
	Unknown  []Value   `json:"unknown,omitempty"` // lines of the watchlist that name nothing known
}

// FeedGap is a feed that failed.
type FeedGap struct {
	Name   Value     `json:"name"`
	Reason Value     `json:"reason"`
	Since  time.Time `json:"last_success,omitzero"`
}

// Source is one article that an edition cites.
type Source struct {
	Key       string    `json:"citekey"`
	ID        string    `json:"article"`
	Title     Value     `json:"title"`
	Author    Value     `json:"author"`
	Outlet    Value     `json:"outlet"`
	Published time.Time `json:"published,omitzero"`
	Dated     string    `json:"dated"` // the same in words; "date unknown"
	URL       string    `json:"url"`   // http(s) or ""
	SHA256    string    `json:"content_sha256"`
}

// Title is the edition's own title.
func (e Edition) Title() Value {
	t := "Edition of " + e.Cutoff.Format("2 January 2006")
	if e.Sample {
		t = "Sample " + t
	}
	return Value(t)
}

// Story returns the story of a number, 1 to len(Stories); it panics for any other.
func (e Edition) Story(n int) Story { return e.Stories[n-1] }

// FileName is the edition's, YYYY-MM-DD-HHMM-edition with an extension (".md").
func (e Edition) FileName(ext string) string {
	return e.Cutoff.Format("2006-01-02-1504") + "-edition" + ext
}

// JSON returns the edition as one line of JSON.
func (e Edition) JSON() ([]byte, error) { return json.Marshal(e) }

// sealed returns the edition with its sum.
func (e Edition) sealed() (Edition, error) {
	e.SHA256 = ""
	j, err := e.JSON()
	if err != nil {
		return e, err
	}
	s := sha256.Sum256(j)
	e.SHA256 = hex.EncodeToString(s[:])
	return e, nil
}

// ReadEdition reads an edition's JSON; one whose sum is not its own is an error.
func ReadEdition(j []byte) (Edition, error) {
	var e Edition
	if err := json.Unmarshal(j, &e); err != nil {
		return e, fmt.Errorf("the edition's JSON is damaged: %w", err)
	}
	again, err := e.sealed()
	if err == nil && again.SHA256 != e.SHA256 {
		err = errSum
	}
	return e, err
}
