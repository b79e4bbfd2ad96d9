package screen

import (
	"encoding/json"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// place is where the user was: kept at the end and with every filter, and gone
// back to at the next start.
type place struct {
	Query string    `json:"query"`
	Key   desk.Key  `json:"key"`
	Left  time.Time `json:"left"`  // when it was kept
	Since time.Time `json:"since"` // the last look before that, where the sitting was short
	fresh int       // articles that came in since Left
	gen   int64     // of the archive, before anything of it was listed
}

// placeKey is what the desk keeps the place under.
const placeKey = "screen"

// awhile is how long one must have been away for the screen to open on what is
// new, rather than on the last place.
const awhile = time.Hour

// recall reads the last place. One that cannot be read is forgotten: it is a
// convenience and never keeps the screen from opening.
func (m *root) recall() tea.Cmd {
	return pane.Go("Looking up the last place", func() tea.Msg {
		var p place
		if raw, err := m.desk.State(placeKey); err != nil || raw == "" || json.Unmarshal([]byte(raw), &p) != nil {
			p = place{}
		}
		p.gen, _ = m.desk.Generation(m.ctx) // the next look tells of what fails
		if q, err := since(p.Left); err == nil && m.look.Now().Sub(p.Left) >= awhile {
			l, err := m.desk.List(m.ctx, q, 0)
			if err == nil && !m.desk.Sample() {
				p.fresh = len(l.Keys)
			}
		}
		return p
	})
}

// past is a moment that was kept, unless it is still to come: then the clock was
// wrong when it was kept, and by it nothing would be new until it has come.
func (m *root) past(t time.Time) time.Time {
	if t.After(m.look.Now()) {
		return time.Time{}
	}
	return t
}

// since is the query of what came in since a moment.
func since(t time.Time) (query.Query, error) {
	if t.IsZero() {
		return query.Query{}, errors.New("no last look is known")
	}
	return query.Of(string(query.Seen), t.UTC().Format(time.RFC3339))
}

// recalled opens on what came in since the last look, or else on the last
// place, unless a query was given or the user has gone elsewhere meanwhile.
func (m *root) recalled(p place) tea.Cmd {
	m.gen, m.look.LastLook = p.gen, m.past(p.Left)
	if since := m.past(p.Since); !since.IsZero() && m.look.Now().Sub(p.Left) < awhile {
		m.look.LastLook = since // the same morning goes on
	}
	if m.opts.Query != "" || !m.query.Empty() || len(m.overlays) > 0 || m.look.Focus != keys.List {
		return m.broadcast(pane.Filtered{Query: m.query})
	}
	if p.fresh > 0 {
		return m.showNew()
	}
	seek := m.broadcast(pane.Seek{Key: p.Key})
	if q, err := query.Parse(p.Query); err == nil && !q.Empty() {
		return tea.Batch(seek, m.show(pane.Show{Query: q}))
	}
	return tea.Batch(seek, m.broadcast(pane.Filtered{}))
}

// showNew shows what came in since the last look: by story, those that bear a
// watched name first.
func (m *root) showNew() tea.Cmd {
	q, err := since(m.look.LastLook)
	if err != nil {
		return m.look.Tell(pane.Info, "This is your first look: everything is new.")
	}
	cmd := m.show(pane.Show{Query: q})
	m.status = pane.Say{Text: "New since your last look, the stories on your watchlist first" + m.look.Press(keys.GoAll, "; %s shows all articles"), Level: pane.Info}
	return cmd
}

// keepPlace keeps where the user is.
func (m *root) keepPlace() tea.Cmd {
	raw, err := json.Marshal(place{Query: m.query.String(), Key: m.reader.Key(), Left: m.look.Now(), Since: m.look.LastLook})
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
