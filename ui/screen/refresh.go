package screen

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// progress is where the refresh stands.
type progress struct {
	desk.Progress
	steps chan desk.Progress // holds the latest step only
}

// progressed is a step of a refresh; ok is false behind the last one.
type progressed struct {
	desk.Progress
	of *progress
	ok bool
}

// refreshed is the end of a refresh.
type refreshed struct {
	of     *progress
	report desk.Report
	why    string
	err    error
}

// refresh runs a refresh behind what the user does. Feeds that are asked for
// while one runs are pulled when it is over.
func (m *root) refresh(r pane.RefreshFeeds) tea.Cmd {
	if m.progress != nil {
		if r.Feeds == nil && r.Why == "" {
			return m.look.Tell(pane.Info, "A refresh is running already.")
		}
		m.waiting = append(m.waiting, r)
		return m.look.Tell(pane.Done, "%s", sentences(r.Why, "The refresh that is running goes first."))
	}
	if r.Why != "" {
		m.status = pane.Say{Text: r.Why, Level: pane.Done}
	}
	p := &progress{steps: make(chan desk.Progress, 1)}
	m.progress = p
	run := pane.Go("Refreshing", func() tea.Msg {
		defer close(p.steps)
		report, err := m.desk.Refresh(m.ctx, desk.RefreshOptions{Feeds: r.Feeds, Force: r.Force}, p.put)
		return refreshed{p, report, r.Why, err}
	})
	return tea.Batch(run, p.next)
}

// refreshOnce begins the refresh of the start, behind the first listing: it
// reads what it needs of all articles, and would hold up the first screen.
func (m *root) refreshOnce() tea.Cmd {
	if !m.opts.Refresh {
		return nil
	}
	m.opts.Refresh = false
	return m.refresh(pane.RefreshFeeds{})
}

// put leaves a step where the screen picks it up; an older one that was not
// picked up gives way. The desk calls it from one goroutine at a time.
func (p *progress) put(step desk.Progress) {
	select {
	case <-p.steps:
	default:
	}
	p.steps <- step
}

// next waits for a step.
func (p *progress) next() tea.Msg {
	step, ok := <-p.steps
	return progressed{step, p, ok}
}

func (m *root) progressed(s progressed) tea.Cmd {
	if s.of != m.progress {
		return nil // another one runs by now
	}
	if !s.ok {
		m.progress = nil
		return nil
	}
	m.progress.Progress = s.Progress
	return m.progress.next
}

func (m *root) refreshed(r refreshed) tea.Cmd {
	if r.of == m.progress { // else another one runs by now
		m.progress = nil
	}
	switch {
	case m.ctx.Err() != nil:
		return nil
	case r.err != nil:
		m.status = pane.Sorry("Refreshing", r.err)
	default:
		m.status = m.summary(r.report)
	}
	m.status.Text = sentences(r.why, m.status.Text)
	after := tea.Batch(m.pages(), m.refreshNext())
	if r.err == nil && tried(r.report) == 0 {
		return after // nothing was due, and the list is as it was
	}
	return tea.Batch(m.broadcast(pane.Arrived{}), after)
}

// refreshNext begins the first of the refreshes that were asked for during another.
func (m *root) refreshNext() tea.Cmd {
	if len(m.waiting) == 0 || m.progress != nil {
		return nil
	}
	next := m.waiting[0]
	m.waiting = m.waiting[1:]
	return m.refresh(next)
}

// sentences puts one sentence behind another; either may be empty.
func sentences(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return strings.TrimSuffix(first, ".") + ". " + second
}

// pages fetches whole articles behind a refresh.
func (m *root) pages() tea.Cmd {
	return pane.Go("Fetching whole articles", func() tea.Msg {
		whole, err := m.desk.FetchPages(m.ctx, true)
		if err != nil || len(whole) == 0 {
			return nil // each article says what became of its page
		}
		return pane.Changed{Keys: whole}
	})
}

// tried is how many feeds a refresh asked for.
func tried(r desk.Report) int {
	n := 0
	for _, f := range r.Feeds {
		if f.Status != "skipped" {
			n++
		}
	}
	return n
}

// summary says what a refresh brought.
func (m *root) summary(r desk.Report) pane.Say {
	tried := tried(r)
	switch {
	case r.Offline != "":
		return pane.Say{Text: r.Offline, Level: pane.Warn}
	case len(r.Feeds) == 0:
		return pane.Say{Text: "There is no feed yet" + m.look.Press(keys.Subscribe, "; %s subscribes to one")}
	case tried == 0:
		return m.idle(r)
	case r.New+r.Updated+r.Failed == 0 && tried == 1:
		return pane.Say{Text: "The feed is up to date", Level: pane.Done}
	case r.New+r.Updated+r.Failed == 0:
		return pane.Say{Text: fmt.Sprintf("All %d feeds are up to date", tried), Level: pane.Done}
	}
	said := fmt.Sprintf("Refreshed %s: %s", count(tried, "feed"), count(r.New, "new article"))
	if r.Updated > 0 {
		said += fmt.Sprintf(", %d updated", r.Updated)
	}
	if r.Failed > 0 {
		return pane.Say{Text: said + ". " + count(r.Failed, "feed") + " failed" + m.look.Press(keys.ShowHealth, "; %s says why"), Level: pane.Warn}
	}
	return pane.Say{Text: said, Level: pane.Done}
}

// idle says that no feed was due, and when the next one is; whether they are
// up to date it cannot know, since the last answer may have been none. What
// stands in the status line already matters more.
func (m *root) idle(r desk.Report) pane.Say {
	if m.status.Text != "" {
		return m.status
	}
	var next time.Time
	for _, f := range r.Feeds {
		if t, err := time.Parse(time.RFC3339, f.Next); err == nil && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	said := "No feed is due"
	if !next.IsZero() {
		next, now := next.In(m.look.Zone), m.look.Now().In(m.look.Zone)
		layout := "15:04"
		if next.Format(time.DateOnly) != now.Format(time.DateOnly) {
			layout = "2 January, 15:04"
		}
		said += " before " + next.Format(layout)
	}
	return pane.Say{Text: said + m.look.Press(keys.Refresh, "; %s asks them all now")}
}

// bar draws the progress of the refresh for the status line.
func (p *progress) bar(k *pane.Look) string {
	if p.Total == 0 {
		return "Refreshing…"
	}
	const width = 10
	full := p.Done * width / p.Total
	s := fmt.Sprintf("Refreshing %d/%d %s%s %d new", p.Done, p.Total, strings.Repeat(k.Full, full), strings.Repeat(k.Empty, width-full), p.New)
	if n := len(p.Waiting); n > 0 && p.Total-p.Done <= 8 {
		s += " · waiting for " + p.Waiting[0]
		if n > 1 {
			s += fmt.Sprintf(" and %d more", n-1)
		}
	}
	return s
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
