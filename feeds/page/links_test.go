package page

import "testing"

func TestFeeds(t *testing.T) {
	page := `<html><head><base href="https://courant.example/en/">
<link rel="alternate" type="application/rss+xml" title="All &amp; sundry" href="feed?cat=1&amp;n=2">
<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="//feeds.courant.example/atom">
<link rel="feed" href="https://user:pw@courant.example/feed.json">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">
<link rel="alternate" type="application/json" href="/feed.json">
<link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
<link rel="stylesheet" type="text/css" href="/feed"></head>
<body><a href="/rss/">RSS</a><a href="/world/rss.xml">World</a><a href="feed:https://courant.example/podcast.rss">Podcast</a><a href="https://other.example/feed">A friend's feed</a><a href="/feed-the-birds">No feed</a></body></html>`
	want := []Link{
		{"https://courant.example/en/feed?cat=1&n=2", "All & sundry"},
		{"https://feeds.courant.example/atom", ""},
		{"https://courant.example/feed.json", ""},
		{"https://courant.example/rss/", "RSS"},
		{"https://courant.example/world/rss.xml", "World"},
		{"https://courant.example/podcast.rss", "Podcast"},
	}
	got := Feeds([]byte(page), "https://courant.example/")
	if len(got) != len(want) {
		t.Fatalf("got %d links: %q", len(got), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("link %d: %q, want %q", i, got[i], want[i])
		}
	}
	if got := Feeds([]byte(`<link rel=alternate type=application/rss+xml href=/feed>`), ""); len(got) != 0 {
		t.Errorf("a relative link without a base: %q", got)
	}
}

func TestGuesses(t *testing.T) {
	got := Guesses("https://courant.example/en?x=1")
	if len(got) != 14 || got[0] != "https://courant.example/en/feed/" || got[7] != "https://courant.example/feed/" {
		t.Errorf("%q", got)
	}
	if got := Guesses("https://courant.example/news.html"); len(got) != 7 {
		t.Errorf("%q", got)
	}
	if got := Guesses("file:///etc"); got != nil {
		t.Errorf("%q", got)
	}
}
