package actors

import (
	"sort"
	"strings"
	"time"
)

// Search returns the entries whose id, name or alias holds the words of name,
// without regard to case, best first: exact names and aliases, then
// beginnings, then the rest.
func (r *Registry) Search(name string) []Entry {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return nil
	}
	rank := make(map[int32]int)
	note := func(i int32, s string) {
		if got := likeness(strings.ToLower(s), name); got > rank[i] {
			rank[i] = got
		}
	}
	for i := range r.records {
		note(int32(i), r.records[i].ID)
	}
	for _, a := range r.aliases {
		note(a.record, a.text)
	}
	var found []int32
	for i, n := range rank {
		if n > 0 && !r.records[i].dropped && r.records[i].ID != "" {
			found = append(found, i)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if rank[found[i]] != rank[found[j]] {
			return rank[found[i]] > rank[found[j]]
		}
		return found[i] < found[j]
	})
	out := make([]Entry, len(found))
	for k, i := range found {
		out[k] = r.entryAt(i, time.Time{})
	}
	return out
}

// likeness ranks how well s answers a search: 3 equal, 2 begins, 1 holds, 0 not.
func likeness(s, want string) int {
	switch {
	case s == want:
		return 3
	case strings.HasPrefix(s, want):
		return 2
	case strings.Contains(s, want):
		return 1
	}
	return 0
}

// Aliases returns the spellings of an actor with their flags as written in the
// data ("WHO{acronym,ambiguous}").
func (r *Registry) Aliases(id string) []string {
	i, ok := r.byID[id]
	if !ok || r.records[i].aliases == "" {
		return nil
	}
	return strings.Split(r.records[i].aliases, "|")
}

// Context returns the note on an actor: how to tell it from its namesakes.
func (r *Registry) Context(id string) string {
	if i, ok := r.byID[id]; ok {
		return r.records[i].context
	}
	return ""
}
