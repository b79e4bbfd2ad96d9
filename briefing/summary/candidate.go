package summary

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/feeds"
)

// candidate is a sentence that may stand in the summary.
type candidate struct {
	sentence int     // index into Doc.Sentences
	leans    bool    // it needs the sentence before it
	words    []int32 // its content words, by number, ascending
	score    float64
	title    float64 // share of the headline's words that it holds
}

// candidates lists the sentences that could stand in a summary.
func candidates(d *text.Doc, quotes []Quote) []candidate {
	out := make([]candidate, 0, min(len(d.Sentences), maxConsidered))
	for i := range d.Sentences {
		if len(out) == maxConsidered {
			break
		}
		s := &d.Sentences[i]
		for len(quotes) > 0 && quotes[0].End <= s.Start {
			quotes = quotes[1:]
		}
		if !usable(d, s) {
			continue
		}
		quoted, orphan := speech(s, quotes)
		if orphan {
			continue
		}
		out = append(out, candidate{sentence: i, leans: leans(d, s, quoted) || unnamed(d, s, quotes)})
	}
	return out
}

// teaser lists what a short text offers where nothing in it is a whole
// sentence: feeds cut theirs short.
func teaser(d *text.Doc) []candidate {
	var out []candidate
	for i := range d.Sentences {
		s := &d.Sentences[i]
		words := 0
		for _, t := range d.Tokens[s.First:s.Last] {
			if t.Kind == text.Word {
				words++
			}
		}
		if len(out) == maxTeaser || len(d.Sentences) > 2*maxTeaser+1 {
			break
		}
		if words >= 5 && s.Len() <= maxLength && !d.Title.Overlaps(s.Span) && d.Paragraphs[s.Paragraph].Kind != feeds.Heading && !boilerplate(d, s, words) {
			out = append(out, candidate{sentence: i})
		}
	}
	return out
}

// speech reports whether the sentence begins inside a quotation, and whether
// it is mostly quotation while its speaker is not in it. No quote ends before
// the sentence; they are in order.
func speech(s *text.Sentence, quotes []Quote) (quoted, orphan bool) {
	inside, named := 0, true
	for _, q := range quotes {
		if q.Start >= s.End {
			break
		}
		inside += min(q.End, s.End) - max(q.Start, s.Start)
		named = named && !q.Speaker.Empty() && s.Holds(q.Speaker)
		quoted = quoted || q.Start <= s.Start+3
	}
	return quoted, inside*2 > s.Len() && !named
}

// unnamed reports whether the sentence opens with what a pronoun says ("..., he said").
func unnamed(d *text.Doc, s *text.Sentence, quotes []Quote) bool {
	for _, q := range quotes {
		if q.Start >= s.End {
			break
		}
		if q.Start <= s.Start+3 && s.Holds(q.Speaker) && data().opener[strings.ToLower(d.Str(q.Speaker))] {
			return true
		}
	}
	return false
}

// usable reports whether a sentence is one of the article's own statements:
// no headline, heading, question, fragment, caption or boilerplate.
func usable(d *text.Doc, s *text.Sentence) bool {
	if s.Len() > maxLength || d.Title.Overlaps(s.Span) {
		return false
	}
	if k := d.Paragraphs[s.Paragraph].Kind; k == feeds.Heading {
		return false
	}
	words, lower := wordsOf(d, s)
	return words >= 5 && lower*4 >= words && closed(d, s) && balanced(d, s) && !boilerplate(d, s, words)
}

// wordsOf counts the words of a sentence, numbers too, and those in lower case.
func wordsOf(d *text.Doc, s *text.Sentence) (words, lower int) {
	for _, t := range d.Tokens[s.First:s.Last] {
		if t.Kind == text.Mark {
			continue
		}
		words++
		if !t.Upper && t.Kind == text.Word {
			lower++
		}
	}
	return words, lower
}

// closed reports whether the sentence ends as a statement does: with a period
// or such, possibly inside closing marks, and is no question.
func closed(d *text.Doc, s *text.Sentence) bool {
	end := strings.TrimRight(d.Str(s.Span), "\"'”’»)]“ ")
	r, _ := utf8.DecodeLastRuneInString(end)
	switch r {
	case '?', ':', ',', ';', '…', '-', '–', '—':
		return false
	case '.', '!', '。', '।', '։':
		return !strings.HasSuffix(end, "..")
	}
	return false
}

// balanced reports whether every quotation mark that opens in the sentence closes in it.
func balanced(d *text.Doc, s *text.Sentence) bool {
	straight, curly, angle := 0, 0, 0
	for _, t := range d.Tokens[s.First:s.Last] {
		if t.Kind != text.Mark {
			continue
		}
		switch d.Str(t.Span) {
		case `"`:
			straight++
		case "“", "„":
			curly++
		case "”":
			curly--
		case "«":
			angle++
		case "»":
			angle--
		}
	}
	return straight%2 == 0 && curly <= 0 && angle == 0
}

// leans reports whether a sentence needs the one before it: it opens with a
// connective or a pronoun, or a pronoun comes before any name in it.
func leans(d *text.Doc, s *text.Sentence, quoted bool) bool {
	r := data()
	i := s.First
	for i < s.Last && d.Tokens[i].Kind == text.Mark {
		i++
	}
	first, second := d.Low(i), d.Low(i+1)
	if k := strings.IndexAny(first, "'’"); k > 0 { // "they're"
		first = first[:k]
	}
	if !quoted && (r.opener[first] && !r.fine[first+" "+second] || r.pair[first+" "+second]) {
		return true
	}
	return pronounFirst(d, s, i)
}

// pronounFirst reports whether a pronoun comes before any name in the words
// from token first on. "In his last days in office, Mayor Moreno" is read
// forward: whom the opening phrase means stands behind its comma.
func pronounFirst(d *text.Doc, s *text.Sentence, first int) bool {
	if possessive(d.Tok(first + 1)) {
		return false // "Moreno's office said that he"
	}
	opening, pending := data().phrase[d.Low(first)] || strings.HasSuffix(d.Tok(first), "ing"), false
	for i := first; i < s.Last; i++ {
		t := d.Tokens[i]
		switch {
		case pending && d.Tok(i) == ",":
			return !named(d, s, i+1)
		case t.Kind != text.Word:
			continue
		case t.Upper && i > first && !pending && d.Tok(i) != "I":
			return false
		}
		switch d.Tok(i) {
		case "he", "she", "him", "his", "they", "He", "She":
			if !opening {
				return !isName(d, first)
			}
			pending = true
		case "her", "their":
			pending = pending || opening
		}
	}
	return pending
}

// isName reports whether the word at token i, which opens a sentence, stands
// with its capital inside another one below the headline.
func isName(d *text.Doc, i int) bool {
	w := d.Tok(i)
	for k := range d.Sentences {
		s := &d.Sentences[k]
		if d.Title.Overlaps(s.Span) {
			continue
		}
		for t := s.First + 1; t < s.Last; t++ {
			if d.Tokens[t].Upper && d.Tok(t) == w {
				return d.Tokens[t-1].Kind == text.Word
			}
		}
	}
	return false
}

// named reports whether a capitalised word is among the first that begin at token i.
func named(d *text.Doc, s *text.Sentence, i int) bool {
	for k := i; k < min(i+3, s.Last); k++ {
		if t := d.Tokens[k]; t.Kind == text.Word && t.Upper {
			return true
		}
	}
	return false
}

func possessive(w string) bool { return w == "'s" || w == "’s" }
