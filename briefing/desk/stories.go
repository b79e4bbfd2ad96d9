package desk

import (
	"context"

	"readout/briefing/archive"
	"readout/briefing/story"
)

// storyWindow is how many of the newest articles are grouped into stories
// after a refresh: about a week of forty feeds. Older stories stay as they are.
const storyWindow = 3000

// groupStories groups the newest articles of an archive and keeps what changed.
// The same articles always give the same stories, whatever the order of refreshes.
func groupStories(ctx context.Context, a *archive.Archive) error {
	told, err := a.Told(ctx, storyWindow)
	if err != nil {
		return err
	}
	var g story.Grouper
	for i, t := range told {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		g.Add(story.Item{Title: t.Title, Text: t.Text, When: t.Sort, Outlet: t.Outlet})
		told[i].Text = "" // the grouper keeps what it needs
	}
	changed := map[Key]Key{}
	for _, group := range g.Stories() {
		begun := Key(0)
		if len(group) > 1 {
			begun = told[group[0]].Key
		}
		for _, i := range group {
			if told[i].Story != begun {
				changed[told[i].Key] = begun
			}
		}
	}
	return a.SetStories(ctx, changed)
}

// Stories says to which story articles belong: by key, the article that began
// it. Articles that stand alone are left out. Of the stories that some articles
// belong to, all articles are told; nil = of every story.
func (d *Desk) Stories(ctx context.Context, some []Key) (map[Key]Key, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return nil, err
	}
	return a.Stories(ctx, some)
}

// Story returns the articles of the story that an article belongs to, itself
// among them, oldest first.
func (d *Desk) Story(ctx context.Context, k Key) ([]Row, error) {
	a, keys, err := d.storyKeys(ctx, k)
	if err != nil {
		return nil, err
	}
	return a.Rows(ctx, keys)
}

// storyKeys are the articles of the story that one belongs to, itself among
// them, oldest first, and the archive that holds them.
func (d *Desk) storyKeys(ctx context.Context, k Key) (*archive.Archive, []Key, error) {
	a, err := d.holder(ctx, k)
	if err != nil {
		return nil, nil, err
	}
	keys, err := a.Story(ctx, k)
	return a, keys, err
}
