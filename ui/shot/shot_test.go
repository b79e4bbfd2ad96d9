package shot

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestSVG(t *testing.T) {
	screen := "\x1b[1;38;2;255;0;0mRed & bold\x1b[m │ 国际 \x1b[7mreverse\x1b[m\nsecond <line>"
	a, b := SVG(screen, 40, 3, Dark), SVG(screen, 40, 3, Dark)
	if !bytes.Equal(a, b) {
		t.Error("two pictures of one screen differ")
	}
	for _, want := range []string{`fill="#ff0000" xml:space="preserve" font-weight="bold">Red<`, ">&amp;<", ">国<", ">&lt;line&gt;<", `fill="#16191f" xml:space="preserve">reverse<`} {
		if !strings.Contains(string(a), want) {
			t.Errorf("%s is missing in\n%s", want, a)
		}
	}
	d := xml.NewDecoder(bytes.NewReader(a))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
