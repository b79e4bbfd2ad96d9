package pane

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
)

// Act is an action that was asked for by key, palette or mouse.
type Act struct{ ID keys.ID }

// Click is a press of the left button at a place of the pane's content.
type Click struct {
	X, Y   int
	Double bool
}

// Drag is a move of the mouse to a place of the pane's content with the left
// button held; the button went down in the pane.
type Drag struct{ X, Y int }

// Wheel asks to scroll by lines, down when positive. It never changes state.
type Wheel struct{ Lines int }

// Level says how much a status sentence matters.
type Level int

// The levels of a status sentence.
const (
	Info Level = iota
	Done
	Warn
	Fail
)

// Say puts a sentence into the status line.
type Say struct {
	Text  string
	Level Level
}

// Show asks for a filter; the root answers all panes with Filtered.
type Show struct {
	Query query.Query
	Quiet bool // while typing: keep the focus and the history as they are
}

// Listed says how many articles the filter has found.
type Listed struct {
	Count  int
	Capped bool // there are more
	Sample bool // they are the sample edition's
}

// Filtered says that the filter is now this one. Quiet: it is still being typed.
type Filtered struct {
	Query query.Query
	Quiet bool
}

// Selected says that the list now stands on this article; 0 = on none.
type Selected struct{ Key desk.Key }

// Opened says that the user has begun to read this article.
type Opened struct{ Key desk.Key }

// Changed says that articles changed their state or note: lines that show them
// are loaded again. Nil keys mean any.
type Changed struct{ Keys []desk.Key }

// Arrived says that the archive has changed, here or in another process.
type Arrived struct{}

// Focus asks the root to give the focus to the pane of a context.
type Focus struct{ In keys.Context }

// Push asks the root to put an overlay on top.
type Push struct{ Overlay Overlay }

// Pop asks the root to take the top overlay away.
type Pop struct{}

// Edit asks for the note editor of an article.
type Edit struct {
	Key   desk.Key
	Title string // "" when it is not known yet
}

// Label asks for a tag of an article.
type Label struct {
	Key   desk.Key
	Title string // "" when it is not known yet
}

// Link is a web address that an article leads to; it is as the source gave it.
type Link struct {
	URL  string
	What string // what is there, in a few words
}

// linkHints are what chooses a link, in their order: digits, then letters that
// move nothing.
const linkHints = "123456789acdefginmprstuvwxz"

// LinkHint is the digit or letter that chooses a link by its place in the list,
// from 0 on; a space where there are no more.
func LinkHint(i int) string {
	if i < len(linkHints) {
		return linkHints[i : i+1]
	}
	return " "
}

// Links asks for the list of links.
type Links struct{ Links []Link }

// RefreshFeeds asks for a refresh; nil Feeds mean all that are due.
type RefreshFeeds struct {
	Feeds []string
	Force bool
	Why   string // a sentence that stands before what the refresh brought; "" = none
}

// Send returns a command that delivers a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Tell returns a command that puts a sentence into the status line.
func Tell(l Level, format string, args ...any) tea.Cmd {
	return Send(Say{fmt.Sprintf(format, args...), l})
}

// Sorry returns the status sentence for a failure: what was being done, and why not.
func Sorry(doing string, err error) Say {
	return Say{fmt.Sprintf("%s failed: %v.", doing, err), Fail}
}

// Go makes a command of work that may block. A panic in it becomes a status
// sentence, so that one bad article never takes the screen down.
func Go(doing string, work func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = Say{doing + " failed inside Readout; the rest goes on. Please report it.", Fail}
			}
		}()
		return work()
	}
}

// Facets are the values to filter by: of the whole archive, and under the
// present filter. The Watch pane loads them; whoever needs names or counts
// keeps them.
type Facets struct {
	Gen       int // of the filter they were counted under
	All, Here desk.Facets
	Views     []desk.View
	Watched   []string     // values of the watchlist, the principal first
	Tags      []desk.Facet // the user's own
	Failing   int          // feeds that do not answer
	Err       error        // why they could not be counted; nil
}

// Each calls f with every facet of f's three lists.
func Each(fs desk.Facets, f func(desk.Facet)) {
	for _, list := range [][]desk.Facet{fs.Actors, fs.Topics, fs.Sources} {
		for _, x := range list {
			f(x)
		}
	}
}

// Goto asks the list to go to an article and open it, wherever it is.
type Goto struct{ Key desk.Key }

// Seek asks the list to select an article, if and when it is listed.
type Seek struct{ Key desk.Key }

// Resized tells a pane the size of its content.
type Resized struct{ W, H int }
