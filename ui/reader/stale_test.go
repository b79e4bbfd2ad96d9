package reader

import (
	"context"
	"errors"
	"testing"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/briefing/text"
	"readout/ui/pane"
)

// onTwo is a reader on the first of two articles, and what opened it.
func onTwo(t *testing.T) (p *Pane, first opened, second desk.Key) {
	t.Helper()
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	l, err := d.List(context.Background(), query.Query{}, 2)
	if err != nil || len(l.Keys) < 2 {
		t.Fatalf("listing: %v, %v", l, err)
	}
	p = New(&pane.Look{}, d)
	p.Delay = 0
	first, ok := p.Update(pane.Opened{Key: l.Keys[0]})().(opened)
	if !ok || first.err != nil {
		t.Fatalf("opening: %+v", first)
	}
	p.Update(first)
	return p, first, l.Keys[1]
}

// TestLateArticle: an article read before a change, which comes behind the one
// read after it, does not take its place; nor does its brief.
func TestLateArticle(t *testing.T) {
	p, _, _ := onTwo(t)
	early := p.Update(pane.Changed{})().(opened)
	late := p.Update(pane.Changed{})().(opened)
	late.item.Note = "new"
	at := briefKey{p.key, size{w: 40}}
	p.Update(late)
	p.Update(rendered{briefKey: at, load: late.load, lines: []string{"new"}})
	p.Update(early)
	p.Update(rendered{briefKey: at, load: early.load, lines: []string{"old"}})
	if p.item.Note != "new" || p.brief[at][0] != "new" {
		t.Errorf("shown are %q and %q", p.item.Note, p.brief[at])
	}
}

// TestChangedText drops the place that was lit: it is another one in the new text.
func TestChangedText(t *testing.T) {
	p, _, _ := onTwo(t)
	p.spot = text.Span{Start: 3, End: 9}
	same := p.Update(pane.Changed{})().(opened)
	p.Update(same)
	if p.spot.Empty() {
		t.Error("the place is forgotten although the text is the same")
	}
	other := p.Update(pane.Changed{})().(opened)
	other.item.Article.Text = "Another. " + other.item.Article.Text
	p.Update(other)
	if !p.spot.Empty() {
		t.Error("other words are lit than those that one went to")
	}
}

// TestArticleCannotBeOpened shows nothing rather than the article before it,
// under which the list stands on another one.
func TestArticleCannotBeOpened(t *testing.T) {
	p, first, second := onTwo(t)
	again := p.Update(pane.Changed{})().(opened)
	p.Update(opened{gen: again.gen, load: again.load, err: errors.New("the disk is full")})
	if p.item == nil {
		t.Error("the article that was there is gone")
	}
	m := p.Update(pane.Opened{Key: second})().(opened)
	p.Update(opened{gen: m.gen, load: m.load, err: errors.New("the archive is damaged")})
	if p.item != nil {
		t.Errorf("%q is still shown", first.item.Article.Title)
	}
	if p.Update(pane.Opened{Key: second}) == nil {
		t.Error("it is not tried again")
	}
}
