package compare

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"readout/feeds/datafile"
)

//go:embed figures.txt
var figuresFile string

// lexicon is figures.txt: words by section, units by section and word, and numbers.
type lexicon struct {
	words   map[string]map[string]bool
	units   map[string]map[string]string
	numbers map[string]float64
	scales  map[string]float64
	open    [][]string
}

var lex = sync.OnceValue(func() lexicon {
	l := lexicon{map[string]map[string]bool{}, map[string]map[string]string{}, map[string]float64{}, map[string]float64{}, nil}
	for section, line := range datafile.Sections(figuresFile) {
		switch section {
		case "after", "before", "toll":
			if l.units[section] == nil {
				l.units[section] = map[string]string{}
			}
			unit, words, _ := strings.Cut(line, ": ")
			for _, w := range strings.Fields(words) {
				l.units[section][w] = unit
			}
		case "numbers", "scales":
			into := l.numbers
			if section == "scales" {
				into = l.scales
			}
			for _, f := range strings.Fields(line) {
				w, n, _ := strings.Cut(f, "=")
				v, err := strconv.ParseFloat(n, 64)
				if err != nil {
					panic(err) // embedded
				}
				into[w] = v
			}
		case "open":
			l.open = append(l.open, strings.Fields(line))
		default:
			if l.words[section] == nil {
				l.words[section] = map[string]bool{}
			}
			for _, w := range strings.Fields(line) {
				l.words[section][w] = true
			}
		}
	}
	return l
})

func is(section, w string) bool { return lex().words[section][w] }
