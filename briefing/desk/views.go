package desk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"readout/briefing/query"
	"readout/feeds/clean"
	"readout/feeds/datafile"
)

// View is a saved query of views.toml.
type View struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
}

// viewFile is views.toml: [[view]] tables with name and query, in order.
type viewFile struct {
	View []View `toml:"view"`
}

// Views returns the saved views in their order. A query in them that cannot be
// read is an error that names its view.
func (d *Desk) Views() ([]View, error) {
	if d.demo {
		return nil, nil
	}
	path := d.home.file("views.toml")
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the saved views: %w", err)
	}
	views, err := parseViews(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return views, nil
}

func parseViews(raw []byte) ([]View, error) {
	var f viewFile
	if err := toml.NewDecoder(bytes.NewReader(raw)).DisallowUnknownFields().Decode(&f); err != nil {
		line, _, _, words, _ := datafile.Mistake(err)
		return nil, fmt.Errorf("line %d: %s; each view has the form [[view]] name = \"…\" query = \"…\"", line, words)
	}
	for _, v := range f.View {
		if _, err := query.Parse(v.Query); err != nil {
			return nil, fmt.Errorf("view %q: %w", v.Name, err)
		}
	}
	return f.View, nil
}

// SaveView keeps a query under a name; a view of that name is replaced in its place.
func (d *Desk) SaveView(name string, q query.Query) error {
	name = clean.Line(name)
	if name == "" {
		return errors.New("a view needs a name; type one")
	}
	return d.editViews(func(list []View) ([]View, error) {
		v := View{name, q.String()}
		if i := viewIndex(list, name); i >= 0 {
			list[i] = v
			return list, nil
		}
		return append(list, v), nil
	})
}

// RemoveView removes the view of a name.
func (d *Desk) RemoveView(name string) error {
	return d.editViews(func(list []View) ([]View, error) {
		i := viewIndex(list, name)
		if i < 0 {
			return nil, fmt.Errorf("there is no view %q; views.toml lists them", name)
		}
		return slices.Delete(list, i, i+1), nil
	})
}

func viewIndex(list []View, name string) int {
	return slices.IndexFunc(list, func(v View) bool { return strings.EqualFold(v.Name, name) })
}

func (d *Desk) editViews(edit func([]View) ([]View, error)) error {
	if d.demo {
		return errors.New("the demo keeps nothing; start Readout without --demo")
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	list, err := d.Views()
	if err != nil {
		return err
	}
	if list, err = edit(list); err != nil {
		return err
	}
	raw, err := toml.Marshal(viewFile{list})
	if err != nil {
		return fmt.Errorf("saving the views: %w", err)
	}
	return d.home.write("views.toml", raw)
}
