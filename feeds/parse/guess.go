package parse

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

var languageHint = regexp.MustCompile(`(?i)(?:<(?:dc:)?language>|\blang=["'])\s*(?:<!\[CDATA\[)?\s*([a-z]{2})`)

// legacy are the encodings that a language was written in before UTF-8.
var legacy = map[string]string{
	"ru": "windows-1251", "uk": "windows-1251", "bg": "windows-1251", "be": "windows-1251", "sr": "windows-1251",
	"tr": "windows-1254", "pl": "iso-8859-2", "cs": "windows-1250", "sk": "windows-1250", "hu": "windows-1250",
	"el": "windows-1253", "he": "windows-1255", "ar": "windows-1256", "zh": "gb18030", "ko": "euc-kr", "ja": "shift_jis",
}

// Guess chooses an encoding for bytes that are not UTF-8 and declare nothing:
// by the language that the document states, else by what the bytes would be in the
// encodings of East Asia, else by how the high bytes stand together.
func Guess(body []byte) encoding.Encoding {
	if m := languageHint.FindSubmatch(body); m != nil {
		if name, ok := legacy[strings.ToLower(string(m[1]))]; ok {
			e, _ := charset.Lookup(name)
			if s := decodeWith(e, body); !strings.Contains(s, "\uFFFD") {
				return e
			}
		}
	}
	if e := guessWide(body, japanese); e != nil {
		return e
	}
	if isThai(body) {
		return charmap.Windows874
	}
	if e := guessWide(body, otherWide); e != nil {
		return e
	}
	return guessNarrow(body)
}

// isThai reports whether the high bytes are those of TIS-620 only, which leaves
// some of them free that second bytes of East Asia would soon take.
func isThai(body []byte) bool {
	n, consonants := 0, 0
	for _, c := range body {
		switch {
		case c < 0x80:
			continue
		case c <= 0xA0 || c >= 0xDB && c <= 0xDE || c >= 0xFC:
			return false
		case c <= 0xCE:
			consonants++
		}
		n++
	}
	return n >= 30 && 2*consonants >= n
}

// wide is an encoding of two bytes a character. A text is taken for one when all
// of it can be read so and the share of letters that only this language uses,
// or of common characters, is at least as given.
type wide struct {
	name  string
	table *unicode.RangeTable
	share float64
}

var (
	japanese  = []wide{{"euc-jp", kana, 0.2}, {"shift_jis", kana, 0.2}}
	otherWide = []wide{{"euc-kr", unicode.Hangul, 0.7}, {"gb18030", unicode.Han, 0.7}, {"big5", unicode.Han, 0.7}}
)

var kana = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3041, Hi: 0x30FE, Stride: 1}}}

// guessWide returns the first of the encodings that fits, nil if none does.
func guessWide(body []byte, encodings []wide) encoding.Encoding {
	body = body[:min(len(body), 64<<10)]
	for _, c := range encodings {
		e, _ := charset.Lookup(c.name)
		if e == nil || c.table == unicode.Han && !commonHan(body, c.name) {
			continue
		}
		letters, own, bad := 0, 0, 0
		for _, r := range decodeWith(e, body) {
			switch {
			case r == '\uFFFD':
				bad++
			case r >= 0x80 && unicode.IsLetter(r):
				letters++
				if unicode.Is(c.table, r) {
					own++
				}
			}
		}
		// The sample may end within a character.
		if letters >= 8 && bad <= 1 && float64(own) >= c.share*float64(letters) {
			return e
		}
	}
	return nil
}

// commonHan reports whether most characters would be of the first level of GB
// 2312 (lead bytes B0 to D7) or of Big5 (A4 to C6, with low second bytes among
// them), which hold the common ones. Any bytes make some Chinese character.
func commonHan(body []byte, name string) bool {
	pairs, common, low := 0, 0, 0
	for i := 0; i+1 < len(body); i++ {
		lead, trail := body[i], body[i+1]
		if lead < 0x81 {
			continue
		}
		i++
		if lead < 0xB0 && name == "gb18030" { // marks and rare characters
			continue
		}
		pairs++
		if name == "gb18030" && lead <= 0xD7 && trail >= 0xA1 || name == "big5" && lead >= 0xA4 && lead <= 0xC6 {
			common++
		}
		if trail < 0x80 {
			low++
		}
	}
	return 10*common >= 8*pairs && (name != "big5" || 10*low >= pairs)
}

// guessNarrow tells alphabets apart. Where high bytes stand alone between ASCII
// letters it is Latin; whole words of them are another alphabet.
func guessNarrow(body []byte) encoding.Encoding {
	var n [256]int
	runs, high := 0, 0
	inRun := false
	for _, c := range body {
		n[c]++
		letter := c >= 0xA1
		if letter {
			high++
			if !inRun {
				runs++
			}
		}
		inRun = letter
	}
	in := func(lo, hi int) (sum int) {
		for c := lo; c <= hi; c++ {
			sum += n[c]
		}
		return sum
	}
	switch {
	case runs == 0 || 2*high < 5*runs:
		return guessLatin(body)
	case in(0xC0, 0xDF) == 0 && in(0xFB, 0xFF) == 0:
		return charmap.Windows1255
	case 100*in(0xDC, 0xDF) > 4*high && 3*in(0xC0, 0xDB) < in(0xE0, 0xFF): // ά έ ή ί are common, Ь Э Ю Я are not
		return charmap.Windows1253
	case in(0xC0, 0xDF) > in(0xE0, 0xFF): // KOI8-R has its small letters first
		return charmap.KOI8R
	}
	return charmap.Windows1251
}

// guessLatin tells the Latin letters of central Europe from those of the west.
// In ISO 8859-2 ą ł ś š ź ž lie where the west has signs, such as ³ and ¾, which
// never stand before a letter; windows-1250 has some of them in C1, with ř ě ů, which the west
// has hardly beside š and ž.
func guessLatin(body []byte) encoding.Encoding {
	high, signs, c1, czech := 0, 0, 0, 0
	for i := 1; i+1 < len(body); i++ {
		c := body[i]
		if c < 0x80 {
			continue
		}
		high++
		if !isWordByte(body[i+1]) {
			continue
		}
		switch c {
		case 0xB1, 0xB3, 0xB6, 0xB9, 0xBC, 0xBE:
			signs++
		case 0x9A, 0x9C, 0x9E, 0x9F:
			c1++
		case 0xEC, 0xF8, 0xF9:
			czech++
		}
	}
	switch {
	case 40*signs >= high && signs > 1 && c1 == 0:
		return charmap.ISO8859_2
	case 40*signs >= high && signs > 1, 20*c1 >= high && 20*czech >= high && c1 > 2:
		return charmap.Windows1250
	}
	return charmap.Windows1252
}

// isWordByte reports whether a byte is an ASCII letter or the letter of a code page.
func isWordByte(c byte) bool { return c >= 0xC0 || c|0x20 >= 'a' && c|0x20 <= 'z' }
