package clean

import (
	"strings"
	"testing"

	"readout/feeds"
)

// TestBoilerplate names what goes, in many languages, and sentences of articles
// that begin or end like it and must stay.
func TestBoilerplate(t *testing.T) {
	for _, s := range []string{
		"READ MORE: Ministers to meet again", "Read more »", "Continue reading…", "[Read more]", "(more)", "Lire aussi : Le budget en débat",
		"Lesen Sie auch: Haushalt im Bundestag", "Читайте также: Парламент вернулся к бюджету", "Читайте також — Парламент повернувся",
		"相关阅读：部长会议", "続きを読む", "اقرأ المزيد", "Leia também: O orçamento", "Seguir leyendo", "Devamını oku",
		"The post “Ministers meet” appeared first on Example Wire.", "Der Beitrag Haushalt erschien zuerst auf Beispiel.",
		"Sign up for our morning newsletter here", "Follow us on Facebook and X", "Share this:", "Photo: Ann Bell / Example Wire",
		"(Photo by Ann Bell/Example Wire)", "Ministers arrive for talks on Monday. (Photo by Ann Bell)", "Getty Images", "ADVERTISEMENT", "* * *", "———",
		"Фото: пресс-служба", "图片来源：示例社", "See all our budget coverage", "Filed under: Budget, Parliament", "More at wire.example.com",
		"READ | Ministers to meet again", "See also | The budget", "Voir aussi : Le budget",
	} {
		if text, _ := stripped(Plain("Ministers met.\n" + s)); text != "Ministers met." {
			t.Errorf("kept %q: %q", s, text)
		}
	}
	for _, s := range []string{
		"Read more than one line of the bill, she told the members of the committee, and you will find that it says the opposite of what was promised to them.",
		"More than forty members signed the letter.",
		"Photographs of the signing were published by both governments.",
		"Related measures will be debated in April.",
		"He called the photo a fake. Officials agreed.",
		"Share prices fell on Monday after the vote.",
		"Follow the money, the prosecutor told the jury.",
		"Sources close to the talks said more would follow.",
		"Continued support for Kyiv depends on the vote, he said.",
		"“Tell us more.”",
		"Sen. Ann Bell (D-Ohio)",
		"Learn more about the bill and you will like it less, the senator said.",
		"Filed under seal on Monday, the complaint names two ministers.",
		"Posted in the Gulf since May, the frigate turned for home.",
		"More at risk are the small farms, the minister said.",
		"More from the envoy: “The truce holds for as long as both armies keep their guns behind the river, and neither means to move one before winter.”",
	} {
		if text, _ := stripped(Plain("Ministers met.\n" + s)); !strings.HasSuffix(text, s) {
			t.Errorf("dropped %q: %q", s, text)
		}
	}
	for in, want := range map[string]string{
		"They met. Read more":                             "They met.",
		"They met.[mehr]":                                 "They met.",
		"They met. (more…)":                               "They met.",
		"They met [&hellip;] Continue reading →":          "They met [&hellip;]",
		"He wants more. And more":                         "He wants more. And more",
		"They met. The post They met first appeared on X": "They met.",
	} {
		if got, _ := stripped(Plain(in)); got != want {
			t.Errorf("stripped(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Bell": "Ann Bell", "by Ann Bell and Carl Dow": "Ann Bell and Carl Dow", "BY ANN BELL": "ANN BELL",
		"Bylaw Desk": "Bylaw Desk", "Von der Leyen": "Von der Leyen", "ann@wire.example": "", "https://wire.example/ann": "",
		"Ann Bell,Carl Dow": "Ann Bell, Carl Dow", "<a href=x>Ann Bell</a>": "Ann Bell", " , ": "",
	} {
		if got := Byline(in); got != want {
			t.Errorf("Byline(%q) = %q, want %q", in, got, want)
		}
	}
}

func stripped(text string, blocks []feeds.Block) (string, []feeds.Block) {
	return layout(strip(pieces(text, blocks)))
}
