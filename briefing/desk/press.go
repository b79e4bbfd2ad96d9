package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"slices"
	"time"

	"readout/briefing/actors"
	"readout/briefing/archive"
	"readout/briefing/note"
	"readout/briefing/query"
	"readout/briefing/story"
	"readout/briefing/topics"
)

// press is one edition in the making.
type press struct {
	*Desk
	archive      *archive.Archive
	from, cutoff time.Time
	query        query.Query
	keys         []Key
	registry     *actors.Registry
	kitchen      *kitchen
	earlier      map[Key]archive.Revision // texts as of the cut-off, of articles that changed since
}

// frozen is an edition as it is kept, with all articles that were considered.
type frozen struct {
	Keys    []Key
	Edition json.RawMessage
}

func (p *press) key() string {
	j, err := json.Marshal([]any{p.from.Unix(), p.cutoff.Unix(), p.query.String(), p.Config().Watch})
	if err != nil {
		panic(err) // numbers and strings
	}
	sum := sha256.Sum256(j)
	return hex.EncodeToString(sum[:])
}

// kept returns the edition as it was made before, unless articles came in
// since: they can while the clock stands still.
func (p *press) kept(ctx context.Context) (note.Edition, bool) {
	raw, err := p.archive.Edition(ctx, p.key())
	var f frozen
	if err != nil || raw == nil || json.Unmarshal(raw, &f) != nil {
		return note.Edition{}, false
	}
	for _, k := range p.keys {
		if !slices.Contains(f.Keys, k) {
			return note.Edition{}, false
		}
	}
	e, err := note.ReadEdition(f.Edition)
	return e, err == nil
}

// keep keeps the edition; an archive that can only be read keeps none.
func (p *press) keep(ctx context.Context, e note.Edition) error {
	if p.archive.ReadOnly() {
		return nil
	}
	j, err := e.JSON()
	if err != nil {
		return err
	}
	body, err := json.Marshal(frozen{p.keys, j})
	if err != nil {
		return err
	}
	return p.archive.KeepEdition(ctx, p.key(), body)
}

func (p *press) material(ctx context.Context) (m note.Material, err error) {
	m = note.Material{From: p.from, Cutoff: p.cutoff, Query: p.query.String(), Sample: p.Sample(), Watch: p.watchlist(ctx)}
	if p.registry, err = p.Registry(); err != nil {
		return m, err
	}
	p.kitchen = newKitchen(p.registry)
	if p.earlier, err = p.archive.TextAt(ctx, p.cutoff); err != nil {
		return m, err
	}
	if m.Articles, err = p.articles(ctx, p.keys); err != nil {
		return m, err
	}
	length := p.cutoff.Sub(p.from)
	then, err := p.archive.Arrived(ctx, p.query, p.from.Add(-length-time.Second), p.from.Add(-time.Second))
	if err != nil {
		return m, err
	}
	before, err := p.articles(ctx, then)
	if err != nil {
		return m, err
	}
	m.Before.Items = len(before)
	m.Stories, m.Then = group(before, m.Articles)
	if m.Revised, err = p.revised(ctx); err != nil {
		return m, err
	}
	return m, p.feeds(ctx, &m)
}

// articles loads articles as they stood at the cut-off.
func (p *press) articles(ctx context.Context, keys []Key) ([]note.Cited, error) {
	var out []note.Cited
	for _, k := range keys {
		c, err := p.article(ctx, k)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (p *press) article(ctx context.Context, k Key) (note.Cited, error) {
	it, err := p.archive.Item(ctx, k)
	if err != nil {
		return note.Cited{}, err
	}
	return p.cited(ctx, it)
}

// cited is an article as it stood at the cut-off, with what it is cited by.
func (p *press) cited(ctx context.Context, it Item) (note.Cited, error) {
	key, err := citeKey(ctx, p.archive, it)
	if err != nil {
		return note.Cited{}, err
	}
	if r, ok := p.earlier[it.Row.Key]; ok {
		it.Article.Title, it.Article.Text, it.Article.Blocks = r.Title, r.Text, nil
		it.Brief = p.kitchen.brief(it.Article)
	}
	it = briefed(it, p.registry)
	c := note.Cited{Article: it.Article, Brief: it.Brief, Key: key, Role: roleOf(p.registry, it.Article.Date())}
	if f, err := p.Followed(ctx, it); err != nil {
		return c, err
	} else if f != nil {
		c.Since = note.NewSince(f.Follow, f.Earlier.Title, f.Earlier.Source)
	}
	return c, nil
}

// group finds the stories of both spans together, so that those which go on are known.
func group(before, now []note.Cited) (stories []note.Group, then []note.Then) {
	var g story.Grouper
	for _, list := range [][]note.Cited{before, now} {
		for _, c := range list {
			g.Add(story.Item{Title: c.Article.Title, Text: c.Article.Text, When: cmp.Or(c.Article.Date(), c.Article.FirstSeen), Outlet: c.Article.Source})
		}
	}
	for _, items := range g.Stories() {
		var here note.Group
		var was note.Then
		for _, i := range items {
			if i >= len(before) {
				here.Articles = append(here.Articles, i-len(before))
				continue
			}
			a := before[i]
			was.Title = cmp.Or(was.Title, a.Article.Title)
			was.On = append(was.On, note.Touches(a.Article, a.Brief)...)
		}
		goesOn := len(here.Articles) > 0
		if here.Running = was.Title != ""; here.Running {
			was.Running = goesOn
			then = append(then, was)
		}
		if goesOn {
			stories = append(stories, here)
		}
	}
	return stories, then
}

// revised are the articles that changed in the span, as far as the query has them.
func (p *press) revised(ctx context.Context) ([]note.Revised, error) {
	list, err := p.archive.Revisions(ctx, p.from, p.cutoff)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	all, err := p.archive.Arrived(ctx, p.query, time.Unix(0, 0), p.cutoff)
	if err != nil {
		return nil, err
	}
	var out []note.Revised
	for _, r := range list {
		if !slices.Contains(all, r.Key) {
			continue
		}
		it, err := p.archive.Item(ctx, r.Key)
		if err != nil {
			return nil, err
		}
		c, err := p.cited(ctx, it)
		if err != nil {
			return nil, err
		}
		var notes []string
		for _, x := range it.Exports {
			if !x.Made.After(p.cutoff) && len(x.Gone(c.Article.Text)) > 0 {
				notes = append(notes, filepath.Base(x.Path))
			}
		}
		old := c.Article
		old.Title, old.Text, old.Blocks = r.Title, r.Text, nil
		out = append(out, note.Revised{Cited: c, Old: old, OldQuotes: p.kitchen.brief(old).Quotes, Notes: notes, When: r.Until})
	}
	return out, nil
}

// feeds notes which feeds fail.
func (p *press) feeds(ctx context.Context, m *note.Material) error {
	list, err := p.Feeds(ctx)
	if err != nil {
		return err
	}
	for _, f := range list {
		if !f.LastTry.IsZero() {
			m.AllFeeds++
		}
		if f.Failure != "" {
			m.Feeds = append(m.Feeds, note.FeedGap{Name: note.Value(f.Name), Reason: note.Value(f.Failure), Since: f.LastSuccess.UTC()})
		}
	}
	return nil
}

// watchlist names what is watched: by the registry, else as the archive does.
func (p *press) watchlist(ctx context.Context) []note.Watch {
	var out []note.Watch
	r, err := p.Registry()
	for _, id := range p.Config().Watch {
		w := note.Watch{ID: id, Name: id}
		if err == nil {
			if e, ok := r.Lookup(id); ok {
				w.Name = e.Name
				out = append(out, w)
				continue
			}
		}
		w.Name = cmp.Or(topics.Name(id), p.archive.Name(ctx, "actor", id), p.archive.Name(ctx, "source", id))
		if w.Unknown = w.Name == ""; w.Unknown {
			w.Name = id
		}
		out = append(out, w)
	}
	return out
}
