// Package pull makes one polite HTTP exchange: conditional GET, limits,
// private-host guard, pacing per host. It also reads file URLs.
package pull

import (
	"context"
	"net/http"
	"time"
)

// Validators are the ETag and Last-Modified of an earlier answer, byte for byte.
type Validators struct{ ETag, LastModified string }

// Request asks for one document.
type Request struct {
	URL        string
	Validators Validators
	MaxBytes   int64 // decoded bytes; 0 = the limit for feeds
}

// Response is what an exchange gave. Body is decoded (gzip, br, zstd) but not
// charset-converted.
type Response struct {
	Status      int    // HTTP status; 200 for a file that was read
	URL         string // after all redirects
	Permanent   string // new address by permanent redirects only; "" if none
	NotModified bool
	Body        []byte
	ContentType string
	Validators  Validators
	Header      http.Header
	// Wait is how long the server asks to be left alone (max-age, Expires,
	// Retry-After); 0 if it says nothing.
	Wait time.Duration
}

// Options configure a Client. The zero value is polite and safe.
type Options struct {
	Contact      string            // URL in the User-Agent
	Version      string            // program version in the User-Agent
	AllowPrivate []string          // "1" = all, or hosts and host:port pairs the user allowed
	Credentials  map[string]string // origin -> "user:password"
	Now          func() time.Time
}

// Client fetches politely; it is safe for concurrent use.
type Client struct{}

// New returns a Client.
func New(o Options) *Client { return &Client{} }

// Get makes the exchange. A status other than 200 and 304 is an error of type *StatusError
// that carries the sentence to show.
func (c *Client) Get(ctx context.Context, r Request) (Response, error) { return Response{}, nil }
