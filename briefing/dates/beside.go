package dates

import (
	_ "embed"
	"fmt"
)

//go:embed beside.txt
var besideFile string

// list is a set of the lists of beside.txt that a word is in; the file says
// what each is for.
type list uint16

const (
	counted list = 1 << iota
	label
	beforeYear
	beforeMonth
	onlyMonth
	lady
	holiday
	habit
	paper
	atWeekend
	afterDay
	partOf
	notPast
	plan
	determiner
)

var listNames = map[string]list{"counted": counted, "label": label, "beforeYear": beforeYear, "beforeMonth": beforeMonth, "onlyMonth": onlyMonth,
	"lady": lady, "holiday": holiday, "habit": habit, "paper": paper, "atWeekend": atWeekend, "afterDay": afterDay, "partOf": partOf,
	"notPast": notPast, "plan": plan, "determiner": determiner}

// beside adds a line of beside.txt.
func (t *tables) beside(f []string) error {
	l, ok := listNames[f[0]]
	if !ok {
		return fmt.Errorf("no such list")
	}
	for _, w := range f[1:] {
		t.lists[w] |= l
	}
	return nil
}

// in reports whether token k of the sentence is in one of the lists.
func (f *finder) in(k int, l list) bool { return f.t.lists[f.word(k)]&l != 0 }
