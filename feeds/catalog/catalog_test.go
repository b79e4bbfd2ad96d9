package catalog

import (
	"encoding/csv"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/testkit"
)

func TestStarter(t *testing.T) {
	subs := Starter()
	if len(subs) < 35 || len(subs) > 50 {
		t.Errorf("%d starter feeds, want about 40", len(subs))
	}
	seen, unchecked := map[string]bool{}, 0
	group, groups := "", map[string]bool{}
	for _, s := range subs {
		for _, address := range []string{s.URL, s.Site} {
			if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
				t.Errorf("%s: address %q", s.Title, address)
			}
		}
		if s.Title == "" || s.Group == "" || seen[s.URL] || seen[s.Title] {
			t.Errorf("feed without title or group, or twice: %+v", s)
		}
		seen[s.URL], seen[s.Title] = true, true
		if s.Group != group && groups[s.Group] {
			t.Errorf("group %q is split", s.Group)
		}
		group, groups[s.Group] = s.Group, true
		if s.Attrs[Unchecked] != "" {
			unchecked++
		}
	}
	if unchecked == 0 || unchecked > len(subs)/3 {
		t.Errorf("%d of %d feeds are unchecked", unchecked, len(subs))
	}
}

func TestCallersCannotChangeTheCatalogue(t *testing.T) {
	Starter()[0].URL = "changed"
	for _, s := range Starter() {
		if s.Attrs != nil {
			s.Attrs[Unchecked] = "changed"
		}
	}
	for _, s := range Starter() {
		if s.URL == "changed" || s.Attrs[Unchecked] == "changed" {
			t.Fatalf("the catalogue was changed: %+v", s)
		}
	}
	Sample()[0].Blocks[0].End = 0
	if Sample()[0].Blocks[0].End == 0 {
		t.Error("the sample edition was changed")
	}
}

func TestSample(t *testing.T) {
	list := Sample()
	if len(list) != 12 {
		t.Fatalf("%d articles, want 12", len(list))
	}
	ids, langs := map[string]bool{}, map[string]int{}
	for i, a := range list {
		if a.Title == "" || a.Source == "" || a.Lang == "" || len(a.ID) != 32 || ids[a.ID] {
			t.Errorf("article %d lacks something or is double: %+v", i, a)
		}
		ids[a.ID] = true
		langs[a.Lang]++
		if u, err := url.Parse(a.URL); err != nil || !strings.HasSuffix(u.Host, ".example") {
			t.Errorf("%s: address %q is not on a domain kept for examples (RFC 2606)", a.Title, a.URL)
		}
		if d := SampleTime().Sub(a.Published); d < 0 || d > 24*time.Hour {
			t.Errorf("%s: published %v, not in the day before the edition", a.Title, a.Published)
		}
		if i > 0 && a.Published.After(list[i-1].Published) {
			t.Errorf("%s: not newest first", a.Title)
		}
		if a.Text != norm.NFC.String(a.Text) || clean.Line(a.Title) != a.Title {
			t.Errorf("%s: text is not clean", a.Title)
		}
		checkBlocks(t, a)
	}
	if langs["en"] != 10 || langs["uk"] != 1 || langs["fr"] != 1 {
		t.Errorf("languages %v", langs)
	}
}

func checkBlocks(t *testing.T, a feeds.Article) {
	t.Helper()
	at := 0
	for _, b := range a.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(a.Text) || strings.TrimSpace(a.Text[at:b.Start]) != "" || !utf8.ValidString(a.Text[b.Start:b.End]) {
			t.Fatalf("%s: block %+v after %d", a.Title, b, at)
		}
		at = b.End
	}
	if at != len(a.Text) {
		t.Errorf("%s: blocks end at %d of %d", a.Title, at, len(a.Text))
	}
}

// TestSampleNamesNoRealLegislator keeps invented senators apart from real ones.
func TestSampleNamesNoRealLegislator(t *testing.T) {
	f, err := os.Open(testkit.Shared(t, "data", "legislators.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, a := range Sample() {
		all.WriteString(a.Text + "\n" + a.Byline + "\n")
	}
	for _, row := range rows[1:] {
		for _, first := range []string{row[1], row[3]} {
			if name := first + " " + row[4]; first != "" && strings.Contains(all.String(), name) {
				t.Errorf("the sample edition names %s", name)
			}
		}
	}
}
