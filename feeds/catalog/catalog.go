// Package catalog holds what Readout ships: the starter feeds, and the sample
// edition that is shown without a network.
package catalog

import "readout/feeds"

// Starter returns the feeds a first run subscribes to, grouped.
func Starter() []feeds.Subscription { return nil }

// Sample returns the built-in sample edition: invented articles by invented
// outlets, newest first, with fixed dates.
func Sample() []feeds.Article { return nil }
