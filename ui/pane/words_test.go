package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"readout/ui/theme"
)

func TestLit(t *testing.T) {
	k := look()
	mark := k.Style(theme.Mark).Open()
	for _, c := range []struct {
		line string
		lit  int
		word []string
	}{
		{"Harbour reopens, harbours differ", 2, []string{"harbour"}},
		{"Ports and reports", 1, []string{"port"}}, // at beginnings of words only
		{"Рада ухвалила", 1, []string{"рада"}},
		{"overlap over", 2, []string{"over", "overlap"}},
		{"none here", 0, []string{"x"}},
		{"none asked", 0, nil},
	} {
		got := k.Lit(theme.Text, c.line, c.word)
		if ansi.Strip(got) != c.line || strings.Count(got, mark) != c.lit {
			t.Errorf("%q: %q", c.line, got)
		}
	}
}
