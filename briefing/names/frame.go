package names

import (
	"strings"

	"readout/briefing/text"
)

// framed reports whether words that no list knows are a person's name by what
// stands beside them: an age, a party and seat, a trade in apposition, or an
// office and a comma before.
func (f *finder) framed(p []piece) bool {
	if len(p) < 2 || len(p) > 4 {
		return false
	}
	for _, w := range p {
		if w.lower || w.class&(NotName|Common|Title|Suffix) != 0 || !surnameShaped(strings.ReplaceAll(w.text, "-", "")) {
			return false
		}
	}
	end := p[len(p)-1].end
	switch f.doc.Tok(end) {
	case "(":
		tag := f.doc.Tok(end + 1)
		return len(tag) > 2 && (tag[0] == 'D' || tag[0] == 'R') && tag[1] == '-'
	case ",":
		return f.aged(end+1) || f.doc.Tok(end+1) == "who" || f.tradeAt(end+1) || f.officeBefore(p[0].first)
	case ".":
		return f.officeBefore(p[0].first)
	}
	return false
}

// aged reports whether an age between commas begins at token t: ", 44,".
func (f *finder) aged(t int) bool {
	return t < len(f.doc.Tokens) && f.doc.Tokens[t].Kind == text.Number && f.doc.Tokens[t].Len() == 2 && f.doc.Tok(t+1) == ","
}

// officeBefore reports whether an office and a comma stand before token t:
// "the island's governor, Anouk Tervaele".
func (f *finder) officeBefore(t int) bool {
	return f.doc.Tok(t-1) == "," && f.trade(t-2)
}

// tradeAt reports whether a phrase whose noun is a trade or an office begins at
// token t: "a retired army commander".
func (f *finder) tradeAt(t int) bool {
	switch f.doc.Tok(t) {
	case "a", "an", "the", "its", "his", "her", "their":
	default:
		return false
	}
	for end := t + 6; t+1 < min(end, len(f.doc.Tokens)); t++ {
		if next := f.doc.Tokens[t+1]; next.Kind != text.Word || closes[f.doc.Str(next.Span)] {
			break
		}
	}
	return f.trade(t)
}

// trade reports whether the word at token t, in lower case, is an office or a trade.
func (f *finder) trade(t int) bool {
	if t < 0 || t >= len(f.doc.Tokens) || f.doc.Tokens[t].Upper {
		return false
	}
	return Trade(f.doc.Tok(t))
}

// Trade reports whether a word in lower case is an office, a trade or a
// standing that a person has: "minister", "physicist", "head".
func Trade(w string) bool {
	if c := lexicon().Get(w); c&(Head|Person) != 0 {
		return true
	}
	for _, s := range [...]string{"ist", "ian", "man", "woman", "person"} {
		if len(w) > len(s)+2 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// closes are words before which a noun phrase has said its noun.
var closes = map[string]bool{"of": true, "in": true, "for": true, "from": true, "at": true, "on": true, "with": true, "who": true, "whose": true, "and": true, "to": true, "by": true, "near": true}

// ofPlace are nouns behind a name that make it a place: "the Abu Sarif camp".
var ofPlace = map[string]bool{"camp": true, "region": true, "district": true, "province": true, "river": true, "valley": true, "village": true, "neighborhood": true, "neighbourhood": true,
	"prison": true, "dam": true, "plant": true, "mine": true, "refinery": true, "airport": true, "port": true, "base": true, "crossing": true, "reservoir": true, "oilfield": true, "basin": true}

// placed reports whether the words are the name of a place by the noun behind them.
func (f *finder) placed(p []piece) bool {
	return ofPlace[f.doc.Tok(p[len(p)-1].end)] && strings.EqualFold(f.doc.Tok(p[0].first-1), "the")
}
