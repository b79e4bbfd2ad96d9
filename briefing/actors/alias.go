package actors

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/feeds"
)

// Flag says what kind of name an alias is.
type Flag uint8

// The flags of an alias, as written in braces behind it.
const (
	ambiguous Flag = 1 << iota // needs context before it counts
	metonym                    // a place or thing that stands for the actor
	demonym                    // its people, or the adjective
	acronym                    // matches in exactly these cases
	native                     // another language's spelling
	old                        // a former name
)

var flagNames = map[string]Flag{"ambiguous": ambiguous, "metonym": metonym, "demonym": demonym, "acronym": acronym, "native": native, "old": old}

// alias is one spelling of an actor; aliases with the same first word form a chain.
type alias struct {
	text   string
	record int32
	next   int32 // index of the next alias with the same first word, -1 at the end
	flags  Flag
	second byte // with which a second word begins; 0 when none follows the first at a space
}

// splitFlags cuts "WHO{acronym,ambiguous}" into text and flags. Unknown flags
// are left out here; Load reports them.
func splitFlags(s string) (string, Flag) {
	body, braces, ok := strings.Cut(s, "{")
	if !ok {
		return s, 0
	}
	var f Flag
	rest := strings.TrimSuffix(braces, "}")
	for rest != "" {
		var name string
		name, rest, _ = strings.Cut(rest, ",")
		f |= flagNames[name]
	}
	return strings.TrimSpace(body), f
}

func (r *Registry) addAlias(rec int32, s string, f Flag) {
	if s == "" {
		return
	}
	key := firstWord(s)
	next := r.first.Get(key) - 1
	second := byte(0)
	if len(s) > len(key)+1 && s[len(key)] == ' ' {
		second = s[len(key)+1]
	}
	r.aliases = append(r.aliases, alias{s, rec, next, f, second})
	r.first.Put(key, int32(len(r.aliases)))
}

// firstWord is what the shared tokenisation makes the first token of s. Plain
// words, nearly all, are cut off without tokenising.
func firstWord(s string) string {
	end := strings.IndexByte(s, ' ')
	if end < 0 {
		end = len(s)
	}
	for i := range end {
		if c := s[i]; c < utf8.RuneSelf && c|0x20 < 'a' || c|0x20 > 'z' && c < utf8.RuneSelf || c == 0xe2 {
			return text.New(feeds.Article{Text: s[:end]}).Tok(0)
		}
	}
	return s[:end]
}

// match reports whether an alias stands at the beginning of s, and how many
// bytes of s it covers. A space matches any white space, an apostrophe any
// apostrophe, a hyphen a hyphen or a space-less dash.
func match(s, a string) (int, bool) {
	i, j := 0, 0
	for j < len(a) {
		if i < len(s) && s[i] == a[j] && a[j] != ' ' {
			i++
			j++
			continue
		}
		if i >= len(s) {
			return 0, false
		}
		switch a[j] {
		case ' ':
			n := spaces(s[i:])
			if n == 0 {
				return 0, false
			}
			i += n
		case '\'':
			if !strings.HasPrefix(s[i:], "’") {
				return 0, false
			}
			i += len("’")
		case '-':
			n := hyphen(s[i:])
			if n == 0 {
				return 0, false
			}
			i += n
		default:
			return 0, false
		}
		j++
	}
	return i, true
}

// spaces counts the bytes of white space before the next word, a line break at most once.
func spaces(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\n' && !strings.HasPrefix(s[n:], "\n\n") || s[n] == '\t':
			n++
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += len("\u00a0")
		default:
			return n
		}
	}
	return n
}

func hyphen(s string) int {
	for _, h := range [...]string{"‑", "–"} {
		if strings.HasPrefix(s, h) {
			return len(h)
		}
	}
	return 0
}
