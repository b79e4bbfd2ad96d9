package parse

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode turns the bytes of a document into UTF-8. What is believed, in order:
// a byte order mark; the NUL bytes of UTF-16 and UTF-32; text that is valid
// UTF-8 and not mere ASCII, whatever is declared; the Content-Type header; the
// XML declaration; the bytes themselves. Unknown names are passed over. Bytes
// that mean nothing become U+FFFD.
func decode(body []byte, contentType string) string {
	if s, ok := decodeMarked(body); ok {
		return s
	}
	if utf8.Valid(body) {
		if e := declared(body, contentType); e != nil && isASCII(body) && bytes.IndexByte(body, 0x1B) >= 0 {
			return decodeWith(e, body) // ISO-2022-JP is ASCII with escapes
		}
		return unmojibake(string(body))
	}
	good, bad := countUTF8(body)
	e := declared(body, contentType)
	if good > 4*bad || e == nil && good > bad {
		return strings.ToValidUTF8(string(body), "\uFFFD")
	}
	if e != nil {
		if s := decodeWith(e, body); 50*strings.Count(s, "\uFFFD") < bad+good+50 {
			return s
		}
	}
	return decodeWith(Guess(body), body)
}

// decodeMarked decodes what says itself that it is UTF-8, UTF-16 or UTF-32: by
// its byte order mark or by where the NULs stand around its first "<" or "{".
func decodeMarked(b []byte) (string, bool) {
	if len(b) < 4 {
		return "", false
	}
	nul := func(want ...bool) bool {
		for i, w := range want {
			if (b[i] == 0) != w {
				return false
			}
		}
		return true
	}
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(b[3:]), "\uFFFD"), true
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}), nul(false, true, true, true):
		return decodeWith(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), b), true
	case bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF}), nul(true, true, true, false):
		return decodeWith(utf32.UTF32(utf32.BigEndian, utf32.UseBOM), b), true
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), nul(false, true, false, true):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), b), true
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}), nul(true, false, true, false):
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), b), true
	}
	return "", false
}

func decodeWith(e encoding.Encoding, b []byte) string {
	s, err := e.NewDecoder().Bytes(b)
	if err != nil && len(s) == 0 {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(s), "\uFFFD"), "\uFEFF")
}

var declaration = regexp.MustCompile(`^[^<]{0,200}<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9_:.\-]{1,40})`)

// declared returns the encoding that the header or the XML declaration names,
// nil when neither names one that can be meant: the document is not UTF-8 (see
// decode), and has no NULs, so it is not UTF-16.
func declared(body []byte, contentType string) encoding.Encoding {
	var names []string
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		names = append(names, params["charset"])
	}
	if m := declaration.FindSubmatch(body[:min(len(body), 600)]); m != nil {
		names = append(names, string(m[1]))
	}
	for _, name := range names {
		e, canonical := charset.Lookup(name)
		switch {
		case e == nil, canonical == "replacement", canonical == "x-user-defined", strings.HasPrefix(canonical, "utf-"):
		case canonical == "gbk":
			return simplifiedchinese.GB18030 // a superset
		default:
			return e
		}
	}
	return nil
}

// unmojibake undoes one wrong reading: UTF-8 that was taken for windows-1252
// and written out as UTF-8 again. A text of which every character fits
// windows-1252 and whose bytes are then valid UTF-8 is no accident: in real
// Latin text an accented letter stands alone between ASCII letters.
func unmojibake(s string) string {
	if isASCII([]byte(s)) {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := byte(r), r < 0xA0 // C1 stands for the bytes windows-1252 leaves free
		if r >= 0x80 {
			if b, found := charmap.Windows1252.EncodeRune(r); found {
				c, ok = b, true
			}
		}
		if !ok {
			return s
		}
		out = append(out, c)
	}
	if !utf8.Valid(out) {
		return s
	}
	return string(out)
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// countUTF8 counts the sequences of several bytes that are valid UTF-8 and the
// high bytes that are not part of one.
func countUTF8(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}
