package actors

import (
	"fmt"
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Sen. Ada Moreno met the ICC prosecutor in Kyiv.\n\nMoreno, D-Ill., said Russia's Ministry of Foreign Affairs (MFA) was silent.",
		"U.S.-led, Russia-backed “Earl “Buddy” Hart", "l'Ukraine et Україні", "Ministry of", "(ABC)", "Bank of the", "U.S",
	} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, title, s string) {
		a := feeds.Article{Title: strings.ToValidUTF8(title, "?"), Text: strings.ToValidUTF8(s, "?")}
		d := text.New(a)
		for _, a := range find(d, Builtin()) {
			checkMentions(t, d, a.Mentions)
			if d.Head != nil {
				checkMentions(t, d.Head, a.HeadMentions)
			} else if len(a.HeadMentions) > 0 {
				t.Fatal("a mention in a headline that is not there")
			}
			if a.Salience < 0 || a.Salience > 1 || a.Name == "" || len(a.Roles) == 0 || a.ID != "" && len(a.Candidates) > 0 {
				t.Fatalf("bad actor %+v", a)
			}
		}
	})
}

func checkMentions(t *testing.T, d *text.Doc, all []Mention) {
	end := 0
	for _, m := range all {
		if m.Start < end || m.Empty() || m.End > len(d.Text) || m.Why == "" || strings.TrimSpace(d.Str(m.Span)) != d.Str(m.Span) {
			t.Fatalf("bad mention %+v", m)
		}
		end = m.End
	}
}

func BenchmarkFind(b *testing.B) {
	para := "Sen. Ada Moreno (D-Ill.) met Ukrainian President Volodymyr Zelenskyy in Kyiv on Monday, where the two of them said that they had agreed. " +
		"Moreno told the Senate Foreign Relations Committee that Russia's Ministry of Foreign Affairs and the Kremlin had not replied. " +
		"The harbour workers want to know whether the plan will hold, and when the money comes; nobody at the International Criminal Court would say so. "
	d := text.New(feeds.Article{Text: strings.Repeat(para+"\n\n", 14)})
	r := Builtin()
	find(d, r)
	b.ReportAllocs()
	for b.Loop() {
		find(d, r)
	}
	b.ReportMetric(float64(len(d.Tokens)), "tokens")
}

// BenchmarkFindLong shows that the cost grows in line with the text.
func BenchmarkFindLong(b *testing.B) {
	para := "Sen. Ada Moreno (D-Ill.) met the Security Council of Russia and the ICC in Georgia, where the Harbour Board (HB), Karl Moreno and Congress agreed with India's Congress on AP. "
	for _, n := range []int{500, 5000} {
		d := text.New(feeds.Article{Text: strings.Repeat(para, n)})
		b.Run(fmt.Sprint(len(d.Text)>>10, "KiB"), func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			for b.Loop() {
				find(d, Builtin())
			}
		})
	}
}
