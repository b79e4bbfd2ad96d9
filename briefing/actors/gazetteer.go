package actors

import (
	_ "embed"
	"strings"

	"readout/feeds/datafile"
)

var (
	//go:embed data/places.txt
	placesFile string
	//go:embed data/bodies.txt
	bodiesFile string
	//go:embed data/native.txt
	nativeFile string
)

// addGazetteer adds the places and bodies that are found and typed but have no
// id of their own. A line: type, country, colon, names parted by "|", other
// spellings behind "=".
func (r *Registry) addGazetteer(file string, kind Kind) {
	for head, rest := range datafile.Labelled(file) {
		typ, parent, _ := strings.Cut(head, " ")
		if parent == "-" { // none
			parent = ""
		}
		for rest != "" {
			var names string
			names, rest, _ = strings.Cut(rest, " | ")
			r.addUnlisted(names, kind, typ, parent)
		}
	}
}

func (r *Registry) addUnlisted(names string, kind Kind, typ, parent string) {
	first, _, _ := strings.Cut(names, "=")
	name, _ := splitFlags(first)
	i := int32(len(r.records))
	r.records = append(r.records, record{Entry: Entry{Name: name, Kind: kind, Type: typ}, parent: parent})
	for names != "" {
		var a string
		a, names, _ = strings.Cut(names, "=")
		text, flags := splitFlags(a)
		if !r.listed(text, kind) {
			r.addAlias(i, text, flags)
		}
	}
}

// listed reports whether an actor with an id has an alias plainly.
func (r *Registry) listed(s string, k Kind) bool {
	for i := range r.chain(firstWord(s)) {
		a := &r.aliases[i]
		if a.text == s && a.flags&ambiguous == 0 && r.records[a.record].ID != "" && r.records[a.record].Kind == k {
			return true
		}
	}
	return false
}

// addNative adds spellings of other languages with their inflected forms to
// actors of the registry. A line: id, colon, forms parted by "|".
func (r *Registry) addNative(file string) {
	for id, forms := range datafile.Labelled(file) {
		i, known := r.byID[id]
		if !known {
			continue
		}
		for forms != "" {
			var f string
			f, forms, _ = strings.Cut(forms, "|")
			text, flags := splitFlags(f)
			r.addAlias(i, text, flags|native)
		}
	}
}
