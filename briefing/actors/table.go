package actors

import (
	"strings"

	"readout/feeds/datafile"
)

func newRegistry() *Registry {
	return &Registry{
		records: make([]record, 0, 5200),
		byID:    make(map[string]int32, 2600),
		aliases: make([]alias, 0, 13000),
		last:    make(map[string]int32, 2000),
		lasts:   make([]link, 0, 2600),
	}
}

// fill adds the built-in data behind what was added before, and builds the index.
func (r *Registry) fill() {
	r.addTable(actorsFile)
	r.addTable(legislatorsFile)
	r.index()
	r.addNative(nativeFile)
	r.addNever()
	r.addGazetteer(placesFile, Place)
	r.addGazetteer(bodiesFile, Organisation)
}

// addTable adds the rows of an embedded table. A row whose id is taken is left
// out: what was added first wins.
func (r *Registry) addTable(table string) {
	for rest := range datafile.Lines(table) {
		var c [10]string
		for i := range c {
			c[i], rest, _ = strings.Cut(rest, "\t")
		}
		r.add(record{Entry: Entry{ID: c[0], Name: c[1], Kind: Kind(c[2]), Type: c[3]},
			parent: c[4], aliases: c[5], context: c[6], offices: c[7], terms: c[8]})
	}
}

func (r *Registry) add(rec record) {
	if _, taken := r.byID[rec.ID]; taken {
		return
	}
	r.byID[rec.ID] = int32(len(r.records))
	r.records = append(r.records, rec)
}

// index builds the maps from words to aliases and surnames.
func (r *Registry) index() {
	for i := range r.records {
		rec := &r.records[i]
		named := false
		rest := rec.aliases
		for rest != "" {
			var a string
			a, rest, _ = strings.Cut(rest, "|")
			text, flags := splitFlags(a)
			named = named || text == rec.Name
			r.addAlias(int32(i), text, flags)
		}
		if !named {
			r.addAlias(int32(i), rec.Name, 0)
			r.addBareName(int32(i))
		}
		if rec.Kind == Person {
			r.addSurname(int32(i), surname(rec.Name))
		}
	}
}

// addBareName adds a name without the country in parentheses that tells it
// from its namesakes ("Democratic Party (United States)"): always ambiguous.
func (r *Registry) addBareName(i int32) {
	if bare, _, ok := strings.Cut(r.records[i].Name, " ("); ok {
		r.addAlias(i, bare, ambiguous)
	}
}

func (r *Registry) addSurname(i int32, last string) {
	next, ok := r.last[last]
	if !ok {
		next = -1
	}
	r.last[last] = int32(len(r.lasts))
	r.lasts = append(r.lasts, link{i, next})
}

// surname is the last word of a full name.
func surname(name string) string {
	for _, suffix := range [...]string{" Jr.", " Sr.", " II", " III", " IV", ","} {
		name = strings.TrimSuffix(name, suffix)
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}
