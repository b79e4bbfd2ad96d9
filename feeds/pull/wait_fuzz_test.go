package pull

import (
	"net/http"
	"testing"
	"time"
)

// FuzzNext proves of whatever a server and a feed ask: the next fetch is never
// before the floor, never later than a week and a jitter, and what is kept to be
// sent back is printable ASCII.
func FuzzNext(f *testing.F) {
	f.Add(200, "max-age=600, public", "", "Wed, 21 Oct 2015 07:28:00 GMT", `"v1"`, int64(3600), 12.0, 0, 5, "Monday")
	f.Add(429, "", "99999999999999999999", "0", "\x1b", int64(-1), -1.0, 40, 25, "monday")
	f.Add(503, "max-age=-1,s-maxage", "Fri, 31 Dec 9999 23:59:59 GMT", "-1", "W/\"\"", int64(1)<<62, 1e300, 1<<30, -3, "")
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, status int, cache, retry, expires, etag string, ttl int64, perWeek float64, failures, hour int, day string) {
		h := http.Header{"Cache-Control": {cache}, "Retry-After": {retry}, "Expires": {expires}, "Etag": {etag}, "Last-Modified": {expires}}
		for _, conditional := range []bool{true, false} {
			r := Rhythm{URL: "https://a.example/" + etag, Wait: wait(status, h, now), TTL: time.Duration(ttl), PerWeek: perWeek, Failures: failures,
				SkipHours: []int{hour}, SkipDays: []string{day}, Conditional: conditional}
			next := Next(now, r)
			if next.Before(now.Add(Floor)) || next.After(now.Add(Weekly+Weekly/10+48*time.Hour)) {
				t.Errorf("%+v is due at %v", r, next)
			}
		}
		for _, s := range []string{validators(h).ETag, validators(h).LastModified} {
			for i := range len(s) {
				if s[i] < 0x20 || s[i] > 0x7e || len(s) > 1024 {
					t.Fatalf("%q is kept", s)
				}
			}
		}
	})
}
