package keys

import "testing"

// FuzzOwn proves of any line of [keys]: it is refused in a sentence, or every
// place still has a way out and the key does what the line says.
func FuzzOwn(f *testing.F) {
	for _, s := range []string{"ctrl+x", "g n n", " ", "space", "g", "Strg-x", "ctrl+alt+shift+f12", "\x1b[A", "é", "+", "ctrl++", "esc", "ctrl+c", "ctrl+ctrl+c"} {
		f.Add("default", "export", s, "")
		f.Add("vim", "quit", s, "f7")
	}
	f.Fuzz(func(t *testing.T, preset, action, first, second string) {
		own := Binding{Action: action, Keys: []string{first}, Line: 3}
		if second != "" {
			own.Keys = append(own.Keys, second)
		}
		m, err := New(preset, own)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if m.Key(ID(action)) == "" {
			t.Errorf("%q has no key of %q", action, own.Keys)
		}
		if m.Key(Quit) == "" {
			t.Errorf("with %q = %q there is no way out", action, own.Keys)
		}
		for _, c := range contexts() {
			for _, k := range own.Keys {
				m.Lookup(c, k)
			}
		}
		m.Markdown()
	})
}
