package desk

import (
	"reflect"
	"strings"
	"testing"
)

func TestBindings(t *testing.T) {
	c, err := parseConfig([]byte("theme = \"dark\"\n\n[keys]\n# mine\nopen = [\"enter\",\n  \"=\"]\n\"go-new\" = [\"f6\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Binding{{"open", []string{"enter", "="}, 5}, {"go-new", []string{"f6"}, 7}}
	if got := c.Bindings(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, err := parseConfig([]byte("[keys]\nopen = \"x\"\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a key that is no list: %v", err)
	}
}
