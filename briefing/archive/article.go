package archive

import (
	"context"
	"strconv"
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
	res, err := p.exec(ctx, `INSERT INTO articles (id, sort, tie, source, lang, quotes, signers, roles, names, rules, stamp)
		VALUES (coalesce((SELECT max(id) FROM articles), ?) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, `+theChange+`)`,
		p.a.firstKey, sortTime(a).Unix(), tie(b), source, a.Lang, len(brief.Quotes), signers(brief), allRoles(tags), packNames(tags), brief.Rules)
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
	p.addTags(id, tags)
	return id, p.parts(ctx, id, b)
}

// revise replaces the text of an article and keeps the earlier one. What the
// reader did with it, and its place in the order of time, stay.
func (p *putter) revise(ctx context.Context, old *kept, b Briefed) error {
	_, err := p.exec(ctx, `INSERT INTO revisions (article, until, title, text)
		SELECT h.article, ?, h.title, b.text FROM heads h JOIN bodies b ON b.article = h.article WHERE h.article = ?`, p.a.now().Unix(), old.id)
	if err == nil {
		_, err = p.exec(ctx, "UPDATE articles SET revised = 1, stamp = "+theChange+" WHERE id = ?", old.id)
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
	if err := p.retag(ctx, id, tags); err != nil {
		return err
	}
	_, err = p.exec(ctx, "UPDATE articles SET source = ?, lang = ?, quotes = ?, signers = ?, roles = ?, names = ?, rules = ?, stamp = "+theChange+" WHERE id = ?",
		source, a.Lang, len(brief.Quotes), signers(brief), allRoles(tags), packNames(tags), brief.Rules, id)
	if err != nil {
		return err
	}
	if err := p.dropParts(ctx, id); err != nil {
		return err
	}
	return p.parts(ctx, id, b)
}

// rebrief replaces the brief of an article whose text stayed the same.
func (p *putter) rebrief(ctx context.Context, id int64, item Briefed) error {
	b := item.brief()
	_, tags, err := p.number(ctx, item.Article, b)
	if err != nil {
		return err
	}
	if err := p.retag(ctx, id, tags); err != nil {
		return err
	}
	_, err = p.exec(ctx, "UPDATE articles SET quotes = ?, signers = ?, roles = ?, names = ?, rules = ?, stamp = "+theChange+" WHERE id = ?",
		len(b.Quotes), signers(b), allRoles(tags), packNames(tags), b.Rules, id)
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, "UPDATE heads SET actors = ?, topics = ? WHERE article = ?", topActors(b), topicNames(b), id); err != nil {
		return err
	}
	return p.keepBrief(ctx, id, &item)
}

// parts adds body, brief and full-text row of an article.
func (p *putter) parts(ctx context.Context, id int64, b Briefed) error {
	b.compress()
	if _, err := p.exec(ctx, "INSERT INTO bodies (article, text, extras, sum) VALUES (?, ?, ?, ?)", id, b.text, b.extras, b.sum); err != nil {
		return err
	}
	if err := p.keepBrief(ctx, id, &b); err != nil {
		return err
	}
	_, err := p.exec(ctx, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", id, spread(b.Article.Title), spread(b.Article.Text))
	return err
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
	_, err := p.exec(ctx, "DELETE FROM search WHERE rowid = ?", id)
	return err
}

// theChange is the number of the change that is being made: what the ledger
// holds of an article is never written without it.
const theChange = "(SELECT changes FROM clock)"

// tie orders articles of one moment: as they stand in their feed's document,
// then by ID.
func tie(b Briefed) int64 {
	id, _ := strconv.ParseUint(b.Article.ID[:min(8, len(b.Article.ID))], 16, 32) // 0 for an ID of another form
	return int64(b.place)<<32 | int64(id)
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

// allRoles are the roles that any of an article's actors has.
func allRoles(tags []tagged) int {
	roles := 0
	for _, t := range tags {
		roles |= t.roles
	}
	return roles
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
