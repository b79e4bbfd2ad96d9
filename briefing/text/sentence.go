package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/feeds/datafile"
)

//go:embed abbreviations.txt
var abbreviationsFile string

// abbreviations maps an abbreviation without its period to its class.
var abbreviations = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for f := range datafile.Fields(abbreviationsFile) {
		m[f[0]] = f[1]
	}
	return m
})

// split fills d.Sentences, paragraph by paragraph.
func split(d *Doc) {
	d.Sentences = make([]Sentence, 0, len(d.Tokens)/15+1)
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		p.First = len(d.Sentences)
		first, last := d.TokenAt(p.Start), d.TokenAt(p.End)
		for first < last {
			end := first + 1
			for end < last && !ends(d, first, end, last) {
				end++
			}
			sp := Span{d.Tokens[first].Start, d.Tokens[end-1].End}
			d.Sentences = append(d.Sentences, Sentence{sp, i, first, end})
			first = end
		}
		p.Last = len(d.Sentences)
	}
}

// maxMarks bounds the closing or opening marks that may stand together, so that
// a text of nothing else stays cheap.
const maxMarks = 8

// ends reports whether a sentence that begins at token first ends before
// token i: a terminator (with closing marks after it) stands before i and i
// can begin a sentence.
func ends(d *Doc, first, i, last int) bool {
	if before := &d.Tokens[i-1]; before.Kind != Mark && d.Text[before.End-1] != '.' {
		return false // nearly always
	}
	if d.Tokens[i].Start == d.Tokens[i-1].End && !opens(d, i) && !unspaced(d, first, i) && !wide(d, i-1) {
		return false // no space: "3.5", "said.)", a closing mark
	}
	j := i - 1
	for j > first && j > i-maxMarks && isCloser(d.Tok(j)) && !opens(d, j) {
		j--
	}
	quoted := j < i-1
	stop := d.Tok(j)
	switch {
	case stop == "!" || stop == "?" || stop == "…" || stop == "؟" || isWide(stop):
		return startsSentence(d, i, last)
	case strings.HasSuffix(stop, "."):
		return startsSentence(d, i, last) && (quoted || periodEnds(d, first, j, i))
	}
	return false
}

// opens reports whether token i is an opening mark; the marks that some
// languages close with and others open with open where a word adjoins them.
func opens(d *Doc, i int) bool {
	w := d.Tok(i)
	if !isOpener(w) {
		return false
	}
	if w != "“" {
		return !isCloser(w)
	}
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Start == d.Tokens[i].End && d.Tokens[i+1].Kind != Mark
}

// isWide reports whether a mark ends a sentence and takes a space's room with
// it, so that no space follows.
func isWide(w string) bool { return w == "。" || w == "！" || w == "？" }

// wide reports whether such a mark, or a closing mark behind one, is token j.
func wide(d *Doc, j int) bool {
	for n := 0; j > 0 && n < maxMarks && isCloser(d.Tok(j)); n++ {
		j--
	}
	return isWide(d.Tok(j))
}

// unspaced reports whether token i begins a sentence that careless typesetting
// has put right after the period of the one before: "it ended.The next", "now.”The".
func unspaced(d *Doc, first, i int) bool {
	if !d.Tokens[i].Upper || d.Tokens[i].Len() < 2 || i-2 <= first {
		return false
	}
	j := i - 1
	if d.Tok(j) == "”" {
		return d.Tok(j-1) == "." || d.Tok(j-1) == "!" || d.Tok(j-1) == "?"
	}
	before := d.Tokens[j-1]
	rest := d.Text[d.Tokens[i].Start+1 : d.Tokens[i].End]
	return d.Tok(j) == "." && before.Kind == Word && !before.Upper && before.Len() > 2 && before.End == d.Tokens[j].Start && strings.ToLower(rest) == rest
}

// dashes part a dateline from the sentence that it opens.
var dashes = map[string]bool{"-": true, "–": true, "—": true, "―": true, "--": true, "---": true}

// periodEnds decides whether the period at token j (a mark, or the last
// character of an abbreviation such as "U.S.") ends a sentence before token i.
func periodEnds(d *Doc, first, j, i int) bool {
	word := strings.TrimSuffix(d.Tok(j), ".")
	if d.Tokens[j].Kind == Mark {
		if j == first || d.Tokens[j].End-d.Tokens[j].Start > 1 {
			return d.Tokens[j].Len() > 1
		}
		if d.Tokens[j-1].End != d.Tokens[j].Start {
			return true
		}
		word = d.Tok(j - 1)
		if d.Tokens[j-1].Kind == Number && len(word) <= 2 && abbreviations()[d.Tok(i)] == "named" {
			return false // "24. März"
		}
	}
	next := d.Tok(i)
	class := abbreviations()[word]
	switch {
	case dashes[next]:
		return class == "" && !isInitial(word) // "WASHINGTON, D.C. — The Senate"
	case class != "" && next == "(":
		return false // "M.D. (D-Calif.)"
	case class == "title":
		return false
	case class == "number":
		return d.Tokens[i].Kind != Number && !(len(next) == 1 && d.Tokens[i].Upper)
	case class == "month":
		return d.Tokens[i].Kind != Number
	case class == "" && isInitial(word):
		return !initialContinues(d, j, i)
	case class == "end":
		return !continuesAbbreviation(d, i)
	}
	return true
}

// isInitial reports whether w is one capital letter, or several parted by
// periods ("H.W"): an initial of a name.
func isInitial(w string) bool {
	for i, part := range strings.Split(w, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n != len(part) || !unicode.IsUpper(r) {
			return i > 0 && part == ""
		}
	}
	return true
}

// initialContinues reports whether an initial is followed by the rest of a name
// or by the number of a bill ("S. 2345").
func initialContinues(d *Doc, j, i int) bool {
	return d.Tokens[i].Kind == Number || d.Tokens[i].Upper && !sentenceOpeners[d.Tok(i)]
}

// sentenceOpeners are capitalised words that open a sentence rather than
// continue a name or an institution's title after an abbreviation.
var sentenceOpeners = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`The A An He She It They We I You This That These Those His Her Its Their Our My
		But And Or So Yet For Nor If When While As At In On By To From With After Before Since Until Because Although Though
		There Here Then Now Not No Some Many Most All Both Each Every Few Several Other Others One Two Three
		What Who Why How Where Which Whose Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should May Might Must
		However Meanwhile Still Also Even Just Only Instead Moreover Russia China Officials Critics Democrats Republicans
		Under Over Between During Despite According Last Next Earlier Later Among About Such Asked Sources Police`) {
		m[w] = true
	}
	return m
}()

// continuesAbbreviation reports whether the token after an abbreviation that
// may end a sentence ("U.S.", "Inc.", "D-Ill.") goes on with it: another name
// word that is no usual opener.
func continuesAbbreviation(d *Doc, i int) bool {
	return d.Tokens[i].Upper && !sentenceOpeners[d.Tok(i)] && d.Tokens[i].Kind == Word
}

// startsSentence reports whether token i can begin a sentence: a capital, a
// digit, or an opening mark before one; letters without case count as capitals.
func startsSentence(d *Doc, i, last int) bool {
	for end := min(last, i+maxMarks); i < end && isOpener(d.Tok(i)); {
		i++
	}
	if i >= last {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.Tok(i))
	return !unicode.IsLower(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' || r == '€' || r == '£' || r == '#' || r == '@' || r == '—' || r == '–' || r == '•')
}

func isCloser(s string) bool {
	switch s {
	case `"`, "'", "''", "”", "’", "»", "“", ")", "]", "›", "」", "』":
		return true
	}
	return false
}

func isOpener(s string) bool {
	switch s {
	case `"`, "'", "''", "``", "“", "‘", "«", "„", "‚", "(", "[", "”", "‹", "—", "「", "『":
		return true
	}
	return false
}
