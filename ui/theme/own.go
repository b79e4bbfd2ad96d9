package theme

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"readout/briefing/query"
	"readout/feeds/datafile"
)

// roleNames are the roles as a theme file calls them.
var roleNames = [roles]string{"text", "strong", "muted", "accent", "unread", "star", "border", "focus", "selected", "resting", "actor", "quote", "date", "sign",
	"mark", "highlight", "good", "warning", "error", "bar"}

// file is a theme as a user writes it: a built-in one, and what differs from it.
type file struct {
	Base       string          `toml:"base"`       // the built-in theme that it begins with; "" = dark
	Background string          `toml:"background"` // of the terminal: contrast is measured against it
	Roles      map[string]look `toml:"roles"`
}

// look is a role in a theme file.
type look struct {
	Fg   string `toml:"fg"`
	Bg   string `toml:"bg"`
	Attr string `toml:"attr"` // letters: b bold, i italic, u underline, r reverse
}

// Parse reads a user's theme. An error is a sentence that names the line where
// it can. Low says which roles are hard to read, a sentence each: text needs a
// contrast of 4.5 to 1 and borders 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
func Parse(name string, raw []byte) (t *Theme, low []string, err error) {
	var f file
	if err := decode(raw, &f); err != nil {
		return nil, nil, err
	}
	if f.Base == "" {
		f.Base = "dark"
	}
	t, ok := Get(f.Base)
	if !ok {
		return nil, nil, fmt.Errorf("there is no base %q; choose one of %s", f.Base, strings.Join(Names()[1:], ", "))
	}
	if f.Background != "" && !hex.MatchString(f.Background) {
		return nil, nil, fmt.Errorf("background is %q; write a colour as \"#rrggbb\"", f.Background)
	}
	t.Name = name
	for _, role := range slices.Sorted(maps.Keys(f.Roles)) {
		i := slices.Index(roleNames[:], role)
		if i < 0 {
			return nil, nil, fmt.Errorf("there is no role %q; did you mean %q?", role, query.Nearest(role, roleNames[:]))
		}
		s := spec{f.Roles[role].Fg, f.Roles[role].Bg, f.Roles[role].Attr}
		if err := s.check(); err != nil {
			return nil, nil, fmt.Errorf("role %s: %w", role, err)
		}
		t.specs[i], t.styles[i] = s, s.style()
	}
	return t, t.low(f.Background), nil
}

func decode(raw []byte, f *file) error {
	err := toml.NewDecoder(strings.NewReader(string(raw))).DisallowUnknownFields().Decode(f)
	if err == nil {
		return nil
	}
	line, _, _, words, unknown := datafile.Mistake(err)
	if unknown {
		words += " in a theme; it has base, background and [roles] with fg, bg and attr"
	}
	return fmt.Errorf("line %d: %s", line, words)
}

var (
	hex    = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	number = regexp.MustCompile(`^(\d|1[0-5])$`)
)

// check refuses what cannot be drawn.
func (s spec) check() error {
	for _, c := range []string{s.fg, s.bg} {
		if c != "" && !hex.MatchString(c) && !number.MatchString(c) {
			return fmt.Errorf("%q is no colour; write \"#rrggbb\", or \"0\" to \"15\" for the terminal's own", c)
		}
	}
	if i := strings.IndexFunc(s.attr, func(r rune) bool { return !strings.ContainsRune("biur", r) }); i >= 0 {
		return fmt.Errorf("attr is %q; it takes the letters b (bold), i (italic), u (underline) and r (reverse)", s.attr)
	}
	return nil
}

// low names the roles whose contrast is too low. Colours of the terminal's own
// palette cannot be measured.
func (t *Theme) low(background string) []string {
	if background == "" {
		background = "#ffffff"
		if t.Dark {
			background = "#1e1e1e"
		}
	}
	var out []string
	for i, s := range t.specs {
		fg, bg, least := s.fg, s.bg, 4.5
		if bg == "" {
			bg = background
		}
		if Role(i) == Border {
			least = 3
		}
		if !hex.MatchString(fg) || !hex.MatchString(bg) {
			continue
		}
		if c := Contrast(fg, bg); c < least {
			out = append(out, fmt.Sprintf("%s (%s on %s) has a contrast of %.1f to 1, and %.1f is the least that reads well", roleNames[i], fg, bg, c, least))
		}
	}
	return out
}
