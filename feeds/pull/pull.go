// Package pull makes one polite HTTP exchange: conditional GET, limits,
// private-host guard, pacing per host. It also reads file URLs, and says when
// a feed is next due.
//
// What a well-behaved client does is the table of rules in rules_test.go; the
// sources are RFC 9110, RFC 9111, RFC 6585 and what publishers ask of readers.
package pull

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Validators are the ETag and Last-Modified of an earlier answer, byte for byte:
// printable ASCII of at most 1 KB, "" for any other.
type Validators struct{ ETag, LastModified string }

// Request asks for one document.
type Request struct {
	URL        string // http, https, feed or file
	Validators Validators
	MaxBytes   int64 // decoded bytes; 0 = FeedLimit
}

// The largest bodies that are read, in decoded bytes.
const (
	FeedLimit = 16 << 20
	PageLimit = 8 << 20
)

// Response is what an exchange gave. Body is decoded (gzip, br, zstd) but not
// charset-converted.
type Response struct {
	Status      int    // HTTP status; 200 for a file that was read
	URL         string // after all redirects, without user information
	Permanent   string // new address by permanent redirects only; "" if none
	NotModified bool
	Body        []byte
	ContentType string
	Validators  Validators
	// Wait is how long the server asks to be left alone (max-age, Expires,
	// Retry-After); 0 if it says nothing.
	Wait time.Duration
	// Warning is a sentence to show beside a success, else "": a redirect led
	// from https to http.
	Warning string
}

// Options configure a Client. The zero value is polite and safe.
type Options struct {
	Contact      string   // URL or mail address in the User-Agent; "" = DefaultContact
	Version      string   // program version in the User-Agent; "" = "dev"
	AllowPrivate []string // "1" = all, or hosts and host:port pairs the user allowed
	// Credentials is asked for "user:password" of an origin (see Origin) before
	// each request, "" for none; nil = there are none.
	Credentials func(origin string) string
	Now         func() time.Time // nil = time.Now
	Names       *net.Resolver    // nil = the system's
}

// DefaultContact is the page about Readout that the User-Agent names where the
// user gives no contact of their own. Its top-level domain is reserved (RFC
// 2606): until the project has a page, it is nobody else's.
const DefaultContact = "https://readout.example/fetching"

var errContact = errors.New(`the contact must be a web or mail address, like "https://example.org/about" or "desk@example.org"`)

// limits bound one exchange in time (SECURITY: 10 s connect, 20 s overall, 10 s idle).
type limits struct{ connect, whole, idle time.Duration }

// hops is the number of redirects that are followed.
const hops = 5

// Client fetches politely; it is safe for concurrent use.
type Client struct {
	agent   string
	allow   allowed
	keys    func(origin string) string // user:password
	now     func() time.Time
	limits  limits
	pace    *pacer
	proxy   func(*http.Request) (*url.URL, error)
	guarded http.RoundTripper // dials itself, refusing private addresses
	relayed http.RoundTripper // through the proxy
	names   *net.Resolver
}

// New returns a Client.
func New(o Options) *Client {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Names == nil {
		o.Names = net.DefaultResolver
	}
	c := &Client{
		agent:  agent(o.Version, o.Contact),
		allow:  allow(o.AllowPrivate),
		keys:   o.Credentials,
		now:    o.Now,
		limits: limits{connect: 10 * time.Second, whole: 20 * time.Second, idle: 10 * time.Second},
		pace:   newPacer(2, 100*time.Millisecond),
		names:  o.Names,
		proxy:  http.ProxyFromEnvironment,
	}
	if c.keys == nil {
		c.keys = func(string) string { return "" }
	}
	c.guarded, c.relayed = c.transports()
	return c
}

// agent is the User-Agent: name, version and contact in the form that
// government servers let through (catalogue note: state.gov answers 403 to a
// plain one), and not a browser's.
func agent(version, contact string) string {
	if version == "" {
		version = "dev"
	}
	if contact == "" {
		contact = DefaultContact
	}
	return "Mozilla/5.0 (compatible; Readout/" + version + "; +" + contact + ")"
}

// CheckContact says what is wrong with a contact for the User-Agent: it is an
// http(s) address or a mail address of printable ASCII without spaces,
// parentheses and semicolons, which would end the comment that it stands in.
func CheckContact(s string) error {
	for i := 0; i < len(s); i++ {
		if s[i] <= ' ' || s[i] > '~' || strings.IndexByte("();", s[i]) >= 0 {
			return errContact
		}
	}
	u, err := url.Parse(s)
	web := err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
	if at := strings.IndexByte(s, '@'); !web && (at < 1 || !strings.Contains(s[at:], ".") || len(s) > 254) {
		return errContact
	}
	return nil
}

// Get makes the exchange. A status other than 200 and 304 is an error of type
// *StatusError that carries the sentence to show; so is every failure on the
// way. The Response is filled as far as the exchange came, Wait above all.
func (c *Client) Get(ctx context.Context, r Request) (resp Response, err error) {
	defer func() {
		if recover() != nil { // a decoder's fault: what it says may hold what the server sent
			resp.Body, resp.Validators = nil, Validators{}
			err = fail(KindEncoding, resp.Status, "the answer broke the program that unpacks it: nothing was changed, please report the feed", nil)
		}
	}()
	if r.MaxBytes <= 0 {
		r.MaxBytes = FeedLimit
	}
	r.URL = strings.TrimSpace(r.URL)
	if IsFile(r.URL) {
		return readFile(r)
	}
	address, key, err := Address(r.URL)
	if err != nil {
		return Response{}, err
	}
	r.URL = address
	leave, err := c.pace.enter(ctx, authority(address))
	if err != nil {
		return Response{URL: address}, explain(ctx, address, err)
	}
	well := false
	defer func() { leave(well) }()
	resp, err = c.exchange(ctx, r, key)
	if well = err == nil; !well {
		return resp, explain(ctx, address, err)
	}
	return resp, nil
}
