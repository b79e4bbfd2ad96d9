package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"readout/briefing/archive"
)

// Finding is one line of Doctor's report.
type Finding struct {
	What  string // "archive"
	State string // what is so: "/home/x/.local/share/readout/archive.db, 1,204 articles"
	Wrong string // what is wrong and what to do; ""
}

// Doctor reports what is configured, where, and what is wrong. It works on a
// home that Open refuses, too, and changes nothing.
func Doctor(ctx context.Context, h Home) []Finding {
	config, err := ReadConfig(h)
	list := []Finding{
		folderFinding("config folder", h.Config),
		folderFinding("data folder", h.Data),
		fileFinding("config", h.file("config.toml"), "defaults", err),
	}
	_, err = loadRegistry(h)
	list = append(list, fileFinding("own actors", h.file("actors.toml"), "none", err))
	d := newDesk(h, config)
	defer d.cancel()
	in, err := archive.Inspect(ctx, h.archive())
	list = append(list, listFinding(h, in.Failing))
	list = append(list, archiveFindings(h.archive(), in, err)...)
	list = append(list, privateFinding(config, h))
	notes := d.NotesDir()
	list = append(list, Finding{What: "notes", State: notes, Wrong: notesTrouble(notes)})
	list = append(list, d.styleFindings()...)
	return append(list, modeFindings(h)...)
}

// styleFindings are about how notes and editions are written, where that is configured.
func (d *Desk) styleFindings() []Finding {
	var list []Finding
	c := d.Config()
	if c.Cite != "" || c.Template != "" {
		f := Finding{What: "notes are written", State: "in the style " + cmp.Or(c.Cite, "of keys")}
		if c.Template != "" {
			f.State += " by " + c.Template
		}
		if _, err := d.noteStyle(); err != nil {
			f.Wrong = err.Error()
		}
		list = append(list, f)
	}
	if c.EditionTemplate != "" {
		f := Finding{What: "editions are written", State: "by " + c.EditionTemplate}
		if _, err := d.EditionTemplate(""); err != nil {
			f.Wrong = err.Error()
		}
		list = append(list, f)
	}
	return list
}

func folderFinding(what, dir string) Finding {
	f := Finding{What: what, State: dir}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.State += " (made when first needed)"
	case err != nil:
		f.Wrong = err.Error()
	case !info.IsDir():
		f.Wrong = "this is not a folder; remove it or name another one with --home"
	}
	return f
}

func fileFinding(what, path, without string, err error) Finding {
	f := Finding{What: what, State: path}
	if _, statErr := os.Stat(path); errors.Is(statErr, fs.ErrNotExist) {
		f.State = without + " (no " + path + ")"
	}
	if err != nil {
		f.Wrong = err.Error()
	}
	return f
}

// listFinding is about the feed list; failing are the addresses of feeds that failed.
func listFinding(h Home, failing []string) Finding {
	path := h.file("feeds.opml")
	f := Finding{What: "feeds", State: path}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		f.State = "the starter feeds (no " + path + " yet)"
		return f
	}
	subs, _, err := h.subscriptions()
	if err != nil {
		f.Wrong = err.Error()
		return f
	}
	f.State = fmt.Sprintf("%s, %d subscribed", path, len(subs))
	if len(subs) == 0 {
		f.Wrong = "no feed is subscribed; add one with 'readout feeds add URL'"
	}
	failed := 0
	for _, s := range subs {
		if slices.Contains(failing, s.URL) {
			failed++
		}
	}
	if failed > 0 {
		f.Wrong = fmt.Sprintf("%d of %d failed when last tried; 'readout feeds check' says why", failed, len(subs))
	}
	return f
}

// archiveFindings is about an archive that was looked at, or could not be.
func archiveFindings(path string, in archive.Inspection, err error) []Finding {
	f := Finding{What: "archive", State: path}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.State += " (made when first needed)"
	case err != nil:
		f.Wrong = err.Error()
	default:
		f.State = fmt.Sprintf("%s, %.1f MB, version %d; articles: %d, feeds: %d", path, float64(in.Bytes)/1e6, in.Version, in.Articles, in.Feeds)
		f.Wrong = in.Wrong
	}
	list := []Finding{f}
	aside, _ := filepath.Glob(path + ".corrupt-*")
	for _, a := range aside {
		if isArchive(a) {
			list = append(list, Finding{What: "set aside", State: a + "; 'readout doctor --repair' saves what can be read of it"})
		}
	}
	return list
}

func privateFinding(c Config, h Home) Finding {
	allow, err := c.allowPrivate()
	allow = append(allow, h.AllowPrivate...)
	f := Finding{What: "private hosts", State: "refused"}
	if len(allow) > 0 {
		f.State = fmt.Sprintf("allowed: %v", allow)
		for _, a := range allow {
			if a == "1" {
				f.State = "all allowed"
			}
		}
	}
	if err != nil {
		f.Wrong = err.Error()
	}
	return f
}

func notesTrouble(dir string) string {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return "this is not a folder; set notes in config.toml to a folder"
	}
	return ""
}

// modeFindings names files of Readout that others of this machine can read.
func modeFindings(h Home) []Finding {
	if runtime.GOOS == "windows" {
		return nil
	}
	var list []Finding
	for _, path := range []string{h.archive(), h.file("feeds.opml"), h.file("config.toml"), h.file(credentialsFile)} {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			list = append(list, Finding{What: "permissions", State: fmt.Sprintf("%s has mode %04o", path, info.Mode().Perm()),
				Wrong: "others on this machine can read what you read; run: chmod 600 " + path})
		}
	}
	return list
}
