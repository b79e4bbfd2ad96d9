package parse

import (
	"encoding/json"
	"fmt"
	"strings"

	jsonfeed "github.com/mmcdole/gofeed/json"

	"readout/feeds"
	"readout/feeds/clean"
)

// parseJSON parses JSON Feed 1.0 and 1.1. Items are read one by one, so that
// one that is null or of the wrong shape costs only itself.
func parseJSON(text, base string) (feeds.Feed, []feeds.Entry, error) {
	fields, whole, err := jsonFields(text)
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	items := fields["items"]
	delete(fields, "items")
	head, err := json.Marshal(fields)
	if err != nil {
		return feeds.Feed{}, nil, fmt.Errorf("%w: its JSON cannot be read", feeds.ErrNotFeed)
	}
	in, err := (&jsonfeed.Parser{}).Parse(strings.NewReader(string(head)))
	if err != nil {
		in = &jsonfeed.Feed{}
		_ = json.Unmarshal(fields["title"], &in.Title)
	}
	base = first(base, in.FeedURL, in.HomePageURL)
	f := feeds.Feed{
		Title:   clean.Line(in.Title),
		Site:    clean.URL(link(in.HomePageURL, base), ""),
		Lang:    in.Language,
		Partial: !whole,
	}
	var entries []feeds.Entry
	for _, raw := range jsonItems(items) {
		if len(entries) == maxItems {
			f.Cut = fmt.Sprintf("only the first %d items were kept, because the feed holds more", maxItems)
			break
		}
		var it *jsonfeed.Item
		if json.Unmarshal(raw, &it) == nil && it != nil {
			entries = append(entries, jsonEntry(it, in, base))
		}
	}
	return f, entries, nil
}

// jsonFields reads the outer object as far as it can be read: a document that
// breaks off keeps the fields before, and is not whole. It is a feed when it
// says so or when it has an array of items.
func jsonFields(text string) (fields map[string]json.RawMessage, whole bool, err error) {
	fields = make(map[string]json.RawMessage)
	d := json.NewDecoder(strings.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, false, fmt.Errorf("%w: it is JSON, but not an object with items", feeds.ErrNotFeed)
	}
	for d.More() {
		var name json.Token
		if name, err = d.Token(); err != nil {
			break
		}
		key, _ := name.(string)
		var value json.RawMessage
		rest := d.InputOffset()
		if err = d.Decode(&value); err != nil {
			if key == "items" { // broken off within
				fields[key] = json.RawMessage(strings.TrimLeft(text[rest:], ": \t\r\n"))
			}
			break
		}
		fields[key] = value
	}
	if err == nil {
		_, err = d.Token() // the closing brace
	}
	whole = err == nil
	items := strings.TrimSpace(string(fields["items"]))
	if !strings.Contains(string(fields["version"]), "jsonfeed.org") && !strings.HasPrefix(items, "[{") && !strings.HasPrefix(strings.Join(strings.Fields(items[:min(len(items), 100)]), ""), "[{") {
		return nil, false, fmt.Errorf("%w: it is JSON, but neither its version nor its items are those of a JSON Feed", feeds.ErrNotFeed)
	}
	return fields, whole, nil
}

// jsonItems splits an array, as far as it can be read.
func jsonItems(raw json.RawMessage) []json.RawMessage {
	var out []json.RawMessage
	d := json.NewDecoder(strings.NewReader(string(raw)))
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return nil
	}
	for d.More() && len(out) <= maxItems {
		var item json.RawMessage
		if d.Decode(&item) != nil {
			break
		}
		out = append(out, item)
	}
	return out
}

func jsonEntry(it *jsonfeed.Item, in *jsonfeed.Feed, base string) feeds.Entry {
	e := feeds.Entry{
		ID:         it.ID,
		Title:      clean.Line(it.Title),
		Link:       link(first(it.URL, it.ExternalURL), base),
		Author:     first(jsonPeople(it.Authors, it.Author), jsonPeople(in.Authors, in.Author)),
		Summary:    feeds.Body{Text: it.Summary},
		Content:    feeds.Body{Text: it.ContentText},
		Categories: it.Tags,
	}
	if strings.TrimSpace(it.ContentHTML) != "" {
		e.Content = feeds.Body{Text: it.ContentHTML, HTML: true}
	}
	if e.Link == "" && isURL(it.ID) {
		e.Link = it.ID
	}
	setDates(&e, note{dates: map[string]string{"atom:published": it.DatePublished, "atom:updated": it.DateModified}})
	return e
}

func jsonPeople(many []*jsonfeed.Author, one *jsonfeed.Author) string {
	var names []string
	for _, a := range append(many[:len(many):len(many)], one) {
		if a != nil && a.Name != "" {
			if name := clean.Line(a.Name); len(names) == 0 || names[len(names)-1] != name {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, ", ")
}
