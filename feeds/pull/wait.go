package pull

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// month is the longest wait that is believed at all.
const month = 30 * 24 * time.Hour

// wait is how long a server asks to be left alone: Retry-After of an answer
// that is no success (RFC 9110 10.2.3, RFC 6585 4), the lifetime of one that
// is (RFC 9111 4.2). A Retry-After that came with a success counts as well.
func wait(status int, h http.Header, now time.Time) time.Duration {
	w := retryAfter(h.Get("Retry-After"), now)
	if status == http.StatusOK || status == http.StatusNotModified {
		w = max(w, lifetime(h, now))
	}
	return w
}

// retryAfter reads seconds or an HTTP date; 0 when there is neither.
func retryAfter(s string, now time.Time) time.Duration {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= 0 {
		return seconds(n)
	}
	if t, err := http.ParseTime(s); err == nil {
		return cut(t.Sub(now), month)
	}
	return 0
}

// lifetime is the freshness lifetime less the age: max-age, else Expires (RFC 9111 4.2.1).
func lifetime(h http.Header, now time.Time) time.Duration {
	age := retryAfter(h.Get("Age"), now)
	for part := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch strings.ToLower(name) {
		case "no-store", "no-cache":
			return 0
		case "max-age":
			if n, err := strconv.ParseFloat(strings.Trim(value, `" `), 64); err == nil && n >= 0 {
				return cut(seconds(n)-age, month)
			}
		}
	}
	t, err := http.ParseTime(h.Get("Expires"))
	if err != nil {
		return 0
	}
	if d, err := http.ParseTime(h.Get("Date")); err == nil {
		now = d // the server's own clock
	}
	return cut(t.Sub(now)-age, month)
}

func seconds(n float64) time.Duration {
	return time.Duration(min(n, month.Seconds()) * float64(time.Second))
}
