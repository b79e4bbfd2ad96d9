package reader

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// briefs keeps rendered briefs.
type briefs map[briefKey][]string

// briefKey is what a rendering depends on.
type briefKey struct {
	key desk.Key
	size
}

// rendered answers with a rendered brief.
type rendered struct {
	briefKey
	load  int // of the article that it was rendered for
	lines []string
}

// keepBriefs is how many renderings are kept; each is some 20 KB.
const keepBriefs = 16

func (b *briefs) put(r rendered) {
	if *b == nil || len(*b) >= keepBriefs {
		*b = briefs{}
	}
	(*b)[r.briefKey] = r.lines
}

// forget drops the renderings of an article whose note has changed.
func (b *briefs) forget(k desk.Key) {
	for at := range *b {
		if at.key == k {
			delete(*b, at)
		}
	}
}

// render has the brief of the present article rendered, if it is to be seen
// and is not there yet.
func (p *Pane) render() tea.Cmd {
	if p.item == nil || p.tab != Brief || p.size.w == 0 {
		return nil
	}
	at := briefKey{p.item.Row.Key, p.size}
	if _, ok := p.brief[at]; ok {
		return nil
	}
	work := p.renderer(at, p.took)
	return pane.Go("Rendering the brief", func() tea.Msg { return work() })
}

// renderer returns the work of rendering a brief; it touches nothing of the pane.
func (p *Pane) renderer(at briefKey, load int) func() rendered {
	d, th, ruler := p.desk, p.look.Theme, p.look.Ruler
	return func() rendered {
		_, md, err := d.Note(context.Background(), at.key)
		if err != nil {
			return rendered{at, load, []string{ruler.Fit(" The brief cannot be shown: "+cells.Safe(err.Error()), at.w)}}
		}
		return rendered{at, load, Markdown(string(md), at.w, th, ruler)}
	}
}

// briefDoc shows the rendered brief, or that it is on its way.
func (p *Pane) briefDoc(w int) *doc {
	s := p.sheet(w)
	lines, ok := p.brief[briefKey{p.item.Row.Key, p.size}]
	if !ok {
		s.add(seg{theme.Muted, "…"})
		return &s.doc
	}
	for _, l := range lines {
		s.lines = append(s.lines, line{styled: l, item: -1})
	}
	return &s.doc
}

// body takes off what the header of the reader shows already, and what is
// meant for other programs: front matter, headline, references and comments.
func body(md string) string {
	if rest, ok := strings.CutPrefix(md, "---\n"); ok {
		if i := strings.Index(rest, "\n---\n"); i >= 0 {
			md = rest[i+5:]
		}
	}
	if i := strings.LastIndex(md, "\n---\nreferences:"); i >= 0 {
		md = md[:i]
	}
	var out []string
	for l := range strings.Lines(md) {
		t := strings.TrimSpace(l)
		if strings.HasPrefix(t, "<!--") && strings.HasSuffix(t, "-->") || strings.HasPrefix(t, "# ") {
			continue
		}
		out = append(out, l)
	}
	return strings.TrimSpace(strings.Join(out, ""))
}
