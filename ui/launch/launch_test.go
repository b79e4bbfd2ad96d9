package launch

import (
	"slices"
	"testing"
)

func TestChecked(t *testing.T) {
	for _, c := range []struct{ in, address, host string }{
		{"https://user:pw@state.gov@evil.example/x", "https://evil.example/x", "evil.example"},
		{"https://me:pw@a.example/x?q=1", "https://a.example/x?q=1", "a.example"},
		{"https://аpple.com/", "https://%D0%B0pple.com/", "xn--pple-43d.com"},
		{"file:///etc/passwd", "", ""}, {"javascript:alert(1)", "", ""}, {"obsidian://open", "", ""}, {"//a.example", "", ""},
		{"https:///x", "", ""}, {"-https://a.example", "", ""}, {"", "", ""}, {"https://a.example/\x1b]52;c;x", "", ""},
	} {
		address, host, err := checked(c.in)
		if (err != nil) != (c.host == "") || host != c.host || c.host == "a.example" && address != c.address {
			t.Errorf("checked(%q) = %q, %q, %v", c.in, address, host, err)
		}
	}
}

func TestCommand(t *testing.T) {
	const a = "https://a.example/$(id);x"
	for _, c := range []struct{ argv, want []string }{
		{[]string{"firefox"}, []string{"firefox", a}},
		{[]string{"firefox", "--new-tab", "%u"}, []string{"firefox", "--new-tab", a}},
		{[]string{"sh", "-c", "open %u"}, nil},
	} {
		got, err := command(a, c.argv)
		if !slices.Equal(got, c.want) || (err != nil) != (c.want == nil) {
			t.Errorf("command(%v) = %v, %v", c.argv, got, err)
		}
	}
}
