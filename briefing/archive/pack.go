package archive

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/unicode/norm"

	"readout/briefing"
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

// rest is what an article has besides its row and its text.
type rest struct {
	Blocks     []feeds.Block  `json:",omitempty"`
	Categories []string       `json:",omitempty"`
	Teaser     bool           `json:",omitempty"`
	Brief      briefing.Brief `json:",omitzero"`
}

// compress makes the stored form of an article's long parts, once.
func (b *Briefed) compress() error {
	if b.text != nil {
		return nil
	}
	j, err := json.Marshal(rest{b.Article.Blocks, b.Article.Categories, b.Article.Teaser, b.brief()})
	if err != nil {
		return fmt.Errorf("storing the article %q: %w", b.Article.Title, err)
	}
	b.text, b.rest = pack([]byte(b.Article.Text)), pack(j)
	return nil
}

func unpackRest(b []byte) (rest, error) {
	var r rest
	j, err := unpack(b)
	if err == nil {
		err = json.Unmarshal(j, &r)
	}
	return r, err
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
