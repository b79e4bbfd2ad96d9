package actors

// Registry holds the actors that Readout knows, with their aliases.
type Registry struct{}

// Builtin returns the registry that Readout ships.
func Builtin() *Registry { return &Registry{} }

// Entry is one actor of the registry.
type Entry struct {
	ID, Name string
	Kind     Kind
	Type     string
	Party    string // D, R, I or a party's name; "" if none or not known for sure
	Region   string // postal code for members of the U.S. Congress; ""
	Country  string // country's name; ""
}

// Lookup returns the entry of an id.
func (r *Registry) Lookup(id string) (Entry, bool) { return Entry{}, false }
