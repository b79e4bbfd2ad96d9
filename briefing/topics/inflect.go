package topics

import "strings"

// isForm reports whether u is the word w or a regular English form of it:
// plural, third person, past or -ing form.
func isForm(w, u string) bool {
	if len(u) < len(w)-1 || len(u) > len(w)+4 {
		return false
	}
	last := w[len(w)-1]
	if last == 'y' && len(w) > 2 && !vowel(w[len(w)-2]) {
		end, ok := strings.CutPrefix(u, w[:len(w)-1])
		return ok && (end == "y" || end == "ies" || end == "ied" || end == "ying")
	}
	if last == 'e' {
		end, ok := strings.CutPrefix(u, w[:len(w)-1])
		return ok && (end == "e" || end == "es" || end == "ed" || end == "ing")
	}
	end, ok := strings.CutPrefix(u, w)
	if !ok {
		return false
	}
	switch end {
	case "", "ed", "ing":
		return true
	case "s":
		return !hisses(w)
	case "es":
		return hisses(w)
	}
	return end[0] == last && (end[1:] == "ed" || end[1:] == "ing") // "bid", "bidding"
}

// inflect lists the words that are forms of w: those for which isForm is true.
func inflect(w string) []string {
	stem, last := w[:len(w)-1], w[len(w)-1:]
	switch {
	case last == "y" && len(w) > 2 && !vowel(w[len(w)-2]):
		return []string{w, stem + "ies", stem + "ied", stem + "ying"}
	case last == "e":
		return []string{w, w + "s", w + "d", stem + "ing"}
	case hisses(w):
		return []string{w, w + "es", w + "ed", w + "ing", w + last + "ed", w + last + "ing"}
	}
	return []string{w, w + "s", w + "ed", w + "ing", w + last + "ed", w + last + "ing"}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// hisses reports whether a word takes -es.
func hisses(w string) bool {
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh")
}

// endings returns how many bytes to take from the end of u, one count after
// another, to get the words that u may be a form of; and, where the word ends
// otherwise, how many to take before the letter that replaces them ("ies", y).
func endings(u string) (cut [3]int, replaced int, letter byte) {
	n := len(u)
	if n < 4 || n > 30 {
		return
	}
	switch {
	case strings.HasSuffix(u, "ies"), strings.HasSuffix(u, "ied"):
		return cut, 3, 'y'
	case strings.HasSuffix(u, "es"):
		cut = [3]int{1, 2}
	case strings.HasSuffix(u, "s"):
		cut = [3]int{1}
	case strings.HasSuffix(u, "ed"):
		cut = [3]int{1, 2}
		if u[n-3] == u[n-4] {
			cut[2] = 3
		}
	case strings.HasSuffix(u, "ing") && n > 5:
		cut = [3]int{3}
		if u[n-4] == u[n-5] {
			cut[1] = 4
		}
		return cut, 3, 'e'
	}
	return
}
