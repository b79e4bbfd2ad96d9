package desk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout/briefing/note"
)

// folder is an open folder of notes.
type folder struct{ root *os.Root }

// errDemoWrites is what the sample edition answers to a key that would write.
var errDemoWrites = errors.New("the sample edition writes nothing by itself; 'readout --demo export --all -o notes' writes its notes into a folder, 'readout --demo edition -o edition.md' its edition")

// openFolder opens a folder of notes, making it where it does not exist.
func openFolder(dir string) (folder, error) {
	if dir == "" {
		return folder{}, errDemoWrites
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return folder{}, fmt.Errorf("making the folder for notes: %w; name another one with -o, or with notes in config.toml", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return folder{}, fmt.Errorf("opening the folder for notes: %w", err)
	}
	sweep(root)
	return folder{root}, nil
}

// maxNote bounds what is read of a file that has a note's name.
const maxNote = 8 << 20

// put writes a note under its name, or under the next one that is free where
// another article or another hand has the name. said is a sentence for the
// second case.
func (f folder) put(name, id string, md []byte) (wrote, said string, err error) {
	spared := ""
	for n := 1; n < 100; n++ {
		candidate := numbered(name, id, n)
		old, err := f.read(candidate)
		if errors.Is(err, fs.ErrNotExist) {
			return candidate, sparedSentence(spared, candidate), f.write(candidate, md)
		}
		verdict := note.Foreign
		merged := md
		if err == nil {
			merged, verdict = note.Merge(old, md)
		}
		switch verdict {
		case note.Same:
			return candidate, sparedSentence(spared, candidate), nil
		case note.Replaced:
			return candidate, sparedSentence(spared, candidate), f.write(candidate, merged)
		case note.Foreign:
			if spared == "" {
				spared = candidate
			}
		}
	}
	return "", "", fmt.Errorf("%s: a hundred files have this name already; name another folder with -o", name)
}

// nameOf is the name of an article's note in the folder, which is dir: that of
// its last export there, so that a headline or an outlet's name that changed
// makes no second note without the user's words; else what it is called now.
func (f folder) nameOf(it Item, dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	for _, x := range it.Exports {
		name := filepath.Base(x.Path)
		if filepath.Dir(x.Path) != dir {
			continue
		}
		if old, err := f.read(name); err == nil && holdsOnly(old, it.Article.ID) {
			return name
		}
	}
	return note.FileName(it.Article)
}

// holdsOnly reports whether a file is the note of one article and no more; one
// that was changed outside Readout counts as none.
func holdsOnly(file []byte, id string) bool {
	notes, ok := note.Split(file)
	_, its := notes[id]
	return ok && its && len(notes) == 1
}

func sparedSentence(spared, wrote string) string {
	if spared == "" {
		return ""
	}
	return fmt.Sprintf("%s was changed outside Readout and stays as it is; the new note is %s.", spared, wrote)
}

// numbered is the n-th name to try: the name, the name with the article's ID,
// then with a number.
func numbered(name, id string, n int) string {
	stem := strings.TrimSuffix(name, ".md")
	switch {
	case n == 1:
		return name
	case n == 2:
		return fmt.Sprintf("%s-%s.md", stem, id[:min(len(id), 6)])
	}
	return fmt.Sprintf("%s-%d.md", stem, n-1)
}

var errNoFile = errors.New("not a regular file")

func (f folder) read(name string) ([]byte, error) {
	info, err := f.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxNote))
}

func (f folder) write(name string, content []byte) error { return replaceFile(f.root, name, content) }
