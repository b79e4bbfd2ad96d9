package desk

import (
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"readout/feeds"
	"readout/feeds/pull"
)

// checkPrivate refuses an address whose host is private by its very name, as
// far as can be told without asking the network, unless the user allowed it.
// The fetch itself checks again, after names are resolved.
func (d *Desk) checkPrivate(address string) error {
	u, err := url.Parse(address)
	if err != nil || !localName(u.Hostname()) {
		return nil
	}
	allow, _ := d.config.allowPrivate() // checked when it was read
	allow = append(allow, d.home.AllowPrivate...)
	for _, ok := range []string{"1", "true", u.Hostname(), u.Host} {
		if slices.ContainsFunc(allow, func(a string) bool { return strings.EqualFold(a, ok) }) {
			return nil
		}
	}
	return fmt.Errorf("%s: %w; to allow it, put allow_private = [%q] into config.toml", u.Host, feeds.ErrPrivateHost, u.Host)
}

// localName reports whether a host is a private address or a name of local
// use (RFC 6761, RFC 6762, RFC 8375).
func localName(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if a, err := netip.ParseAddr(host); err == nil {
		return pull.Private(a)
	}
	for _, end := range []string{"localhost", ".localhost", ".local", ".internal", ".home.arpa"} {
		if host == end || strings.HasPrefix(end, ".") && strings.HasSuffix(host, end) {
			return true
		}
	}
	return !strings.Contains(host, ".")
}
