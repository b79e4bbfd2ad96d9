package pull

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"readout/feeds"
	"readout/feeds/clean"
)

// Kind is the class of a failure, for what to do next.
type Kind string

// The kinds of failures.
const (
	KindAddress  Kind = "address"
	KindFile     Kind = "file"
	KindDNS      Kind = "dns"
	KindTLS      Kind = "tls"
	KindConnect  Kind = "connect"
	KindTimeout  Kind = "timeout"
	KindStopped  Kind = "stopped"
	KindPrivate  Kind = "private"
	KindRedirect Kind = "redirect"
	KindEncoding Kind = "encoding"
	KindLarge    Kind = "large"
	KindEmpty    Kind = "empty"
	KindStatus   Kind = "status"
)

// StatusError is a failed exchange. Its text is a sentence with a remedy that
// holds no header, no user information and nothing that the server wrote.
type StatusError struct {
	Kind     Kind
	Status   int           // HTTP status; 0 when there was none
	Sentence string        // lower case, without a full stop
	Wait     time.Duration // how long the server asks to be left alone; 0
	err      error
}

func (e *StatusError) Error() string { return e.Sentence }

// Unwrap gives the cause, for errors.Is; it is not to be shown.
func (e *StatusError) Unwrap() error { return e.err }

// Lasting reports whether the same address will hardly do better at a later try:
// nothing is there, it leads nowhere, or it may not be fetched.
func (e *StatusError) Lasting() bool {
	switch e.Kind {
	case KindPrivate, KindAddress, KindRedirect, KindEncoding, KindEmpty:
		return true
	}
	return e.Status == http.StatusNotFound || e.Gone()
}

// Gone reports whether the server says that the feed is gone for good (410).
func (e *StatusError) Gone() bool { return e.Status == http.StatusGone }

// NoNetwork reports whether a failed exchange may be for want of a network: no
// name server answered, or no way leads to the host. A name that does not
// exist looks the same on some systems; sure is false for it.
func NoNetwork(err error) (lack, sure bool) {
	var e *StatusError
	if !errors.As(err, &e) {
		return false, false
	}
	var dns *net.DNSError
	switch {
	case e.Kind == KindDNS:
		return true, !errors.As(err, &dns) || !dns.IsNotFound
	case e.Kind == KindConnect:
		lack = errors.Is(err, syscall.ENETUNREACH) || errors.Is(err, syscall.EHOSTUNREACH) || errors.Is(err, syscall.ENETDOWN)
	}
	return lack, lack
}

// Reached reports whether an exchange got as far as some server.
func Reached(err error) bool {
	var e *StatusError
	if err == nil || !errors.As(err, &e) {
		return true
	}
	switch e.Kind {
	case KindAddress, KindFile, KindDNS, KindPrivate, KindTimeout, KindStopped:
		return false
	}
	lack, _ := NoNetwork(err)
	return !lack
}

func fail(k Kind, status int, sentence string, err error) error {
	return &StatusError{Kind: k, Status: status, Sentence: sentence, err: err}
}

// statusError says in a sentence what a status means for the reader of a feed.
func statusError(r Response) error {
	s := r.Status
	e := &StatusError{Kind: KindStatus, Status: s, Wait: r.Wait}
	switch {
	case s == http.StatusUnauthorized:
		e.Sentence = "the server asks for a user name and a password (%d): put a line like \"https://example.org\" = \"user:password\" into credentials.toml beside config.toml"
	case s == http.StatusProxyAuthRequired:
		e.Sentence = "the proxy asks for a user name and a password (%d): put them into the address of the proxy in the environment"
	case s == http.StatusForbidden, s == http.StatusNotAcceptable, s == http.StatusUnavailableForLegalReasons:
		e.Sentence = "the server refuses to give this to Readout (%d): open it in the browser, or look for another feed of this outlet"
	case s == http.StatusNotFound:
		e.Sentence = "the server does not have this address (%d): it may have moved, look for the feed on the outlet's page"
	case s == http.StatusGone:
		e.Sentence = "the server says that this is gone for good (%d): remove the feed or look for its successor"
	case s == http.StatusTooManyRequests:
		e.Sentence = "the server asks for fewer requests (%d): Readout tries again " + span(r.Wait)
	case s >= 500:
		e.Sentence = "the server has a fault of its own (%d): Readout tries again " + span(r.Wait)
	case s >= 300 && s < 400:
		e.Sentence = "the server sends on to another place without saying where (%d): look for the feed on the outlet's page"
	case s >= 200 && s < 300:
		e.Sentence = "the server answered without a document (%d): Readout tries again later"
	default:
		e.Sentence = "the server did not accept the request (%d): check the address"
	}
	e.Sentence = fmt.Sprintf(e.Sentence, s)
	return e
}

// span says a wait in words.
func span(d time.Duration) string {
	switch {
	case d <= 0:
		return "later"
	case d < time.Minute:
		return "in less than a minute"
	case d < 2*time.Hour:
		return fmt.Sprintf("in %d minutes", int(d.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf("in %d hours", int(d.Round(time.Hour).Hours()))
}

// explain turns a failure on the way into a StatusError about address.
// ctx is the caller's: when it is over, the caller stopped the exchange.
func explain(ctx context.Context, address string, err error) error {
	var known *StatusError
	if errors.As(err, &known) {
		return known
	}
	host := address
	if u, perr := url.Parse(address); perr == nil {
		host = u.Host
	}
	host = clean.Line(host)
	var dns *net.DNSError
	switch {
	case ctx.Err() != nil:
		return fail(KindStopped, 0, "stopped before "+host+" answered", ctx.Err())
	case errors.Is(err, feeds.ErrPrivateHost):
		return fail(KindPrivate, 0, host+" leads to a private address, which Readout does not fetch: to allow it, name that host in allow_private of config.toml", feeds.ErrPrivateHost)
	case errors.Is(err, errHops):
		return fail(KindRedirect, 0, fmt.Sprintf("%s sends on more than %d times: check the address", host, hops), err)
	case errors.Is(err, errScheme):
		return fail(KindRedirect, 0, host+" sends on to something that is not a web address, which was not followed: look for the feed on the outlet's page", err)
	case errors.As(err, &dns):
		return noName(host, dns, err)
	case errors.Is(err, http.ErrSchemeMismatch):
		return fail(KindTLS, 0, host+" does not speak https: if that is meant, give its address with http://", err)
	case isTLS(err):
		return fail(KindTLS, 0, "the secure connection to "+host+" cannot be trusted: its certificate is wrong, out of date or not for this name: check this computer's clock, else wait until the outlet has mended it", err)
	}
	return noAnswer(host, err)
}

// noName says that a name was not found: the host's own, or one that it sends on to.
func noName(host string, dns *net.DNSError, err error) error {
	own := host
	if h, _, e := net.SplitHostPort(host); e == nil {
		own = h
	}
	if name := clean.Clip(clean.Line(dns.Name), 100); name != "" && !strings.EqualFold(name, own) {
		return fail(KindDNS, 0, host+" sends on to "+name+", a name that was not found: look for the feed on the outlet's page", err)
	}
	return fail(KindDNS, 0, "the name "+host+" was not found: check the address and the connection", err)
}

// noAnswer says of a host that could be reached or not why no answer came.
func noAnswer(host string, err error) error {
	var wire *net.OpError
	switch {
	case errors.Is(err, context.Canceled): // by the idle clock
		return fail(KindTimeout, 0, host+" stopped answering: Readout tries again later", err)
	case timedOut(err):
		return fail(KindTimeout, 0, host+" took too long to answer: Readout tries again later", err)
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ECONNRESET):
		return fail(KindConnect, 0, host+" does not accept connections: Readout tries again later", err)
	case errors.As(err, &wire):
		return fail(KindConnect, 0, "the connection to "+host+" failed: check the network and the address", err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fail(KindConnect, 0, host+" ended the connection without an answer: Readout tries again later", err)
	}
	return fail(KindConnect, 0, host+" answered with something that is not HTTP: check the address", err)
}

func timedOut(err error) bool {
	var n net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

func isTLS(err error) bool {
	var (
		verify  *tls.CertificateVerificationError
		record  tls.RecordHeaderError
		alert   tls.AlertError
		unknown x509.UnknownAuthorityError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
	)
	return errors.As(err, &verify) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.As(err, &unknown) || errors.As(err, &name) || errors.As(err, &invalid)
}
