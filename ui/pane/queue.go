package pane

import tea "charm.land/bubbletea/v2"

// Queue does writes one after another, in the order in which they were asked
// for: a star that is set and taken away at once must end as it was.
type Queue struct{ last chan struct{} }

// Go makes a command of a write; it waits for the one before it. It is for
// Update only, and the command must be returned from there.
func (q *Queue) Go(doing string, work func() tea.Msg) tea.Cmd {
	before, done := q.last, make(chan struct{})
	q.last = done
	return Go(doing, func() tea.Msg {
		defer close(done)
		if before != nil {
			<-before
		}
		return work()
	})
}
