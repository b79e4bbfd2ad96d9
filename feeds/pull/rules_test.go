package pull

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// The rules that a client keeps, as RFC 9110, 9111, 6585, RSS 2.0 and the
// publishers' own pages on feed readers ask. Rules 2, 3, 14 and 22 have a
// half that belongs to whoever stores feeds.

func TestRule01ValidatorsGoBackByteForByte(t *testing.T) {
	v := Validators{ETag: `W/"a  b,'x"`, LastModified: "Wed, 4 Mar 2026 05:00:00 +0000"}
	var got []http.Header
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.Header)
		if r.Header.Get("If-None-Match") == v.ETag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", v.ETag)
		w.Header().Set("Last-Modified", v.LastModified)
		feed(w, r)
	})
	first := get(t, c, base)
	if first.Validators != v {
		t.Errorf("validators %q, want %q", first.Validators, v)
	}
	second, err := c.Get(t.Context(), Request{URL: base, Validators: first.Validators})
	if err != nil || !second.NotModified || len(second.Body) != 0 {
		t.Errorf("second answer %+v, %v, want not modified", second, err)
	}
	if _, ok := got[0]["If-None-Match"]; ok || got[0].Get("If-Modified-Since") != "" {
		t.Error("the first request invented validators")
	}
	if got[1].Get("If-None-Match") != v.ETag || got[1].Get("If-Modified-Since") != v.LastModified {
		t.Errorf("sent %q", got[1])
	}
}

func TestRule02ValidatorsOnlyOfWholeAnswers(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.URL.Path == "/new" {
			w.Header().Set("ETag", `"2"`)
			w.Header().Set("Cache-Control", "max-age=7200")
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Length", "100")
		io.WriteString(w, "half")
	})
	resp, err := c.Get(t.Context(), Request{URL: base})
	if err == nil || resp.Validators != (Validators{}) {
		t.Errorf("half an answer gave %+v, %v", resp.Validators, err)
	}
	resp, err = c.Get(t.Context(), Request{URL: base + "/new", Validators: Validators{ETag: `"1"`}})
	if err != nil || resp.Validators.ETag != `"2"` || resp.Wait != 2*time.Hour {
		t.Errorf("a 304 gave %+v, %v: its new validators and lifetime count", resp, err)
	}
}

func TestRule02OddValidatorsAreNotKept(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+strings.Repeat("x", 2000)+`"`)
		w.Header().Set("Last-Modified", "mars \xe9")
		feed(w, r)
	})
	if v := get(t, c, base).Validators; v != (Validators{}) {
		t.Errorf("kept %q", v)
	}
}

func TestRule03NotModifiedIsSuccess(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	resp, err := c.Get(t.Context(), Request{URL: base, Validators: Validators{ETag: `"1"`}})
	if err != nil || !resp.NotModified || resp.Status != 304 {
		t.Errorf("got %+v, %v", resp, err)
	}
	if _, err := c.Get(t.Context(), Request{URL: base}); err == nil {
		t.Error("a 304 that nobody asked for passes as a success")
	}
}

func TestRule04AtMostHourlyAndNeverUnderTheFloor(t *testing.T) {
	busy := Rhythm{PerWeek: 5000}
	for _, tc := range []struct {
		name string
		r    Rhythm
		want time.Duration
	}{
		{"with validators", Rhythm{PerWeek: busy.PerWeek, Conditional: true}, time.Hour},
		{"without", busy, time.Hour},
		{"without, an entry an hour", Rhythm{PerWeek: 168}, 4 * time.Hour},
		{"without, two entries a day", Rhythm{PerWeek: 14}, 24 * time.Hour},
		{"without, nothing known", Rhythm{}, 24 * time.Hour},
		{"user asks for a minute", Rhythm{Interval: time.Minute, Conditional: true}, 15 * time.Minute},
		{"a file", Rhythm{URL: "file:"}, 15*time.Minute + jitter("file:", 15*time.Minute)},
		{"user asks for half an hour", Rhythm{Interval: 30 * time.Minute}, 30 * time.Minute},
	} {
		if got := Next(day, tc.r).Sub(day); got != tc.want {
			t.Errorf("%s: next in %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestRule05NextIsTheLongestThatAnyoneAsks(t *testing.T) {
	hour := Rhythm{Conditional: true, PerWeek: 5000}
	for _, tc := range []struct {
		name string
		edit func(*Rhythm)
		want time.Duration
	}{
		{"ttl", func(r *Rhythm) { r.TTL = 3 * time.Hour }, 3 * time.Hour},
		{"max-age", func(r *Rhythm) { r.Wait = 5 * time.Hour }, 5 * time.Hour},
		{"max-age of a year", func(r *Rhythm) { r.Wait = month }, 24 * time.Hour},
		{"ttl of a year", func(r *Rhythm) { r.TTL = 9000 * time.Hour }, 24 * time.Hour},
		{"own interval of two days", func(r *Rhythm) { r.Interval = 48 * time.Hour; r.Wait = time.Hour }, 48 * time.Hour},
		{"skips the hours", func(r *Rhythm) { r.SkipHours = []int{7, 8} }, 3 * time.Hour},
		{"skips the day", func(r *Rhythm) { r.SkipDays = []string{"wednesday"} }, 18 * time.Hour},
		{"skips every day", func(r *Rhythm) {
			r.SkipDays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
		}, time.Hour},
		{"slow feed", func(r *Rhythm) { r.PerWeek = 14 }, 6 * time.Hour},
		{"very slow feed", func(r *Rhythm) { r.PerWeek = 0.2 }, 24 * time.Hour},
	} {
		r := hour
		tc.edit(&r)
		if got := Next(day, r).Sub(day); got != tc.want {
			t.Errorf("%s: next in %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestRule05LifetimeOfAnAnswer(t *testing.T) {
	for _, tc := range []struct {
		header string
		want   time.Duration
	}{
		{"", 0},
		{"Cache-Control: max-age=600", 10 * time.Minute},
		{`Cache-Control: public, Max-Age="600"`, 10 * time.Minute},
		{"Cache-Control: max-age=600\nAge: 60", 9 * time.Minute},
		{"Cache-Control: max-age=60\nAge: 600", 0},
		{"Cache-Control: no-cache, max-age=600", 0},
		{"Cache-Control: max-age=-5", 0},
		{"Cache-Control: max-age=99999999999999999999", month},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT", time.Hour},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT\nDate: Wed, 04 Mar 2026 06:30:00 GMT", 30 * time.Minute},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT\nCache-Control: max-age=60", time.Minute},
		{"Expires: 0", 0},
		{"Retry-After: 120", 2 * time.Minute},
	} {
		h := http.Header{}
		for line := range strings.Lines(tc.header) {
			k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
			h.Add(k, v)
		}
		if got := wait(http.StatusOK, h, day); got != tc.want {
			t.Errorf("%q: wait %v, want %v", tc.header, got, tc.want)
		}
	}
}

func TestRule06RetryAfter(t *testing.T) {
	asked := 0
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		status, after, _ := strings.Cut(strings.Trim(r.URL.Path, "/"), "/")
		w.Header().Set("Retry-After", after)
		fmt.Sscan(status, &asked)
		w.WriteHeader(map[string]int{"429": 429, "503": 503}[status])
	})
	for path, want := range map[string]time.Duration{
		"/429/120": 2 * time.Minute, "/503/Wed, 04 Mar 2026 09:00:00 GMT": 3 * time.Hour,
		"/429/": 0, "/503/soon": 0, "/429/Tue, 03 Mar 2026 09:00:00 GMT": 0,
	} {
		e := failure(t, c, base+(&url.URL{Path: path}).EscapedPath())
		if e.Wait != want {
			t.Errorf("%s: wait %v, want %v", path, e.Wait, want)
		}
	}
	for failures, want := range map[int]time.Duration{1: time.Hour, 2: 2 * time.Hour, 3: 4 * time.Hour, 9: 24 * time.Hour} {
		if got := Next(day, Rhythm{Interval: time.Hour, Failures: failures}).Sub(day); got != want {
			t.Errorf("after %d failures next in %v, want %v", failures, got, want)
		}
	}
	if got := Next(day, Rhythm{Interval: time.Hour, Failures: 1, Wait: 72 * time.Hour}).Sub(day); got != 72*time.Hour {
		t.Errorf("a Retry-After of three days gives %v", got)
	}
}

func TestRule06NoSecondTryInTheSamePass(t *testing.T) {
	asked := 0
	c, base := serve(t, func(w http.ResponseWriter, _ *http.Request) { asked++; w.WriteHeader(503) })
	failure(t, c, base)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestRule07FailingFeedsAreTriedDaily(t *testing.T) {
	if got := Next(day, Rhythm{Interval: time.Hour, Failures: 1000, Conditional: true}).Sub(day); got != 24*time.Hour {
		t.Errorf("after 1000 failures next in %v, want a day", got)
	}
}

func TestRule08GoneAndNotFound(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(map[string]int{"/gone": 410, "/lost": 404}[r.URL.Path])
	})
	if e := failure(t, c, base+"/gone"); !e.Gone() || e.Status != 410 || !strings.Contains(e.Error(), "remove the feed") {
		t.Errorf("410: %+v", e)
	}
	if e := failure(t, c, base+"/lost"); e.Gone() || e.Status != 404 {
		t.Errorf("404: %+v", e)
	}
}

func TestRule09OnlyThePermanentPrefixOfAChainIsKept(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		// the path lists the statuses still to come: /301/302/301
		status, rest, more := strings.Cut(r.URL.Path[1:], "/")
		if status == "" {
			feed(w, r)
			return
		}
		if !more {
			rest = ""
		}
		w.Header().Set("Location", "/"+rest)
		var code int
		fmt.Sscan(status, &code)
		w.WriteHeader(code)
	})
	for path, want := range map[string]string{
		"/301": "/", "/308/301": "/", "/302": "", "/303": "", "/307": "", "/301/302": "/302", "/302/301": "", "/308/301/307/301": "/307/301",
	} {
		resp := get(t, c, base+path)
		if want != "" {
			want = base + want
		}
		if resp.Permanent != want || resp.URL != base+"/" {
			t.Errorf("%s: permanent %q, want %q; url %q", path, resp.Permanent, want, resp.URL)
		}
	}
}

func TestRule10RedirectsEnd(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		to := map[string]string{"/loop": "/loop", "/file": "file:///etc/passwd", "/ftp": "ftp://host.example/"}[r.URL.Path]
		http.Redirect(w, r, to, http.StatusFound)
	})
	for path, want := range map[string]string{"/loop": "more than 5 times", "/file": "not a web address", "/ftp": "not a web address"} {
		if e := failure(t, c, base+path); e.Kind != KindRedirect || !strings.Contains(e.Error(), want) {
			t.Errorf("%s: %v", path, e)
		}
	}
}
