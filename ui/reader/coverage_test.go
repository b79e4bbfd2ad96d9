package reader

import (
	"context"
	"errors"
	"strings"
	"testing"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/pane"
)

// An article whose story cannot be read or compared is shown without it, and a
// sentence says so.
func TestStoryCannotBeRead(t *testing.T) {
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	l, err := d.List(context.Background(), query.Query{}, 1)
	if err != nil || len(l.Keys) == 0 {
		t.Fatalf("listing: %v, %v", l, err)
	}
	look := &pane.Look{}
	p := New(look, d)
	p.Delay = 0
	m, ok := p.Update(pane.Opened{Key: l.Keys[0]})().(opened)
	if !ok || m.err != nil || m.alone != nil {
		t.Fatalf("opening: %+v", m)
	}
	m.story, m.alone = nil, errors.New("the disk is full")
	p.Update(m)
	p.Update(compared{gen: p.gen - 1, err: errors.New("of an article before")})
	p.Update(compared{gen: p.gen, around: around{key: p.key}, err: errors.New("the archive is damaged")})
	if p.item == nil {
		t.Error("the article is not shown")
	}
	var said []string
	for msg, ok := look.Posted(); ok; msg, ok = look.Posted() {
		if s, is := msg.(pane.Say); is {
			said = append(said, s.Text)
		}
	}
	want := "Reading the article's story failed: the disk is full.\nComparing the articles of a story failed: the archive is damaged."
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
