package compare

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"readout/briefing/signatories"
	"readout/briefing/text"
	"readout/feeds/datafile"
)

// Follow says how the signatories of a letter, statement or other signed
// document differ from those of the earlier one on the same matter.
type Follow struct {
	Since time.Time // of the earlier article: the instant or the day
	Added []string  // names of those who are new, in the order of the list
	Gone  []string  // names of those who are not there any more
	Same  int
}

// What two documents on one matter have in common at least.
const (
	LeastSigners = 3   // that two documents must share, and half of the shorter list
	oneMatter    = 0.4 // part of the words of headline and lead that reports on one matter share
	leastWords   = 4
	gapOfLetters = 24 * time.Hour
)

//go:embed letters.txt
var lettersFile string

var frame = sync.OnceValue(func() map[string]bool { return datafile.Words(lettersFile) })

// Followed compares a signed document with an earlier one. ok is false unless
// both surely are two documents of one kind on one matter, and both lists are
// complete: who is not named in a part of a list may have signed.
func Followed(now, earlier Article) (f Follow, ok bool) {
	a, b := now.Brief.Signatories, earlier.Brief.Signatories
	if a == nil || b == nil || a.Document != b.Document || !complete(a) || !complete(b) {
		return f, false
	}
	when, then := now.Date(), earlier.Date()
	if when.IsZero() || then.IsZero() || when.Sub(then) < gapOfLetters || !matter(now, earlier) {
		return f, false
	}
	f.Since = then
	left := slices.Clone(b.People)
	for _, p := range a.People {
		i := slices.IndexFunc(left, func(o signatories.Signatory) bool { return sameSigner(p, o) })
		if i < 0 {
			f.Added = append(f.Added, p.Name)
			continue
		}
		f.Same++
		left = slices.Delete(left, i, i+1)
	}
	for _, p := range left {
		f.Gone = append(f.Gone, p.Name)
	}
	if unsure(f) || f.Same < LeastSigners || 2*f.Same < min(len(a.People), len(b.People)) {
		return Follow{}, false
	}
	return f, true
}

// complete reports whether a list names all who signed.
func complete(l *signatories.List) bool {
	return !l.Partial && len(l.People) > 1 && (l.Total == 0 || l.Total == len(l.People))
}

// sameSigner reports whether two entries surely are one signatory.
func sameSigner(a, b signatories.Signatory) bool {
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Actor != "" && b.Actor != "":
		return a.Actor == b.Actor
	}
	return strings.EqualFold(a.Name, b.Name)
}

// unsure reports whether one who is new may be one who is gone under another
// form of the name.
func unsure(f Follow) bool {
	for _, a := range f.Added {
		for _, b := range f.Gone {
			if lastName(a) == lastName(b) {
				return true
			}
		}
	}
	return false
}

// matter reports whether two articles speak of one matter: the addressee is the
// same where both name one, they share a topic where both have any, and a good
// part of the words of headline and lead.
func matter(a, b Article) bool {
	x, y := a.Brief.Signatories.Addressee, b.Brief.Signatories.Addressee
	if x != "" && y != "" && lastName(x) != lastName(y) {
		return false
	}
	if len(a.Brief.Topics) > 0 && len(b.Brief.Topics) > 0 && !share(topics(a), topics(b)) {
		return false
	}
	v, w := vocabulary(a), vocabulary(b)
	both := 0
	for k := range v {
		if w[k] {
			both++
		}
	}
	return both >= leastWords && float64(both) >= oneMatter*float64(min(len(v), len(w)))
}

func topics(a Article) map[string]bool {
	out := map[string]bool{}
	for _, t := range a.Brief.Topics {
		out[t.ID] = true
	}
	return out
}

// vocabulary are the words of a headline, a lead and the sentence that names
// who signed, without names of signatories and words of any such report.
func vocabulary(a Article) map[string]bool {
	d := text.New(a.Article)
	l := a.Brief.Signatories
	out := map[string]bool{}
	add := func(d *text.Doc, in text.Span, proper bool) {
		for _, w := range words(d, in) {
			signed := proper && slices.ContainsFunc(l.People, func(p signatories.Signatory) bool { return p.Overlaps(w.Span) })
			if utf8.RuneCountInString(w.form) > 4 && !frame()[w.form] && !signed && !strings.Contains(strings.ToLower(l.Addressee), w.form) {
				out[w.form] = true
			}
		}
	}
	if d.Head != nil {
		add(d.Head, d.Head.Title, false)
	}
	cue := d.SentenceAt(l.Cue.Start)
	for n, s := range d.Sentences {
		if n < 3 || n == cue {
			add(d, s.Span, true)
		}
	}
	return out
}

// Counts is the change in short: "+5, −1", or "no change".
func (f Follow) Counts() string {
	var out []string
	if n := len(f.Added); n > 0 {
		out = append(out, fmt.Sprintf("+%d", n))
	}
	if n := len(f.Gone); n > 0 {
		out = append(out, fmt.Sprintf("−%d", n))
	}
	if len(out) == 0 {
		return "no change"
	}
	return strings.Join(out, ", ")
}
