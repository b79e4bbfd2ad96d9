package pull

import (
	"net"
	"net/url"
	"strings"

	"readout/feeds/clean"
)

// Address normalises a feed address as a user or a list gives it: feed:// and
// feed:https:// (rule 21), surrounding space, a missing scheme. User
// information is split off into key ("user:password", "" if none), so that the
// address can be shown, stored and exported. Only http and https pass.
func Address(raw string) (address, key string, err error) {
	s := strings.TrimSpace(raw)
	lower := strings.ToLower(s)
	switch {
	case strings.HasPrefix(lower, "feed:http://"), strings.HasPrefix(lower, "feed:https://"):
		s = s[len("feed:"):]
	case strings.HasPrefix(lower, "feed://"):
		s = "http://" + s[len("feed://"):]
	case !strings.ContainsAny(s, ":.") && s != "localhost":
		return "", "", fail(KindAddress, 0, "this is not a web address: give one such as https://example.org/feed.xml", nil)
	case !strings.Contains(s, ":") || bareHost(s):
		s = "https://" + strings.TrimPrefix(s, "//")
	}
	u, perr := url.Parse(s)
	if perr != nil || u.Hostname() == "" && (u.Scheme == "http" || u.Scheme == "https") {
		return "", "", fail(KindAddress, 0, "this is not a web address: check it for a typing mistake", nil)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", "", fail(KindAddress, 0, "only http and https addresses can be fetched: give the feed's web address", nil)
	}
	if u.User != nil {
		p, _ := u.User.Password()
		key = u.User.Username() + ":" + p
		u.User = nil
	}
	u.Fragment, u.RawFragment = "", ""
	if net.ParseIP(u.Hostname()) == nil && !strings.Contains(u.Hostname(), ":") {
		host, ok := clean.Host(u.Hostname())
		if !ok {
			return "", "", fail(KindAddress, 0, "the host of this address holds a character that no name can have: check it for a typing mistake", nil)
		}
		u.Host = joinPort(host, u.Port())
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), key, nil
}

// bareHost reports whether s looks like host:port/path without a scheme.
func bareHost(s string) bool {
	host, rest, _ := strings.Cut(s, ":")
	return strings.Contains(host, ".") && !strings.ContainsAny(host, "/?#") && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

func joinPort(host, port string) string {
	if port == "" {
		return host
	}
	return net.JoinHostPort(host, port)
}

// authority returns host:port of an address, the port always given; "" when there is none.
func authority(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	return authorityOf(u)
}

func authorityOf(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"https": "443"}[u.Scheme]
		if port == "" {
			port = "80"
		}
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

// Origin returns scheme://host:port of an address (RFC 6454), the port always
// given; "" for what is no address. Credentials hold for an origin alone.
func Origin(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Scheme) + "://" + authorityOf(u)
}
