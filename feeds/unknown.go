package feeds

import "time"

// Known is the JSON form of a text that may be unknown: nil, which is written
// null, for "".
func Known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Stamp is the JSON form of an instant that may be unknown: RFC 3339 in UTC,
// nil for the zero time.
func Stamp(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339)
	return &s
}
