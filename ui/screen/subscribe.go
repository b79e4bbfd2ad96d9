package screen

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/ask"
	"readout/ui/keys"
	"readout/ui/pane"
)

// subscribe asks for the address of a feed, or of a page that offers one.
func (m *root) subscribe() tea.Cmd {
	return m.push(ask.New(m.look, ask.Question{
		Title: "Subscribe to a feed",
		Hint:  "The address of a feed, of a site, or of a feed list (OPML).",
		Answer: func(address string) tea.Cmd {
			m.look.Tell(pane.Info, "Looking for the feed…")
			return pane.Go("Subscribing", func() tea.Msg { return m.subscribed(address) })
		},
	}))
}

// subscribed finds the feed of an address and subscribes to it. It is the work
// of a command.
func (m *root) subscribed(address string) tea.Msg {
	s, others, err := m.desk.FeedAt(m.ctx, address)
	if errors.Is(err, desk.ErrFeedList) {
		return m.imported(address)
	}
	if err == nil {
		err = m.desk.AddFeed(m.ctx, s)
	}
	if err != nil {
		return pane.Sorry("Subscribing", err)
	}
	name := s.Title
	if name == "" {
		name = s.URL
	}
	said := "Subscribed to " + name + m.look.Press(keys.Undo, "; %s takes it back")
	if len(others) > 0 {
		said += ". The page offers also " + several(others)
	}
	return pane.RefreshFeeds{Feeds: []string{s.URL}, Force: true, Why: said}
}

// several names the first two of a list, and how many more there are.
func several(list []string) string {
	if len(list) <= 2 {
		return strings.Join(list, " and ")
	}
	return fmt.Sprintf("%s, %s and %d more", list[0], list[1], len(list)-2)
}

// imported adds the feeds of a feed list on the web.
func (m *root) imported(address string) tea.Msg {
	added, refused, err := m.desk.ImportAddress(m.ctx, address)
	if err != nil {
		return pane.Sorry("Subscribing", err)
	}
	said := fmt.Sprintf("Subscribed to %d feeds of the list", added) + m.look.Press(keys.Undo, "; %s takes them back")
	if len(refused) > 0 {
		said += fmt.Sprintf(". %d lines were left out", len(refused))
	}
	return pane.RefreshFeeds{Why: said}
}
