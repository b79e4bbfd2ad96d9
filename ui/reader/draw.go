package reader

import (
	"fmt"
	"strings"

	"readout/briefing/desk"
	"readout/feeds"
	"readout/ui/cells"
	"readout/ui/launch"
	"readout/ui/pane"
	"readout/ui/theme"
)

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	if w <= 2 || h <= 0 {
		return pane.Fill(nil, w, h)
	}
	p.resize(w)
	if p.item == nil {
		return pane.Fill(p.nothing(w), w, h)
	}
	out := p.header(w, h)
	p.head = len(out)
	p.body = max(h-p.head, 1)
	d := p.doc()
	v := &p.views[p.tab]
	v.top = max(min(v.top, len(d.lines)-p.body), 0)
	for i := v.top; i < len(d.lines) && len(out) < h; i++ {
		l := d.lines[i]
		out = append(out, p.render1(l, w, l.item >= 0 && l.item == v.cursor))
	}
	return pane.Fill(out, w, h)
}

func (p *Pane) nothing(w int) []string {
	s := "Choose an article to read its brief."
	switch {
	case p.failed:
		s = "The article cannot be opened."
	case p.key != 0:
		s = "Opening…"
	}
	return []string{p.look.Fit(" "+s, w)}
}

// header draws the headline, where it is from and the tabs; less of it where
// there is little height, nothing in zen but the headline.
func (p *Pane) header(w, h int) []string {
	k, a := p.look, p.item.Article
	most := 3
	if h < 16 {
		most = 1
	}
	var out []string
	title := k.Wrap(cells.Safe(a.Title), w-2)
	if len(title) > most {
		title = append(title[:most-1], k.Truncate(strings.Join(title[most-1:], " "), w-2))
	}
	for _, l := range title {
		out = append(out, " "+k.On(theme.Strong, k.Fit(l, w-1)))
	}
	if p.Zen || h < 8 {
		return append(out, cells.Blank(w))
	}
	out = append(out, " "+k.On(theme.Muted, k.Fit(p.origin(), w-1)), p.tabBar(w))
	if h >= 16 {
		out = append(out, cells.Blank(w))
	}
	return out
}

// origin says who published the article, when, and where it can be read. What
// must not be cut off in a narrow pane stands first.
func (p *Pane) origin() string {
	r, a := p.item.Row, p.item.Article
	var parts []string
	if len(desk.Warnings(*p.item)) > 0 {
		parts = append(parts, "! a note of yours quotes what is gone")
	}
	parts = append(parts, r.Source)
	switch {
	case !a.Published.IsZero():
		parts = append(parts, a.Published.In(p.look.Zone).Format("2 January 2006, 15:04"))
	case !a.Day.IsZero():
		parts = append(parts, a.Day.Format("2 January 2006"))
	case a.DateText != "":
		parts = append(parts, "dated "+a.DateText)
	default:
		parts = append(parts, "no date")
	}
	switch {
	case a.From == feeds.FromPage:
		parts = append(parts, "text from its page")
	case a.Teaser && p.item.PageWhy != "":
		parts = append(parts, "teaser: "+p.item.PageWhy)
	case a.Teaser:
		parts = append(parts, "teaser")
	}
	if p.item.Brief.Unread > 0 {
		parts = append(parts, "its end was not read")
	}
	if a.Byline != "" {
		parts = append(parts, a.Byline)
	}
	if host := launch.Host(a.URL); host != "" {
		parts = append(parts, host)
	}
	if a.Lang != "" && !strings.HasPrefix(a.Lang, "en") {
		parts = append(parts, a.Lang)
	}
	if p.item.Revised {
		parts = append(parts, "revised since first seen")
	}
	return cells.Safe(strings.Join(parts, " · "))
}

// names are the labels of the tabs with what they hold.
func (p *Pane) names(short bool) [tabs]string {
	b := p.item.Brief
	signers := 0
	if b.Signatories != nil {
		signers = len(b.Signatories.People)
	}
	n := [tabs]string{"Brief", "Quotes", "Signatories", "Why", "Text", "Coverage", "Notes"}
	if short {
		n = [tabs]string{"Brief", "Quot", "Sign", "Why", "Text", "Also", "Note"}
	}
	for _, t := range []Tab{Coverage, Notes} {
		if !p.has(t) {
			n[t] = ""
		}
	}
	for t, count := range map[Tab]int{Quotes: len(b.Quotes), Signatories: signers, Coverage: len(p.story), Notes: len(p.item.Highlights)} {
		if count > 0 {
			n[t] += fmt.Sprintf(" %d", count)
		}
	}
	return n
}

// tabBar draws the tabs; the present one stands in brackets.
func (p *Pane) tabBar(w int) string {
	k := p.look
	var b strings.Builder
	used := 0
	for t, c := range p.tabCells(w) {
		b.WriteString(cells.Blank(c.x - used))
		role := theme.Accent
		if Tab(t) == p.tab {
			role = theme.Resting
		}
		b.WriteString(k.On(role, c.label))
		used = c.x + k.Width(c.label)
	}
	b.WriteString(cells.Blank(w - used))
	if used > w {
		return k.Fit(b.String(), w)
	}
	return b.String()
}

// tabCell is a tab's label and where it begins.
type tabCell struct {
	label string
	x     int
}

// tabCells lays the tabs out; mouse and drawing share it.
func (p *Pane) tabCells(w int) [tabs]tabCell {
	names, gap := p.names(false), 1
	total := 0
	for _, n := range names {
		if n != "" {
			total += p.look.Width(n) + 2
		}
	}
	switch {
	case total+int(tabs) <= w:
	case total+1 <= w:
		gap = 0
	default:
		names, gap = p.names(true), 0
	}
	var out [tabs]tabCell
	x := 1
	for t, n := range names {
		if n == "" {
			out[t] = tabCell{"", x}
			continue
		}
		label := " " + n + " "
		if Tab(t) == p.tab {
			label = "[" + n + "]"
		}
		out[t] = tabCell{label, x}
		x += p.look.Width(label) + gap
	}
	return out
}

// doc lays the present tab out, once for an article and size.
func (p *Pane) doc() *doc {
	if d := p.docs[p.tab]; d != nil {
		return d
	}
	w := p.size.w - 2
	var d *doc
	switch p.tab {
	case Quotes:
		d = p.quotes(w)
	case Signatories:
		d = p.signatories(w)
	case Why:
		d = p.why(w)
	case Text:
		d = p.text(w)
	case Coverage:
		d = p.coverage(w)
	case Notes:
		d = p.notes(w)
	default:
		d = p.briefDoc(w)
	}
	p.docs[p.tab] = d
	return d
}
