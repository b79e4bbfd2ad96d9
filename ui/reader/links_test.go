package reader

import "testing"

func TestUnpunctuated(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/x.":         "https://a.example/x",
		"https://a.example/x).":        "https://a.example/x",
		"https://a.example/Port_(sea)": "https://a.example/Port_(sea)",
		"https://a.example/P_(s)),":    "https://a.example/P_(s)",
		"https://a.example/q?a[]=1]’":  "https://a.example/q?a[]=1",
		"https://a.example/":           "https://a.example/",
	} {
		if got := unpunctuated(url); got != want {
			t.Errorf("%s: %s, want %s", url, got, want)
		}
	}
}
