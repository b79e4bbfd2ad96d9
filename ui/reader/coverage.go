package reader

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/compare"
	"readout/briefing/desk"
	"readout/briefing/text"
	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// others are the articles of other outlets in the story of an article. It is
// for commands. An article whose story cannot be read is shown without one.
func (p *Pane) others(k desk.Key) ([]desk.Row, error) {
	rows, err := p.desk.Story(context.Background(), k)
	var out []desk.Row
	for _, r := range rows {
		if r.Key != k {
			out = append(out, r)
		}
	}
	return out, err
}

// Others are the other articles of the story that is shown.
func (p *Pane) Others() []desk.Row { return p.story }

// around is what other articles say on the one that is shown: its story, and
// the earlier letter of those who signed. It comes after the article.
type around struct {
	key   desk.Key
	told  *desk.Coverage // nil = no other outlet has it
	since *desk.Followed // nil = no earlier letter is known
}

// compared answers with what is around an article.
type compared struct {
	gen int
	around
	err error // why something of it is missing; nil
}

const comparing = "Comparing the articles of a story"

// compare looks at what is around the article that is shown.
func (p *Pane) compare() tea.Cmd {
	it, gen, alone := *p.item, p.gen, len(p.story) == 0
	if alone && it.Brief.Signatories == nil {
		return nil
	}
	return pane.Go(comparing, func() tea.Msg {
		out := compared{gen: gen, around: around{key: it.Row.Key}}
		ctx := context.Background()
		if !alone {
			c, err := p.desk.Coverage(ctx, it.Row.Key)
			if err == nil && len(c.Articles) > 1 {
				out.told = &c
			}
			out.err = err
		}
		f, err := p.desk.Followed(ctx, it)
		if err == nil {
			out.since = f
		}
		out.err = cmp.Or(out.err, err)
		return out
	})
}

func (p *Pane) compared(m compared) tea.Cmd {
	if m.gen != p.gen {
		return nil
	}
	p.around = m.around
	delete(p.docs, Coverage)
	delete(p.docs, Signatories)
	if m.err != nil {
		return p.look.Send(pane.Sorry(comparing, m.err))
	}
	return nil
}

// jump is a place in an article that is still to be opened.
type jump struct {
	key desk.Key
	to  text.Span
}

// coverage lists the same story from other outlets, and how they tell it;
// enter opens an article, at the words where there are some.
func (p *Pane) coverage(w int) *doc {
	s := p.sheet(w)
	c := p.told
	if c != nil && p.around.key == p.item.Row.Key {
		p.whoFirst(s, c)
	} else {
		c = nil
	}
	for i, r := range p.story {
		if i > 0 {
			s.gap()
		}
		s.item(item{goes: r.Key}, func() {
			title := theme.Text
			if !r.Read {
				title = theme.Unread
			}
			s.para(title, "", "", r.Title)
			parts := []string{r.Source, p.look.Dated(r)}
			if len(r.Actors) > 0 {
				parts = append(parts, strings.Join(r.Actors, ", "))
			}
			s.add(seg{theme.Muted, cells.Safe("  " + strings.Join(parts, " · "))})
		})
	}
	if c != nil {
		t := teller{s, c}
		t.figures()
		t.cuts()
		t.alone()
	}
	return &s.doc
}

// whoFirst says which outlet was first, and which texts are one.
func (p *Pane) whoFirst(s *sheet, c *desk.Coverage) {
	head := fmt.Sprintf("%s, %s. ", many(c.Outlets, "outlet"), many(c.Sources, "source"))
	if c.First >= 0 {
		head += "First: " + c.Rows[c.First].Source + ", " + c.Articles[c.First].Published.In(p.look.Zone).Format("2 January 2006, 15:04")
	} else {
		head += "Which was first is not known"
	}
	s.para(theme.Strong, "", "", head)
	for _, same := range c.Copies {
		var names []string
		for _, i := range same {
			names = append(names, c.Rows[i].Source)
		}
		s.para(theme.Muted, "", "  ", "One text: "+strings.Join(names, ", "))
	}
	s.gap()
}

// teller writes how the outlets of a story tell it.
type teller struct {
	*sheet
	c *desk.Coverage
}

func (t teller) heading(title, more string) {
	t.gap()
	t.wrapped("  ", []seg{{theme.Strong, cells.Safe(title)}, {theme.Muted, cells.Safe("  " + more)}})
}

// claim is an item that leads to words of an article.
func (t teller) claim(at compare.At, write func()) {
	t.item(item{goes: t.c.Rows[at.Article].Key, span: at.Span}, write)
}

func (t teller) outlet(i int) string { return t.c.Rows[i].Source }

func (t teller) excerpt(at compare.At) string {
	return compare.Excerpt(t.c.Articles[at.Article], at.Span)
}

func (t teller) figures() {
	for _, f := range t.c.Figures {
		t.heading("Figures differ: "+f.Unit, "Readout does not say which is right")
		for _, c := range f.Claims {
			t.claim(c.At, func() {
				t.add(seg{theme.Accent, cells.Safe(t.excerpt(c.At))}, seg{theme.Muted, cells.Safe("  " + t.outlet(c.Article))})
				t.para(theme.Text, "  ", "  ", t.excerpt(c.Sentence))
			})
		}
	}
}

func (t teller) cuts() {
	for _, q := range t.c.Quotations {
		if q.Versions < 2 {
			continue
		}
		who := q.Speaker
		if who == "" {
			who = "speaker not known"
		}
		t.heading("Quoted differently: "+who, fmt.Sprintf("%s, %d truncated", many(q.Versions, "version"), q.Short))
		for _, c := range q.Cuts {
			t.claim(compare.At{Article: c.Article, Span: c.Parts[0]}, func() { t.cut(c) })
		}
	}
}

// cut writes one outlet's version and how it differs from the longest one.
func (t teller) cut(c compare.Cut) {
	t.add(seg{theme.Muted, cells.Safe(t.outlet(c.Article))})
	for _, part := range c.Parts {
		t.para(theme.Quote, "  “", "   ", t.excerpt(compare.At{Article: c.Article, Span: part})+"”")
	}
	for _, at := range c.Lacks {
		t.para(theme.Warning, "   without ", "     ", "“"+t.excerpt(at)+"”")
	}
	for _, span := range c.Adds {
		t.para(theme.Warning, "   with ", "     ", "“"+t.excerpt(compare.At{Article: c.Article, Span: span})+"”")
	}
}

func (t teller) alone() {
	if len(t.c.Alone) > 0 {
		t.heading("Quoted in one outlet only", "")
	}
	for _, a := range t.c.Alone {
		t.claim(a.Quotes[0], func() {
			t.add(seg{theme.Strong, cells.Safe(a.Name)}, seg{theme.Muted, cells.Safe("  " + a.Outlet + ", " + many(len(a.Quotes), "quote"))})
		})
	}
}

func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
