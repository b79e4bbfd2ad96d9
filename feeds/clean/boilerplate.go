package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/feeds/datafile"
)

//go:embed boilerplate.txt
var boilerplateFile string

const (
	// maxBoilerplate is the longest block, in bytes, that a rule may drop.
	maxBoilerplate = 300
	// maxPrompt is the longest block, in bytes, that its beginning alone shows
	// to be a prompt.
	maxPrompt = 120
)

// ruleSet is boilerplate.txt, read. Patterns are kept by their first word; those
// that begin with a wildcard under "*".
type ruleSet struct {
	classes           map[string]bool
	block, tail, list map[string][]string
}

var rules = sync.OnceValue(func() ruleSet {
	r := ruleSet{classes: map[string]bool{}, block: map[string][]string{}, tail: map[string][]string{}, list: map[string][]string{}}
	lists := map[string]map[string][]string{"block": r.block, "tail": r.tail, "list": r.list}
	for section, line := range datafile.Sections(boilerplateFile) {
		if section == "class" {
			r.classes[line] = true
			continue
		}
		p := plainer(line)
		lists[section][firstWord(p)] = append(lists[section][firstWord(p)], p)
	}
	return r
})

// strip leaves out of a text what publishers add to every item: see
// boilerplate.txt for the rules. A text that is nothing but that comes back empty.
func strip(in []piece) []piece {
	out := in[:0:0]
	for i := 0; i < len(in); i++ {
		p := in[i]
		if n := card(in[i:]); n > 0 {
			i += n - 1
			continue
		}
		if len(p.text) <= maxBoilerplate {
			plain := plainer(p.text)
			if match(rules().list, plain, false) {
				if n := linksAfter(in[i+1:]); n > 0 {
					i += n
					continue
				}
			}
			if match(rules().block, plain, len(p.text) > maxPrompt && !p.links) || isRule(p.text) {
				continue
			}
		}
		if p.text = cutTail(p.text); p.text != "" {
			out = append(out, p)
		}
	}
	return out
}

// card counts the blocks at the start of ps that are one preview of another
// article: headline, excerpt and outlet, all of them the same link.
func card(ps []piece) int {
	n := 0
	for n < len(ps) && ps[n].links && ps[n].to != "" && ps[n].to == ps[0].to && len(ps[n].text) <= 3*maxBoilerplate {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// linksAfter counts the blocks at the start of ps that are only links.
func linksAfter(ps []piece) int {
	n := 0
	for n < len(ps) && ps[n].links && len(ps[n].text) <= maxBoilerplate {
		n++
	}
	return n
}

// isRule reports whether a block holds no letter or digit: a line drawn in characters.
func isRule(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r) })
}

// cutTail cuts endings that match off a block, again and again: "… Read more »
// The post X appeared first on Y."
func cutTail(s string) string {
	for range 4 {
		i := tailStart(s)
		if i < 0 {
			return s
		}
		s = strings.TrimRightFunc(s[:i], unicode.IsSpace)
	}
	return s
}

// tailStart finds where an ending that matches begins, -1 if there is none.
func tailStart(s string) int {
	from := max(0, len(s)-maxBoilerplate)
	for from > 0 && !utf8.RuneStart(s[from]) {
		from++
	}
	prev := ' '
	after := from == 0 // a sentence has ended
	tries := 0
	for i, r := range s[from:] {
		if i += from; after && prev == ' ' && !unicode.IsSpace(r) || r == '[' || r == '(' {
			if tries++; tries > 20 {
				return -1
			}
			if mayMatch(rules().tail, s[i:]) && match(rules().tail, plainer(s[i:]), len(s)-i > maxPrompt) {
				return i
			}
			after = false
		}
		if endsSentence(r) {
			after = true
			if r > 0x3000 {
				prev = ' ' // no space follows a full-width stop
				continue
			}
		}
		prev = r
		if unicode.IsSpace(r) {
			prev = ' '
		}
	}
	return -1
}

// endsSentence reports whether a sentence may have ended with a character.
func endsSentence(r rune) bool {
	switch r {
	case '.', '!', '?', '…', ']', '»', ')', '"', '”', '。', '！', '？':
		return true
	}
	return false
}

// truncations are marks that say "the text goes on elsewhere", at its end.
var truncations = []string{"[...]", "[…]", "(...)", "(…)", "[..]", "...", "…", "[&hellip;]", "&hellip;"}

// cutTruncation takes a mark of truncation off the end of a text and tells
// whether there was one. An ellipsis inside a closing quotation mark belongs
// to the text.
func cutTruncation(s string) (string, bool) {
	cut := false
	for _, mark := range truncations {
		if rest, ok := strings.CutSuffix(s, mark); ok {
			s, cut = strings.TrimRight(rest, " .…"), true
		}
	}
	return s, cut
}
