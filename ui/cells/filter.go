package cells

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// Filter is the last door before the terminal. Of a finished line it lets
// through printable text, SGR sequences (colour, bold) and hyperlinks (OSC 8)
// to http and https addresses. Everything else that could move the cursor,
// write the clipboard or change the terminal is dropped.
func Filter(line string) string {
	end := cleanPrefix(line)
	if end == len(line) {
		return line
	}
	var b strings.Builder
	b.Grow(len(line))
	b.WriteString(line[:end])
	for i := end; i < len(line); {
		n, keep := next(line[i:])
		if keep {
			b.WriteString(line[i : i+n])
		}
		i += n
	}
	return b.String()
}

// cleanPrefix returns how much of the line is printable ASCII and SGR: nearly
// all of most lines, and checked without allocating.
func cleanPrefix(line string) int {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c >= 0x20 && c < 0x7f:
			i++
		default:
			n, keep := next(line[i:])
			if !keep {
				return i
			}
			i += n
		}
	}
	return len(line)
}

// next returns the length of the first character or escape sequence of s and
// whether it may be drawn. s is not empty.
func next(s string) (n int, keep bool) {
	if s[0] == 0x1b {
		return escape(s)
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return 1, false
	}
	return n, !Hidden(r)
}

// escape judges an escape sequence. Of one that is refused only the ESC goes
// when its end is not certain: the rest is then harmless text.
func escape(s string) (n int, keep bool) {
	if len(s) < 2 {
		return 1, false
	}
	switch s[1] {
	case '[':
		return sgr(s)
	case ']':
		return osc(s)
	}
	return 1, false
}

// sgr accepts ESC [ digits ; : m only.
func sgr(s string) (n int, keep bool) {
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == ';', c == ':':
		case c == 'm':
			return i + 1, true
		default:
			return refused(s, i), false
		}
	}
	return len(s), false
}

// refused is the length of a control sequence that is not let through, of which
// the byte at i is the first reason: up to its final byte (ECMA-48, 5.4), or to
// what cannot stand in one.
func refused(s string, i int) int {
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x40 && c <= 0x7e:
			return i + 1
		case c < 0x20 || c > 0x7e:
			return i
		}
	}
	return len(s)
}

// osc accepts ESC ] 8 ; params ; address, ended by ST or BEL.
func osc(s string) (n int, keep bool) {
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0x07:
			return i + 1, hyperlink(s[2:i])
		case c == 0x1b && i+1 < len(s) && s[i+1] == '\\':
			return i + 2, hyperlink(s[2:i])
		case c < 0x20 || c > 0x7e:
			return i, false
		}
	}
	return len(s), false
}

func hyperlink(body string) bool {
	rest, ok := strings.CutPrefix(body, "8;")
	if !ok {
		return false
	}
	_, address, ok := strings.Cut(rest, ";")
	return ok && (address == "" || webAddress(address) == address)
}

// webAddress returns the address as url.URL prints it, without user
// information; "" for what is no http(s) address of printable ASCII.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	out := u.String()
	for i := 0; i < len(out); i++ {
		if out[i] < 0x21 || out[i] > 0x7e {
			return ""
		}
	}
	return out
}
