package feeds

import "time"

// Article is one news text after cleaning: every string in it is safe to print
// on any terminal (no control, bidi-override or tag characters) and is NFC.
type Article struct {
	// ID is 32 hex digits: the first 16 bytes of the SHA-256 of the feed's
	// guid within its feed, or of the canonical URL. Stable over refreshes.
	ID     string
	Feed   string // URL of the feed it came by; "" for a file or a page
	Source string // the outlet's name as shown; ""
	URL    string // canonical http(s) URL; "" if none
	Title  string // one line, never empty
	Byline string // author line; "" if none

	Published time.Time // UTC; zero when unknown, never guessed
	Updated   time.Time // UTC; zero when unknown
	FirstSeen time.Time // UTC; when Readout first had it
	// Day is midnight UTC of the calendar day that is printed where Published
	// is unknown because the printed time has no zone; else zero.
	Day time.Time
	// Offset is the zone that Published was stated in, in seconds east of UTC:
	// "Monday" in a text is Monday there. 0 where it was UTC or is unknown.
	Offset   int
	DateText string // the date as the feed printed it; ""

	Lang string // BCP 47; "" when unknown
	// Text is the article in plain text, paragraphs separated by one blank
	// line. All spans of the engine index it, in bytes. For a plain text file
	// it is the file's own text. Where a source gives only a headline, Text is
	// that headline.
	Text   string
	Blocks []Block // paragraphs, headings, list items, in order; offsets into Text
	From   From
	// Teaser says that the source gave less than the whole article: only a
	// summary, or a text that breaks off ("[…]", "Read more").
	Teaser bool
	// Categories are the publisher's own labels: a hint, never a topic.
	Categories []string
	// Links are what words of Text lead to, in their order, each address once:
	// the letter, the bill, the report that the article speaks of.
	Links []Link
}

// Link is where words of an article lead.
type Link struct {
	Text string // the words, one line; never empty
	URL  string // canonical http(s) URL
}

// Date is what to date an article by: Published, else Day; zero when both are
// unknown.
func (a Article) Date() time.Time {
	if a.Published.IsZero() {
		return a.Day
	}
	return a.Published
}

// Local is Date in the zone that it was stated in.
func (a Article) Local() time.Time {
	if t := a.Date(); a.Offset == 0 || a.Published.IsZero() {
		return t
	}
	return a.Published.In(time.FixedZone("", a.Offset))
}

// From says which source Article.Text was taken from.
type From string

// The sources of a text.
const (
	FromFeed From = "feed" // the entry's own content
	FromPage From = "page" // extracted from the article's page
	FromFile From = "file" // a file or standard input
	// FromSample marks the invented articles of the built-in sample edition,
	// so that none of them passes for news in somebody's notes.
	FromSample From = "sample"
)

// BlockKind is the layout role of a Block.
type BlockKind string

// The kinds of blocks.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	Item      BlockKind = "item" // one list item; its Text holds no bullet
	Quotation BlockKind = "quotation"
	Row       BlockKind = "row" // one table row, cells parted by " | "
)

// Block is one layout block of Article.Text, as a half-open byte range on rune boundaries.
type Block struct {
	Kind       BlockKind
	Level      int // heading level 1-6, list depth from 1; else 0
	Start, End int
}
