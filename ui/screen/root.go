package screen

import (
	"cmp"
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/links"
	"readout/ui/list"
	"readout/ui/pane"
	"readout/ui/prompt"
	"readout/ui/reader"
	"readout/ui/watch"
)

// root is the Bubble Tea model. Its Update routes: the size of the screen,
// keys, the mouse, what panes ask of it; every other message goes to all panes.
type root struct {
	ctx  context.Context // ends with the program; refreshes and searches hang on it
	stop context.CancelFunc
	desk *desk.Desk
	opts Options

	look     *pane.Look
	keymap   *keys.Map
	w, h     int
	layout   layout
	panes    map[keys.Context]pane.Pane
	reader   *reader.Pane
	overlays []pane.Overlay
	zen      bool

	query    query.Query
	history  prompt.History
	facets   pane.Facets
	listed   pane.Listed
	pending  string // the keys of a sequence so far, each with a space after it
	status   pane.Say
	progress *progress           // of the refresh that runs; nil = none
	waiting  []pane.RefreshFeeds // asked for during it
	gen      int64               // of the archive, as last seen
	click    click               // the last one, to know a double click
	shift    shift               // of the borders
	dragged  keys.Context        // the pane whose right border is being dragged; "" = none
	held     keys.Context        // the pane in which the button is held down; "" = none
}

func newRoot(parent context.Context, d *desk.Desk, o Options) (*root, error) {
	q, th, km, err := o.checked()
	if err != nil {
		return nil, err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	ctx, stop := context.WithCancel(parent)
	k := &pane.Look{Theme: th, Glyphs: pane.Unicode, Now: o.Now, Zone: cmp.Or(o.Zone, time.Local), Focus: keys.List}
	if o.ASCII {
		k.Glyphs = pane.ASCII
	}
	m := &root{ctx: ctx, stop: stop, desk: d, opts: o, look: k, keymap: km, query: q, w: 80, h: 24}
	k.Keys = km
	m.reader = reader.New(k, d)
	m.panes = map[keys.Context]pane.Pane{keys.Watch: watch.New(k, d), keys.List: list.New(k, d), keys.Reader: m.reader}
	m.layout = arrange(m.w, m.h, m.look.Focus, false, shift{})
	return m, nil
}

// Init implements tea.Model: the first frame is drawn before any of this
// answers. The last place is looked up first: the list opens on it.
func (m *root) Init() tea.Cmd {
	cmds := []tea.Cmd{m.recall(), m.poll(pollEvery)}
	if n := m.desk.Notices(); len(n) > 0 {
		m.status = pane.Say{Text: n[0], Level: pane.Warn}
	} else if m.opts.Notice != "" {
		m.status = pane.Say{Text: m.opts.Notice, Level: pane.Warn}
	}
	if m.opts.auto() {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(append(cmds, m.deliver())...)
}

// Update implements tea.Model.
func (m *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.update(msg)
	return m, tea.Batch(cmd, m.deliver())
}

// deliver does what panes have asked for, in their order.
func (m *root) deliver() tea.Cmd {
	var cmds []tea.Cmd
	for msg, ok := m.look.Posted(); ok; msg, ok = m.look.Posted() {
		cmds = append(cmds, m.asked(msg))
	}
	return tea.Batch(cmds...)
}

func (m *root) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = max(msg.Width, 0), max(msg.Height, 0)
		return m.arrange()
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		return m.top(msg)
	case tea.MouseClickMsg:
		return m.clicked(msg)
	case tea.MouseMotionMsg:
		return m.drag(msg)
	case tea.MouseReleaseMsg:
		m.dragged, m.held = "", ""
		return nil
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.ModeReportMsg:
		return m.terminal(msg)
	case stopped:
		return suspend()
	case place:
		return m.recalled(msg)
	case polled:
		return m.polled(msg)
	case progressed:
		return m.progressed(msg)
	case refreshed:
		return m.refreshed(msg)
	}
	return m.asked(msg)
}

// asked does what a pane asks of the root.
func (m *root) asked(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Say:
		m.status = msg
	case pane.Show:
		return m.show(msg)
	case pane.Focus:
		return m.focus(msg.In)
	case pane.Push:
		return m.push(msg.Overlay)
	case pane.Pop:
		m.pop()
	case pane.Edit:
		return m.edit(msg)
	case pane.Links:
		return m.push(links.New(m.look, msg.Links, m.desk.Config().Browser))
	case pane.Label:
		return m.tag(msg)
	case pane.Opened:
		return tea.Batch(m.broadcast(msg), m.focus(keys.Reader))
	case pane.RefreshFeeds:
		return m.refresh(msg)
	case pane.Act:
		return m.do(msg.ID)
	case pane.Listed:
		m.listed = msg
		return tea.Batch(m.broadcast(msg), m.refreshOnce())
	case pane.Facets:
		if msg.Err != nil {
			m.status = pane.Sorry("Counting articles", msg.Err)
			return m.panes[keys.Watch].Update(msg)
		}
		m.facets = msg
		return m.broadcast(msg)
	default:
		return m.broadcast(msg)
	}
	return nil
}

// broadcast gives a message to all panes and overlays.
func (m *root) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, c := range order {
		cmds = append(cmds, m.panes[c].Update(msg))
	}
	for _, o := range m.overlays {
		cmds = append(cmds, o.Update(msg))
	}
	return tea.Batch(cmds...)
}

// top gives a message to the top overlay.
func (m *root) top(msg tea.Msg) tea.Cmd {
	if n := len(m.overlays); n > 0 {
		return m.overlays[n-1].Update(msg)
	}
	return nil
}

// arrange lays the screen out anew and tells every pane that shows its size.
func (m *root) arrange() tea.Cmd {
	m.layout = arrange(m.w, m.h, m.look.Focus, m.zen, m.shift)
	var cmds []tea.Cmd
	for _, c := range order {
		if r := m.layout.of(c); r.w > 2 && r.h > 2 {
			cmds = append(cmds, m.panes[c].Update(pane.Resized{W: r.w - 2, H: r.h - 2}))
		}
	}
	return tea.Batch(cmds...)
}

// focus gives the focus to a pane.
func (m *root) focus(c keys.Context) tea.Cmd {
	m.look.Focus = c
	if c != keys.Reader && m.zen {
		m.setZen(false)
	}
	return m.arrange()
}

func (m *root) setZen(on bool) { m.zen, m.reader.Zen = on, on }

// push puts an overlay on top; a second one of the same kind takes the first one's place.
func (m *root) push(o pane.Overlay) tea.Cmd {
	if n := len(m.overlays); n > 0 && m.overlays[n-1].Context() == o.Context() {
		m.pop()
	}
	m.overlays = append(m.overlays, o)
	return tea.Batch(o.Update(m.facets), o.Update(m.listed))
}

func (m *root) pop() {
	if n := len(m.overlays); n > 0 {
		m.overlays = m.overlays[:n-1]
	}
}

// show changes the filter.
func (m *root) show(s pane.Show) tea.Cmd {
	m.query = s.Query
	cmd := m.broadcast(pane.Filtered(s))
	if s.Quiet {
		return cmd
	}
	m.status = pane.Say{}
	return tea.Batch(cmd, m.focus(keys.List), m.keepPlace())
}

// context is the place in which keys count now.
func (m *root) context() keys.Context {
	if n := len(m.overlays); n > 0 {
		return m.overlays[n-1].Context()
	}
	return m.panes[m.look.Focus].Context()
}
