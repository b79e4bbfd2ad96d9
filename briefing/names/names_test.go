package names

import (
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

// show writes names as title/given/surname/gender>fullest.
func show(s string) string {
	d := text.New(feeds.Article{Text: s})
	all := Find(d, nil)
	var out []string
	for _, n := range all {
		full := "?"
		if n.Full >= 0 {
			full = d.Str(all[n.Full].Span)
		}
		out = append(out, strings.Join([]string{d.Str(n.Title), n.Given, n.Surname, n.Gender}, "/")+">"+full)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Sen. Ada Moreno met Paul K. Stone. Stone smiled at Moreno.",
			"Sen./Ada/Moreno/f>Ada Moreno; /Paul K./Stone/m>Paul K. Stone; //Stone/>Paul K. Stone; //Moreno/>Ada Moreno"},
		{"Foreign Minister Erik van der Berg said no. Van der Berg left.",
			"Foreign Minister/Erik/van der Berg/m>Erik van der Berg; //van der Berg/>Erik van der Berg"},
		{"The Secretary of State Helen Brandt spoke. When Brandt spoke, prime minister Karl Unger slept.",
			"Secretary of State/Helen/Brandt/f>Helen Brandt; //Brandt/>Helen Brandt; prime minister/Karl/Unger/m>Karl Unger"},
		{"The Robert Weiss Foundation and the Labour Party met in New York.", ""},
		{"Mr. Hart and Mrs. Hart saw John Hart and Mary Hart. Hart won.",
			"Mr.//Hart/m>John Hart; Mrs.//Hart/f>Mary Hart; /John/Hart/m>John Hart; /Mary/Hart/f>Mary Hart; //Hart/>?"},
		{"Earl “Buddy” Quill Jr. said so.", "/Earl “Buddy”/Quill/m>Earl “Buddy” Quill Jr."},
		{"Martin Luther King spoke.", "/Martin Luther/King/m>Martin Luther King"},
		{"Zynobe Tarrazh-Keld, 44, left. Tarrazh-Keld won.", "/Zynobe/Tarrazh-Keld/>Zynobe Tarrazh-Keld; //Tarrazh-Keld/>Zynobe Tarrazh-Keld"},
		{"The island's governor, Ansolma Trugeque, a lawyer, spoke.", "/Ansolma/Trugeque/>Ansolma Trugeque"},
		{"They hold Jabreel Tawwir, a retired army commander of the north.", "/Jabreel/Tawwir/>Jabreel Tawwir"},
		{"She saw Tabo Brandvald (R-ND) and Zorin Vekt, a village in the north.", "/Tabo/Brandvald/>Tabo Brandvald"},
		{"They shelled the Amina Sharif camp.", ""},
		{"Paul Stone DENIES it. The Paul Budget failed.", "/Paul/Stone/m>Paul Stone"},
		{"Republican Mike Lund of Utah", "/Mike/Lund/m>Mike Lund"},
		{"Republican Bob Carter left.", "/Bob/Carter/m>Bob Carter"},
		{"She met former Governor of Oregon Mark Harlow.", "former Governor of Oregon/Mark/Harlow/m>Mark Harlow"},
		{"The prime minister of New Zealand Ada Moreno spoke.", "prime minister of New Zealand/Ada/Moreno/f>Ada Moreno"},
		{"The governor of North Carolina won.", ""},
		{"The Mayor of Los Angeles Karen Stone spoke.", "Mayor of Los Angeles/Karen/Stone/>Karen Stone"},
		{"President Kim Dae-su spoke; Kim left.", "President/Dae-su/Kim/>Kim Dae-su; //Kim/>Kim Dae-su"},
	} {
		if got := show(c.in); got != c.want {
			t.Errorf("%s\nhave %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestBody holds that no name runs into a body that the caller knows.
func TestBody(t *testing.T) {
	for in, want := range map[string]string{
		"The Ada Moreno Glass Tower met Moreno.": "Ada Moreno | Moreno",
		"The Ada Glass Tower met Moreno.":        "",
		"President Moreno Glass Tower spoke.":    "Moreno",
		"An Ada Moreno-style answer.":            "Ada Moreno",
	} {
		d := text.New(feeds.Article{Text: in})
		var out []string
		for _, n := range Find(d, glassTower(d)) {
			out = append(out, d.Str(n.Span))
		}
		if got := strings.Join(out, " | "); got != want {
			t.Errorf("%s: have %q, want %q", in, got, want)
		}
	}
}

// glassTower knows one body, the Glass Tower.
func glassTower(d *text.Doc) func(t int) int {
	return func(t int) int {
		if d.Tok(t) == "Glass" && d.Tok(t+1) == "Tower" {
			return d.Tokens[t+1].End
		}
		return 0
	}
}

func TestGender(t *testing.T) {
	for given, want := range map[string]string{"Mary": "f", "José": "m", "Jose": "m", "Olena": "f", "Kim": "", "Xq": "", "Dmytro": "m", "Andrea": ""} {
		if got := Gender(given); got != want {
			t.Errorf("%s: have %q, want %q", given, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Sen. Ada Moreno met Paul K. Stone.", "A.B. (C) D", "van", "Ada Q. Glass Tower", "Ada X-led", "“X” Y Earl “Buddy” Q", "Ö. Ü de la"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.New(feeds.Article{Text: strings.ToValidUTF8(s, "?")})
		end := 0
		all := Find(d, glassTower(d))
		for _, n := range all {
			if n.Start < end || n.Empty() || n.End > len(d.Text) || n.Full >= len(all) || n.Title.End > n.Start {
				t.Fatalf("bad name %+v", n)
			}
			end = n.End
		}
	})
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		m := make(map[string]Class, 13000)
		addGiven(m, givenUS)
		addGiven(m, givenWorld)
		addWords(m, surnamesUS, Surname)
	}
}

func BenchmarkFind(b *testing.B) {
	d := text.New(feeds.Article{Text: strings.Repeat("Sen. Ada Moreno met Paul K. Stone on Monday in the capital, where the two of them said that they had agreed. ", 50)})
	b.ReportAllocs()
	for b.Loop() {
		Find(d, nil)
	}
}
