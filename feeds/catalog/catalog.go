// Package catalog holds what Readout ships: the starter feeds (starter.tsv),
// and the sample edition that is shown without a network (sample/).
package catalog

import (
	_ "embed"
	"strings"
	"sync"

	"readout/feeds"
	"readout/feeds/datafile"
)

//go:embed starter.tsv
var starterTable string

// Unchecked is the attribute of a starter feed that nobody is known to have
// fetched lately; its value says since when it is listed. Such a feed may fail.
const Unchecked = "readoutUnchecked"

var starter = sync.OnceValue(func() []feeds.Subscription {
	var subs []feeds.Subscription
	for line := range datafile.Lines(starterTable) {
		f := strings.Split(line, "\t")
		s := feeds.Subscription{Group: f[0], Title: f[1], URL: f[2], Site: f[3]}
		if strings.HasPrefix(f[5], "listed") {
			s.Attrs = map[string]string{Unchecked: f[5]}
		}
		subs = append(subs, s)
	}
	return subs
})

// Starter returns the feeds a first run subscribes to, grouped, in the order
// they are shown. The caller may change what it gets.
func Starter() []feeds.Subscription {
	subs := append([]feeds.Subscription(nil), starter()...)
	for i, s := range subs {
		if s.Attrs != nil {
			subs[i].Attrs = map[string]string{Unchecked: s.Attrs[Unchecked]}
		}
	}
	return subs
}
