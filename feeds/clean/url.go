package clean

import (
	_ "embed"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"readout/feeds/datafile"
)

//go:embed tracking.txt
var trackingFile string

// tracking holds the query parameters that say how a reader came, not what is
// read: exact names, and beginnings of names.
var tracking = sync.OnceValue(func() (t struct {
	names    map[string]bool
	prefixes []string
}) {
	t.names = make(map[string]bool)
	for line := range datafile.Lines(trackingFile) {
		if p, ok := strings.CutSuffix(line, "*"); ok {
			t.prefixes = append(t.prefixes, p)
		} else {
			t.names[line] = true
		}
	}
	return t
})

// URL returns the canonical form of an http(s) URL resolved against base:
// tracking parameters, AMP and mobile variants folded, user info, fragment and
// default port gone, host in lower-case ASCII (punycode). It returns "" for
// anything that is no http(s) URL.
func URL(raw, base string) string {
	u := absolute(raw, base)
	if u == nil {
		return ""
	}
	for range 3 {
		u = unwrapAMP(u)
	}
	host, ok := asciiHost(u)
	if !ok {
		return ""
	}
	u.Host = foldHost(host)
	u.User = nil
	if !strings.HasPrefix(u.Fragment, "!") { // "#!" addresses a page, others a place in it
		u.Fragment, u.RawFragment = "", ""
	}
	foldPath(u)
	u.RawQuery = foldQuery(u.RawQuery)
	u.ForceQuery = false
	out := u.String()
	if len(out) > maxURL { // escaping made it longer
		return ""
	}
	for i := 0; i < len(out); i++ {
		if out[i] <= 0x20 || out[i] >= 0x7F {
			return ""
		}
	}
	return out
}

// Resolve makes a link absolute against base and otherwise leaves it as it is
// given. A link that cannot be resolved comes back as it is, without white
// space and unsafe characters.
func Resolve(raw, base string) string {
	raw = strings.ReplaceAll(Line(raw), " ", "%20")
	if raw == "" || base == "" {
		return raw
	}
	u, err := url.Parse(raw)
	if err != nil || u.IsAbs() {
		return raw
	}
	b, err := url.Parse(base)
	if err != nil || !b.IsAbs() || b.Opaque != "" {
		return raw
	}
	return b.ResolveReference(u).String()
}

// Key is what two addresses of one article share: the canonical URL without
// scheme, "www.", and a slash at the end. "" for anything that is no http(s) URL.
func Key(raw string) string {
	return keyOf(URL(raw, ""))
}

// keyOf is the Key of a canonical URL.
func keyOf(canonical string) string {
	_, u, _ := strings.Cut(canonical, "://")
	return strings.TrimSuffix(strings.TrimPrefix(u, "www."), "/")
}

// strayPercent is a "%" that begins no escape, as in "100%-sure".
var strayPercent = regexp.MustCompile(`%([^0-9A-Fa-f]|[0-9A-Fa-f][^0-9A-Fa-f]|[0-9A-Fa-f]?$)`)

// maxURL is how long an address may be, in bytes: before and after it is escaped.
const maxURL = 4096

// absolute parses a URL and resolves it.
func absolute(raw, base string) *url.URL {
	raw = Resolve(raw, base)
	if len(raw) > maxURL {
		return nil
	}
	if strings.HasPrefix(raw, "//") {
		raw = "https:" + raw
	}
	u, err := url.Parse(raw)
	if err != nil {
		u, err = url.Parse(strayPercent.ReplaceAllString(raw, "%25$1"))
	}
	if err != nil || u.Host == "" || u.Opaque != "" {
		return nil
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// asciiHost returns the host in lower-case ASCII, with a port that is not the
// scheme's own.
func asciiHost(u *url.URL) (string, bool) {
	name, port := strings.TrimRight(u.Hostname(), "."), u.Port()
	if strings.Contains(name, ":") {
		name = "[" + strings.ToLower(name) + "]" // an IPv6 address
	} else {
		var ok bool
		if name, ok = Host(name); !ok {
			return "", false
		}
	}
	if port != "" && !(u.Scheme == "http" && port == "80") && !(u.Scheme == "https" && port == "443") {
		name += ":" + port
	}
	return name, name != ""
}

// Host is the name of a host in lower-case ASCII (punycode, RFC 5891). ok is
// false for what could only deceive: a name that cannot be looked up, and holds
// a character that none can have. Names with "_", which should not be, are in use.
func Host(name string) (ascii string, ok bool) {
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		ascii = strings.ToLower(name)
	}
	return ascii, err == nil || !strings.ContainsFunc(ascii, notHost)
}

// Site is the registrable domain of an address (publicsuffix.org), the host
// where it has none; "" for what is no address.
func Site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// notHost reports whether r cannot stand in a host name; "_" does in practice.
func notHost(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == '_')
}

// unwrapAMP turns the addresses of AMP caches into the publisher's own:
// google.com/amp/s/HOST/PATH and HOST.cdn.ampproject.org/c/s/HOST/PATH.
func unwrapAMP(u *url.URL) *url.URL {
	host := strings.ToLower(u.Hostname())
	rest, found := "", false
	switch {
	case strings.HasPrefix(host, "www.google.") || strings.HasPrefix(host, "google."):
		rest, found = strings.CutPrefix(u.EscapedPath(), "/amp/")
	case strings.HasSuffix(host, ".cdn.ampproject.org"):
		if rest, found = strings.CutPrefix(u.EscapedPath(), "/c/"); !found {
			rest, found = strings.CutPrefix(u.EscapedPath(), "/v/")
		}
	}
	if !found {
		return u
	}
	scheme := "http://"
	if r, ok := strings.CutPrefix(rest, "s/"); ok {
		scheme, rest = "https://", r
	}
	inner, err := url.Parse(scheme + rest)
	if err != nil || !strings.Contains(inner.Hostname(), ".") {
		return u
	}
	inner.RawQuery = u.RawQuery
	return inner
}

// foldHost takes labels for phones and AMP off a host. What is left must still
// be a name of its own, not a registry's suffix such as "co.uk".
func foldHost(host string) string {
	for {
		label, rest, _ := strings.Cut(host, ".")
		if label != "m" && label != "mobile" && label != "amp" {
			return host
		}
		first, more, _ := strings.Cut(rest, ".")
		if more == "" || !strings.Contains(more, ".") && len(more) == 2 && secondLevel[first] {
			return host
		}
		host = rest
	}
}

var secondLevel = map[string]bool{"co": true, "com": true, "org": true, "net": true, "gov": true, "ac": true, "edu": true}

// foldPath takes AMP endings and empty paths away.
func foldPath(u *url.URL) {
	for {
		before := u.Path
		for _, end := range []string{"/amp", "/amp/", "/amp.html"} {
			if p, ok := strings.CutSuffix(u.Path, end); ok && strings.Trim(p, "/") != "" {
				if end == "/amp/" {
					p += "/"
				}
				u.Path, u.RawPath = p, ""
			}
		}
		if u.Path == before {
			break
		}
	}
	if u.Path == "" {
		u.Path = "/"
	}
}

// foldQuery drops tracking parameters and keeps the others in their order.
func foldQuery(query string) string {
	if query == "" {
		return ""
	}
	t := tracking()
	var kept []string
next:
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if part == "" || t.names[name] || t.names[strings.ToLower(part)] {
			continue
		}
		for _, p := range t.prefixes {
			if strings.HasPrefix(name, p) {
				continue next
			}
		}
		kept = append(kept, part)
	}
	return strings.Join(kept, "&")
}
