package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostileFeed is testdata/hostile.xml with the characters that it names.
func hostileFeed(t *testing.T) string {
	t.Helper()
	return strings.NewReplacer("{ESC}", "\x1b", "{BEL}", "\a", "{CSI}", "\u009b", "{BS}", "\b", "{CR}", "\r", "{VT}", "\v", "{FF}", "\f", "{NUL}", "\x00", "{DEL}", "\x7f",
		"{RLO}", "\u202e", "{PDF}", "\u202c", "{ISO}", "\u2066", "{PDI}", "\u2069", "{ZW}", "\u200b", "{BOM}", "\ufeff", "{WJ}", "\u2060", "{ZWJ}", "\u200d", "{ZWNJ}", "\u200c",
		"{LS}", "\u2028", "{PS}", "\u2029", "{NEL}", "\u0085", "{TAGS}", "\U000e0001\U000e0041\ufff9\ufdd0", "{MARKS}", strings.Repeat("\u0300\u035e", 60), "{LONG}", strings.Repeat("W", 3000),
	).Replace(read(t, "testdata/hostile.xml"))
}

// harmful is what no terminal, pipe or note may be sent: controls but tab and
// line break, bidi overrides and isolates, zero-width spaces, tag characters.
var harmful = regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u00ad\u200b\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")

// TestHostileFeed gives every verb a feed list, a feed and arguments that hold
// what acts on terminals, and looks at each byte that comes out of it.
func TestHostileFeed(t *testing.T) {
	dir := t.TempDir()
	feed := filepath.Join(dir, "feed.xml")
	if err := os.WriteFile(feed, []byte(hostileFeed(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	list := `<opml version="2.0"><body><outline text="Ev&#x202e;il &#27;[31m" category="/&#x202e;x" type="rss" xmlUrl="file://` + filepath.ToSlash(feed) + `"/>
		<outline text="&#x9b;31m" type="rss" xmlUrl="exec:sh -c id"/><outline type="rss" xmlUrl="|id&#x202e;"/><outline type="rss" xmlUrl="javascript:alert(1)"/></body></opml>`
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("READOUT_HOME", dir)
	t.Setenv("READOUT_NOW", "2026-03-04T06:40:00Z")
	run := func(stdin string, args ...string) string {
		t.Helper()
		var out, said bytes.Buffer
		Main(context.Background(), args, strings.NewReader(stdin), &out, &said)
		for _, b := range [][]byte{out.Bytes(), said.Bytes()} {
			if at := harmful.FindIndex(b); at != nil || !utf8.Valid(b) {
				t.Errorf("%q writes %q", args, b[max(0, append(at, 0)[0]-40):min(len(b), append(at, 0, 0)[1]+20)])
			}
		}
		return out.String() + said.String()
	}
	const odd = "\x1b]0;x\a\u202e\u009b31m"
	if said := run("", "refresh"); !strings.Contains(said, "18 articles new") {
		t.Fatalf("refresh: %s", said)
	}
	var first struct{ ID string }
	if err := json.Unmarshal([]byte(run("", "list", "--format", "jsonl", "--limit", "1")), &first); err != nil {
		t.Fatal(err)
	}
	notes := filepath.Join(dir, "notes")
	for _, args := range [][]string{
		{"list"}, {"list", "--format", "json"}, {"list", odd}, {"show", first.ID}, {"show", first.ID, "--format", "md"}, {"show", first.ID, "--format", "json", "--why"}, {"show", odd},
		{"export", "--all", "-o", "-"}, {"export", "--all", "--format", "json", "-o", "-"}, {"export", "--all", "--format", "text", "-o", "-"}, {"export", "--all", "--format", "bibtex", "-o", "-"},
		{"export", "--all", "-o", notes}, {"edition"}, {"edition", "--format", "text"}, {"edition", "--format", "json"}, {"stories"}, {"stories", "--format", "jsonl"},
		{"feeds", "list"}, {"feeds", "check"}, {"feeds", "export"}, {"feeds", "add", "http://a" + odd + ".example/"}, {"feeds", "remove", odd}, {"feeds", "parse", feed}, {"feeds", "parse", "--format", "jsonl", feed},
		{"refresh", "--force", "--format", "json"}, {"refresh", "--feed", odd}, {"read", feed}, {"read", "--title", odd, "-"}, {"read", odd}, {"actors", "show", odd}, {"doctor"}, {"verify", odd}, {"templates", odd},
		{"--" + odd}, {odd}, {"list", "--" + odd}, {"--theme", odd, "list"}, {"help", odd}, {"backup", "/dev/null/" + odd}, {"restore", odd},
	} {
		if run("text "+odd, args...); t.Failed() {
			break
		}
	}
	run("1\nt\nw\nn\nc "+odd+"\ng "+odd+"\nf "+odd+"\nf\ne\nv "+odd+"\na "+odd+"\n"+odd+"\nq\n", "--plain")
	files, err := filepath.Glob(filepath.Join(notes, "*"))
	if err != nil || len(files) != 18 {
		t.Fatalf("%d notes, %v", len(files), err)
	}
	for _, f := range files {
		if note := read(t, f); harmful.MatchString(note) || strings.Contains(note, "tracker.example") || !regexp.MustCompile(`^2026-03-03-[a-z0-9-]+\.md$`).MatchString(filepath.Base(f)) {
			t.Errorf("the note %q: %q", f, harmful.FindString(note))
		}
	}
}
