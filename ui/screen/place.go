package screen

import (
	"encoding/json"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// place is where the user was: kept at the end and with every filter, and gone
// back to at the next start.
type place struct {
	Query string   `json:"query"`
	Key   desk.Key `json:"key"`
}

// placeKey is what the desk keeps the place under.
const placeKey = "screen"

// recall reads the last place. One that cannot be read is forgotten: it is a
// convenience and never keeps the screen from opening.
func (m *root) recall() tea.Cmd {
	if m.opts.Query != "" {
		return nil
	}
	return pane.Go("Looking up the last place", func() tea.Msg {
		raw, err := m.desk.State(placeKey)
		var p place
		if err != nil || raw == "" || json.Unmarshal([]byte(raw), &p) != nil {
			return nil
		}
		return p
	})
}

// recalled goes to the last place, unless the user has gone elsewhere meanwhile.
func (m *root) recalled(p place) tea.Cmd {
	if !m.query.Empty() || len(m.overlays) > 0 || m.look.Focus != keys.List {
		return nil
	}
	q, err := query.Parse(p.Query)
	if err != nil {
		return nil
	}
	cmd := m.broadcast(pane.Seek{Key: p.Key})
	if q.Empty() {
		return cmd
	}
	return tea.Batch(cmd, m.show(pane.Show{Query: q}))
}

// keepPlace keeps where the user is.
func (m *root) keepPlace() tea.Cmd {
	raw, err := json.Marshal(place{m.query.String(), m.reader.Key()})
	if err != nil {
		return nil
	}
	return m.look.Writes.Go("Keeping the place", func() tea.Msg {
		_ = m.desk.SetState(placeKey, string(raw)) // a convenience: its loss is not worth a word
		return nil
	})
}

// leave keeps the place and quits.
func (m *root) leave() tea.Cmd { return tea.Sequence(m.keepPlace(), tea.Quit) }
