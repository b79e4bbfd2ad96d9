package desk

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"strings"

	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/opml"
	"readout/feeds/pull"
)

// AddFeed subscribes to a feed. An address that is bad, private without leave
// or already there is an error in one sentence with a remedy.
func (d *Desk) AddFeed(ctx context.Context, s feeds.Subscription) error {
	address, secrets, err := d.feedAddress(s.URL)
	if err != nil {
		bare, _ := splitUser(s.URL)
		return fmt.Errorf("adding %s: %w", clean.Line(bare), err)
	}
	s.URL = address
	s.Title, s.Group = clean.Line(s.Title), clean.Line(s.Group)
	err = d.editList(ctx, "subscribed to "+feedTitle(s), func(list []feeds.Subscription) ([]feeds.Subscription, error) {
		for _, old := range list {
			if feedKey(old.URL) == feedKey(s.URL) {
				as := ""
				if old.Title != "" {
					as = `, as "` + old.Title + `"` // not quoted by Go's rules: they spell emoji out
				}
				return nil, fmt.Errorf("%s is in the feed list already%s", old.URL, as)
			}
		}
		return append(list, s), nil
	})
	if err != nil {
		return err
	}
	return d.keepCredentials(secrets)
}

// feedKey is the same for two addresses of one feed: http and https, www and a
// slash at the end make no difference.
func feedKey(address string) string { return cmp.Or(clean.Key(address), address) }

func feedTitle(s feeds.Subscription) string {
	if s.Title != "" {
		return s.Title
	}
	return s.URL
}

// feedAddress brings an address as a user types it into its written form, and
// splits user and password off.
func (d *Desk) feedAddress(raw string) (string, map[string]string, error) {
	if pull.IsFile(raw) {
		return strings.TrimSpace(raw), nil, pull.CheckFile(raw)
	}
	address, key, err := pull.Address(raw)
	if err != nil {
		return "", nil, err
	}
	if err := d.checkPrivate(address); err != nil {
		return "", nil, err
	}
	key = cmp.Or(key, d.secrets.of(pull.Origin(address))) // typed when the feed was looked for
	u, err := url.Parse(address)
	if err != nil || key == "" {
		return address, nil, err
	}
	return address, map[string]string{site(u): key}, nil
}

// checkPrivate refuses an address whose host is private as it stands, unless
// the user allowed it.
func (d *Desk) checkPrivate(address string) error {
	allow, _ := d.Config().allowPrivate() // checked when it was read
	host, private := pull.PrivateName(address, append(allow, d.home.AllowPrivate...))
	if !private {
		return nil
	}
	return fmt.Errorf("%s: %w; to allow it, put allow_private = [%q] into config.toml", host, feeds.ErrPrivateHost, host)
}

// FeedChange is what to change of a subscription; nil leaves a value as it is.
type FeedChange struct {
	Title    *string // "" = the feed's own
	Group    *string // "" = none
	FullText *string // "auto", "on" or "off"; "" = as config.toml has it
}

// ChangeFeed changes the subscription with this name or URL, as one step of
// undo, and returns it as it is then.
func (d *Desk) ChangeFeed(ctx context.Context, nameOrURL string, c FeedChange) (feeds.Subscription, error) {
	if f := c.FullText; f != nil && *f != "" && *f != "auto" && *f != "on" && *f != "off" {
		return feeds.Subscription{}, fmt.Errorf(`full-text is %q; it must be "auto", "on" or "off"`, *f)
	}
	found, err := d.oneFeed(ctx, nameOrURL)
	if err != nil {
		return feeds.Subscription{}, err
	}
	changed := c.apply(found.Subscription)
	return changed, d.editList(ctx, "changed "+found.Name, func(list []feeds.Subscription) ([]feeds.Subscription, error) {
		for i := range list {
			if list[i].URL == found.URL {
				list[i] = changed
			}
		}
		return list, nil
	})
}

// apply returns the subscription with the change made; the attributes of the
// one it was given stay untouched.
func (c FeedChange) apply(s feeds.Subscription) feeds.Subscription {
	if c.Title != nil {
		s.Title = clean.Line(*c.Title)
	}
	if c.Group != nil {
		s.Group = clean.Line(*c.Group)
	}
	if c.FullText != nil {
		s.Attrs = maps.Clone(s.Attrs)
		if s.Attrs == nil {
			s.Attrs = map[string]string{}
		}
		s.Attrs[FullTextAttr] = *c.FullText
		if *c.FullText == "" {
			delete(s.Attrs, FullTextAttr)
		}
	}
	return s
}

// oneFeed is the subscription with this name or URL; two of one name are an error.
func (d *Desk) oneFeed(ctx context.Context, nameOrURL string) (FeedState, error) {
	all, err := d.Feeds(ctx)
	if err != nil {
		return FeedState{}, err
	}
	found, err := choose(all, []string{nameOrURL})
	if err != nil {
		return FeedState{}, err
	}
	if len(found) > 1 {
		return FeedState{}, fmt.Errorf("%d feeds are called %q; name the one by its address", len(found), nameOrURL)
	}
	return found[0], nil
}

// RemoveFeed ends the subscription with this name or URL; its articles stay.
func (d *Desk) RemoveFeed(ctx context.Context, nameOrURL string) (feeds.Subscription, error) {
	found, err := d.oneFeed(ctx, nameOrURL)
	if err != nil {
		return feeds.Subscription{}, err
	}
	gone := found.Subscription
	return gone, d.editList(ctx, "unsubscribed from "+found.Name, func(list []feeds.Subscription) ([]feeds.Subscription, error) {
		var rest []feeds.Subscription
		for _, s := range list {
			if s.URL != gone.URL {
				rest = append(rest, s)
			}
		}
		return rest, nil
	})
}

// ImportFeeds adds the subscriptions of an OPML document, a newsboat urls file
// or a nom config; refused says what was left out and why, a sentence each.
// What is there already is passed over in silence.
func (d *Desk) ImportFeeds(ctx context.Context, raw []byte) (added int, refused []string, err error) {
	subs, left, err := opml.Import(raw)
	if err != nil {
		return 0, nil, err
	}
	for _, r := range left {
		refused = append(refused, r.Line+": "+r.Why)
	}
	err = d.editList(ctx, "imported feeds", func(list []feeds.Subscription) ([]feeds.Subscription, error) {
		known := make(map[string]bool, len(list)+len(subs))
		for _, s := range list {
			known[feedKey(s.URL)] = true
		}
		for _, s := range subs {
			if known[feedKey(s.URL)] {
				continue
			}
			if err := d.checkPrivate(s.URL); err != nil {
				refused = append(refused, err.Error())
				continue
			}
			known[feedKey(s.URL)] = true
			list = append(list, s)
			added++
		}
		return list, nil
	})
	if err != nil {
		return 0, refused, err
	}
	return added, refused, nil
}

// ExportFeeds returns the feed list as OPML to pass on: without passwords, and
// without the feeds that are files of this machine.
func (d *Desk) ExportFeeds(context.Context) ([]byte, error) {
	subs, err := d.subscriptions()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = opml.Export(&b, listTitle, subs)
	return b.Bytes(), err
}

// editList changes feeds.opml whole or not at all, as one step of undo.
func (d *Desk) editList(ctx context.Context, what string, edit func([]feeds.Subscription) ([]feeds.Subscription, error)) error {
	if d.demo {
		return fmt.Errorf("the demo has no feed list; start Readout without --demo")
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	before, err := d.movePasswords()
	if err != nil {
		return err
	}
	after, err := edit(append([]feeds.Subscription(nil), before...))
	if err != nil {
		return err
	}
	from, err := listBytes(before)
	if err != nil {
		return err
	}
	to, err := listBytes(after)
	if err != nil || bytes.Equal(from, to) {
		return err
	}
	if _, err := opml.Parse(bytes.NewReader(to)); err != nil {
		return fmt.Errorf("changing the feed list: with %d feeds it would be larger than Readout can read; remove some first: %w", len(after), err)
	}
	_, err = d.archive.RecordList(ctx, what, string(from), string(to), d.writeList)
	return err
}

func listBytes(subs []feeds.Subscription) ([]byte, error) {
	var b bytes.Buffer
	err := opml.Write(&b, listTitle, subs)
	return b.Bytes(), err
}

// writeList replaces the feed list, unless it is no longer what the change
// started from: another hand's edit is never undone by accident.
func (d *Desk) writeList(from, to string) error {
	now, _, err := d.home.subscriptions()
	if err != nil {
		return err
	}
	have, err := listBytes(now)
	if err != nil {
		return err
	}
	if string(have) != from {
		return fmt.Errorf("the feed list was changed elsewhere since; nothing was done, look at it and change it by hand")
	}
	return d.home.write("feeds.opml", []byte(to))
}
