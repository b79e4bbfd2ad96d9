package keys

// The actions. A pane receives the ID; it never sees the key.
const (
	Down, Up, Top, Bottom                 ID = "down", "up", "top", "bottom"
	HalfDown, HalfUp, PageDown, PageUp    ID = "half-down", "half-up", "page-down", "page-up"
	Open, Back, Quit, Kill, Suspend       ID = "open", "back", "quit", "kill", "suspend"
	NextPane, PrevPane                    ID = "next-pane", "previous-pane"
	GoWatch, GoList, GoReader             ID = "go-watch", "go-articles", "go-reader"
	GoAll, GoUnread, GoStarred            ID = "go-all", "go-unread", "go-starred"
	NextArticle, PrevArticle, NextUnread  ID = "next-article", "previous-article", "next-unread"
	NextTab, PrevTab                      ID = "next-tab", "previous-tab"
	TabBrief, TabQuotes, TabSigners       ID = "brief", "quotes", "signatories"
	TabTags, TabText, TabStory            ID = "why", "text", "coverage"
	NextMark, PrevMark, Zen               ID = "next-mark", "previous-mark", "zen"
	Filter, Clear, Search, Command        ID = "filter", "clear", "search", "command"
	ToggleRead, AllRead, ToggleStar       ID = "toggle-read", "all-read", "star"
	Undo, Redo, Note, Export, Browse      ID = "undo", "redo", "note", "export", "browse"
	CopyQuote, CopyURL                    ID = "copy-quote", "copy-address"
	Refresh, RefreshOne, ShowNew          ID = "refresh", "refresh-source", "show-new"
	ShowHelp, Palette, ShowHealth, Redraw ID = "help", "palette", "health", "redraw"
	Close, Accept, Toggle, Match, Next    ID = "close", "accept", "toggle", "match", "next"
	Prev, Complete                        ID = "previous", "complete"
	Tag, FullText, ExportList, Edition    ID = "tag", "full-text", "export-list", "edition"
	SaveView, Remove, WatchIt             ID = "save-view", "remove", "watch"
	Subscribe, Unfold, GoNew, Outside     ID = "subscribe", "unfold", "go-new", "editor"
	Highlight, TabNotes, OtherEnd         ID = "highlight", "notes", "other-end"
	WordOn, WordBack                      ID = "word-on", "word-back"
	SentenceOn, SentenceBack              ID = "sentence-on", "sentence-back"
	Sort, ShowLinks                       ID = "sort", "links"
	LineOn, LineBack                      ID = "line-on", "line-back"
)

// table is the default keymap, in the order of help.
var table = []Action{
	// Watch
	{Open, Watch, []string{"enter", "l", "right"}, "show", "Show the articles of this line"},
	{WatchIt, Watch, []string{"W"}, "watchlist", "Put the actor, topic or source on the watchlist, or take it off"},
	{Remove, Watch, []string{"D", "delete"}, "", "Remove the saved view"},
	// Articles
	{Open, List, []string{"enter", "l", "right"}, "read", "Read the article; this marks it read"},
	{NextUnread, List, []string{"n"}, "", "Go to the next unread article"},
	{Unfold, List, []string{"O"}, "", "Show or hide the other articles of the story"},
	{AllRead, List, []string{"A"}, "", "Mark all articles of this list read: says how many first; pressed again, it does it"},
	// Reader
	{Open, Reader, []string{"enter", "l", "right"}, "show in text", "Show this quote, signatory or tag in the text"},
	{NextMark, Reader, []string{"n"}, "", "Go to the next mark (a quote, a name, a date)"},
	{PrevMark, Reader, []string{"N"}, "", "Go to the previous mark"},
	{NextTab, Reader, []string{"]"}, "tabs", "Next tab: Brief, Quotes, Signatories, Why, Text, and Coverage and Notes where there are any"},
	{PrevTab, Reader, []string{"["}, "", "Previous tab"},
	{CopyQuote, Reader, []string{"y"}, "", "Copy the quote, the highlight or the claim one stands on, with its source"},
	{Highlight, Reader, []string{"v"}, "", "Highlight a passage of the text, beginning with the claim or sentence one stands on"},
	{Remove, Reader, []string{"D", "delete"}, "", "Take the highlight off, in the tab Notes"},
	// Highlighting
	{Accept, Selection, []string{"enter", "v"}, "highlight", "Highlight the passage, or take its highlight off"},
	{Next, Selection, []string{"j", "down"}, "next sentence", "Choose the next sentence"},
	{Prev, Selection, []string{"k", "up"}, "", "Choose the previous sentence"},
	{WordOn, Selection, []string{"l", "right"}, "word on", "Move the end of the passage a word on"},
	{WordBack, Selection, []string{"h", "left"}, "word back", "Move the end of the passage a word back"},
	{SentenceOn, Selection, []string{"J", "shift+down", ")"}, "sentence on", "Move the end a sentence on"},
	{SentenceBack, Selection, []string{"K", "shift+up", "("}, "", "Move the end a sentence back"},
	{LineOn, Selection, []string{"L", "shift+right"}, "", "Move the end a line on"},
	{LineBack, Selection, []string{"H", "shift+left"}, "", "Move the end a line back"},
	{OtherEnd, Selection, []string{"o", "tab"}, "other end", "Move the passage's other end from now on"},
	{CopyQuote, Selection, []string{"y"}, "copy", "Copy the passage with its source"},
	{ShowHelp, Selection, []string{"?", "f1"}, "help", "Help for choosing a passage"},
	{Close, Selection, []string{"esc", "q", "ctrl+c"}, "leave", "Leave the text as it is"},
	// Everywhere
	{Down, Everywhere, []string{"j", "down"}, "", "Down"},
	{Up, Everywhere, []string{"k", "up"}, "", "Up"},
	{HalfDown, Everywhere, []string{"ctrl+d"}, "", "Half a page down"},
	{HalfUp, Everywhere, []string{"ctrl+u"}, "", "Half a page up"},
	{PageDown, Everywhere, []string{"space", "pgdown"}, "", "A page down"},
	{PageUp, Everywhere, []string{"b", "pgup"}, "", "A page up"},
	{Top, Everywhere, []string{"g g", "home"}, "", "To the top"},
	{Bottom, Everywhere, []string{"G", "end"}, "", "To the end"},
	{NextPane, Everywhere, []string{"tab"}, "pane", "Go to the next pane"},
	{PrevPane, Everywhere, []string{"shift+tab"}, "", "Go to the previous pane"},
	{NextArticle, Everywhere, []string{"J", "ctrl+n"}, "", "Next article, from anywhere"},
	{PrevArticle, Everywhere, []string{"K"}, "", "Previous article, from anywhere"},
	{Filter, Everywhere, []string{"f"}, "filter", "Filter by actors, topics and sources: type to find, choose several"},
	{Clear, Everywhere, []string{"F"}, "", "Clear the filter: show all articles"},
	{Search, Everywhere, []string{"/"}, "search", "Search the full text of what is shown, as you type"},
	{Command, Everywhere, []string{":"}, "", "Edit the filter as a query, such as actor:icc has:quotes since:24h"},
	{Sort, Everywhere, []string{"S"}, "", "Sort the list another way: by story, newest, oldest, by source, unread first"},
	{ToggleRead, Everywhere, []string{"m"}, "", "Mark the article read or unread"},
	{ToggleStar, Everywhere, []string{"s"}, "star", "Star the article, or take the star away"},
	{Undo, Everywhere, []string{"u"}, "", "Undo the last change"},
	{Redo, Everywhere, []string{"ctrl+r"}, "", "Make the undone change again"},
	{Note, Everywhere, []string{"c"}, "note", "Write a note on the article; it is kept as you type"},
	{Export, Everywhere, []string{"e"}, "export", "Export the article's brief as a Markdown note"},
	{ExportList, Everywhere, []string{"X"}, "", "Export all articles of this list: says how many first; pressed again, it does it"},
	{Edition, Everywhere, []string{"E"}, "", "Write the edition: the last 24 hours by watched actor and topic, as a Markdown file"},
	{Tag, Everywhere, []string{"t"}, "", "Tag the article, or take the tag off"},
	{FullText, Everywhere, []string{"x"}, "", "Fetch the whole article from its page; change between page and feed"},
	{SaveView, Everywhere, []string{"V"}, "", "Save the filter as a view; it is shown in Watch"},
	{Browse, Everywhere, []string{"o"}, "", "Open the article in the browser; its host is shown"},
	{ShowLinks, Everywhere, []string{";"}, "", "Links of the article, with their hosts: a digit or letter chooses one"},
	{CopyURL, Everywhere, []string{"Y"}, "", "Copy the article's address"},
	{TabBrief, Everywhere, []string{"1"}, "", "The brief, as it is exported"},
	{TabQuotes, Everywhere, []string{"2"}, "", "Who said what, in the article's own words"},
	{TabSigners, Everywhere, []string{"3"}, "", "Who signed"},
	{TabTags, Everywhere, []string{"w", "4"}, "", "Why: the words behind each actor and topic"},
	{TabText, Everywhere, []string{"5"}, "", "The whole text with its marks"},
	{TabStory, Everywhere, []string{"6"}, "", "Coverage: the same story from other outlets"},
	{TabNotes, Everywhere, []string{"7"}, "", "Notes: your note, highlights and tags, where you made any"},
	{Zen, Everywhere, []string{"z"}, "", "Only the reader, or all panes again"},
	{Refresh, Everywhere, []string{"R"}, "refresh", "Refresh all sources, behind what you do"},
	{RefreshOne, Everywhere, []string{"r"}, "", "Refresh the source of this article, or the sources that are due"},
	{ShowNew, Everywhere, []string{"."}, "", "Show articles that arrived since"},
	{Subscribe, Everywhere, []string{"a"}, "", "Subscribe to a feed: give its address, or that of a page that offers one"},
	{ShowHealth, Everywhere, []string{"!"}, "", "Health of the feeds, with the reason of each failure"},
	{GoAll, Everywhere, []string{"g h"}, "", "Go to all articles"},
	{GoNew, Everywhere, []string{"g n"}, "", "Go to what came in since your last look: the stories on your watchlist first"},
	{GoUnread, Everywhere, []string{"g u"}, "", "Go to unread articles"},
	{GoStarred, Everywhere, []string{"g s"}, "", "Go to starred articles"},
	{GoWatch, Everywhere, []string{"g w"}, "", "Go to the Watch pane"},
	{GoList, Everywhere, []string{"g a"}, "", "Go to the Articles pane"},
	{GoReader, Everywhere, []string{"g r"}, "", "Go to the Reader pane"},
	{ShowHelp, Everywhere, []string{"?", "f1"}, "help", "Help for the place you are in; type to search it"},
	{Palette, Everywhere, []string{"ctrl+p"}, "", "Find any action by name and do it"},
	{Back, Everywhere, []string{"esc", "h", "left"}, "", "Back: close, leave the reader, clear a search"},
	{Quit, Everywhere, []string{"q"}, "quit", "Back; at the outermost place, quit"},
	{Suspend, Everywhere, []string{"ctrl+z"}, "", "Suspend; fg brings it back"},
	{Redraw, Everywhere, []string{"ctrl+l"}, "", "Draw the screen again"},
	{Kill, Everywhere, []string{"ctrl+c"}, "", "Quit at once"},
	// Picker
	{Accept, Picker, []string{"enter"}, "show", "Show what is chosen; after typing, the line one stands on"},
	{Toggle, Picker, []string{"tab"}, "choose several", "Choose or leave this line, and go on"},
	{Match, Picker, []string{"ctrl+a"}, "all/any", "Ask for all of the chosen, or for any of them"},
	{Next, Picker, []string{"down", "ctrl+n", "ctrl+j"}, "", "Next line"},
	{Prev, Picker, []string{"up", "ctrl+p", "ctrl+k"}, "", "Previous line"},
	{PageDown, Picker, []string{"pgdown"}, "", "A page down"},
	{PageUp, Picker, []string{"pgup"}, "", "A page up"},
	{Close, Picker, []string{"esc", "ctrl+c"}, "cancel", "Leave the filter as it was"},
	// Prompt
	{Accept, Prompt, []string{"enter"}, "keep", "Keep the result"},
	{Complete, Prompt, []string{"tab"}, "complete", "Complete the word: a field, an actor, a topic or a source"},
	{Prev, Prompt, []string{"up", "ctrl+p"}, "history", "Earlier query"},
	{Next, Prompt, []string{"down", "ctrl+n"}, "", "Later query"},
	{Close, Prompt, []string{"esc", "ctrl+c"}, "cancel", "Leave the filter as it was"},
	// Question
	{Accept, Ask, []string{"enter"}, "done", "Give the answer"},
	{Complete, Ask, []string{"tab"}, "complete", "Complete what was given before"},
	{Close, Ask, []string{"esc", "ctrl+c"}, "cancel", "Give no answer"},
	// Note
	{Close, Editor, []string{"esc", "ctrl+c"}, "done", "Close; the note is kept"},
	{Outside, Editor, []string{"ctrl+o"}, "your editor", "Go on in the editor that VISUAL or EDITOR names"},
	// Help and palette
	{Accept, Help, []string{"enter"}, "do it", "Do the action"},
	{Next, Help, []string{"down", "ctrl+n", "ctrl+j", "tab"}, "", "Next line"},
	{Prev, Help, []string{"up", "ctrl+p", "ctrl+k", "shift+tab"}, "", "Previous line"},
	{PageDown, Help, []string{"pgdown"}, "", "A page down"},
	{PageUp, Help, []string{"pgup"}, "", "A page up"},
	{Close, Help, []string{"esc", "ctrl+c"}, "close", "Close"},
	// Feeds
	{Next, Health, []string{"j", "down"}, "", "Next feed"},
	{Prev, Health, []string{"k", "up"}, "", "Previous feed"},
	{PageDown, Health, []string{"space", "pgdown"}, "", "A page down"},
	{PageUp, Health, []string{"b", "pgup"}, "", "A page up"},
	{Accept, Health, []string{"enter"}, "its articles", "Show the articles of this feed"},
	{Refresh, Health, []string{"r", "R"}, "refresh it", "Try this feed again now"},
	{Subscribe, Health, []string{"a"}, "subscribe", "Subscribe to another feed"},
	{Remove, Health, []string{"D", "delete"}, "", "End the subscription; its articles stay, and undo takes it back"},
	{Close, Health, []string{"esc", "q", "h", "left", "!", "ctrl+c"}, "close", "Close"},
	// Links
	{Accept, Links, []string{"enter"}, "open", "Open the link in the browser; its host is shown"},
	{CopyURL, Links, []string{"y", "Y"}, "copy", "Copy the address"},
	{Next, Links, []string{"j", "down"}, "", "Next link"},
	{Prev, Links, []string{"k", "up"}, "", "Previous link"},
	{PageDown, Links, []string{"space", "pgdown"}, "", "A page down"},
	{PageUp, Links, []string{"b", "pgup"}, "", "A page up"},
	{Close, Links, []string{"esc", "q", "h", "left", ";", "ctrl+c"}, "close", "Close"},
}
