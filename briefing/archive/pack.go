package archive

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/unicode/norm"

	"readout/feeds"
)

// News text of a few kilobytes shrinks to less than half, which is what pays
// for the full-text index.
var encoder = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithEncoderCRC(true), zstd.WithWindowSize(1<<16))
	if err != nil {
		panic(err) // constant options
	}
	return e
})

var decoder = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(64<<20))
	if err != nil {
		panic(err)
	}
	return d
})

func pack(b []byte) []byte { return encoder().EncodeAll(b, nil) }

func unpack(b []byte) ([]byte, error) { return decoder().DecodeAll(b, nil) }

// extras are what an article has besides its row, its text and its brief.
type extras struct {
	Plain      bool // every paragraph of the text is a block, and there are no others
	Blocks     []feeds.Block
	Categories []string
	Teaser     bool
	Links      []feeds.Link
}

// compress makes the stored form of an article's text, once.
func (b *Briefed) compress() {
	if b.text != nil {
		return
	}
	x := extras{Blocks: b.Article.Blocks, Categories: b.Article.Categories, Teaser: b.Article.Teaser, Links: b.Article.Links}
	if x.Plain = slices.Equal(x.Blocks, paragraphs(b.Article.Text)); x.Plain {
		x.Blocks = nil
	}
	b.text, b.extras, b.sum = pack([]byte(b.Article.Text)), pack(encode(x)), sum(b.Article)
	b.compressBrief()
}

// compressBrief makes the stored form of the brief, once; there is none of an
// article that is not briefed yet.
func (b *Briefed) compressBrief() {
	if b.record == nil && b.Brief != nil && b.Brief.Rules > 0 {
		b.record = pack(encode(*b.Brief))
	}
}

// sum is of what is briefed: a brief is of an article whose sum is the same.
func sum(a feeds.Article) int64 {
	h := sha256.New()
	io.WriteString(h, a.Title)
	h.Write([]byte{0})
	io.WriteString(h, a.Text)
	return int64(binary.LittleEndian.Uint64(h.Sum(nil)))
}

// paragraphs are the blocks of a text that has nothing but paragraphs.
func paragraphs(s string) []feeds.Block {
	var out []feeds.Block
	for start := 0; start < len(s); {
		end := start + len(s[start:])
		if i := strings.Index(s[start:], "\n\n"); i >= 0 {
			end = start + i
		}
		out = append(out, feeds.Block{Kind: feeds.Paragraph, Start: start, End: end})
		start = end + 2
	}
	return out
}

// unpackText gives an article its text with what belongs to it.
func unpackText(a *feeds.Article, body, more []byte) error {
	txt, err := unpack(body)
	if err != nil {
		return err
	}
	var x extras
	if err := unpackRecord(more, &x); err != nil {
		return err
	}
	a.Text, a.Blocks, a.Categories, a.Teaser, a.Links = string(txt), x.Blocks, x.Categories, x.Teaser, x.Links
	if x.Plain {
		a.Blocks = paragraphs(a.Text)
	}
	return nil
}

func unpackRecord(packed []byte, into any) error {
	b, err := unpack(packed)
	if err != nil {
		return err
	}
	return decode(b, into)
}

// fold brings a name to the form in which names are compared: lower case,
// without accents and punctuation, words parted by one space, and a space at
// both ends so that whole words can be looked for.
func fold(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space := true
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case r == '\'' || r == '’' || r == '.':
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}

// spread puts spaces around the letters of scripts that write words without
// spaces, so that the index can find any run of them.
func spread(s string) string {
	if !strings.ContainsFunc(s, unspaced) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unspaced(r) {
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unspaced(r rune) bool {
	return r > 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
