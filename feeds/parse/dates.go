package parse

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zone names in feeds must mean the same on every machine
	"unicode"
	"unicode/utf8"

	"readout/feeds"
	"readout/feeds/clean"
)

//go:embed names.txt
var namesFile string

//go:embed zones.txt
var zonesFile string

// Date reads a date as feeds print it: RFC 822 and its abuses, ISO 8601 and
// RFC 3339, and local forms with the names of many languages.
//
// A date in doubt is unknown; no instant is ever guessed:
//
//   - a zone that is not in zones.txt, or that two countries use differently,
//     makes the date unknown;
//   - a day or time that does not exist (31 February, 25 o'clock), a year
//     outside 1980 to 2199 (1970 and 1 are how programs print "none") and two
//     numbers that may be day or month (03/04/2020) make it unknown;
//   - a time without a zone is read as UTC only in the forms of ISO 8601, RFC 822
//     and C's asctime, where every feed reader does (RFC 5322 section 3.3: such
//     a time says nothing of a place). In a local form ("Monday, April 15,
//     2013 - 2:23pm") it is the publisher's own clock, so the instant is
//     unknown: the entry's DateText keeps what was printed;
//   - a day without a time is midnight UTC of that day;
//   - a month or year alone is unknown.
func Date(s string) (time.Time, bool) {
	if s = clean.Line(s); s == "" || len(s) > 100 {
		return time.Time{}, false
	}
	d := dateReader{rest: strings.ToLower(s)}
	if !d.read() {
		return time.Time{}, false
	}
	return d.instant()
}

// setDates fills the dates of an entry of what the item printed.
func setDates(e *feeds.Entry, n note) {
	pick := func(names ...string) (time.Time, string) {
		text := ""
		for _, name := range names {
			printed := n.dates[name]
			if text == "" {
				text = printed
			}
			if t, ok := Date(printed); ok {
				return t, printed
			}
		}
		return time.Time{}, text
	}
	var updatedText string
	e.Published, e.DateText = pick("pubdate", "published", "atom:published", "dc:date", "dcterms:issued", "atom:issued", "dcterms:date",
		"date", "dcterms:created", "atom:created", "dc:created", "issued", "created", "publicationdate")
	e.Updated, updatedText = pick("atom:updated", "dcterms:modified", "atom:modified", "dc:modified", "updated", "modified", "lastbuilddate")
	if e.DateText == "" { // the feed gives only the time of a change
		e.Published, e.DateText = e.Updated, updatedText
	}
}

// dateReader reads one date, piece by piece. Each piece may come once.
type dateReader struct {
	rest string

	year, month, day     int // 0 = not read
	hour, minute, second int
	nanos                int
	hasTime, pm, am      bool
	zone                 *time.Location
	offset               bool // zone is a numeric offset
	local                bool // a form of people, not of a standard
	shortYear            bool
	weekdayMonth         int // the month that a word may mean that may also be a weekday
}

// instant puts the pieces together.
func (d *dateReader) instant() (time.Time, bool) {
	if d.month == 0 {
		d.month = d.weekdayMonth
	}
	if d.year < 1980 || d.year > 2199 || d.month < 1 || d.month > 12 || d.day < 1 {
		return time.Time{}, false
	}
	if !d.clock() {
		return time.Time{}, false
	}
	zone := d.zone
	if zone == nil {
		if d.hasTime && d.local {
			return time.Time{}, false
		}
		zone = time.UTC
	}
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, d.nanos, zone)
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if day.Day() != d.day || ambiguous(t, d) {
		return time.Time{}, false
	}
	return t.UTC(), true
}

// clock checks the time of day and turns it to 24 hours.
func (d *dateReader) clock() bool {
	if d.am || d.pm {
		if d.hour > 12 && d.am || d.hour == 0 && d.pm {
			return false
		}
		if d.hour <= 12 {
			d.hour %= 12
			if d.pm {
				d.hour += 12
			}
		}
	}
	if d.hour == 24 && d.minute == 0 && d.second == 0 { // ISO 8601: the end of the day
		return true
	}
	return d.hour <= 23 && d.minute <= 59 && d.second <= 60
}

// ambiguous reports whether a local clock shows this time twice or never.
func ambiguous(t time.Time, d *dateReader) bool {
	if d.hour == 24 || d.second == 60 {
		return false
	}
	if t.Hour() != d.hour || t.Minute() != d.minute {
		return true
	}
	same := func(u time.Time) bool { return u.Hour() == t.Hour() && u.Minute() == t.Minute() && u.Day() == t.Day() }
	return same(t.Add(time.Hour)) || same(t.Add(-time.Hour))
}

// read takes the text apart and reports whether every piece was understood.
func (d *dateReader) read() bool {
	if d.iso() {
		return true
	}
	d.local = false
	for d.rest != "" {
		r, n := utf8.DecodeRuneInString(d.rest)
		ok := true
		switch {
		case r >= '0' && r <= '9':
			ok = d.number()
		case (r == '+' || r == '-' || r == '−') && d.hasTime && startsDigit(d.rest[n:]):
			ok = d.numericZone()
		case r == '(':
			ok = d.comment()
		case unicode.IsLetter(r):
			ok = d.word()
		case strings.ContainsRune(" ,.;:-–—/|)'’·،年月日", r):
			d.rest = d.rest[n:]
		default:
			return false
		}
		if !ok {
			return false
		}
	}
	return true
}

// iso reads ISO 8601 in its usual forms (W3C-DTF, RFC 3339, basic):
// 2003-12-31, 20031231, 2003-12-31T10:14:55.123Z, 2003-12-31 10:14+01:00.
func (d *dateReader) iso() bool {
	s := d.rest
	var ok bool
	take := func(n int) (v int) {
		if v, ok = digits(s, n); ok {
			s = s[n:]
		}
		return v
	}
	year := take(4)
	if !ok {
		return false
	}
	dashes := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	month := take(2)
	if !ok || dashes != strings.HasPrefix(s, "-") {
		return false
	}
	s = strings.TrimPrefix(s, "-")
	day := take(2)
	if !ok || startsDigit(s) {
		return false
	}
	r := dateReader{year: year, month: month, day: day}
	s = strings.TrimPrefix(strings.TrimLeft(s, " "), "t")
	if s = strings.TrimLeft(s, " "); s == "" {
		*d = r
		return true
	}
	if n, rest, ok := clockTime(s, &r); ok && n > 0 {
		r.rest, r.hasTime = strings.TrimLeft(rest, " "), true
	} else {
		return false
	}
	if r.rest != "" && !r.zoneOnly() {
		return false
	}
	*d = r
	return true
}

// zoneOnly reads a zone up to the end.
func (d *dateReader) zoneOnly() bool {
	for d.rest != "" {
		r, n := utf8.DecodeRuneInString(d.rest)
		switch {
		case (r == '+' || r == '-' || r == '−') && startsDigit(d.rest[n:]):
			if !d.numericZone() {
				return false
			}
		case unicode.IsLetter(r):
			if !d.zoneName() {
				return false
			}
		case r == ' ':
			d.rest = d.rest[n:]
		default:
			return false
		}
	}
	return true
}

// clockTime reads hh:mm[:ss[.frac]] or hhmm[ss] and returns how many parts it had.
func clockTime(s string, d *dateReader) (int, string, bool) {
	num := func(max int) (int, bool) {
		n := 0
		for n < len(s) && n < max && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 {
			return 0, false
		}
		v, _ := strconv.Atoi(s[:n])
		s = s[n:]
		return v, true
	}
	v, ok := num(2)
	if !ok {
		return 0, s, false
	}
	d.hour = v
	parts := 1
	basic := startsDigit(s)
	for _, into := range []*int{&d.minute, &d.second} {
		if !basic {
			if !strings.HasPrefix(s, ":") || !startsDigit(s[1:]) {
				break
			}
			s = s[1:]
		} else if !startsDigit(s) {
			break
		}
		before := len(s)
		if *into, ok = num(2); !ok || before-len(s) != 2 && basic {
			return 0, s, false
		}
		parts++
	}
	if startsDigit(s) || parts < 2 {
		return 0, s, false
	}
	if parts == 3 && len(s) > 1 && (s[0] == '.' || s[0] == ',') && startsDigit(s[1:]) {
		n := 1
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		frac := (s[1:n] + "000000000")[:9]
		d.nanos, _ = strconv.Atoi(frac)
		s = s[n:]
	}
	return parts, s, true
}

// number reads what begins with a digit: a time, a date in numbers, a year, a day.
func (d *dateReader) number() bool {
	n := 0
	for n < len(d.rest) && d.rest[n] >= '0' && d.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(d.rest[:n])
	after := d.rest[n:]
	if err != nil || n > 8 {
		return false
	}
	if n <= 2 && (strings.HasPrefix(after, ":") || isHourMark(after)) && startsDigit(trimHourMark(after)) {
		return d.time(n, after)
	}
	if ok, handled := d.unit(v, after); handled {
		return ok
	}
	if ok, handled := d.numericDate(n); handled {
		return ok
	}
	d.rest = after
	switch {
	case n == 4 && d.year == 0:
		d.year = v
	case n <= 2 && d.day == 0:
		d.day = v
		d.rest = strings.TrimLeft(trimOrdinal(d.rest), " ")
	case n == 2 && d.month != 0 && d.year == 0: // RFC 822 had years of two digits; RFC 2822 section 4.3
		d.year, d.shortYear = 1900+v, true
		if v < 50 {
			d.year += 100
		}
	default:
		return false
	}
	return true
}

// time reads the time of day, with a.m. or p.m.
func (d *dateReader) time(n int, after string) bool {
	if d.hasTime {
		return false
	}
	s := d.rest
	if isHourMark(after) { // 14h30, 14.30 with a word before is not read
		s = d.rest[:n] + ":" + trimHourMark(after)
		d.local = true
	}
	_, rest, ok := clockTime(s, d)
	if !ok {
		return false
	}
	d.hasTime, d.rest = true, rest
	return true
}

func isHourMark(s string) bool     { return len(s) > 1 && s[0] == 'h' && startsDigit(s[1:]) }
func trimHourMark(s string) string { return strings.TrimLeft(s, ":h") }

// unit reads a number with the Chinese, Japanese or Korean word for what it is.
func (d *dateReader) unit(v int, after string) (ok, handled bool) {
	r, n := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	var into *int
	switch r {
	case '年', '년':
		into = &d.year
	case '月', '월':
		into = &d.month
	case '日', '일', '号':
		into = &d.day
	case '时', '時', '시', '点':
		into = &d.hour
		d.hasTime = true
	case '分', '분':
		into = &d.minute
	case '秒', '초':
		into = &d.second
	default:
		return false, false
	}
	if *into != 0 {
		return false, true
	}
	*into = v
	d.local = true
	d.rest = strings.TrimLeft(after, " ")[n:]
	return true, true
}

// numericDate reads y/m/d, d.m.y, and d/m/y or m/d/y where only one can be meant.
func (d *dateReader) numericDate(n int) (ok, handled bool) {
	s := d.rest
	if n >= len(s)-2 {
		return false, false
	}
	sep := s[n]
	if sep != '/' && sep != '-' && sep != '.' {
		return false, false
	}
	fields := make([]int, 0, 3)
	lens := make([]int, 0, 3)
	for len(fields) < 3 {
		k := 0
		for k < len(s) && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		if k == 0 || k > 4 {
			return false, false
		}
		v, _ := strconv.Atoi(s[:k])
		fields, lens = append(fields, v), append(lens, k)
		s = s[k:]
		if len(fields) < 3 {
			rest, found := strings.CutPrefix(s, string(sep))
			if !found {
				return false, false
			}
			s = strings.TrimLeft(rest, " ")
		}
	}
	if d.year != 0 || d.month != 0 || d.day != 0 {
		return false, true
	}
	d.rest, d.local = strings.TrimPrefix(s, "."), true
	a, b, c := fields[0], fields[1], fields[2]
	switch {
	case lens[0] == 4 && lens[1] <= 2 && lens[2] <= 2:
		d.year, d.month, d.day = a, b, c
	case lens[2] != 4 || lens[0] > 2 || lens[1] > 2:
		return false, true
	case sep == '.' || a > 12 || a == b:
		d.year, d.month, d.day = c, b, a
	case b > 12:
		d.year, d.month, d.day = c, a, b
	default:
		return false, true // day and month cannot be told apart
	}
	return true, true
}

// numericZone reads +0100, +01:00, +1, -0500.
func (d *dateReader) numericZone() bool {
	sign := 1
	r, n := utf8.DecodeRuneInString(d.rest)
	if r != '+' {
		sign = -1
	}
	s := d.rest[n:]
	if r != '+' && r != '-' && r != '−' || !startsDigit(s) {
		return false
	}
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	v, _ := strconv.Atoi(s[:min(k, 4)])
	h, m := v, 0
	switch {
	case k == 4:
		h, m = v/100, v%100
	case k > 2:
		return false
	case len(s) > k+2 && s[k] == ':' && startsDigit(s[k+1:]):
		var ok bool
		if m, ok = digits(s[k+1:], 2); !ok {
			return false
		}
		k += 3
	}
	if h > 14 || m > 59 || startsDigit(s[k:]) || d.offset {
		return false
	}
	fixed := time.FixedZone("", sign*(h*3600+m*60))
	if d.zone != nil && d.zone != time.UTC { // "EST -0500": both must agree
		if t, ok := d.at(d.zone); !ok || !t.Equal(d.must(fixed)) {
			return false
		}
	}
	d.zone, d.offset, d.rest = fixed, true, s[k:]
	return true
}

// at is the instant in a zone, so far as the pieces are read.
func (d *dateReader) at(zone *time.Location) (time.Time, bool) {
	if d.year == 0 || d.month == 0 || d.day == 0 {
		return time.Time{}, false
	}
	return d.must(zone), true
}

func (d *dateReader) must(zone *time.Location) time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, zone)
}

// comment passes over what stands in brackets behind an offset; without an
// offset it must be a zone.
func (d *dateReader) comment() bool {
	inner, rest, ok := strings.Cut(d.rest[1:], ")")
	if !ok {
		return false
	}
	if d.zone != nil {
		d.rest = rest
		return true
	}
	z := dateReader{rest: strings.TrimSpace(inner), hasTime: d.hasTime, year: d.year, month: d.month, day: d.day, hour: d.hour, minute: d.minute, second: d.second}
	if !d.hasTime || !z.zoneOnly() {
		return false
	}
	d.zone, d.offset, d.rest = z.zone, z.offset, rest
	return true
}

// word reads a name: a month, a weekday, a zone, or a word that means nothing.
func (d *dateReader) word() bool {
	n := strings.IndexFunc(d.rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' })
	if n < 0 {
		n = len(d.rest)
	}
	w := d.rest[:n]
	names := dateNames()
	if d.hasTime && (w == "am" || w == "a" && strings.HasPrefix(d.rest[n:], ".m")) {
		return d.half(w, n, false)
	}
	if d.hasTime && (w == "pm" || w == "p" && strings.HasPrefix(d.rest[n:], ".m")) {
		return d.half(w, n, true)
	}
	// The zone's names come first where a zone may stand: "MST", "SAT", "MAR"
	// are told apart by what has been read.
	if d.hasTime && d.zone == nil && (names.words[w] == 0 || d.month != 0 && names.words[w] > 0) {
		if d.zoneName() {
			return true
		}
	}
	kind := names.words[w]
	switch {
	case kind == wordNoise:
		d.local = d.local || !standard[w]
	case kind == wordWeekday:
		d.local = d.local || !standard[w]
	case kind == wordAM || kind == wordPM:
		d.am, d.pm = kind == wordAM, kind == wordPM
		d.local = true
	case kind >= 1 && kind <= 12 && names.weekdays[w]:
		if d.weekdayMonth != 0 {
			return false
		}
		d.weekdayMonth = kind
	case kind >= 1 && kind <= 12:
		if d.month != 0 && d.month != kind {
			return false
		}
		d.month = kind
		d.local = d.local || d.day == 0 && d.hasWeekdayComma()
	default:
		return false
	}
	d.rest = d.rest[n:]
	return true
}

// hasWeekdayComma reports whether the month stands before the day, as people
// write it ("April 15, 2013"), and not as asctime does ("Apr 15 14:23:00 2013").
func (d *dateReader) hasWeekdayComma() bool { return strings.Contains(d.rest, ",") }

// half takes a.m. or p.m.
func (d *dateReader) half(w string, n int, pm bool) bool {
	if d.am || d.pm {
		return false
	}
	d.am, d.pm, d.local = !pm, pm, true
	d.rest = d.rest[n:]
	if len(w) == 1 {
		d.rest = strings.TrimPrefix(strings.TrimPrefix(d.rest, ".m"), ".")
	}
	return true
}

// zoneName reads a zone by name, with the offset that may follow "GMT".
func (d *dateReader) zoneName() bool {
	n := strings.IndexFunc(d.rest, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r == '/' || r == '_')
	})
	if n < 0 {
		n = len(d.rest)
	}
	name := d.rest[:n]
	zone := zoneOf(name)
	if zone == nil {
		return false
	}
	if d.zone != nil && d.zone != time.UTC { // behind an offset it must say the same
		t, ok := d.at(zone)
		if name == "gmt" || name == "utc" || !ok || !t.Equal(d.must(d.zone)) {
			return false
		}
		d.rest = d.rest[n:]
		return true
	}
	d.zone, d.rest = zone, d.rest[n:]
	return true
}

// zoneOf returns a zone by the name in zones.txt or of the tz database, nil if
// it is unknown or in doubt.
func zoneOf(name string) *time.Location {
	z, ok := zones()[name]
	if !ok {
		if area, city, found := strings.Cut(name, "/"); found && area != "" && city != "" {
			loc, err := time.LoadLocation(tzCase(name))
			if err != nil {
				return nil
			}
			return loc
		}
		return nil
	}
	return z
}

// tzCase writes a name as the tz database does: America/New_York.
func tzCase(name string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == '/' || r == '_' || r == '-'
		return r
	}, name)
}

// zones is zones.txt: a name, and an offset or the tz name of a place whose
// clock the name means.
var zones = sync.OnceValue(func() map[string]*time.Location {
	m := make(map[string]*time.Location)
	for line := range strings.Lines(zonesFile) {
		f := strings.Fields(line)
		if len(f) < 2 || strings.HasPrefix(f[0], "#") {
			continue
		}
		d := dateReader{rest: f[1]}
		switch {
		case f[1] == "UTC":
			m[strings.ToLower(f[0])] = time.UTC
		case d.numericZone():
			m[strings.ToLower(f[0])] = d.zone
		default:
			if loc, err := time.LoadLocation(f[1]); err == nil {
				m[strings.ToLower(f[0])] = loc
			}
		}
	}
	return m
})

// The kinds of words in names.txt beside the months 1 to 12.
const (
	wordWeekday = 100 + iota
	wordNoise
	wordAM
	wordPM
	wordDoubt // another month in another language
)

// standard are the words of RFC 822 and ISO 8601; others show a local form.
var standard = map[string]bool{"t": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}

type dateWords struct {
	words    map[string]int
	weekdays map[string]bool // months that are also weekdays elsewhere
}

// dateNames is names.txt.
var dateNames = sync.OnceValue(func() dateWords {
	d := dateWords{words: map[string]int{}, weekdays: map[string]bool{}}
	for line := range strings.Lines(namesFile) {
		label, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(label, "#") {
			continue
		}
		kind, isMonth := map[string]int{"weekday": wordWeekday, "noise": wordNoise, "am": wordAM, "pm": wordPM}[label], false
		if n, err := strconv.Atoi(label); err == nil {
			kind, isMonth = n, true
		}
		for w := range strings.FieldsSeq(strings.ToLower(names)) {
			old, seen := d.words[w]
			switch {
			case !seen || old == kind:
				d.words[w] = kind
			case isMonth && old == wordWeekday:
				d.words[w], d.weekdays[w] = kind, true
			case kind == wordWeekday && old <= 12:
				d.weekdays[w] = true
			default:
				d.words[w] = wordDoubt
			}
		}
	}
	return d
})

// digits reads exactly n digits.
func digits(s string, n int) (int, bool) {
	if len(s) < n {
		return 0, false
	}
	v := 0
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, true
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// trimOrdinal takes "st", "nd", "rd", "th", "º", "er" off the front.
func trimOrdinal(s string) string {
	for _, o := range []string{"st", "nd", "rd", "th", "º", "°", "er", "-го", "-е"} {
		if rest, ok := strings.CutPrefix(s, o); ok {
			if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
				return rest
			}
		}
	}
	return s
}
