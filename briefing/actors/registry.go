package actors

import (
	_ "embed"
	"sync"
	"time"

	"readout/briefing/text"
)

var (
	//go:embed data/actors.tsv
	actorsFile string
	//go:embed data/legislators.tsv
	legislatorsFile string
	//go:embed data/NOTICE.txt
	notice string
)

// Attribution returns the sources and licences of the built-in registry, which
// must be shown wherever the program lists what it is made of.
func Attribution() string { return notice }

// Registry holds the actors that Readout knows, with their aliases. It is
// never changed after it was built and may be shared between goroutines.
type Registry struct {
	records []record
	byID    map[string]int32
	aliases []alias
	first   text.Lexicon[int32] // first word of an alias -> the first alias of its chain, counted from 1
	last    map[string]int32    // last word of a person's name -> the first of its chain in lasts
	lasts   []link
	user    int // records[:user] are the user's own

	once   sync.Once // builds byRole
	byRole map[string][]holder
}

// A record is one row of the registry. Offices and terms stay unparsed until
// they are asked for.
type record struct {
	Entry
	parent, aliases, context, offices, terms string
	line                                     int // of the user's file; 0 for a built-in row
	dropped                                  bool
}

// A link is one element of a chain of records.
type link struct{ record, next int32 }

// Entry is one actor of the registry.
type Entry struct {
	ID, Name string
	Kind     Kind
	Type     string
	Party    string // D, R, I or a party's name; "" if none or not known for sure
	Region   string // postal code for members of the U.S. Congress; ""
	Country  string // country's name; ""
}

var builtin = sync.OnceValue(func() *Registry {
	r := newRegistry()
	r.fill()
	return r
})

// Builtin returns the registry that Readout ships. It is built on first use.
func Builtin() *Registry { return builtin() }

// Lookup returns the entry of an id, false when the registry has none, with the
// party and region of the last term that it knows. For an article use LookupAt.
func (r *Registry) Lookup(id string) (Entry, bool) { return r.LookupAt(id, time.Time{}) }

// LookupAt returns the entry of an id with the party and region at a time: of
// the term that holds it, else of the last term before it, else of the first.
// The zero time stands for the last term known.
func (r *Registry) LookupAt(id string, at time.Time) (Entry, bool) {
	i, ok := r.byID[id]
	if !ok {
		return Entry{}, false
	}
	return r.entryAt(i, at), true
}

func (r *Registry) entryAt(i int32, at time.Time) Entry {
	rec := &r.records[i]
	e := rec.Entry
	if e.Country == "" {
		e.Country = r.countryOf(i)
	}
	if t, ok := rec.termAt(at); ok {
		e.Region = t.State
		if e.Party == "" {
			e.Party = shortParty(t.Party)
		}
	}
	return e
}

// countryOf follows the parents of a record to a country.
func (r *Registry) countryOf(i int32) string {
	for range 8 {
		rec := &r.records[i]
		if rec.Type == "country" {
			return rec.Name
		}
		p, ok := r.byID[rec.parent]
		if !ok {
			return ""
		}
		i = p
	}
	return ""
}

// All returns every entry, the user's own first, in the order of the data.
func (r *Registry) All() []Entry {
	out := make([]Entry, 0, len(r.records))
	for i := range r.records {
		if !r.records[i].dropped && r.records[i].ID != "" {
			out = append(out, r.entryAt(int32(i), time.Time{}))
		}
	}
	return out
}
