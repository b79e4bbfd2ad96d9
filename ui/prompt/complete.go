package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/pane"
)

// completion is what the word before the cursor can become.
type completion struct {
	text  string // put in its place
	shown string
}

// mostCompletions is how many are offered.
const mostCompletions = 6

// word is what completion works on: the characters back to a space or parenthesis.
func (p *Pane) word() string {
	s := p.line.Before()
	i := strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '(' }) + 1
	return strings.TrimPrefix(s[i:], "-")
}

// completions lists what the word before the cursor can become.
func (p *Pane) completions() []completion {
	word := p.word()
	if word == "" {
		return nil
	}
	field, value, ok := strings.Cut(word, ":")
	if !ok {
		return fieldsLike(word)
	}
	value = strings.ToLower(strings.TrimPrefix(value, `"`))
	var out []completion
	for _, f := range query.Fields() {
		if string(f.Field) != field {
			continue
		}
		for _, v := range f.Values {
			if strings.HasPrefix(v, value) && v != value {
				out = append(out, completion{field + ":" + v, v})
			}
		}
	}
	pane.Each(p.facets, func(f desk.Facet) {
		if len(out) >= mostCompletions || f.Field != field || strings.ToLower(f.Value) == value {
			return
		}
		if strings.HasPrefix(strings.ToLower(f.Value), value) || strings.Contains(" "+strings.ToLower(f.Name), " "+value) {
			if q, err := query.Of(f.Field, f.Value); err == nil {
				out = append(out, completion{q.String(), f.Name})
			}
		}
	})
	return out[:min(len(out), mostCompletions)]
}

func fieldsLike(word string) []completion {
	var out []completion
	for _, f := range query.Fields() {
		if strings.HasPrefix(string(f.Field), word) {
			out = append(out, completion{string(f.Field) + ":", string(f.Field) + ": " + f.Help})
		}
	}
	return out
}

// complete takes the first completion, or as much as all have in common.
func (p *Pane) complete() bool {
	found := p.completions()
	if len(found) == 0 {
		return false
	}
	word := p.word()
	text := found[0].text
	if !strings.HasSuffix(text, ":") {
		text += " "
	}
	p.line.Replace(utf8.RuneCountInString(word), text)
	return true
}
