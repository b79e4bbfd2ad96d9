package reader

import (
	tea "charm.land/bubbletea/v2"

	"readout/briefing/text"
	"readout/ui/keys"
	"readout/ui/pane"
)

// act does an action in the reader.
func (p *Pane) act(id keys.ID) tea.Cmd {
	if id == keys.Highlight && p.key != 0 && (p.item == nil || p.item.Row.Key != p.key) {
		p.later = true
		return nil
	}
	if p.item == nil {
		p.ahead(id)
		return nil
	}
	if p.chosen != nil {
		return p.choose(id)
	}
	if n, ok := p.steps(id); ok {
		p.step(n, id)
		return nil
	}
	switch id {
	case keys.NextTab:
		return p.turn(1)
	case keys.PrevTab:
		return p.turn(-1)
	case keys.TabStory:
		if len(p.story) == 0 {
			return p.look.Tell(pane.Info, "No other outlet is known to have this story.")
		}
	case keys.NextMark:
		return p.mark(1)
	case keys.PrevMark:
		return p.mark(-1)
	case keys.Open:
		return p.prove()
	case keys.TabNotes:
		if !p.has(Notes) {
			return p.look.Tell(pane.Info, "You have not marked anything here.%s%s", p.look.Press(keys.Note, " %s writes a note"), p.look.Press(keys.Highlight, ", %s highlights a passage"))
		}
	case keys.CopyQuote:
		return p.copy()
	case keys.ShowLinks:
		return p.look.Send(pane.Links{Links: p.links()})
	case keys.Highlight:
		return p.begin()
	case keys.Remove:
		return p.remove()
	}
	if t, ok := tabOf[id]; ok {
		return p.show(t)
	}
	return nil
}

// tabOf is the tab that an action shows.
var tabOf = map[keys.ID]Tab{
	keys.TabBrief: Brief, keys.TabQuotes: Quotes, keys.TabSigners: Signatories, keys.TabTags: Why, keys.TabText: Text, keys.TabStory: Coverage, keys.TabNotes: Notes,
}

// ahead remembers the tab that was asked for before the first article is there.
func (p *Pane) ahead(id keys.ID) {
	if t, ok := tabOf[id]; ok && p.key != 0 {
		p.tab, p.want = t, t
	}
}

// show changes the tab; each keeps its own place.
func (p *Pane) show(t Tab) tea.Cmd {
	p.tab, p.want, p.led = t, t, false
	return p.render()
}

// turn shows the next or previous tab that there is.
func (p *Pane) turn(by Tab) tea.Cmd {
	t := (p.tab + by + tabs) % tabs
	for !p.has(t) {
		t = (t + by + tabs) % tabs
	}
	return p.show(t)
}

// has reports whether there is such a tab for the article.
func (p *Pane) has(t Tab) bool {
	switch t {
	case Coverage:
		return len(p.story) > 0
	case Notes:
		return p.item.Note != "" || len(p.item.Highlights)+len(p.item.Tags)+len(p.item.Exports) > 0
	}
	return true
}

// steps is how far a movement goes, in lines.
func (p *Pane) steps(id keys.ID) (int, bool) {
	const all = 1 << 20
	switch id {
	case keys.Down:
		return 1, true
	case keys.Up:
		return -1, true
	case keys.HalfDown:
		return max(p.body/2, 1), true
	case keys.HalfUp:
		return -max(p.body/2, 1), true
	case keys.PageDown:
		return max(p.body-1, 1), true
	case keys.PageUp:
		return -max(p.body-1, 1), true
	case keys.Top:
		return -all, true
	case keys.Bottom:
		return all, true
	}
	return 0, false
}

// step moves the cursor from item to item where a tab has items, and scrolls
// where it has none or where an item is longer than the window.
func (p *Pane) step(n int, id keys.ID) {
	d, v := p.doc(), &p.views[p.tab]
	if len(d.items) == 0 || p.tab == Text {
		p.scroll(n)
		return
	}
	if id == keys.Down || id == keys.Up {
		if p.within(d, v, n) {
			p.scroll(n)
			return
		}
		v.cursor = max(min(v.cursor+n, len(d.items)-1), 0)
	} else {
		p.scroll(n)
		v.cursor = d.at(v.top, p.body, n > 0)
	}
	p.reveal(d.items[v.cursor])
}

// within reports whether more of the present item lies in the direction of n.
func (p *Pane) within(d *doc, v *view, n int) bool {
	it := d.items[v.cursor]
	if n > 0 {
		return it.last >= v.top+p.body
	}
	return it.first < v.top
}

// at is the last (or first) item that begins in a window of lines.
func (d *doc) at(top, height int, last bool) int {
	found := 0
	for i, it := range d.items {
		if it.first >= top+height {
			break
		}
		found = i
		if !last && it.first >= top {
			break
		}
	}
	return found
}

// reveal scrolls as little as needed to show an item; its beginning matters most.
func (p *Pane) reveal(it item) {
	v := &p.views[p.tab]
	if it.last >= v.top+p.body {
		v.top = it.last - p.body + 1
	}
	if it.first < v.top {
		v.top = it.first
	}
	if v.cursor == 0 {
		v.top = 0 // the words above the first item show again
	}
}

func (p *Pane) scroll(n int) {
	if p.item == nil {
		return
	}
	v := &p.views[p.tab]
	v.top = max(min(v.top+n, len(p.doc().lines)-p.body), 0)
}

// mark goes to the next or previous mark of the text.
func (p *Pane) mark(dir int) tea.Cmd {
	all := p.marks()
	if len(all) == 0 {
		return p.look.Tell(pane.Info, "Nothing is marked in this text.")
	}
	at := p.spot.Start
	if p.spot.Empty() {
		at = p.topOffset() - dir // so that a mark at the very top counts
	}
	next := -1
	for i, m := range all {
		if dir > 0 && m.Start > at {
			next = i
			break
		}
		if dir < 0 && m.Start < at {
			next = i
		}
	}
	if next < 0 {
		return p.look.Tell(pane.Info, "No further mark in this text.")
	}
	return p.Reveal(all[next].Span)
}

// Reveal opens Text at a span of the article's text and highlights it. Return
// goes back to the tab that this was asked in.
func (p *Pane) Reveal(s text.Span) tea.Cmd {
	if p.tab != Text {
		p.led, p.from = true, p.tab
	}
	p.tab, p.want, p.spot = Text, Text, s
	delete(p.docs, Text)
	p.toOffset(s.Start)
	return nil
}

// Return goes back from a place in Text to the quote, name or claim that led
// to it; false when nothing did.
func (p *Pane) Return() (tea.Cmd, bool) {
	if p.item == nil || p.tab != Text || !p.led || p.chosen != nil || !p.has(p.from) {
		return nil, false
	}
	return p.show(p.from), true
}

// toOffset scrolls Text so that a place of the article's text shows.
func (p *Pane) toOffset(at int) {
	d, v := p.doc(), &p.views[Text]
	i := d.lineAt(at)
	if i < len(d.lines) && (i < v.top+1 || i >= v.top+p.body-2) {
		v.top = max(min(i-p.body/3, len(d.lines)-p.body), 0)
	}
}

// lineAt is the line that shows a place of the article's text; len(d.lines)
// when none does.
func (d *doc) lineAt(at int) int {
	for i, l := range d.lines {
		if !l.span.Empty() && at < l.span.End {
			return i
		}
	}
	return len(d.lines)
}

// topOffset is where in the text the window begins.
func (p *Pane) topOffset() int {
	d, v := p.doc(), p.views[p.tab]
	if p.tab != Text {
		return 0
	}
	for _, l := range d.lines[min(v.top, len(d.lines)):] {
		if !l.span.Empty() {
			return l.span.Start
		}
	}
	return 0
}
