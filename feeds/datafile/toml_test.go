package datafile

import (
	"errors"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func TestMistake(t *testing.T) {
	type inner struct{ A int8 }
	var into struct {
		Theme string
		Watch []string
		Keys  map[string][]string
		In    inner
	}
	for in, want := range map[string]string{
		"theme = 3":           `1 "theme" cannot be of the kind integer; see README for what it takes`,
		"theme = [1]":         `1 "theme" cannot be of the kind array; see README for what it takes`,
		"x = 1\nthemme = ''":  `1 there is no setting "x"`,
		"\nwatch = 3":         `2 "watch" cannot be of the kind integer; see README for what it takes`,
		"[in]\na = 300":       "2 integer value 300 is out of range",
		"[keys]\nx = { y=1 }": `2 "keys.x" cannot be of the kind inline table; see README for what it takes`,
	} {
		err := toml.NewDecoder(strings.NewReader(in)).DisallowUnknownFields().Decode(&into)
		line, _, _, words, _ := Mistake(err)
		if have := string(rune('0'+line)) + " " + words; have != want {
			t.Errorf("%q: have %s, want %s", in, have, want)
		}
	}
	if _, _, _, words, _ := Mistake(errors.New("toml: odd")); words != "odd" {
		t.Errorf("have %q", words)
	}
}
