package pane

import tea "charm.land/bubbletea/v2"

// Queue does writes one after another, in the order in which they were asked
// for: a star that is set and taken away at once must end as it was.
type Queue struct{ last chan struct{} }

// Go makes a command of a write; it waits for the one before it. It is for
// Update only, and the command must be returned from there.
func (q *Queue) Go(doing string, work func() tea.Msg) tea.Cmd {
	done := make(chan struct{})
	waits := q.After(doing, work)
	q.last = done
	return func() tea.Msg {
		defer close(done)
		return waits()
	}
}

// After makes a command of a read that must see the writes that were asked for
// before it: a note that is exported as soon as it is typed. No write waits for it.
func (q *Queue) After(doing string, work func() tea.Msg) tea.Cmd {
	before := q.last
	return Go(doing, func() tea.Msg {
		if before != nil {
			<-before
		}
		return work()
	})
}
