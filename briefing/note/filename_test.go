package note

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"readout/feeds"
)

var (
	safeName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.md$`)
	// reserved are the names that Windows gives to devices, whatever their extension.
	reserved = regexp.MustCompile(`^(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$`)
)

// FuzzFileName has names of anything: they are safe on every system, equal
// under every folding of case and of normal form, and never go elsewhere.
func FuzzFileName(f *testing.F) {
	for _, s := range append(hostile, "../../etc/passwd", `..\..\x`, "/etc/passwd", `C:\con`, "NUL", "com1", "a\x00b", "-rf", ".hidden", "~user", "name. ", strings.Repeat("long ", 200), "İstanbul", "ﬁn", "e\u0301\u0301", "\u202egpj.exe") {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, outlet, title string) {
		for _, published := range []time.Time{{}, time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), time.Date(12026, 3, 4, 0, 0, 0, 0, time.UTC)} {
			name := FileName(feeds.Article{ID: "0123456789abcdef0123456789abcdef", Source: outlet, Title: title, Published: published})
			if !safeName.MatchString(name) || len(name) > 120 || reserved.MatchString(name) {
				t.Fatalf("FileName(%q, %q) = %q", outlet, title, name)
			}
		}
		if key := CiteKey(feeds.Article{ID: "0123456789abcdef", Source: outlet, Title: title}); !regexp.MustCompile(`^[a-z0-9]+$`).MatchString(key) {
			t.Fatalf("CiteKey(%q, %q) = %q", outlet, title, key)
		}
	})
}

// TestSpellsByLanguage writes letters that languages read otherwise as each reads them.
func TestSpellsByLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"uk":    "undated-holova-mytynhu.md",
		"":      "undated-holova-mytynhu.md",
		"ru":    "undated-golova-mitingu.md",
		"ru-RU": "undated-golova-mitingu.md",
	} {
		if got := FileName(feeds.Article{Title: "Голова митингу", Lang: lang}); got != want {
			t.Errorf("%q: %s, want %s", lang, got, want)
		}
	}
}
