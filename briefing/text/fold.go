package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold gives every token its lower-case form and the hashes of both forms, in
// one pass, so that no finder has to.
func fold(d *Doc) {
	low := make([]byte, 0, len(d.Text))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w := d.Text[t.Start:t.End]
		t.low = uint32(len(low))
		h, lh, k := hashBasis, hashBasis, 0
		for ; k < len(w) && w[k] < utf8.RuneSelf; k++ {
			c := w[k]
			h = (h ^ uint32(c)) * hashPrime
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			} else if c < '0' || c > '9' && c < 'a' || c > 'z' {
				t.Joined = true
			}
			lh = (lh ^ uint32(c)) * hashPrime
			low = append(low, c)
		}
		t.hash, t.lowHash = mixed(h), mixed(lh)
		if k < len(w) {
			low = foldRunes(low[:t.low], t, w)
		}
	}
	d.low = string(low)
}

// foldRunes folds a token that is not all ASCII, as strings.ToLower does.
func foldRunes(low []byte, t *Token, w string) []byte {
	for _, r := range w {
		t.Joined = t.Joined || !isLetter(r) && !unicode.IsDigit(r) || isApostrophe(r)
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	t.hash, t.lowHash = hash(w), hash(low[t.low:])
	return low
}

// Low returns token i in lower case, as strings.ToLower writes it; "" when there
// is no such token.
func (d *Doc) Low(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	end := len(d.low)
	if i+1 < len(d.Tokens) {
		end = int(d.Tokens[i+1].low)
	}
	return d.low[d.Tokens[i].low:end]
}

// Straight returns token i in lower case with straight apostrophes.
func (d *Doc) Straight(i int) string {
	w := d.Low(i)
	if w != "" && d.Tokens[i].Joined {
		return straight(w)
	}
	return w
}

// straight straightens the apostrophes of a word.
func straight(w string) string {
	if strings.Contains(w, "’") || strings.Contains(w, "ʼ") {
		return apostrophes.Replace(w)
	}
	return w
}

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'")
