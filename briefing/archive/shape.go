package archive

import (
	_ "embed"
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// A shape says in one word how a type is kept: "{Name:s Mentions:[{Span:S Why:s}}"
// is a struct of a text and of a list of structs of a span and a text.
// shapes.txt lists the shapes that are written; a record bears the number of
// its line, from 1 on.

//go:embed shapes.txt
var shapesFile string

var shapes = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(shapesFile) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
})

var shapeNumbers = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for i, s := range shapes() {
		out[s] = i + 1
	}
	return out
})

// kindOf is the letter that a type's shape begins with.
func kindOf(t reflect.Type) byte {
	switch t {
	case spanType:
		return 'S'
	case timeType:
		return 't'
	}
	switch t.Kind() {
	case reflect.Struct:
		return '{'
	case reflect.Slice:
		return '['
	case reflect.Pointer:
		return '*'
	case reflect.String:
		return 's'
	case reflect.Float64:
		return 'f'
	case reflect.Bool:
		return 'b'
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		return 'i'
	}
	panic("archive: no shape for " + t.String()) // the test of shapes.txt finds it
}

// shapeOf returns the shape of a type.
func shapeOf(t reflect.Type) string {
	if s, ok := shapesOf.Load(t); ok {
		return s.(string)
	}
	s := shapeText(t)
	shapesOf.Store(t, s)
	return s
}

// shapesOf and plans remember what was worked out of types, which never change.
var shapesOf, plans sync.Map

func shapeText(t reflect.Type) string {
	k := kindOf(t)
	switch k {
	case '{':
		fields := make([]string, t.NumField())
		for i := range fields {
			fields[i] = t.Field(i).Name + ":" + shapeText(t.Field(i).Type)
		}
		return "{" + strings.Join(fields, " ") + "}"
	case '[', '*':
		return string(k) + shapeText(t.Elem())
	}
	return string(k)
}

// plan is how a record of one shape is read into one type.
type plan struct {
	kind   byte
	fields []plannedField
	elem   *plan
}

type plannedField struct {
	index int // in the type; -1 = it has none like that
	plan  *plan
}

// planFor returns the plan by which records of a shape are read into a type.
func planFor(shape string, t reflect.Type) (*plan, error) {
	type key struct {
		shape string
		t     reflect.Type
	}
	if p, ok := plans.Load(key{shape, t}); ok {
		return p.(*plan), nil
	}
	p, rest := parseShape(shape, t)
	if p == nil || rest != "" {
		return nil, fmt.Errorf("an article's record has no shape: %q", shape)
	}
	if shapeNumbers()[shape] > 0 || shape == shapeOf(t) { // others come from damaged files, without end
		plans.Store(key{shape, t}, p)
	}
	return p, nil
}

// parseShape reads one shape, to be read into t; nil = into nothing. It
// returns nil for what is no shape.
func parseShape(s string, t reflect.Type) (*plan, string) {
	if s == "" || !strings.ContainsRune("{[*stSfbi", rune(s[0])) {
		return nil, s
	}
	p := &plan{kind: s[0]}
	s = s[1:]
	switch p.kind {
	case '[', '*':
		if t != nil {
			t = t.Elem()
		}
		if p.elem, s = parseShape(s, t); p.elem == nil {
			return nil, s
		}
	case '{':
		return p.parseFields(s, t)
	}
	return p, s
}

func (p *plan) parseFields(s string, t reflect.Type) (*plan, string) {
	for !strings.HasPrefix(s, "}") {
		name, shape, ok := strings.Cut(s, ":")
		if !ok {
			return nil, s
		}
		f := plannedField{index: -1}
		var ft reflect.Type
		if t != nil {
			if field, ok := t.FieldByName(strings.TrimSpace(name)); ok && len(field.Index) == 1 && fits(field.Type, shape) {
				f.index, ft = field.Index[0], field.Type
			}
		}
		if f.plan, s = parseShape(shape, ft); f.plan == nil {
			return nil, s
		}
		p.fields = append(p.fields, f)
	}
	return p, s[1:]
}

// fits reports whether values that a shape begins with can be read into t:
// fields inside structs may differ, and are told apart by their names.
func fits(t reflect.Type, shape string) bool {
	for shape != "" && kindOf(t) == shape[0] {
		if shape[0] != '[' && shape[0] != '*' {
			return true
		}
		t, shape = t.Elem(), shape[1:]
	}
	return false
}
