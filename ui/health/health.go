// Package health is the overlay that shows how each feed is: when it last
// answered, what is wrong with it, and what came of it.
package health

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/scroll"
	"readout/ui/theme"
)

// Pane is the list of feeds, those that fail first.
type Pane struct {
	look   *pane.Look
	desk   *desk.Desk
	feeds  []desk.FeedState
	sample bool // it is the sample edition that is shown
	known  bool // the feeds have come
	list   scroll.List
}

// New returns the overlay; Load fills it.
func New(k *pane.Look, d *desk.Desk) *Pane {
	return &Pane{look: k, desk: d, list: scroll.List{Tall: 2}}
}

// states answers with the feeds.
type states struct {
	feeds  []desk.FeedState
	sample bool
}

// Load asks for the state of the feeds.
func (p *Pane) Load() tea.Cmd {
	return pane.Go("Looking at the feeds", func() tea.Msg {
		fs, err := p.desk.Feeds(context.Background())
		if err != nil {
			return pane.Sorry("Looking at the feeds", err)
		}
		return states{fs, p.desk.Sample()}
	})
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return "Feeds" }

// Foot implements pane.Pane.
func (p *Pane) Foot() string {
	failing := 0
	for _, f := range p.feeds {
		if f.Failure != "" {
			failing++
		}
	}
	return fmt.Sprintf("%d feeds, %d failing", len(p.feeds), failing)
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Health }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) { return pane.Roomy(w, 104), h }

// Cursor implements pane.Overlay: nothing is typed here.
func (p *Pane) Cursor(int, int) (int, int, bool) { return 0, 0, false }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	if used, chosen := p.list.Update(msg); chosen {
		return p.act(keys.Accept)
	} else if used {
		return nil
	}
	switch msg := msg.(type) {
	case states:
		p.fill(msg)
	case pane.Arrived:
		return p.Load()
	case pane.Act:
		return p.act(msg.ID)
	}
	return nil
}

// fill takes the feeds over. The cursor stays on its feed: what is done next is
// meant for that one.
func (p *Pane) fill(s states) {
	on := ""
	if p.list.Sel < len(p.feeds) {
		on = p.feeds[p.list.Sel].URL
	}
	p.feeds, p.sample, p.known = s.feeds, s.sample, true
	slices.SortStableFunc(p.feeds, func(a, b desk.FeedState) int { return cmp.Compare(rank(a), rank(b)) })
	p.list.Len(len(p.feeds))
	if i := slices.IndexFunc(p.feeds, func(f desk.FeedState) bool { return f.URL == on }); i >= 0 {
		p.list.Move(i - p.list.Sel)
	}
}

// rank sorts what fails before what was never tried before the rest.
func rank(f desk.FeedState) int {
	switch {
	case f.Failure != "":
		return 0
	case f.LastTry.IsZero():
		return 1
	}
	return 2
}

func (p *Pane) act(id keys.ID) tea.Cmd {
	switch id {
	case keys.Close:
		return p.look.Send(pane.Pop{})
	case keys.Subscribe:
		p.look.Send(pane.Pop{})
		return p.look.Send(pane.Act{ID: id})
	}
	if p.list.Sel >= len(p.feeds) {
		return nil
	}
	f := p.feeds[p.list.Sel]
	switch id {
	case keys.Accept:
		q, err := query.Of("source", f.Name)
		if err != nil {
			return p.look.Send(pane.Sorry("Filtering", err))
		}
		return tea.Batch(p.look.Send(pane.Pop{}), p.look.Send(pane.Show{Query: q}))
	case keys.Remove:
		return p.look.Writes.Go("Ending the subscription", func() tea.Msg {
			if _, err := p.desk.RemoveFeed(context.Background(), f.URL); err != nil {
				return pane.Sorry("Ending the subscription", err)
			}
			return tea.BatchMsg{pane.Send(pane.Arrived{}), pane.Tell(pane.Done, "No longer subscribed to %s%s", f.Name, p.look.Press(keys.Undo, "; %s takes it back"))}
		})
	case keys.Refresh:
		return p.look.Send(pane.RefreshFeeds{Feeds: []string{f.URL}, Force: true})
	}
	return nil
}

// Lines implements pane.Pane: two lines a feed.
func (p *Pane) Lines(w, h int) []string {
	var out []string
	for from, to := p.list.Window(h); from < to; from++ {
		out = append(out, p.feed(p.feeds[from], from == p.list.Sel, w)...)
	}
	if len(p.feeds) == 0 {
		s := " Looking…"
		if p.known {
			s = " There are no feeds here."
			if p.sample {
				s = " The sample edition comes with the program: it has no feeds."
			}
		}
		out = append(out, p.look.Fit(s, w))
	}
	return pane.Fill(out, w, h)
}

func (p *Pane) feed(f desk.FeedState, selected bool, w int) []string {
	k := p.look
	name, note, state := theme.Strong, theme.Muted, theme.Good
	lead := "  "
	if selected {
		name, note, state = theme.Selected, theme.Selected, theme.Selected
		lead = k.Cursor + " "
	}
	text := "answered " + k.Time(f.LastSuccess)
	switch {
	case f.Gone:
		text, state = "gone for good: "+f.Failure, pick(selected, theme.Error)
	case f.Failure != "":
		text, state = f.Failure, pick(selected, theme.Error)
		if f.Failures > 1 {
			text = fmt.Sprintf("%s (%d times in a row)", f.Failure, f.Failures)
		}
	case f.Moved != "":
		text = "answered " + k.Time(f.LastSuccess) + ", moved for good to " + f.Moved
	case f.LastSuccess.IsZero():
		text, state = "not fetched yet", pick(selected, theme.Warning)
	}
	counts := fmt.Sprintf("%d unread of %d, %.0f a week ", f.Unread, f.Articles, f.PerWeek)
	if !f.Next.IsZero() && !f.Gone {
		text += ", next " + k.Time(f.Next)
	}
	return []string{
		k.On(name, k.Fit(lead+cells.Safe(f.Name), max(w-k.Width(counts), 0))) + k.On(note, k.Fit(counts, min(w, k.Width(counts)))),
		k.On(state, k.Fit(lead+"  "+cells.Safe(text), w)),
	}
}

func pick(selected bool, r theme.Role) theme.Role {
	if selected {
		return theme.Selected
	}
	return r
}
