package launch

import (
	"net/url"
	"strings"
	"testing"
)

// FuzzBrowser proves of any address: what is run is the user's command with
// one whole argument, an http(s) address of printable ASCII without user
// information, which no program reads as an option.
func FuzzBrowser(f *testing.F) {
	for _, s := range []string{"https://a.example/x", "http://u:p@a.example", "javascript:1", "file:///etc/passwd", "-x", "https://\u0430pple.example/", "https://a.example/$(id)",
		"HTTP://a.example/%00", "https://[::1]/", "https://a.example/\x1b]52;c;x\x07", "https://a b/", "//a.example", "https://a.example/ä?q=ö#ü"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		clean, host, err := checked(address)
		if err != nil {
			if clean != "" || host != "" || Host(address) != "" {
				t.Errorf("%q is refused and gives %q of %q", address, clean, host)
			}
			return
		}
		for _, s := range []string{clean, host} {
			for i := range len(s) {
				if s[i] < 0x21 || s[i] > 0x7e {
					t.Fatalf("%q gives %q", address, s)
				}
			}
		}
		u, err := url.Parse(clean)
		if err != nil || u.User != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.HasPrefix(clean, "http") {
			t.Fatalf("%q gives %q: %v", address, clean, err)
		}
		if again, same, err := checked(clean); err != nil || again != clean || same != host {
			t.Errorf("%q gives %q, then %q of %q: %v", address, clean, again, same, err)
		}
		for _, argv := range [][]string{nil, {"firefox", "--new-tab", "%u"}, {"lynx"}} {
			args, err := command(clean, argv)
			if err != nil || args[len(args)-1] != clean {
				t.Errorf("%q of %q runs %q, %v", argv, address, args, err)
			}
		}
	})
}
