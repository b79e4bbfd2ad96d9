package keys

// presets say what differs from the table. "vim" adds what hands that know vim
// reach for; "newsboat" takes newsboat's letters; "arrows" needs no letter to
// move about.
var presets = map[string]map[ID][]string{
	"default": nil,
	"vim": {
		PageDown: {"ctrl+f", "space", "pgdown"},
		PageUp:   {"ctrl+b", "b", "pgup"},
		Close:    {"esc", "ctrl+c", "ctrl+["},
	},
	"newsboat": {
		NextUnread:  {"n"},
		NextMark:    {"}"},
		PrevMark:    {"{"},
		ToggleRead:  {"N"},
		RefreshOne:  {"r"},
		Refresh:     {"R"},
		Export:      {"s", "e"},
		ToggleStar:  {"*", "ctrl+e"},
		Clear:       {"ctrl+f", "F"},
		NextArticle: {"J"},
		PrevArticle: {"K"},
		Note:        {"c"},
	},
	"arrows": {
		Down: {"down"}, Up: {"up"},
		Top: {"home"}, Bottom: {"end"},
		PageDown: {"pgdown", "space"}, PageUp: {"pgup"},
		Open: {"enter", "right"}, Back: {"esc", "left"},
		NextArticle: {"ctrl+down"}, PrevArticle: {"ctrl+up"},
		ShowHelp: {"f1", "?"}, Refresh: {"f5", "R"}, Filter: {"f3", "f"}, Search: {"f4", "/"}, Palette: {"f2", "ctrl+p"},
		Quit: {"f10", "q"},
	},
}
