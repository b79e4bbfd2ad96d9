package verbs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"readout/briefing/desk"
	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/page"
	"readout/feeds/pull"
)

// maxInput is the largest file that is briefed, in bytes.
const maxInput = 8 << 20

// input is one article to brief, with what the contract's JSON adds to it.
type input struct {
	article  feeds.Article
	fulltext *bool // of an HTML input: whether the main text was found
}

// loadInput reads a .txt or .html file, a feed item in JSON, a URL, or "-"
// for standard input, where the content decides.
func loadInput(ctx context.Context, e *Env, name string) (input, error) {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return loadURL(ctx, e, name)
	}
	raw, err := readFile(e, name, maxInput)
	if err != nil {
		return input{}, err
	}
	switch kindOf(name, raw) {
	case ".html":
		return htmlInput(raw, "", "")
	case ".json":
		return itemInput(raw)
	}
	return textInput(raw), nil
}

// readFile reads a file, or standard input for "-", of at most limit bytes.
func readFile(e *Env, name string, limit int64) ([]byte, error) {
	r := e.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if errors.Is(err, os.ErrNotExist) {
			return nil, errors.New("there is no such file")
		}
		if err != nil {
			return nil, fmt.Errorf("it cannot be opened: %w", errors.Unwrap(err))
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, errors.New("it is a folder; name the files in it")
		}
		r = f
	}
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	if int64(len(raw)) > limit {
		return nil, fmt.Errorf("it is larger than %d MB, the most that is read; cut it into smaller files", limit>>20)
	}
	return raw, nil
}

// kindOf tells .txt, .html and .json apart by name, or by content for "-" and other names.
func kindOf(name string, raw []byte) string {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".txt", ".html", ".json":
		return ext
	case ".htm", ".xhtml":
		return ".html"
	case ".md", ".text":
		return ".txt"
	}
	head := bytes.TrimSpace(raw[:min(len(raw), 1024)])
	low := bytes.ToLower(head)
	switch {
	case bytes.HasPrefix(low, []byte("<!doctype html")) || bytes.HasPrefix(low, []byte("<html")):
		return ".html"
	case bytes.HasPrefix(head, []byte("{")) && json.Valid(raw):
		return ".json"
	}
	return ".txt"
}

// textInput makes an article of a plain text: its text is the file's own, and
// its title the first line. A control character becomes a space, so that
// every offset still counts the file's characters.
func textInput(raw []byte) input {
	s := strings.ToValidUTF8(string(raw), "\uFFFD")
	s = strings.TrimPrefix(s, "\uFEFF")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && r != '\uFEFF' && !clean.Safe(r) {
			return ' '
		}
		return r
	}, s)
	a := feeds.Article{Text: s, From: feeds.FromFile, Lang: clean.Language(s)}
	a.Title = headline(s)
	a.ID = contentID(s)
	return input{article: a}
}

// contentID identifies an article that came by no feed: 16 bytes of the
// SHA-256 of its text, in hex.
func contentID(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}

// headline is the first line of a text that is not blank, cut at 200 characters on a word.
func headline(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	first = strings.TrimSpace(first)
	if utf8.RuneCountInString(first) <= 200 {
		if first == "" {
			return "Untitled"
		}
		return first
	}
	cut := string([]rune(first)[:200])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

func htmlInput(raw []byte, base, contentType string) (input, error) {
	a, err := page.Article(raw, base, contentType)
	full := err == nil
	if err != nil && !errors.Is(err, feeds.ErrNoArticle) {
		return input{}, err
	}
	if a.Title == "" {
		a.Title = "Untitled"
	}
	if a.ID == "" {
		a.ID = contentID(a.URL + "\n" + a.Text)
	}
	return input{article: a, fulltext: &full}, nil
}

// item is a feed item in JSON: the form that `feeds parse` prints, or JSON Feed 1.1.
type item struct {
	ID            string `json:"id"`
	Title         string `json:"title"`
	Link          string `json:"link"`
	URL           string `json:"url"`
	Author        any    `json:"author"`
	Published     string `json:"published"`
	DatePublished string `json:"date_published"`
	Language      string `json:"language"`
	ContentText   string `json:"content_text"`
	ContentHTML   string `json:"content_html"`
	SummaryText   string `json:"summary_text"`
	Summary       string `json:"summary"`
}

func itemInput(raw []byte) (input, error) {
	var it item
	if err := json.Unmarshal(raw, &it); err != nil {
		return input{}, errors.New("it is no feed item in JSON; a whole feed is read by 'readout feeds parse'")
	}
	content := feeds.Body{Text: first(it.ContentHTML, it.ContentText), HTML: it.ContentHTML != ""}
	if it.Title == "" && content.Text == "" && it.Summary == "" && it.SummaryText == "" {
		return input{}, errors.New("it holds no title, content_text or content_html; a whole feed is read by 'readout feeds parse'")
	}
	entry := feeds.Entry{ID: it.ID, Title: it.Title, Link: first(it.URL, it.Link), Lang: it.Language, Content: content,
		Summary: feeds.Body{Text: first(it.SummaryText, it.Summary)}}
	entry.Author, _ = it.Author.(string)
	if t, ok := parseDate(first(it.DatePublished, it.Published)); ok {
		entry.Published = t
	}
	return input{article: clean.Article(feeds.Feed{}, entry, time.Time{})}, nil
}

func loadURL(ctx context.Context, e *Env, address string) (input, error) {
	home, err := desk.FindHome(e.Home, e.Getenv)
	if err != nil {
		return input{}, err
	}
	client, err := desk.Client(home)
	if err != nil {
		return input{}, err
	}
	answer, err := client.Get(ctx, pull.Request{URL: address, MaxBytes: pull.PageLimit})
	if err != nil {
		return input{}, err
	}
	return htmlInput(answer.Body, answer.URL, answer.ContentType)
}

// parseDate reads a date of the command line: RFC 3339, or a day.
func parseDate(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
