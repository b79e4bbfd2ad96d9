package opml

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"readout/feeds"
	"readout/feeds/clean"
)

// Refusal is a line of an imported list that was not taken over.
type Refusal struct {
	Line string // the address, terminal-safe and without user information
	Why  string // a sentence part: "only http and https addresses can be imported"
}

// Import reads a feed list from elsewhere by its form: OPML, newsboat's urls
// file, or nom's configuration. Web addresses alone are taken over, each once;
// the rest is named with its reason, also what stands behind a damaged place or
// behind the feeds that a list may hold. An error means that nothing could be read.
func Import(raw []byte) ([]feeds.Subscription, []Refusal, error) {
	subs, err := listed(raw)
	if len(subs) == 0 && err != nil {
		return nil, nil, err
	}
	kept, refused := sift(subs)
	switch {
	case errors.Is(err, feeds.ErrTooLarge):
		refused = append(refused, Refusal{Line: restOfList, Why: fmt.Sprintf("a list may hold %d feeds", maxFeeds)})
	case err != nil:
		refused = append(refused, Refusal{Line: restOfList, Why: "it breaks off or is damaged there"})
	}
	if len(kept)+len(refused) == 0 {
		return nil, nil, fmt.Errorf("reading the feed list: %w: it holds no feed", ErrNotList)
	}
	if len(kept) == 0 && !slices.ContainsFunc(refused, Refusal.meant) {
		return nil, nil, fmt.Errorf("reading the feed list: %w, newsboat's urls or nom's config: no line of it is an address", ErrNotList)
	}
	return kept, refused, nil
}

const restOfList = "the rest of the list"

// listed reads a list by its form; what could be read comes with the error.
func listed(raw []byte) (subs []feeds.Subscription, err error) {
	text := decode(raw)
	switch {
	case strings.HasPrefix(text, "<"):
		return Parse(strings.NewReader(text))
	case len(raw) > maxBytes:
		return nil, fmt.Errorf("reading the feed list: %w", feeds.ErrTooLarge)
	case strings.Contains(text, "feeds:"):
		subs = nom(text)
	default:
		subs = newsboat(text)
	}
	if len(subs) > maxFeeds {
		return subs[:maxFeeds], feeds.ErrTooLarge
	}
	return subs, nil
}

// sift keeps web addresses, each once.
func sift(subs []feeds.Subscription) (kept []feeds.Subscription, refused []Refusal) {
	seen := map[string]bool{}
	for _, s := range subs {
		address := webAddress(s.URL)
		why := ""
		switch {
		case address == "":
			why = refusal(s.URL)
		case seen[address]:
			why = "it is in the list twice"
		}
		if why != "" {
			refused = append(refused, Refusal{Line: clean.Line(withoutUser(s.URL)), Why: why})
			continue
		}
		seen[address] = true
		s.URL = address
		s.Title, s.Group = clean.Line(s.Title), clean.Line(s.Group)
		kept = append(kept, s)
	}
	return kept, refused
}

// webAddress is an http(s) address in its written form without user
// information, or "".
func webAddress(s string) string {
	if rest, ok := strings.CutPrefix(s, "feed://"); ok {
		s = "http://" + rest
	}
	s = strings.TrimPrefix(s, "feed:")
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return ""
	}
	u.User = nil
	return u.String()
}

// meant reports whether a line was an address of some kind, and no word of a
// file of another kind.
func (r Refusal) meant() bool {
	scheme, _, ok := strings.Cut(r.Line, "://")
	return r.Why != unfit || ok && !strings.ContainsFunc(scheme, func(c rune) bool { return !unicode.IsLetter(c) })
}

// unfit is why most lines are refused.
const unfit = "only http and https addresses can be imported"

func refusal(address string) string {
	switch {
	case strings.HasPrefix(address, "exec:"), strings.HasPrefix(address, "filter:"), strings.HasPrefix(address, "|"):
		return "it would run a command"
	case strings.HasPrefix(address, "file:"):
		return "a file can only be added by hand"
	case strings.HasPrefix(address, "query:"):
		return "it is a saved query of another program"
	}
	return unfit
}

// newsboat reads its urls file: an address, then tags in quotes where spaces
// are; a tag with "~" is the title, one with "!" hides (newsboat, doc/chapter-configuration).
func newsboat(text string) []feeds.Subscription {
	var subs []feeds.Subscription
	for line := range strings.Lines(text) {
		if len(subs) > maxFeeds {
			break
		}
		words := fields(line)
		if len(words) == 0 {
			continue
		}
		s := feeds.Subscription{URL: clean.Line(words[0])}
		for _, tag := range words[1:] {
			title, isTitle := strings.CutPrefix(tag, "~")
			switch {
			case isTitle:
				s.Title = title
			case strings.HasPrefix(tag, "!"):
			case s.Group == "":
				s.Group = slash.Replace(tag)
			}
		}
		subs = append(subs, s)
	}
	return subs
}

// fields splits a line at spaces outside double quotes; "#" begins a comment
// at a word's start. A backslash keeps the character after it.
func fields(line string) []string {
	var words []string
	var b strings.Builder
	quoted, open := false, false
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '\\' && quoted && i+1 < len(line):
			i++
			b.WriteByte(line[i])
		case c == '"':
			quoted, open = !quoted, true
		case !quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r'):
			if open {
				words, open = append(words, b.String()), false
				b.Reset()
			}
		case c == '#' && !open:
			return words
		default:
			b.WriteByte(c)
			open = true
		}
	}
	if open {
		words = append(words, b.String())
	}
	return words
}

// nom reads the feeds of nom's config.yml: a list of url and name under the
// key "feeds". The few forms of YAML that nom writes are read, no more.
func nom(text string) []feeds.Subscription {
	var subs []feeds.Subscription
	inside := false
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		if bare == "" || strings.HasPrefix(bare, "#") {
			continue
		}
		item := strings.HasPrefix(bare, "-")
		if line[0] != ' ' && line[0] != '\t' && !item {
			inside = strings.HasPrefix(bare, "feeds:")
			continue
		}
		if !inside || len(subs) > maxFeeds {
			continue
		}
		if item {
			subs = append(subs, feeds.Subscription{})
			bare = strings.TrimSpace(strings.TrimPrefix(bare, "-"))
		}
		key, value, _ := strings.Cut(bare, ":")
		if len(subs) == 0 {
			continue
		}
		switch s := &subs[len(subs)-1]; key {
		case "url":
			s.URL = clean.Line(scalar(value))
		case "name":
			s.Title = scalar(value)
		}
	}
	return subs
}

// scalar is a plain or quoted YAML value without its comment.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') {
		if inner, _, ok := strings.Cut(s[1:], s[:1]); ok {
			return inner
		}
	}
	s, _, _ = strings.Cut(s, " #")
	return strings.TrimSpace(s)
}
