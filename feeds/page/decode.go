package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"readout/feeds/parse"
)

// decode makes UTF-8 of a page: by byte order mark, then by what the server
// stated, then by the page's own meta element (WHATWG, "determining the
// character encoding"), but a page that is valid UTF-8 is UTF-8 whatever it
// says, and one that says nothing and is not is what its bytes look like (see
// parse.Guess). UTF-7 is never read.
func decode(source []byte, contentType string) string {
	if rest, ok := bytes.CutPrefix(source, []byte("\xEF\xBB\xBF")); ok {
		return strings.ToValidUTF8(string(rest), "\uFFFD")
	}
	enc, name, sure := charset.DetermineEncoding(source, contentType)
	utf16 := strings.HasPrefix(name, "utf-16")
	switch {
	case utf16 && !bytes.HasPrefix(source, []byte("\xFE\xFF")) && !bytes.HasPrefix(source, []byte("\xFF\xFE")) && !bytes.ContainsRune(source[:min(len(source), 1024)], 0):
		enc = encoding.Nop // a page whose meta element could be read is not UTF-16
	case !utf16 && utf8.Valid(source):
		enc = encoding.Nop
	case !sure && mostlyInvalid(source):
		enc = parse.Guess(source)
	}
	out, err := enc.NewDecoder().Bytes(source)
	if err != nil {
		out = source
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// mostlyInvalid reports whether the bytes outside ASCII are mostly no UTF-8.
func mostlyInvalid(source []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(source); {
		r, n := utf8.DecodeRune(source[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return bad > good
}
