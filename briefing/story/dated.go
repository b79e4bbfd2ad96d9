package story

import (
	"strings"

	"readout/briefing/dates"
)

// dated reports whether a headline begins or ends with a day: that of a column
// or another thing that comes out each day or week ("The week in five maps,
// June 4, 2021", "4 June: what to watch", "Calendar, Aug. 9-16", "Quiz 04/06/2021").
func dated(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,:;()[]|")
	}
	n := len(words)
	if n < 3 {
		return false
	}
	if isDay(words[n-1]) || isDay(words[0]) || pairOfDay(words[0], words[1]) || pairOfDay(words[n-2], words[n-1]) {
		return true
	}
	return n > 3 && len(words[n-1]) == 4 && digits(words[n-1]) && pairOfDay(words[n-3], words[n-2])
}

// pairOfDay reports whether two words are a month and a day or days of it.
func pairOfDay(a, b string) bool {
	return dates.IsMonth(a) && days(b) || days(a) && dates.IsMonth(b)
}

// days reports whether a word is a number of a day, or two ("9-16", "4th").
func days(w string) bool {
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	first, second, _ := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-")
	return first != "" && len(first) <= 2 && digits(first) && len(second) <= 2 && digits(second)
}

// isDay reports whether a word is a day in figures ("04/06/2021", "2021-06-04", "17.10.2021").
func isDay(w string) bool {
	for _, mark := range [...]string{"/", ".", "-"} {
		if p := strings.Split(w, mark); len(p) == 3 && digits(p[0]+p[1]+p[2]) && p[0] != "" && p[1] != "" && p[2] != "" && len(w) >= 6 && len(w) <= 10 {
			return true
		}
	}
	return false
}

func digits(w string) bool { return strings.Trim(w, "0123456789") == "" }
