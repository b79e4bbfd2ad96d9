package note

import (
	"bytes"
	"embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/feeds"
)

// Value is foreign text in a template. Printed as it is, it is escaped as one
// line of Markdown, so that no template can forget to; templates for other
// forms say so (yaml, plain). It is never read as a template itself.
type Value string

// String returns the text as one line of Markdown.
func (v Value) String() string { return line(string(v)) }

//go:embed templates/*.tmpl
var templateFiles embed.FS

// Templates returns the built-in templates by file name, in order.
func Templates() (names []string, sources map[string]string) {
	entries, err := templateFiles.ReadDir("templates")
	if err != nil {
		panic(err) // embedded
	}
	sources = map[string]string{}
	for _, f := range entries {
		raw, err := templateFiles.ReadFile("templates/" + f.Name())
		if err != nil {
			panic(err) // embedded
		}
		names = append(names, f.Name())
		sources[f.Name()] = string(raw)
	}
	return names, sources
}

// builtin are the built-in templates, parsed.
var builtin = sync.OnceValue(func() map[string]*template.Template {
	out := map[string]*template.Template{}
	names, sources := Templates()
	for _, name := range names {
		out[name] = template.Must(template.New(name).Funcs(functions).Option("missingkey=error").Parse(sources[name]))
	}
	return out
})

// functions are what templates can call.
var functions = template.FuncMap{
	"lines":   func(v Value) string { return block(string(v)) },
	"quote":   func(v Value) string { return "> " + indent(block(string(v)), "> ") },
	"item":    func(v Value) string { return indent(block(string(v)), "  ") },
	"plain":   func(v Value) string { return flat(string(v)) },
	"yaml":    func(v any) string { return quoted(inert(raw(v))) },
	"yamls":   func(v []string) string { return list(v) },
	"null":    func(v any) string { return optional(inert(raw(v))) },
	"unknown": func(v any) string { return orUnknown(strings.TrimSpace(fmt.Sprint(v))) },
	"when":    func(t time.Time) string { return orUnknown(when(t)) },
	"stamp":   instant,
	"zoned":   zoned,
	"rfc3339": func(t time.Time) string { return t.Format(time.RFC3339) },
	"link": func(url string) string {
		if url = link(url); url == "" {
			return "address " + unknown
		}
		return "<" + url + ">"
	},
	"address": func(url string) string {
		if url = link(url); url == "" {
			return ""
		}
		return "<" + url + ">"
	},
	"count": func(n int, one, many string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprint(n, " ", many)
	},
	"join":       func(vs []Value) string { return joinValues(vs, Value.String) },
	"joinPlain":  func(vs []Value) string { return joinValues(vs, func(v Value) string { return flat(string(v)) }) },
	"cell":       cell,
	"table":      table,
	"about":      about,
	"capital":    capital,
	"registries": registries,
}

// capital begins a text with a capital letter.
func capital(v Value) Value {
	r, n := utf8.DecodeRuneInString(string(v))
	if u := unicode.ToUpper(r); u != r {
		return Value(u) + v[n:]
	}
	return v
}

func raw(v any) string {
	switch v := v.(type) {
	case Value:
		return string(v)
	case string:
		return v
	}
	return fmt.Sprint(v)
}

func joinValues(vs []Value, write func(Value) string) string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = write(v)
	}
	return strings.Join(out, ", ")
}

// blankLines are more than one line without text.
var blankLines = regexp.MustCompile(`\n{3,}`)

// execute runs a template. Between paragraphs it leaves one empty line.
func execute(t *template.Template, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("writing by the template: %w", err)
	}
	return append(bytes.Trim(blankLines.ReplaceAll(b.Bytes(), []byte("\n\n")), "\n"), '\n'), nil
}

// Template is a user's template for notes.
type Template struct{ t *template.Template }

// ParseTemplate reads a user's template for notes. It must write the user's
// part and the source, or a second export could not find the first one again.
func ParseTemplate(name, source string) (*Template, error) {
	t, err := template.New(name).Funcs(functions).Option("missingkey=error").Parse(source)
	if err != nil {
		return nil, fmt.Errorf("the template %s cannot be read: %w; 'readout templates' prints the built-in ones", name, err)
	}
	made := &Template{t}
	trial := feeds.Article{ID: "0123456789abcdef0123456789abcdef", Title: "Trial", Text: "Trial"}
	out, err := made.markdown(&writer{a: trial, key: CiteKey(trial), cites: &cites{a: trial}})
	if err != nil {
		return nil, fmt.Errorf("the template %s: %w", name, err)
	}
	if p := split(out); !p.ok || articleID(p.after) != trial.ID || !strings.Contains(p.own, keepOpen) {
		return nil, fmt.Errorf("the template %s must hold {{.Own}}, the heading %q after it, and in that part the line \"- Readout ID: {{.ID}}\"; 'readout templates' prints the built-in one", name, sourceHead)
	}
	return made, nil
}

// markdown writes a note by the template, without its sums.
func (t *Template) markdown(w *writer) ([]byte, error) {
	out, err := execute(t.t, w.view())
	return bytes.Replace(out, []byte(own), []byte(w.o.own()), 1), err
}

// ParseEditionTemplate reads a user's template for editions. A trial edition
// with one of everything shows whether it can be written.
func ParseEditionTemplate(name, source string) (*Template, error) {
	t, err := template.New(name).Funcs(functions).Option("missingkey=error").Parse(source)
	if err != nil {
		return nil, fmt.Errorf("the template %s cannot be read: %w; 'readout templates' prints the built-in ones", name, err)
	}
	if _, err := execute(t, trialEdition()); err != nil {
		return nil, fmt.Errorf("the template %s: %w; 'readout templates edition.md.tmpl' prints the built-in one", name, err)
	}
	return &Template{t}, nil
}

// trialEdition has one of everything.
func trialEdition() Edition {
	e := empty()
	e.Items, e.Groups, e.Outlets, e.Others, e.MoreLetters = 1, 1, 1, []int{1}, 1
	e.Stories = []Story{{Number: 1, Title: "Trial", BottomLine: "Trial", Outlets: []Value{"Trial"}, IDs: []string{"0"}, Running: true}}
	e.Sections = []Section{{Name: "Trial", Principal: true, New: []int{1}, Told: []int{1}, More: 1}}
	e.Quotes = []Said{{Text: "Trial"}}
	e.Letters = []Letter{{Title: "Trial", Since: &Since{Added: []Value{"Trial"}, Gone: []Value{"Trial"}}, People: []Signer{{Name: "Trial", InText: "Trial", Filled: []string{"party"}}}}}
	e.Changes = []Change{{Title: "Trial", Was: "Trial", Added: []Value{"Trial"}, Removed: []Value{"Trial"}, Gone: []Lost{{Words: "Trial"}}, Notes: []Value{"Trial"}}}
	e.Before.Ended, e.Gaps.Quiet, e.Gaps.Unknown, e.Gaps.Feeds = []Value{"Trial"}, []Value{"Trial"}, []Value{"Trial"}, []FeedGap{{Name: "Trial"}}
	e.Sources = []Source{{Key: "trial"}}
	return e
}

// By writes the edition by a user's template; nil stands for Markdown's built-in
// one. An error says where the template failed on this edition.
func (e Edition) By(t *Template) ([]byte, error) {
	if t == nil {
		return e.Markdown()
	}
	return execute(t.t, e)
}

// Markdown returns the edition as Markdown with flat YAML front matter.
func (e Edition) Markdown() ([]byte, error) { return execute(builtin()["edition.md.tmpl"], e) }

// Text returns the edition as plain text for a mail. Lines are not wrapped.
func (e Edition) Text() ([]byte, error) { return execute(builtin()["edition.txt.tmpl"], e) }
