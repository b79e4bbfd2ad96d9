package actors

import (
	"fmt"
	"sort"
	"strings"
)

// Check explains every clash of the registry in sentences, those of the
// user's own actors first: aliases that several actors claim without a flag
// that says so, parents and offices that name no actor.
func (r *Registry) Check() []string {
	var out []string
	for i := range r.records {
		out = append(out, r.checkRecord(int32(i))...)
	}
	return append(out, r.checkClaims()...)
}

func (r *Registry) checkRecord(i int32) []string {
	var out []string
	rec := &r.records[i]
	if rec.parent != "" {
		if _, ok := r.byID[rec.parent]; !ok {
			out = append(out, fmt.Sprintf("%s: parent %q is no actor; nearest: %s", r.where(i), rec.parent, r.nearestID(rec.parent)))
		}
	}
	for _, o := range r.Offices(rec.ID) {
		if _, ok := r.byID[o.Actor]; !ok {
			out = append(out, fmt.Sprintf("%s: office %q is at %q, which is no actor; nearest: %s", r.where(i), o.Role, o.Actor, r.nearestID(o.Actor)))
		}
	}
	return out
}

// checkClaims reports the aliases that more than one actor claims plainly.
func (r *Registry) checkClaims() []string {
	plain := make(map[string][]int32)
	for _, a := range r.aliases {
		if rec := &r.records[a.record]; a.flags&ambiguous == 0 && !rec.dropped && rec.ID != "" {
			plain[strings.ToLower(a.text)] = append(plain[strings.ToLower(a.text)], a.record)
		}
	}
	var out []string
	for text, recs := range plain {
		recs = distinct(recs)
		if len(recs) < 2 {
			continue
		}
		names := make([]string, len(recs))
		advice := "the article's date or title tells them apart, else it is shown as undecided"
		for k, i := range recs {
			names[k] = r.where(i)
			if r.records[i].terms == "" {
				advice = "flag it {ambiguous} where it needs context"
			}
		}
		out = append(out, fmt.Sprintf("%q is claimed by %s: %s", text, strings.Join(names, " and by "), advice))
	}
	sort.Strings(out)
	return out
}

// where names a record for a user: with its line when it is the user's own.
func (r *Registry) where(i int32) string {
	if rec := &r.records[i]; rec.line > 0 {
		return fmt.Sprintf("%s (actors.toml, line %d)", rec.ID, rec.line)
	}
	return r.records[i].ID
}

func (r *Registry) nearestID(id string) string {
	known := make([]string, len(r.records))
	for i := range r.records {
		known[i] = r.records[i].ID
	}
	return nearest(id, known)
}

func distinct(recs []int32) []int32 {
	sort.Slice(recs, func(i, j int) bool { return recs[i] < recs[j] })
	out := recs[:0]
	for i, x := range recs {
		if i == 0 || x != recs[i-1] {
			out = append(out, x)
		}
	}
	return out
}
