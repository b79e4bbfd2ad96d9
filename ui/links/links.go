// Package links is the overlay that lists where an article leads: each address
// with its host. One is chosen by its digit or letter, and opened by another key, so
// that no address is opened whose host was not seen.
package links

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/launch"
	"readout/ui/pane"
	"readout/ui/scroll"
	"readout/ui/theme"
)

// Pane is the list of links.
type Pane struct {
	look  *pane.Look
	argv  []string // of the user's browser
	links []pane.Link
	list  scroll.List
}

// New returns the overlay of links; argv is the user's browser, nil for the
// platform's own. What is no http(s) address is left out.
func New(k *pane.Look, links []pane.Link, argv []string) *Pane {
	p := &Pane{look: k, argv: argv, list: scroll.List{Tall: 2}}
	for _, l := range links {
		if launch.Host(l.URL) != "" {
			p.links = append(p.links, l)
		}
	}
	p.list.Reset(len(p.links))
	return p
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return "Links" }

// Foot implements pane.Pane: what opening would do.
func (p *Pane) Foot() string {
	if len(p.links) == 0 {
		return ""
	}
	return p.look.Press(keys.Accept, "%s opens ") + launch.Host(p.links[p.list.Sel].URL)
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Links }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) {
	return pane.Roomy(w, 96), min(h-2, max(2*len(p.links), 1)+2)
}

// Cursor implements pane.Overlay: nothing is typed here.
func (p *Pane) Cursor(int, int) (int, int, bool) { return 0, 0, false }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	if used, chosen := p.list.Update(msg); chosen {
		return p.open()
	} else if used {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		for i := range p.links {
			if pane.LinkHint(i) == msg.String() {
				p.list.Move(i - p.list.Sel)
			}
		}
	case pane.Act:
		switch msg.ID {
		case keys.Accept:
			return p.open()
		case keys.CopyURL:
			if len(p.links) > 0 {
				at := p.links[p.list.Sel].URL
				return tea.Batch(p.look.Send(pane.Pop{}), tea.SetClipboard(at), p.look.Tell(pane.Done, "Address copied: %s", at))
			}
		case keys.Close:
			return p.look.Send(pane.Pop{})
		}
	}
	return nil
}

// open opens the selected link in the browser.
func (p *Pane) open() tea.Cmd {
	p.look.Send(pane.Pop{})
	if len(p.links) == 0 {
		return nil
	}
	at, argv := p.links[p.list.Sel].URL, p.argv
	return pane.Go("Opening the browser", func() tea.Msg {
		host, err := launch.Browser(at, argv)
		if err != nil {
			return pane.Sorry("Opening the browser", err)
		}
		return pane.Say{Text: "Opened " + host + " in the browser", Level: pane.Done}
	})
}

// Lines implements pane.Pane: two lines a link.
func (p *Pane) Lines(w, h int) []string {
	var out []string
	if len(p.links) == 0 {
		out = append(out, p.look.Fit(" This article leads to no web address.", w))
	}
	for from, to := p.list.Window(h); from < to; from++ {
		out = append(out, p.row(from, w)...)
	}
	return pane.Fill(out, w, h)
}

func (p *Pane) row(i, w int) []string {
	k, l := p.look, p.links[i]
	lead, hint, host, text := "  ", theme.Accent, theme.Strong, theme.Muted
	if i == p.list.Sel {
		lead, hint, host, text = k.Cursor+" ", theme.Selected, theme.Selected, theme.Selected
	}
	mark := lead + pane.LinkHint(i) + "  "
	return []string{
		k.On(hint, k.Fit(mark, min(w, 5))) + k.On(host, k.Fit(launch.Host(l.URL)+"  "+cells.Safe(l.What), max(w-5, 0))),
		k.On(text, k.Fit(fmt.Sprintf("%s   %s", lead, cells.Safe(l.URL)), w)),
	}
}
