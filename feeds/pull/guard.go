package pull

import (
	"context"
	_ "embed"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"syscall"

	"readout/feeds"
	"readout/feeds/datafile"
)

//go:embed private.txt
var privateList string

// privateBlocks are the parsed blocks of private.txt.
var privateBlocks = sync.OnceValue(func() []netip.Prefix {
	var out []netip.Prefix
	for f := range datafile.Fields(privateList) {
		out = append(out, netip.MustParsePrefix(f[0])) // its name follows
	}
	return out
})

// nat64 is the well-known prefix of RFC 6052; its last 32 bits are an IPv4
// address. Networks without IPv4 reach every IPv4 site by it, so the address
// inside decides.
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

// private reports whether an address is not on the public internet.
func private(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	for _, p := range privateBlocks() {
		if p.Contains(a) {
			return true
		}
	}
	return !a.IsValid()
}

// allowed are the hosts and host:port pairs that the user allowed although
// they are private. "1" and "true" allow all.
type allowed map[string]bool

func allow(list []string) allowed {
	a := allowed{}
	for _, s := range list {
		s = strings.ToLower(strings.TrimSpace(s))
		if s == "true" {
			s = "1"
		}
		if u, err := url.Parse(s); err == nil && u.Host != "" {
			s = u.Host // a whole address was given
		}
		if s != "" {
			a[strings.Trim(s, "[]")] = true
			a[s] = true
		}
	}
	return a
}

// has reports whether host:port was allowed, by itself or by its host. Only
// the name that a URL holds counts, never what the name resolves to.
func (a allowed) has(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	return a["1"] || a[hostport] || err == nil && a[host]
}

// transports returns the two ways out. The guarded one checks each address
// after the name was resolved and before the connection is made (Control runs
// between the two), so neither a redirect nor a name that changes its address
// gets past it. The relayed one talks to the user's proxy alone.
func (c *Client) transports() (guarded, relayed http.RoundTripper) {
	open := &net.Dialer{Timeout: c.limits.connect, Resolver: c.names}
	closed := &net.Dialer{Timeout: c.limits.connect, Resolver: c.names, Control: refusePrivate}
	direct := c.transport()
	direct.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		if c.allow.has(strings.ToLower(addr)) {
			return open.DialContext(ctx, network, addr)
		}
		return closed.DialContext(ctx, network, addr)
	}
	through := c.transport()
	through.Proxy = c.proxy
	through.DialContext = open.DialContext
	return direct, through
}

func (c *Client) transport() *http.Transport {
	return &http.Transport{
		TLSHandshakeTimeout:    c.limits.connect,
		ResponseHeaderTimeout:  c.limits.whole,
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        c.limits.whole,
		DisableCompression:     true, // decoded here, under the limit
		ForceAttemptHTTP2:      true,
	}
}

// refusePrivate is the Control function of the guarded dialer.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil || private(ap.Addr()) {
		return fmt.Errorf("connecting to %s: %w", address, feeds.ErrPrivateHost)
	}
	return nil
}

// door is the client as a transport: directly out, or through the proxy of the
// environment. A proxy resolves names itself, so the name is checked before it
// gets it.
type door struct{ c *Client }

// RoundTrip implements http.RoundTripper.
func (d door) RoundTrip(req *http.Request) (*http.Response, error) {
	c := d.c
	p, err := c.proxy(req)
	if err != nil {
		return nil, fmt.Errorf("finding the proxy: %w", err)
	}
	if p == nil {
		return c.guarded.RoundTrip(req)
	}
	if host := authorityOf(req.URL); !c.allow.has(host) && c.local(req.Context(), req.URL.Hostname()) {
		return nil, fmt.Errorf("connecting to %s: %w", host, feeds.ErrPrivateHost)
	}
	return c.relayed.RoundTrip(req)
}

// local reports whether a name or address literal leads to a private address
// as far as can be told here. A name that only the proxy can resolve passes
// unless it is private as it stands.
func (c *Client) local(ctx context.Context, host string) bool {
	if localName(host) {
		return true
	}
	addrs, err := c.names.LookupNetIP(ctx, "ip", host)
	return err == nil && slices.ContainsFunc(addrs, private)
}

// PrivateName reports whether the host of an address is private as it stands,
// without asking the network, and the user has not allowed it. host is what to
// allow then, with the port if the address has one. Get checks again once the
// name is resolved.
func PrivateName(address string, allowed []string) (host string, yes bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", false
	}
	return u.Host, localName(u.Hostname()) && !allow(allowed).has(authorityOf(u))
}

// localName reports whether a host is a private address, or a name that has a
// meaning in its own network alone (RFC 6761, RFC 6762, RFC 8375 and what
// routers hand out).
func localName(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if a, err := netip.ParseAddr(host); err == nil {
		return private(a)
	}
	for _, end := range []string{".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return !strings.Contains(host, ".") || oddNumber(host)
}

// oddNumber reports whether a host is an IPv4 address in one of the old forms
// (127.1, 0x7f.0.0.1): its last label begins with a digit, which no domain's does.
func oddNumber(host string) bool {
	last := host[strings.LastIndex(host, ".")+1:]
	return last != "" && last[0] >= '0' && last[0] <= '9'
}
