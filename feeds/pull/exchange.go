package pull

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"
)

// trip follows the redirects of one exchange.
type trip struct {
	c         *Client
	origin    string // of the address that was asked for
	key       string // user:password that stands in it; "" if none
	permanent string // last address reached by permanent redirects alone
	temporary bool   // a temporary redirect was met
	warning   string
}

// exchange makes the request and reads the answer.
func (c *Client) exchange(ctx context.Context, r Request, key string) (Response, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limits.whole)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.URL, nil)
	if err != nil {
		return Response{URL: r.URL}, err
	}
	t := &trip{c: c, origin: Origin(r.URL), key: key}
	c.dress(req, r.Validators)
	t.authorise(req)
	client := http.Client{Transport: door{c}, CheckRedirect: t.redirect}
	answer, err := client.Do(req)
	if err != nil {
		return Response{URL: r.URL}, err
	}
	defer answer.Body.Close()
	resp := c.read(answer)
	resp.Permanent, resp.Warning = t.permanent, t.warning
	switch {
	case resp.NotModified && r.Validators != (Validators{}):
		return resp, nil
	case resp.Status != http.StatusOK:
		return resp, statusError(resp)
	}
	quiet := newIdle(answer.Body, c.limits.idle, cancel)
	defer quiet.stop()
	answer.Body = quiet
	resp.Body, err = body(answer, r.MaxBytes)
	if err == nil && len(resp.Body) == 0 {
		err = fail(KindEmpty, resp.Status, "the server sent an empty answer: nothing was changed, Readout tries again later", nil)
	}
	if err != nil {
		resp.Validators = Validators{} // of an answer that was not read whole
	}
	return resp, err
}

// dress sets the headers: who asks, what is read, what is already held.
func (c *Client) dress(req *http.Request, v Validators) {
	h := req.Header
	h.Set("User-Agent", c.agent)
	h.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5")
	h.Set("Accept-Encoding", "gzip, br, zstd")
	if v.ETag != "" {
		h.Set("If-None-Match", v.ETag)
	}
	if v.LastModified != "" {
		h.Set("If-Modified-Since", v.LastModified)
	}
}

// authorise sets Basic credentials for the exact origin of a request, and
// removes any other (RFC 7617; rule 19).
func (t *trip) authorise(req *http.Request) {
	req.Header.Del("Authorization")
	if key := t.credential(Origin(req.URL.String())); key != "" {
		req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(key)))
	}
}

// credential is "user:password" for an origin: what the address itself holds
// goes to its own alone, and with it no other.
func (t *trip) credential(origin string) string {
	switch {
	case t.key == "":
		return t.c.keys(origin)
	case origin == t.origin:
		return t.key
	}
	return ""
}

var (
	errScheme = errors.New("the address leads to something that is not a web address")
	errHops   = errors.New("too many redirects")
)

// redirect is asked before each further request.
func (t *trip) redirect(req *http.Request, via []*http.Request) error {
	if len(via) > hops {
		return errHops
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return errScheme
	}
	unsafe := via[len(via)-1].URL.Scheme == "https" && req.URL.Scheme == "http"
	if unsafe {
		t.warning = "the feed leads from https to http, where it can be read and changed on the way: look for an https address of it on the outlet's page"
	}
	// Spaced, but without a place among the few: who holds one must not wait for another.
	if to := authorityOf(req.URL); to != authorityOf(via[len(via)-1].URL) {
		if _, err := t.c.pace.space(req.Context(), t.c.pace.host(to)); err != nil {
			return err
		}
	}
	req.URL.User = nil
	req.Header.Del("Referer") // Go's client adds one
	t.authorise(req)
	lasting := req.Response != nil && (req.Response.StatusCode == http.StatusMovedPermanently || req.Response.StatusCode == http.StatusPermanentRedirect)
	if !lasting || unsafe { // one that is not safe is never kept, so that it is said each time
		t.temporary = true
	}
	if !t.temporary {
		t.permanent = bare(req.URL)
	}
	return nil
}

// bare is an address without user information and fragment.
func bare(u *url.URL) string {
	b := *u
	b.User, b.Fragment, b.RawFragment = nil, "", ""
	return b.String()
}

// read takes everything from an answer but its body.
func (c *Client) read(a *http.Response) Response {
	return Response{
		Status:      a.StatusCode,
		URL:         bare(a.Request.URL),
		NotModified: a.StatusCode == http.StatusNotModified,
		ContentType: a.Header.Get("Content-Type"),
		Validators:  validators(a.Header),
		Wait:        wait(a.StatusCode, a.Header, c.now()),
	}
}

// validators takes those that can be sent back as they came: printable ASCII
// of at most 1 KB.
func validators(h http.Header) Validators {
	keep := func(s string) string {
		if len(s) > 1024 || slices.ContainsFunc([]byte(s), func(b byte) bool { return b < ' ' || b > '~' }) {
			return ""
		}
		return s
	}
	return Validators{ETag: keep(h.Get("ETag")), LastModified: keep(h.Get("Last-Modified"))}
}

// cut limits a duration.
func cut(d, most time.Duration) time.Duration { return max(0, min(d, most)) }
