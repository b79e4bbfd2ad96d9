package opml

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"readout/feeds"
)

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0" xmlns:r="https://reader.example/ns"><head><title>Mine</title></head><body>
<outline text="Top &amp; first" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/>
<outline text="World"><outline text="Asia/Pacific" isOpen="true">
  <outline title="Only a title" xmlUrl="https://b.example/rss" r:fulltext="on" r:text="n"/>
  <outline text="Short" title="The long title" type="atom" description="d" xmlUrl="http://c.example/atom"></outline>
</outline><outline text="  Two
lines " XMLURL="file:///home/me/feed.xml" category="/a,/b"/></outline>
<outline text="After" xmlUrl="https://user:pw@d.example/"/>
<outline text="Old style" type="rss" url="https://e.example/rss"/>
</body></opml>`

var parsed = []feeds.Subscription{
	{URL: "https://a.example/feed?x=1&y=2", Title: "Top & first", Site: "https://a.example/"},
	{URL: "https://b.example/rss", Title: "Only a title", Group: `World/Asia\/Pacific`, Attrs: map[string]string{"https://reader.example/ns|fulltext": "on", "https://reader.example/ns|text": "n"}},
	{URL: "http://c.example/atom", Title: "Short", Group: `World/Asia\/Pacific`, Attrs: map[string]string{"title": "The long title", "type": "atom", "description": "d"}},
	{URL: "file:///home/me/feed.xml", Title: "Two lines", Group: "World", Attrs: map[string]string{"category": "/a,/b"}},
	{URL: "https://user:pw@d.example/", Title: "After"},
	{URL: "https://e.example/rss", Title: "Old style"},
}

func TestParse(t *testing.T) {
	got, err := Parse(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, parsed)
}

func compare(t *testing.T, got, want []feeds.Subscription) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d feeds, want %d: %+v", len(got), len(want), got)
	}
	for i := range want {
		if len(got[i].Attrs) == 0 {
			got[i].Attrs = nil
		}
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("feed %d: %+v\nwant %+v", i, got[i], want[i])
		}
	}
}

func TestRoundTripLosesNothing(t *testing.T) {
	var first, second bytes.Buffer
	if err := Write(&first, `Mine & "yours" <1>`, parsed); err != nil {
		t.Fatal(err)
	}
	got, err := Parse(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	// a group stands together where its first feed does
	want := []feeds.Subscription{parsed[0], parsed[1], parsed[2], parsed[3], parsed[4], parsed[5]}
	compare(t, got, want)
	if err := Write(&second, `Mine & "yours" <1>`, got); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("second writing differs:\n%s\n%s", &first, &second)
	}
}

func TestExportHoldsNoSecretsAndNoFiles(t *testing.T) {
	var b bytes.Buffer
	if err := Export(&b, "Mine", parsed); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "pw@") || strings.Contains(s, "file:") || !strings.Contains(s, "https://d.example/") {
		t.Error(s)
	}
}

func TestEncodings(t *testing.T) {
	body := `<opml version="2.0"><body><outline text="Новини світу" xmlUrl="https://a.example/"/></body></opml>`
	cp1251, err := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?>` + body)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version='1.0' encoding='UTF-16'?>` + body)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{body, "\uFEFF" + body, "\n\n" + body, cp1251, utf16} {
		got, err := Parse(strings.NewReader(source))
		if err != nil || len(got) != 1 || got[0].Title != "Новини світу" {
			t.Errorf("%.50q: %+v, %v", source, got, err)
		}
	}
}

func TestNoList(t *testing.T) {
	for _, source := range []string{"", "hello", "<rss><channel/></rss>", "<html><body><outline xmlUrl='x'/></body></html>", `{"feeds":[]}`} {
		if got, err := Parse(strings.NewReader(source)); !errors.Is(err, ErrNotList) {
			t.Errorf("%q: %+v, %v", source, got, err)
		}
	}
	broken := `<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B`
	if got, err := Parse(strings.NewReader(broken)); len(got) != 1 || !errors.Is(err, ErrNotList) {
		t.Errorf("a list that breaks off: %+v, %v", got, err)
	}
}

func TestFloods(t *testing.T) {
	for name, source := range map[string]string{
		"nesting": "<opml><body>" + strings.Repeat(`<outline text="x">`, 1000),
		"feeds":   "<opml><body>" + strings.Repeat(`<outline xmlUrl="https://a.example/"/>`, maxFeeds+1),
		"bytes":   "<opml>" + strings.Repeat(" ", maxBytes),
	} {
		if _, err := Parse(strings.NewReader(source)); !errors.Is(err, feeds.ErrTooLarge) {
			t.Errorf("%s: %v, want ErrTooLarge", name, err)
		}
	}
}

// What stands behind the end of a damaged list, or of one that is too long, is
// said to be missing.
func TestImportOfAPart(t *testing.T) {
	for name, source := range map[string]string{
		"damaged":       `<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B`,
		"long":          "<opml><body>" + strings.Repeat(`<outline xmlUrl="https://a.example/"/>`, maxFeeds+1),
		"long urls":     strings.Repeat("https://a.example/\n", maxFeeds+1),
		"long nom list": "feeds:\n" + strings.Repeat("- url: https://a.example/\n", maxFeeds+1),
	} {
		got, refused, err := Import([]byte(source))
		if err != nil || len(got) != 1 || len(refused) == 0 || refused[len(refused)-1].Line != restOfList {
			t.Errorf("%s: %d feeds, %d refused, %v", name, len(got), len(refused), err)
		}
	}
}

func TestImport(t *testing.T) {
	got, refused, err := Import([]byte(list))
	if err != nil || len(got) != 5 || len(refused) != 1 || !strings.Contains(refused[0].Why, "by hand") {
		t.Fatalf("%+v, %+v, %v", got, refused, err)
	}
	if got[3].URL != "https://d.example/" {
		t.Errorf("user information was taken over: %q", got[3].URL)
	}
	hostile := `<opml><body><outline text="&#27;]52;c;x&#7;Name" xmlUrl="https://a.example/"/><outline xmlUrl="|rm -rf ~"/><outline xmlUrl="exec:sh -c x"/>
<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="feed:https://b.example/"/><outline xmlUrl="https://a.example/"/><outline xmlUrl="https:///nohost"/></body></opml>`
	got, refused, err = Import([]byte(hostile))
	if err != nil || len(got) != 2 || len(refused) != 6 || got[1].URL != "https://b.example/" {
		t.Fatalf("%+v, %+v, %v", got, refused, err)
	}
	if strings.ContainsAny(got[0].Title, "\x1b\x07") {
		t.Errorf("title %q", got[0].Title)
	}
	for _, r := range refused {
		if r.Why == "" || r.Line == "" {
			t.Errorf("refused without a word: %+v", r)
		}
	}
	if _, _, err := Import([]byte("\n \n")); !errors.Is(err, ErrNotList) {
		t.Errorf("an empty list: %v", err)
	}
}

func TestImportNewsboat(t *testing.T) {
	urls := `# my feeds
https://a.example/feed "World news" asia "~The A Paper" # with a comment
https://b.example/rss "!hidden" "a \"quoted\" tag"

http://c.example/x#part
"query:Unread:unread = \"yes\"" all
filter:~/bin/f.py:https://d.example/
exec:~/bin/make-feed
file:///home/me/feed.xml
`
	got, refused, err := Import([]byte(urls))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, []feeds.Subscription{
		{URL: "https://a.example/feed", Title: "The A Paper", Group: "World news"},
		{URL: "https://b.example/rss", Group: `a "quoted" tag`},
		{URL: "http://c.example/x#part"},
	})
	if len(refused) != 4 {
		t.Errorf("refused %+v", refused)
	}
}

func TestImportNom(t *testing.T) {
	config := `configpath: /home/me/.config/nom/config.yml
showfavourites: false
feeds:
    - url: https://a.example/feed
      name: A Paper
    # - url: https://off.example/
    - name: "B: the paper"
      url: 'https://b.example/rss' # daily
    - url: /home/me/feed.xml
openers:
    - regex: youtube
      cmd: mpv %s
`
	got, refused, err := Import([]byte(config))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, []feeds.Subscription{{URL: "https://a.example/feed", Title: "A Paper"}, {URL: "https://b.example/rss", Title: "B: the paper"}})
	if len(refused) != 1 {
		t.Errorf("refused %+v", refused)
	}
}

func FuzzOPML(f *testing.F) {
	f.Add([]byte(list))
	f.Add([]byte("https://a.example/ \"~x\" y\nexec:z"))
	f.Add([]byte("feeds:\n- url: https://a.example/\n  name: x"))
	f.Add([]byte(`<opml xmlns:a="b"><outline a:b="c" xmlUrl="d" text="/\"/>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		subs, _ := Parse(bytes.NewReader(raw))
		var first, second bytes.Buffer
		if err := Write(&first, "t", subs); err != nil {
			t.Fatal(err)
		}
		again, err := Parse(bytes.NewReader(first.Bytes()))
		if err != nil || len(again) != len(subs) {
			t.Fatalf("written list of %d feeds reads as %d: %v\n%s", len(subs), len(again), err, &first)
		}
		if err := Write(&second, "t", again); err != nil || first.String() != second.String() {
			t.Fatalf("second writing differs: %v\n%s\n%s", err, &first, &second)
		}
		kept, _, _ := Import(raw)
		for _, s := range kept {
			if !strings.HasPrefix(s.URL, "http") || strings.ContainsAny(s.URL+s.Title+s.Group, "\x1b\x00") {
				t.Errorf("imported %+v", s)
			}
		}
	})
}
