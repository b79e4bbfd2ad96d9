package archive

import (
	"context"
	"strings"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/feeds"
	"readout/feeds/clean"
)

// insert adds a new article with all that belongs to it.
func (p *putter) insert(ctx context.Context, b Briefed) (int64, error) {
	a, brief := b.Article, b.brief()
	if a.FirstSeen.IsZero() {
		a.FirstSeen = p.a.now()
	}
	source, tags, err := p.number(ctx, a, brief)
	if err != nil {
		return 0, err
	}
	res, err := p.exec(ctx, `INSERT INTO articles (id, sort, source, lang, quotes, signers, facets, rules)
		VALUES (coalesce((SELECT max(id) FROM articles), ?) + 1, ?, ?, ?, ?, ?, ?, ?)`,
		p.a.firstKey, sortTime(a).Unix(), source, a.Lang, len(brief.Quotes), signers(brief), packFacets(tags), brief.Rules)
	if err != nil {
		return 0, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return 0, err
	}
	_, err = p.exec(ctx, `INSERT INTO heads (article, ident, url, key, feed, title, byline, published, zone, day, updated, date_text, seen, origin, teaser, actors, topics, hash)
		VALUES (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, a.ID, a.URL, clean.Key(a.URL), p.feed, a.Title, a.Byline, unix(a.Published), a.Offset, unix(a.Day), unix(a.Updated), a.DateText, a.FirstSeen.Unix(), string(a.From), a.Teaser,
		topActors(brief), topicNames(brief), Hash(a))
	if err != nil {
		return 0, err
	}
	return id, p.parts(ctx, id, b, tags)
}

// revise replaces the text of an article and keeps the earlier one. What the
// reader did with it, and its place in the order of time, stay.
func (p *putter) revise(ctx context.Context, old *kept, b Briefed) error {
	_, err := p.exec(ctx, `INSERT INTO revisions (article, until, title, text)
		SELECT h.article, ?, h.title, b.text FROM heads h JOIN bodies b ON b.article = h.article WHERE h.article = ?`, p.a.now().Unix(), old.id)
	if err == nil {
		_, err = p.exec(ctx, "UPDATE articles SET revised = 1 WHERE id = ?", old.id)
	}
	if err != nil {
		return err
	}
	return p.rewrite(ctx, old.id, b)
}

// rewrite gives an article another text.
func (p *putter) rewrite(ctx context.Context, id int64, b Briefed) error {
	a, brief := b.Article, b.brief()
	source, tags, err := p.number(ctx, a, brief)
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, `UPDATE heads SET url = ?, key = ?, feed = nullif(?, 0), title = ?, byline = ?, published = coalesce(?, published),
		zone = ?, day = ?, updated = ?, date_text = ?, origin = ?, teaser = ?, actors = ?, topics = ?, hash = ? WHERE article = ?`,
		a.URL, clean.Key(a.URL), p.feed, a.Title, a.Byline, unix(a.Published), a.Offset, unix(a.Day), unix(a.Updated), a.DateText, string(a.From), a.Teaser,
		topActors(brief), topicNames(brief), Hash(a), id)
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, "UPDATE articles SET source = ?, lang = ?, quotes = ?, signers = ?, facets = ?, rules = ? WHERE id = ?",
		source, a.Lang, len(brief.Quotes), signers(brief), packFacets(tags), brief.Rules, id)
	if err != nil {
		return err
	}
	if err := p.dropParts(ctx, id); err != nil {
		return err
	}
	return p.parts(ctx, id, b, tags)
}

// rebrief replaces the brief of an article whose text stayed the same.
func (p *putter) rebrief(ctx context.Context, id int64, item Briefed) error {
	b := item.brief()
	_, tags, err := p.number(ctx, item.Article, b)
	if err != nil {
		return err
	}
	_, err = p.exec(ctx, "UPDATE articles SET quotes = ?, signers = ?, facets = ?, rules = ? WHERE id = ?",
		len(b.Quotes), signers(b), packFacets(tags), b.Rules, id)
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, "UPDATE heads SET actors = ?, topics = ? WHERE article = ?", topActors(b), topicNames(b), id); err != nil {
		return err
	}
	if err := p.keepBrief(ctx, id, &item); err != nil {
		return err
	}
	if err := p.dropTags(ctx, id); err != nil {
		return err
	}
	return p.addTags(ctx, id, tags)
}

// parts adds body, full-text row and tags of an article.
func (p *putter) parts(ctx context.Context, id int64, b Briefed, tags []tagged) error {
	b.compress()
	if _, err := p.exec(ctx, "INSERT INTO bodies (article, text, extras, sum) VALUES (?, ?, ?, ?)", id, b.text, b.extras, b.sum); err != nil {
		return err
	}
	if err := p.keepBrief(ctx, id, &b); err != nil {
		return err
	}
	if _, err := p.exec(ctx, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", id, spread(b.Article.Title), spread(b.Article.Text)); err != nil {
		return err
	}
	return p.addTags(ctx, id, tags)
}

func (p *putter) keepBrief(ctx context.Context, id int64, b *Briefed) error {
	if b.compressBrief(); b.record == nil {
		return nil
	}
	_, err := p.exec(ctx, "INSERT INTO briefs (article, brief) VALUES (?, ?) ON CONFLICT DO UPDATE SET brief = excluded.brief", id, b.record)
	return err
}

func (p *putter) dropParts(ctx context.Context, id int64) error {
	if _, err := p.exec(ctx, "DELETE FROM bodies WHERE article = ?", id); err != nil {
		return err
	}
	if _, err := p.exec(ctx, "DELETE FROM briefs WHERE article = ?", id); err != nil {
		return err
	}
	if _, err := p.exec(ctx, "DELETE FROM search WHERE rowid = ?", id); err != nil {
		return err
	}
	return p.dropTags(ctx, id)
}

// dropTags removes what the engine found; the user's own tags stay.
func (p *putter) dropTags(ctx context.Context, id int64) error {
	_, err := p.exec(ctx, "DELETE FROM tags WHERE article = ? AND (SELECT n.field FROM names n WHERE n.id = tags.name) <> 'tag'", id)
	return err
}

// tagged is a name of an article by its number.
type tagged struct {
	name  int64
	field string
	roles int
}

// number gives the source and all names of an article their numbers.
func (p *putter) number(ctx context.Context, a feeds.Article, b briefing.Brief) (source int64, tags []tagged, err error) {
	if source, err = p.intern(ctx, ref{field: "source", name: a.Source}); err != nil {
		return 0, nil, err
	}
	at := map[int64]int{}
	for _, r := range refs(b) {
		name, err := p.intern(ctx, r.ref)
		if err != nil {
			return 0, nil, err
		}
		if i, ok := at[name]; ok {
			tags[i].roles |= r.roles
			continue
		}
		at[name] = len(tags)
		tags = append(tags, tagged{name, r.field, r.roles})
	}
	return source, tags, nil
}

func (p *putter) addTags(ctx context.Context, id int64, tags []tagged) error {
	for _, t := range tags {
		if _, err := p.exec(ctx, "INSERT INTO tags (name, article, roles) VALUES (?, ?, ?)", t.name, id, t.roles); err != nil {
			return err
		}
	}
	return nil
}

// maxRefs bounds the names of one article that can be filtered by.
const maxRefs = 300

// roleRef is a name of an article with what it does there.
type roleRef struct {
	ref
	roles int
}

// refs are the names that an article can be filtered by.
func refs(b briefing.Brief) []roleRef {
	var out []roleRef
	add := func(roles int, field, id, name, kind string) {
		if name != "" && len(out) < maxRefs {
			out = append(out, roleRef{ref{field, id, name, kind}, roles})
		}
	}
	for _, x := range b.Actors {
		add(roleBits(x.Roles), "actor", x.ID, x.Name, string(x.Kind))
	}
	for _, x := range b.Topics {
		add(0, "topic", x.ID, x.Name, "")
	}
	for _, q := range b.Quotes {
		if q.Speaker != nil {
			add(0, "speaker", q.Speaker.Actor, q.Speaker.Name, "")
		}
	}
	if b.Signatories != nil {
		for _, s := range b.Signatories.People {
			add(0, "signatory", s.Actor, s.Name, string(s.Kind))
		}
	}
	return out
}

var roleBit = map[actors.Role]int{actors.Speaker: 1, actors.Signatory: 2, actors.Addressee: 4, actors.Mentioned: 8}

func roleBits(roles []actors.Role) int {
	bits := 0
	for _, r := range roles {
		bits |= roleBit[r]
	}
	return bits
}

func (b Briefed) brief() briefing.Brief {
	if b.Brief == nil {
		return briefing.Brief{}
	}
	return *b.Brief
}

func signers(b briefing.Brief) int {
	if b.Signatories == nil {
		return 0
	}
	return len(b.Signatories.People)
}

// topActors are the names of the three most salient actors, one a line.
func topActors(b briefing.Brief) string {
	var names []string
	for _, x := range b.Actors {
		if x.Name != "" && len(names) < 3 {
			names = append(names, x.Name)
		}
	}
	return strings.Join(names, "\n")
}

func topicNames(b briefing.Brief) string {
	names := make([]string, len(b.Topics))
	for i, t := range b.Topics {
		names[i] = t.Name
	}
	return strings.Join(names, "\n")
}
