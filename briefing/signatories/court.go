package signatories

import "strings"

// court finds the court that a brief is filed in: "IN THE SUPREME COURT OF THE
// UNITED STATES", "filed a brief in the Ninth Circuit".
func (f *finder) court() string {
	t := f.t
	for i := range t.w {
		if !t.oneOf(i, "in", "with", "before", "to", "at") || t.low(i+1) != "the" {
			continue
		}
		j, found := i+2, false
		for j < len(t.w) && j < i+20 && (t.upper(j) || t.oneOf(j, "of", "for", "the") && found) {
			found = found || t.oneOf(j, "court", "circuit", "tribunal")
			j++
		}
		for j > i+2 && !t.upper(j-1) {
			j--
		}
		if found {
			return recase(strings.Join(strings.Fields(t.str(i+2, j)), " "), Person)
		}
	}
	return ""
}
