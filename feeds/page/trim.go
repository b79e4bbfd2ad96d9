package page

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/datafile"
)

//go:embed trim.txt
var trimList string

// edges are the expressions of trim.txt.
type edges struct{ first, any, last *regexp.Regexp }

var trimmings = sync.OnceValue(func() edges {
	lists := map[string][]string{}
	for section, line := range datafile.Sections(trimList) {
		lists[section] = append(lists[section], line)
	}
	one := func(section string) *regexp.Regexp {
		return regexp.MustCompile(`(?is)^(?:` + strings.Join(lists[section], "|") + `)$`)
	}
	return edges{first: one("first"), any: one("any"), last: one("last")}
})

const (
	maxTrim  = 300 // bytes of a block that trim.txt is asked about
	longLine = 120 // bytes of a block that surely is the article's own
)

// trim drops the lines that stand around an article: the repeated headline,
// dates and names before it, credits and prompts after it.
func (r reading) trim(f facts) reading {
	e := trimmings()
	drop := make([]bool, len(r.blocks))
	line := func(i int) string { return r.text[r.blocks[i].Start:r.blocks[i].End] }
	for i := range r.blocks {
		s := line(i)
		drop[i] = len(s) <= maxTrim && e.any.MatchString(s) || f.byline != "" && len(s) <= maxBeside && labelledName(s) == f.byline
	}
	for i := range r.blocks {
		s := line(i)
		if f.repeats(s, r.blocks[i].Kind) || len(s) <= maxTrim && e.first.MatchString(s) || f.credit(s) {
			drop[i] = true
		}
		if len(s) > longLine && !drop[i] {
			break
		}
	}
	for i := len(r.blocks) - 1; i >= 0; i-- {
		if s := line(i); !drop[i] && (len(s) > maxTrim || !e.last.MatchString(s)) {
			break
		}
		drop[i] = true
	}
	return r.without(drop)
}

// repeats reports whether a line before the text only says the headline or
// the byline again.
func (f facts) repeats(s string, kind feeds.BlockKind) bool {
	if kind == feeds.Heading && len(f.title) > 10 && strings.HasSuffix(strings.ToLower(s), strings.ToLower(f.title)) {
		return true // with a kicker before it
	}
	if strings.EqualFold(s, f.title) || kind == feeds.Heading && slices.ContainsFunc(f.heads, func(h string) bool { return strings.EqualFold(h, s) }) {
		return true
	}
	return f.byline != "" && strings.EqualFold(clean.Byline(s), f.byline)
}

// credit reports whether each part of a line is the byline or the date, or a
// word or two beside them: "A. Name | March 3, 2026 | News".
func (f facts) credit(s string) bool {
	if len(s) > 2*maxBeside {
		return false
	}
	known := false
	for _, p := range part.Split(s, -1) {
		switch {
		case f.dateLine(p), f.repeats(p, feeds.Paragraph), f.byline != "" && labelledName(p) == f.byline:
			known = true
		case len(p) > 20:
			return false
		}
	}
	return known
}

// dateLine reports whether a short line is the date of publication: it holds
// the year and the day of the month, and is no sentence.
func (f facts) dateLine(s string) bool {
	if f.published.IsZero() || len(s) > 70 || strings.HasSuffix(s, ".") && strings.Count(s, " ") > 8 {
		return false
	}
	numbers := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	day := f.published.Day()
	return slices.Contains(numbers, strconv.Itoa(f.published.Year())) && slices.ContainsFunc(numbers, func(n string) bool {
		d, err := strconv.Atoi(n)
		return err == nil && d >= day-1 && d <= day+1 // the page's own zone may be a day off
	})
}

// without takes blocks out of a reading.
func (r reading) without(drop []bool) reading {
	if !slices.Contains(drop, true) {
		return r
	}
	var b strings.Builder
	var blocks []feeds.Block
	for i, block := range r.blocks {
		if drop[i] {
			continue
		}
		if len(blocks) > 0 {
			gap := "\n\n"
			if !drop[i-1] {
				gap = r.text[r.blocks[i-1].End:block.Start]
			}
			b.WriteString(gap)
		}
		start := b.Len()
		b.WriteString(r.text[block.Start:block.End])
		block.Start, block.End = start, b.Len()
		blocks = append(blocks, block)
	}
	r.text, r.blocks = b.String(), blocks
	return r
}
