package pull

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"readout/feeds"
)

// body reads an answer's body, decoded by its Content-Encoding whether or not
// that was offered, and counts decoded bytes (rules 11 and 12).
func body(a *http.Response, limit int64) ([]byte, error) {
	if a.ContentLength > limit {
		return nil, tooLarge(limit)
	}
	var r io.Reader = a.Body
	codings := strings.Split(strings.Join(a.Header.Values("Content-Encoding"), ","), ",")
	if len(codings) > 3 {
		return nil, fail(KindEncoding, a.StatusCode, "the answer is packed too many times", nil)
	}
	for i := len(codings) - 1; i >= 0; i-- {
		var err error
		if r, err = decode(r, strings.ToLower(strings.TrimSpace(codings[i]))); err != nil {
			if !broken(err) {
				err = fail(KindEncoding, a.StatusCode, "the answer is packed in a way that Readout cannot read", err)
			}
			return nil, err
		}
	}
	if c, ok := r.(interface{ Close() }); ok {
		defer c.Close()
	}
	var buf bytes.Buffer
	if a.ContentLength > 0 { // a buffer that doubles would end half empty
		buf.Grow(int(min(a.ContentLength, 1<<20)) + bytes.MinRead)
	}
	n, err := io.Copy(&buf, io.LimitReader(r, limit+1))
	switch {
	case n > limit:
		return nil, tooLarge(limit)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fail(KindEncoding, a.StatusCode, "the answer broke off in the middle: Readout tries again later", err)
	case err != nil && r != io.Reader(a.Body) && !broken(err):
		return nil, fail(KindEncoding, a.StatusCode, "the answer is packed and damaged: Readout tries again later", err)
	case err != nil:
		return nil, err
	}
	return buf.Bytes(), nil
}

// broken reports whether a failure is the connection's, not the content's.
func broken(err error) bool {
	var n net.Error
	return errors.As(err, &n) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func tooLarge(limit int64) error {
	return fail(KindLarge, 0, fmt.Sprintf("the answer is larger than the %d MB that Readout accepts: open it in the browser, or look for a smaller feed of this outlet", limit>>20), feeds.ErrTooLarge)
}

// decode wraps r in the decoder of one content coding (RFC 9110 8.4.1, RFC 7932, RFC 8878).
func decode(r io.Reader, coding string) (io.Reader, error) {
	switch coding {
	case "", "identity", "utf-8", "none":
		return r, nil
	case "gzip", "x-gzip":
		b := bufio.NewReader(r)
		if magic, _ := b.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
			return b, nil // said to be packed, but is not
		}
		return gzip.NewReader(b)
	case "deflate": // zlib by the book, raw deflate in practice
		b := bufio.NewReader(r)
		if magic, _ := b.Peek(1); len(magic) == 1 && magic[0]&0x0f == 8 {
			return zlib.NewReader(b)
		}
		return flate.NewReader(b), nil
	case "br":
		return brotli.NewReader(r), nil
	case "zstd":
		return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderLowmem(true))
	}
	return nil, errors.New("unknown content coding")
}

// idle cancels an exchange whose body stays silent for too long.
type idle struct {
	io.ReadCloser
	timer *time.Timer
	quiet time.Duration
}

func newIdle(r io.ReadCloser, quiet time.Duration, cancel context.CancelFunc) *idle {
	return &idle{ReadCloser: r, timer: time.AfterFunc(quiet, cancel), quiet: quiet}
}

// Read restarts the clock with each piece that arrives.
func (i *idle) Read(p []byte) (int, error) {
	n, err := i.ReadCloser.Read(p)
	i.timer.Reset(i.quiet)
	return n, err
}

func (i *idle) stop() { i.timer.Stop() }
