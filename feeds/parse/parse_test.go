package parse

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
		{"01 Jan 2004 19:48 EST", "2004-01-02T00:48:00Z"},
		{"Thu, 5 Apr 2012 23:47:37 +0200", "2012-04-05T21:47:37Z"},
		{"Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"},
		{"Thu,01 Jan 2004 19:48:21 +00:00", "2004-01-01T19:48:21Z"},
		{"Thursday, 01 January 2004 19:48:21 MEST", "2004-01-01T17:48:21Z"},
		{"Thu, 31 Dec 2009 10:14:55 AEST", "2009-12-31T00:14:55Z"},
		{"Thu, 31 Dec 2009 10:14:55 GMT+1", "2009-12-31T09:14:55Z"},
		{"Thu, 31 Dec 2009 10:14:55 -0500 (EST)", "2009-12-31T15:14:55Z"},
		{"Mon, 15 Jul 2013 14:23 ET", "2013-07-15T18:23:00Z"},
		{"Mon, 15 Jan 2013 14:23 MSK", "2013-01-15T10:23:00Z"},
		{"Tue, 26 Oct 2004 14:01:01 America/New_York", "2004-10-26T18:01:01Z"},
		{"Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z"},
		{"Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"},
		{"2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"},
		{"2003-12-31T10:14:55.5-08:00", "2003-12-31T18:14:55Z"},
		{"2003-12-31 10:14:55", "2003-12-31T10:14:55Z"},
		{"20031231T101455Z", "2003-12-31T10:14:55Z"},
		{"2003-12-31", "2003-12-31T00:00:00Z"},
		{"20031231", "2003-12-31T00:00:00Z"},
		{"2003-365T10:14:55Z", "2003-12-31T10:14:55Z"},
		{"2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"},
		{"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"},
		{"Tue Mar 03 2026 10:00:00 GMT+0100 (Central European Standard Time)", "2026-03-03T09:00:00Z"},
		{"Tue Mar 03 10:00:00 CET 2026", "2026-03-03T09:00:00Z"},
		{"Jan 5, 2007 at 3:14pm PST", "2007-01-05T23:14:00Z"},
		{"Tuesday, 3 April 2007 10:00 a.m. (UTC)", "2007-04-03T10:00:00Z"},
		{"2006-02-18 12:00:00 +0000 UTC", "2006-02-18T12:00:00Z"},
		{"2020/2/11", "2020-02-11T00:00:00Z"},
		{"07.02.2025", "2025-02-07T00:00:00Z"},
		{"15/03/2020", "2020-03-15T00:00:00Z"},
		{"03/15/2020", "2020-03-15T00:00:00Z"},
		{"June 9, 2015", "2015-06-09T00:00:00Z"},
		{"15 de março de 2019", "2019-03-15T00:00:00Z"},
		{"Ter, 4 Set 2018 07:20:00 -0300", "2018-09-04T10:20:00Z"},
		{"Mon, 15 Ağu 2016 10:00:00 +0300", "2016-08-15T07:00:00Z"},
		{"вт, 26 мая 2020 10:00:00 +0300", "2020-05-26T07:00:00Z"},
		{"26 травня 2020", "2020-05-26T00:00:00Z"},
		{"2004년 05월 28일", "2004-05-28T00:00:00Z"},
		{"2020年2月11日", "2020-02-11T00:00:00Z"},
		{"mar. 12 mars 2019 10:00:00 +0100", "2019-03-12T09:00:00Z"},
		{"Tue, 9 Jun 2015 4:10 PM EDT", "2015-06-09T20:10:00Z"},
		{"2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"},
		// unknown
		{"", ""},
		{"soon", ""},
		{"03/04/2020", ""},
		{"2020/2/11 09:05:00", ""},
		{"Tuesday, June 9, 2015 - 4:10pm", ""},
		{"2003-02-31", ""},
		{"2003-12-31T25:14:55Z", ""},
		{"Thu, 31 Dec 2009 10:14:55 IST", ""},
		{"Thu, 31 Dec 2009 10:14:55 XYZ", ""},
		{"Thu, 31 Dec 2009 10:14:55 +2500", ""},
		{"Thu, 01 Jan 1970 00:00:00 GMT", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"2003-12", ""},
		{"2003", ""},
		{"07.02.25", ""},
		{"Sun, 3 Nov 2013 01:30:00 ET", ""},
		{"12 listopada 2020", ""},
		{"12 lip 2020", ""},
		{"2003-366", ""},
		{"1 hour ago", ""},
		{"Mar 15-20", ""},
		{"15 March 2020 - 16 March 2020", ""},
		{"10 Mar 12 15:00 GMT", "2012-03-10T15:00:00Z"},
		{"1583229600", ""},
		{"2026-03-03T10:00:00+01:00 +02:00", ""},
		{"Tue, 3 Mar 2026 10:00 EST -0800", ""},
		{"30. November 2020 10:00 Uhr", ""},
		{"Tue, 3 Mar 2026 13:00 PM GMT", "2026-03-03T13:00:00Z"},
		{"Tue, 3 Mar 2026 13:00 AM GMT", ""},
	} {
		got, ok := dated(c.in)
		s := ""
		if ok {
			s = got.Format(time.RFC3339)
		}
		if s != c.want {
			t.Errorf("dated(%q) = %q, want %q", c.in, s, c.want)
		}
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"Tuesday, June 9, 2015 - 4:10pm": "2015-06-09", "2020/2/11 09:05:00": "2020-02-11",
		"Thu, 01 Jan 2004 23:48:21 EST": "2004-01-01", "03/04/2020 10:00": "",
	} {
		got, ok := Day(in)
		if s := got.Format(time.DateOnly); ok != (want != "") || ok && s != want {
			t.Errorf("Day(%q) = %s %v, want %q", in, s, ok, want)
		}
	}
}

// TestDateLayouts reads instants of forty years, written in every layout that
// has a zone, back as the same instants.
func TestDateLayouts(t *testing.T) {
	layouts := []string{time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC822Z, time.RFC850, time.UnixDate, time.RubyDate,
		"2006-01-02 15:04:05 -0700", "20060102T150405Z0700", "Monday, January 2, 2006 3:04:05 PM MST", "2 January 2006 15:04:05 GMT-07:00",
		"2006/1/2 15:04:05 -0700", "02.01.2006 15:04 Z07:00", "Jan 2 2006 at 3:04pm MST", "2006年1月2日 15:04:05 -0700"}
	zones := []*time.Location{time.UTC, time.FixedZone("EST", -5*3600), time.FixedZone("CET", 3600), time.FixedZone("JST", 9*3600),
		time.FixedZone("NST", -(3*3600 + 1800))}
	for _, layout := range layouts {
		for i := range 400 {
			want := time.Unix(int64(500_000_000+i*3_155_695), 0).In(zones[i%len(zones)])
			printed := want.Format(layout)
			got, ok := dated(printed)
			if back, err := time.ParseInLocation(layout, printed, time.UTC); err == nil { // no zone of the machine
				want = time.Date(back.Year(), back.Month(), back.Day(), back.Hour(), back.Minute(), back.Second(), 0, want.Location())
			}
			if !ok || !got.Equal(want) {
				t.Fatalf("dated(%q) = %v %v, want %v", printed, got, ok, want.UTC())
			}
		}
	}
}

// dated is a date in UTC.
func dated(s string) (time.Time, bool) {
	t, ok := zoned(s)
	return t.UTC(), ok
}
