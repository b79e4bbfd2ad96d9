package theme

// The built-in themes. The dark and light ones leave the background to the
// terminal; every colour in them keeps a contrast of 4.5 to 1 against the
// backgrounds of the test. "ansi" uses the 16 colours of the terminal's own
// palette, "contrast" only its brightest, and "none" no colour at all.
var builtin = map[string][roles]spec{
	"dark": {
		Text:     {"#d6d9de", "", ""},
		Strong:   {"#f2f4f7", "", "b"},
		Muted:    {"#a2aab6", "", ""},
		Accent:   {"#7fc4e8", "", ""},
		Unread:   {"#f2f4f7", "", "b"},
		Star:     {"#f0c66b", "", ""},
		Border:   {"#7d8694", "", ""},
		Focus:    {"#7fc4e8", "", "b"},
		Selected: {"#0e1a24", "#9fd3ee", ""},
		Resting:  {"#e6eaf0", "#39424f", ""},
		Actor:    {"#8fd6b4", "", ""},
		Quote:    {"#f2d58a", "", ""},
		Date:     {"#c9b3f2", "", ""},
		Sign:     {"#f2b391", "", ""},
		Mark:     {"#14181d", "#f2d58a", "b"},
		Lit:      {"#f6f0d0", "#4d4317", ""},
		Good:     {"#8fd6a4", "", ""},
		Warning:  {"#f0c66b", "", ""},
		Error:    {"#ff9d94", "", "b"},
		Bar:      {"#e6eaf0", "#2c3440", ""},
	},
	"light": {
		Text:     {"#24292f", "", ""},
		Strong:   {"#0b0f14", "", "b"},
		Muted:    {"#57606a", "", ""},
		Accent:   {"#0b5cad", "", ""},
		Unread:   {"#0b0f14", "", "b"},
		Star:     {"#7d5200", "", ""},
		Border:   {"#66707b", "", ""},
		Focus:    {"#0b5cad", "", "b"},
		Selected: {"#ffffff", "#0b5cad", ""},
		Resting:  {"#1c2128", "#d0d9e4", ""},
		Actor:    {"#0f6640", "", ""},
		Quote:    {"#7a4a00", "", ""},
		Date:     {"#6a3fb0", "", ""},
		Sign:     {"#9a3412", "", ""},
		Mark:     {"#14181d", "#ffd970", "b"},
		Lit:      {"#1c2128", "#fff0a3", ""},
		Good:     {"#12652f", "", ""},
		Warning:  {"#7d5200", "", ""},
		Error:    {"#a40e26", "", "b"},
		Bar:      {"#1c2128", "#dfe5ec", ""},
	},
	"ansi": {
		Strong:   {"", "", "b"},
		Muted:    {"", "", ""},
		Accent:   {"6", "", ""},
		Unread:   {"", "", "b"},
		Star:     {"3", "", "b"},
		Focus:    {"6", "", "b"},
		Selected: {"", "", "r"},
		Resting:  {"", "", "u"},
		Actor:    {"2", "", ""},
		Quote:    {"3", "", ""},
		Date:     {"5", "", ""},
		Sign:     {"6", "", ""},
		Mark:     {"", "", "br"},
		Lit:      {"", "", "bu"},
		Good:     {"2", "", ""},
		Warning:  {"3", "", "b"},
		Error:    {"1", "", "b"},
		Bar:      {"", "", "r"},
	},
	"contrast": {
		Text:     {"#ffffff", "#000000", ""},
		Strong:   {"#ffffff", "#000000", "b"},
		Muted:    {"#ffffff", "#000000", ""},
		Accent:   {"#ffff00", "#000000", ""},
		Unread:   {"#ffffff", "#000000", "b"},
		Star:     {"#ffff00", "#000000", "b"},
		Border:   {"#ffffff", "#000000", ""},
		Focus:    {"#ffff00", "#000000", "b"},
		Selected: {"#000000", "#ffff00", "b"},
		Resting:  {"#000000", "#ffffff", ""},
		Actor:    {"#00ffff", "#000000", "u"},
		Quote:    {"#ffff00", "#000000", ""},
		Date:     {"#ffffff", "#000000", "u"},
		Sign:     {"#00ff00", "#000000", "u"},
		Mark:     {"#000000", "#ffff00", "b"},
		Lit:      {"#000000", "#00ffff", ""},
		Good:     {"#00ff00", "#000000", ""},
		Warning:  {"#ffff00", "#000000", "b"},
		Error:    {"#ff9f9f", "#000000", "b"},
		Bar:      {"#000000", "#ffffff", "b"},
	},
	"none": {
		Strong:   {"", "", "b"},
		Unread:   {"", "", "b"},
		Focus:    {"", "", "b"},
		Selected: {"", "", "r"},
		Resting:  {"", "", "u"},
		Actor:    {"", "", "u"},
		Quote:    {"", "", "i"},
		Sign:     {"", "", "u"},
		Mark:     {"", "", "br"},
		Lit:      {"", "", "u"},
		Error:    {"", "", "b"},
		Warning:  {"", "", "b"},
		Bar:      {"", "", "r"},
	},
}

// Names lists the built-in themes for messages and completion.
func Names() []string { return []string{"auto", "dark", "light", "contrast", "ansi", "none"} }

// Get returns a built-in theme; ok is false where there is none of the name.
func Get(name string) (t *Theme, ok bool) {
	specs, ok := builtin[name]
	if !ok {
		return nil, false
	}
	t = &Theme{Name: name, Dark: name != "light", specs: specs}
	for r, s := range specs {
		t.styles[r] = s.style()
	}
	return t, true
}

// For returns the theme for a background: dark or light.
func For(dark bool) *Theme {
	name := "light"
	if dark {
		name = "dark"
	}
	t, _ := Get(name)
	return t
}
