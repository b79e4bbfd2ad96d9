package datafile

import (
	"fmt"
	"slices"
	"testing"
)

const sample = "# Words, by kind.\n#\n\n[one]\r\nverb: say  tell \n###\n\n[two]\nplain words #tag\n[two] more"

func TestLines(t *testing.T) {
	want := []string{"[one]", "verb: say  tell ", "###", "[two]", "plain words #tag", "[two] more"}
	if got := slices.Collect(Lines(sample)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestParts(t *testing.T) {
	var got []string
	for label, value := range Labelled("# x: y\nverb: say: tell\nplain\n") {
		got = append(got, fmt.Sprintf("%s=%s", label, value))
	}
	for section, line := range Sections(sample) {
		got = append(got, fmt.Sprintf("%s/%s", section, line))
	}
	for f := range Fields(" a  b\n   \nc") {
		got = append(got, fmt.Sprint(f))
	}
	want := []string{"verb=say: tell", "=plain", "one/verb: say  tell ", "one/###", "two/plain words #tag", "two/[two] more", "[a b]", "[c]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if m := Words("a b\n# c\nb"); len(m) != 2 || !m["a"] || !m["b"] {
		t.Error(m)
	}
}

// TestStop: a reader that leaves its loop early is no error.
func TestStop(t *testing.T) {
	for range Lines(sample) {
		break
	}
	for range Fields(sample) {
		break
	}
	for range Labelled(sample) {
		break
	}
	for range Sections(sample) {
		break
	}
}
