package quotes

// mend makes pairs of the marks of a paragraph that a careless hand has mixed, a
// single one at one end and a double one at the other: ‘Never,” he said. The
// single one then counts as double. A double one must have no other partner.
func mend(s string, marks []mark) {
	open, single := false, -1 // a double mark is open; the last single one that opens
	closing := closers(marks)
	for i := range marks {
		switch m := &marks[i]; {
		case m.single && m.mustOpen() && m.shape == left && opensSingle(s, *m):
			single = i
		case m.single && m.closes:
			if open && single < 0 && m.shape == right && endsStatement(s, *m) && !closing[i] {
				m.single, open = false, false
			}
			single = -1
		case m.single:
		case m.mustClose():
			if !open && single >= 0 {
				marks[single].single = false
			}
			open, single = false, -1
		default:
			open, single = !open, -1
		}
	}
}

// closers tells of each mark whether the next double one behind it can close.
func closers(marks []mark) []bool {
	out := make([]bool, len(marks))
	next := false
	for i := len(marks) - 1; i >= 0; i-- {
		out[i] = next
		if !marks[i].single {
			next = marks[i].closes
		}
	}
	return out
}
