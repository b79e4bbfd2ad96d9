package parse

import (
	"testing"

	"golang.org/x/net/html/charset"
)

func TestGuess(t *testing.T) {
	for name, text := range map[string]string{
		"windows-1251": "Министры обсудили бюджет на следующий год. Парламент вернётся к нему в Марте.",
		"koi8-r":       "Министры обсудили бюджет на следующий год. Парламент вернётся к нему в Марте.",
		"windows-1253": "Οι υπουργοί συζήτησαν τον προϋπολογισμό για το επόμενο έτος και η βουλή θα επιστρέψει.",
		"windows-1255": "השרים דנו בתקציב לשנה הבאה והכנסת תחזור אליו בחודש הבא",
		"windows-874":  "รัฐมนตรีหารือเรื่องงบประมาณสำหรับปีหน้า",
		"windows-1252": "Les ministres ont évoqué le budget de l'année à venir, déjà débattu à l'Assemblée où il était rejeté.",
		"iso-8859-2":   "Ministři projednali rozpočet na příští rok. Škoda, že už neměli čas, řekli po jednání; vrátí se k němu ještě v únoru.",
		"windows-1250": "Ministři projednali rozpočet na příští rok. Škoda, že už neměli čas, řekli po jednání; vrátí se k němu ještě v únoru.",
		"euc-jp":       "閣僚たちは来年の予算について話し合い、国会は来月に審議を再開する。",
		"shift_jis":    "閣僚たちは来年の予算について話し合い、国会は来月に審議を再開する。",
		"euc-kr":       "장관들은 내년 예산을 논의했으며 국회는 다음 달에 심의를 재개한다.",
		"gb18030":      "部长们讨论了明年的预算，议会将在下个月恢复审议这个问题。",
		"big5":         "部長們討論了明年的預算，議會將在下個月恢復審議這個問題。",
	} {
		e, _ := charset.Lookup(name)
		body, err := e.NewEncoder().String("<rss><channel><title>" + text + "</title></channel></rss>")
		if err != nil {
			t.Fatal(name, err)
		}
		f, _, err := Feed([]byte(body), "", "")
		if err != nil || f.Title != text {
			t.Errorf("%s: %q, %v", name, f.Title, err)
		}
	}
}
