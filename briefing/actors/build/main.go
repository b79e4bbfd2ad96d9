// Build turns the source tables of actors into the two tables that the package
// embeds. Run it from the root of the repository after the sources change:
//
//	go run ./briefing/actors/build -from DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A row is one actor: the columns of the embedded tables.
type row struct {
	id, name, kind, typ, parent, aliases, context, offices, terms, source string
}

func (r row) line() string {
	return strings.Join([]string{r.id, r.name, r.kind, r.typ, r.parent, r.aliases, r.context, r.offices, r.terms, r.source}, "\t") + "\n"
}

const header = `# Made by briefing/actors/build; change the sources, not this file. Licences: NOTICE.txt.
# id	name	kind	type	parent	aliases	context	offices	terms	source
# aliases: | between aliases, flags in braces: ambiguous metonym demonym acronym native old
# offices: role@actor@from@to, | between; to = ? in office when last known, "" runs past 2026
# terms of the U.S. Congress: chamber:state:district:party:start:end, ; between; ~ a derived date
`

func main() {
	from := flag.String("from", "", "folder of actors.tsv, countries.tsv, legislators.tsv and executive.tsv")
	to := flag.String("to", "briefing/actors/data", "folder to write to")
	fixes := flag.String("fixes", "briefing/actors/build/fixes.txt", "aliases that are taken otherwise")
	types := flag.String("types", "briefing/actors/build/types.txt", "finer types by id")
	flag.Parse()
	if err := build(*from, *to, *types, *fixes); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build(from, to, typesFile, fixesFile string) error {
	finer, err := readTypes(typesFile)
	if err != nil {
		return err
	}
	fixes, err := os.ReadFile(fixesFile)
	if err != nil {
		return err
	}
	var actors []row
	for _, name := range []string{"countries.tsv", "actors.tsv"} {
		table, err := readTable(filepath.Join(from, name))
		if err != nil {
			return err
		}
		for _, c := range table {
			actors = append(actors, actorRow(c, finer))
		}
	}
	fix(actors, string(fixes))
	legislators, err := readLegislators(filepath.Join(from, "legislators.tsv"), actors)
	if err != nil {
		return err
	}
	executives, err := readExecutives(filepath.Join(from, "executive.tsv"), actors, legislators)
	if err != nil {
		return err
	}
	if err := write(filepath.Join(to, "actors.tsv"), append(actors, executives...)); err != nil {
		return err
	}
	return write(filepath.Join(to, "legislators.tsv"), legislators)
}

// fix changes, adds or leaves out the aliases that the file of fixes names.
func fix(actors []row, fixes string) {
	for line := range strings.Lines(fixes) {
		id, want, ok := strings.Cut(strings.TrimSpace(line), ": ")
		for i := range actors {
			if !ok || actors[i].id != id {
				continue
			}
			if more, adds := strings.CutPrefix(want, "+"); adds {
				actors[i].aliases += "|" + more
				continue
			}
			bare, _, _ := strings.Cut(strings.TrimPrefix(want, "-"), "{")
			var out []string
			for a := range strings.SplitSeq(actors[i].aliases, "|") {
				text, _, _ := strings.Cut(a, "{")
				switch {
				case text != bare:
					out = append(out, a)
				case !strings.HasPrefix(want, "-"):
					out = append(out, want)
				}
			}
			actors[i].aliases = strings.Join(out, "|")
		}
	}
}

func write(path string, rows []row) error {
	var b strings.Builder
	b.WriteString(header)
	for _, r := range rows {
		b.WriteString(r.line())
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// readTable returns the rows of a tab-separated file by column name.
func readTable(path string) ([]map[string]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var out []map[string]string
	for n, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", path, n+2, len(cells), len(head))
		}
		m := make(map[string]string)
		for i, h := range head {
			m[h] = cells[i]
		}
		out = append(out, m)
	}
	return out, nil
}

func readTypes(path string) (map[string]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := make(map[string]string)
	for line := range strings.Lines(string(raw)) {
		if id, typ, ok := strings.Cut(strings.TrimSpace(line), " "); ok && id != "#" {
			m[id] = typ
		}
	}
	return m, nil
}
