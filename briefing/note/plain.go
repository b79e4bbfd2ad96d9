package note

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/feeds"
)

// Text returns the brief of an article as plain text for a terminal or a mail:
// the sections of the note under labels that read well aloud. Lines are not
// wrapped. The texts are the article's own; its cleaner made them safe.
func Text(a feeds.Article, b briefing.Brief, o Options) []byte {
	p := &plain{a: a, o: o}
	p.say("%s", a.Title)
	p.say("%s · %s · %s", orUnknownWhat(a.Source, "outlet"), orUnknownWhat(a.Byline, "author"), orUnknownWhat(dated(a), "date"))
	if u := link(a.URL); u != "" {
		p.say("%s", u)
	}
	p.brief(b)
	if s := unread(b); s != "" {
		p.say("\n%s", s)
	}
	p.changed(o.Changed)
	if len(b.Quotes) > 0 {
		p.say("\nQuotes")
	}
	for _, q := range b.Quotes {
		p.quote(q)
	}
	p.signatories(b.Signatories)
	p.since(o.Since)
	p.list("Also reported by", o.Also)
	p.told(o.Told)
	for i, l := range o.Lit {
		if i == 0 {
			p.say("\nHighlights")
		}
		where := "no longer in the article"
		if l.Paragraph > 0 {
			where = fmt.Sprintf("paragraph %d", l.Paragraph)
		}
		p.say("“%s” (%s)", flat(l.Words), where)
	}
	if strings.TrimSpace(o.Notes) != "" {
		p.say("\nNotes\n%s", strings.TrimSpace(o.Notes))
	}
	return p.out.Bytes()
}

type plain struct {
	a   feeds.Article
	o   Options
	out bytes.Buffer
}

func (p *plain) say(format string, args ...any) { fmt.Fprintf(&p.out, format+"\n", args...) }

func (p *plain) brief(b briefing.Brief) {
	for i, s := range b.Summary {
		switch i {
		case 0:
			p.say("\nBottom line")
		case 1:
			p.say("\nSummary")
		}
		p.say("%s (paragraph %d)", flat(p.a.Text[s.Start:s.End]), s.Paragraph)
	}
	var named, topics []string
	for _, x := range b.Actors {
		if x.Name != "" && len(named) < 12 {
			named = append(named, x.Name)
		}
	}
	for _, t := range b.Topics {
		topics = append(topics, t.Name)
	}
	p.list("Actors", named)
	p.list("Topics", topics)
}

func (p *plain) changed(c *Change) {
	if c == nil {
		return
	}
	p.say("\nWhat changed\n%s changed this article; seen %s.", orUnknownWhat(flat(string(c.Outlet)), "outlet"), when(c.When))
	if c.Was != "" {
		p.say("Title before: %s", flat(string(c.Was)))
	}
	for _, s := range c.Added {
		p.say("Now in it: %s", flat(string(s)))
	}
	for _, s := range c.Removed {
		p.say("No longer in it: %s", flat(string(s)))
	}
	for _, q := range c.Gone {
		if q.Now != "" {
			p.say("A quote that changed: “%s”; now: “%s”", flat(string(q.Words)), flat(string(q.Now)))
		} else {
			p.say("A quote that is gone: “%s”", flat(string(q.Words)))
		}
	}
}

func (p *plain) quote(q quotes.Quote) {
	who := "speaker " + unknown
	if s := q.Speaker; s != nil {
		who = s.Name
		if who == "" {
			who = fmt.Sprintf("“%s”, name %s", flat(p.a.Text[s.Start:s.End]), unknown)
		}
		if role := p.o.role(s); role != "" {
			who += ", " + role
		}
	}
	p.say("“%s”\n  — %s, paragraph %d", flat(p.a.Text[q.Start:q.End]), who, q.Paragraph)
}

func (p *plain) signatories(l *signatories.List) {
	if l == nil {
		return
	}
	p.say("\nSignatories")
	stated := unknown
	if l.Total > 0 {
		stated = fmt.Sprint(l.Total)
	}
	to := ""
	switch {
	case l.Addressee != "":
		to = " to " + l.Addressee
	case l.Document == signatories.Letter:
		to = ", addressee " + unknown
	}
	p.say("%s%s; stated: %s, named: %d", l.Document, to, stated, len(l.People))
	if l.Partial {
		p.say("The text says that there are more than it names.")
	}
	for _, s := range l.People {
		var about []string
		for _, f := range []struct{ name, value string }{{"party", s.Party}, {"region", s.Region}, {"country", s.Country}, {"role", s.Role}} {
			if f.value == "" {
				continue
			}
			if slices.Contains(s.Filled, f.name) {
				f.value += " (registry)"
			}
			about = append(about, f.value)
		}
		if len(about) == 0 {
			about = []string{"party and region " + unknown}
			if s.Kind != signatories.Person {
				about = []string{string(s.Kind)}
			}
		}
		p.say("- %s: %s", s.Name, strings.Join(about, ", "))
	}
}

func (p *plain) list(label string, items []string) {
	if len(items) > 0 {
		p.say("\n%s\n%s", label, strings.Join(items, "; "))
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func orUnknownWhat(s, what string) string {
	if s == "" {
		return what + " " + unknown
	}
	return s
}

func (p *plain) since(s *Since) {
	if s == nil {
		return
	}
	p.say("Since %s (“%s”, %s): %s; %d the same", s.Day, flat(string(s.Title)), orUnknownWhat(flat(string(s.Outlet)), "outlet"), s.Counts(), s.Same)
	for _, n := range s.Added {
		p.say("  new: %s", flat(string(n)))
	}
	for _, n := range s.Gone {
		p.say("  no longer there: %s", flat(string(n)))
	}
}

func (p *plain) told(t *Told) {
	if t == nil {
		return
	}
	if out, err := t.Text(""); err == nil { // the built-in template fits every comparison; the tests prove it
		p.out.WriteByte('\n')
		p.out.Write(out)
	}
}
