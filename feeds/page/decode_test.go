package page

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

func TestEncodings(t *testing.T) {
	const text = "Комиссия порта проголосовала за открытие северного бассейна для судов с зерном, закрытого семь месяцев назад после столкновения двух паромов в тумане."
	page := func(meta string) string {
		return "<html><head>" + meta + "<title>Порт</title></head><body><p>" + text + "</p></body></html>"
	}
	cp1251 := func(s string) string { return must(t)(charmap.Windows1251.NewEncoder().String(s)) }
	for _, tc := range []struct{ name, source, contentType string }{
		{"meta", cp1251(page(`<meta charset="windows-1251">`)), ""},
		{"http-equiv", cp1251(page(`<meta http-equiv="Content-Type" content="text/html; charset=cp1251">`)), ""},
		{"server", cp1251(page("")), "text/html; charset=windows-1251"},
		{"server before meta", cp1251(page(`<meta charset="utf-8">`)), "text/html; charset=windows-1251"},
		{"UTF-8 said to be something else", page(`<meta charset="windows-1251">`), "text/html; charset=iso-8859-1"},
		{"UTF-8 said to be UTF-16", page(`<meta charset="utf-16">`), ""},
		{"nothing said", cp1251(page("")), ""},
		{"nothing said, KOI8-R", must(t)(charmap.KOI8R.NewEncoder().String(page(""))), ""},
		{"byte order mark", "\xEF\xBB\xBF" + page(`<meta charset="windows-1251">`), ""},
		{"UTF-16", must(t)(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(page(""))), ""},
	} {
		a, _ := Article([]byte(tc.source), "", tc.contentType)
		if a.Text != text || a.Title != "Порт" {
			t.Errorf("%s: title %q, text %q", tc.name, a.Title, a.Text)
		}
	}
	const hangul = "항만 위원회는 화요일 곡물선을 위해 북쪽 부두를 다시 열기로 표결했다. 일곱 달 전 충돌 사고로 닫힌 뒤 처음이다."
	a, _ := Article([]byte(must(t)(korean.EUCKR.NewEncoder().String(`<html><head><meta charset="euc-kr"></head><body><p>`+hangul+`</p></body></html>`))), "", "")
	if a.Text != hangul {
		t.Errorf("EUC-KR: %q", a.Text)
	}
	a, _ = Article([]byte("<html><body><p>Der Hafenausschuss \xf6ffnet das Becken f\xfcr Getreideschiffe, sieben Monate nach einem Unfall, der es geschlossen hatte.</p></body></html>"), "", "")
	if !strings.Contains(a.Text, "öffnet das Becken für") {
		t.Errorf("undeclared Latin-1: %q", a.Text)
	}
}

func must(t *testing.T) func(string, error) string {
	return func(s string, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}
