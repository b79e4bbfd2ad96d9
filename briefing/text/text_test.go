package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/feeds"
)

// TestSentences holds boundaries beyond the thirty of the kit, "|" where a
// sentence ends.
func TestSentences(t *testing.T) {
	for _, line := range []string{
		"Der Erlass vom 24. März gilt.|Er wurde am 3. Mai verlängert.",
		"Die Nr. 3 der Liste, z.B. Kohle, fehlt.|Das kostet 3 Mio. Euro.",
		"M. Dupont a signé.|Mme Durand a refusé.",
		"El Sr. Gómez viajó a EE.UU. el lunes.|Volvió el martes.",
		"Він мешкає на вул. Лесі Українки.|Вона сплатила 3 тис. гривень.",
		"It began at 9 p.m. Friday.|It ended at 11 p.m.|No one stayed.",
		"BOSTON, D.C. – The court sat.|HALDEN, N.J. (Wire) — The court rose.",
		"She waited ... and left.|He stayed...|They met.",
		"\"Is it over?\" she asked.|\"It is,\" he said.",
		"He paid $3.5 million.|See https://example.org/a.b?c=D for more.|Write to a.b@example.org.",
		"The vote (it was close.) stands.|It was 5.5 to 4.",
		"«Ми готові», - сказала вона.|«Почнемо завтра.»",
		"Congressman Raul Vega, M.D. (D-Calif.), voted.|He left.",
		"The vote was 78 to 22.|“We cannot wait,” she said.",
		"“It must end now.”|The bill passed.",
		"He voted for S. 47 and H. Con. Res. 25 on Monday.|It passed.",
		"J. R. R. Tolkien wrote it.|W. H. Auden did not.",
		"It was signed by the U.S. and Acme Corp. on Monday.|They left.",
	} {
		d := New(feeds.Article{Text: strings.ReplaceAll(line, "|", " ")})
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Str(s.Span))
		}
		if have := strings.Join(got, "|"); have != line {
			t.Errorf("have %s\nwant %s", have, line)
		}
	}
}

// TestUnspaced: sentences without a space between them.
func TestUnspaced(t *testing.T) {
	for text, want := range map[string]int{
		"The vote was 78 to 22.“We cannot wait,” she said.": 2,
		"“It must end now.”The bill passed.":                2,
		"The session ended.The members left.":               2,
		"She works for Example.Com and Node.JS these days.": 1,
		"It rose 3.5 percent at Yahoo.com.":                 1,
	} {
		if d := New(feeds.Article{Text: text}); len(d.Sentences) != want {
			t.Errorf("%s: %d sentences, want %d", text, len(d.Sentences), want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"wrapped", "The committee of the upper house has not yet said how it\nmeans to answer the letter, and its chair would not comment\nwhen she was asked.\n\nA second paragraph follows here.", 2},
		{"one a line", "The committee has not said how it means to answer the letter.\nIts chair would not comment when she was asked on Friday.\nA third paragraph follows here.", 3},
		{"list", "The letter was signed by\nAnna Berg, of the Harbour Party\nOle Dahl, of the League\nIda Foss", 4},
		{"headline and lede", "Committee keeps its answer to the ministers' letter to itself\nThe committee has not said how it means to answer the letter.", 2},
	} {
		d := New(feeds.Article{Text: c.text})
		if len(d.Paragraphs) != c.want {
			t.Errorf("%s: %d paragraphs, want %d", c.name, len(d.Paragraphs), c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, stated, text string }{
		{"en", "", "The ministers met in the morning and said that it was over."},
		{"uk", "en-US", "Рада ухвалила закон, який набуде чинності, та зобов'язала уряд, що не виконав його, до дій і не лише від імені міст."},
		{"de", "", "Die Minister trafen sich am Morgen und das ist nicht alles."},
		{"pl", "pl", "Ministrowie spotkali się rano."},
		{"fr", "fr-FR", "Bref."},
	} {
		if got := New(feeds.Article{Text: c.text, Lang: c.stated}).Language; got != c.want {
			t.Errorf("%q: have %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add("Head\n\nMr. Smith's U.S. trip cost $3.5 million. \"He left,\" she said.", "Head")
	f.Add("a-b- 'x' ...—.\u00a0D-Ill. (N.Y.) al-Assad’s 24th\n\n\n- x\n• y", "")
	f.Add("Перше. Друге! «Третє?» 3.5 тис.", "Інше")
	f.Fuzz(func(t *testing.T, s, title string) {
		s, title = strings.ToValidUTF8(s, ""), strings.ToValidUTF8(title, "")
		d := New(feeds.Article{Text: s, Title: title, Published: time.Unix(0, 0)})
		check(t, d)
		if d.Head != nil {
			check(t, d.Head)
		}
	})
}

// check proves what every Doc promises: spans in order, on rune boundaries,
// tokens inside sentences inside paragraphs.
func check(t *testing.T, d *Doc) {
	end := 0
	for i, k := range d.Tokens {
		if w := d.Str(k.Span); d.Low(i) != strings.ToLower(w) || d.Straight(i) != straight(strings.ToLower(w)) {
			t.Fatalf("%q folds to %q and %q", w, d.Low(i), d.Straight(i))
		}
		if k.Start < end || k.Empty() || k.End > len(d.Text) || !utf8.ValidString(d.Str(k.Span)) {
			t.Fatalf("token %v after %d in %q", k.Span, end, d.Text)
		}
		end = k.End
	}
	next := 0
	for i, p := range d.Paragraphs {
		if p.First != next || p.Last < p.First {
			t.Fatalf("paragraph %d holds sentences %d to %d, want from %d", i, p.First, p.Last, next)
		}
		next = p.Last
		for _, s := range d.Sentences[p.First:p.Last] {
			if s.Paragraph != i || !p.Holds(s.Span) || s.First >= s.Last || !s.Holds(d.Tokens[s.First].Span) || !s.Holds(d.Tokens[s.Last-1].Span) {
				t.Fatalf("sentence %+v of paragraph %d %v in %q", s, i, p.Span, d.Text)
			}
		}
	}
	for i := 1; i < len(d.Sentences); i++ {
		if d.Sentences[i].First != d.Sentences[i-1].Last {
			t.Fatalf("tokens lost between sentences %d and %d of %q", i-1, i, d.Text)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	s := strings.Repeat("Sen. Dick Durbin, D-Ill., said on Monday that the U.S. Senate would vote. \"We will not yield,\" he added, and left the room.\n\n", 55)
	a := feeds.Article{Text: s, Title: "Senate to vote"}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		New(a)
	}
}
