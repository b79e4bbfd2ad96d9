//go:build bench && linux

package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"readout/feeds"
)

// noon is the moment of all runs: articles lie before it.
var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// story is generated article n: the same number always gives the same words,
// some 2.2 KB of them, of which a few are people, bodies, quotes and dates.
type story struct {
	title string
	paras []string
	at    time.Time
}

var (
	given   = strings.Fields("Anna Ole Maren Tomas Ruth Ivo Selma Piet Clara Jonas Edda Marek Lucia Henrik Vera Samir")
	family  = strings.Fields("Brandt Lunde Okafor Varga Petrescu Holm Castell Ndiaye Ferrer Aldous Moreau Whitlock Stroud Karim")
	office  = []string{"Foreign Minister", "Senator", "Ambassador", "spokesperson", "Defence Secretary", "Prosecutor"}
	bodies  = []string{"the International Criminal Court", "the European Union", "NATO", "the United Nations", "the World Bank", "the State Department", "the European Commission", "the IAEA"}
	places  = strings.Fields("Brussels Geneva Washington Kyiv Vienna Nairobi Ottawa Jakarta Lima Oslo")
	things  = []string{"sanctions", "the ceasefire", "arms exports", "the arrest warrant", "grain shipments", "border controls", "the safeguards report", "asylum rules"}
	verbs   = strings.Fields("said told added warned argued announced")
	days    = strings.Fields("Monday Tuesday Wednesday Thursday Friday")
	filling = strings.Fields("council review harbour measure budget inquiry ferry panel accord deadline region treaty convoy tariff plenary mandate pipeline charter refugee satellite")
)

// generate writes article n.
func generate(n int) story {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	person := func() string { return pick(given) + " " + pick(family) }
	s := story{
		title: fmt.Sprintf("%s weighs %s in %s, paper %d", upper(pick(bodies)), pick(things), pick(places), n),
		at:    noon.Add(-time.Duration(n) * 3 * time.Minute),
	}
	for range 6 + r.IntN(5) {
		who := person()
		s.paras = append(s.paras, fmt.Sprintf("%s %s %s %s on %s that %s would shape the %s of the %s. \"We will not leave %s to the %s alone,\" %s %s. The %s and the %s were put before %s in %s, where %d delegates heard of the %s%d file.",
			upper(pick(office)), who, pick(verbs), pick(bodies), pick(days), pick(things), pick(filling), pick(filling),
			pick(things), pick(filling), strings.Fields(who)[1], pick(verbs), pick(filling), pick(filling), pick(bodies), pick(places), 20+r.IntN(400), pick(filling), r.IntN(5000)))
	}
	if n%1000 == 7 {
		s.paras = append(s.paras, "The word raritas is found in one article of a thousand.")
	}
	return s
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// article is the story as the feeds would give it, for archives that are made
// without a refresh.
func (s story) article(n int) feeds.Article {
	return feeds.Article{
		ID: fmt.Sprintf("%032x", n), URL: fmt.Sprintf("https://outlet%d.example/%d", n%200, n), Source: fmt.Sprintf("Outlet %d", n%200),
		Title: s.title, Text: strings.Join(s.paras, "\n\n"), Published: s.at, FirstSeen: s.at, Lang: "en", From: feeds.FromFeed,
	}
}

// item is the story as an RSS item.
func (s story) item(n int) string {
	return fmt.Sprintf("<item><title>%s</title><link>https://outlet%d.example/%d</link><guid isPermaLink=\"false\">g%d</guid><pubDate>%s</pubDate><description><![CDATA[<p>%s</p>]]></description></item>\n",
		s.title, n%200, n, n, s.at.Format(time.RFC1123Z), strings.Join(s.paras, "</p>\n<p>"))
}
