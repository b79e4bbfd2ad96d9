package clean

import "readout/feeds"

// write adds running text to the line; white space folds.
func (w *writer) write(s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\n':
			if w.pre > 0 {
				w.breakLine()
				continue
			}
			w.space = true
		case ' ', '\t', '\r', '\f', '\v':
			w.space = true
		default:
			if len(w.text) > 0 && (w.space || w.seam == between && parts(w.text, c)) {
				w.text = append(w.text, ' ')
			}
			w.seam = none
			if len(w.text) == 0 {
				w.links, w.to = true, w.href
			}
			w.links = w.links && w.link > 0
			w.space = false
			w.text = append(w.text, c)
		}
	}
}

// writeMark adds a mark that belongs to the word before it.
func (w *writer) writeMark(s string) {
	w.space = false
	w.write(s)
}

// breakLine ends the line within its paragraph; two in a row end the paragraph.
func (w *writer) breakLine() {
	if w.inline {
		w.space = true
		return
	}
	had := len(w.text) > 0
	tight := w.tight
	w.flush()
	w.tight = had || tight && len(w.out) == 0
}

// flush makes a piece of the line read so far.
func (w *writer) flush() {
	w.endLink()
	text, leads := fold(scrub(string(w.text))), w.leads
	w.text, w.space, w.mark, w.leads = w.text[:0], false, 0, nil
	tight := w.tight
	w.tight = false
	if text == "" {
		return
	}
	p := piece{kind: feeds.Paragraph, text: text, tight: tight && len(w.out) > 0, links: w.links, leads: leads}
	if w.links {
		p.to = w.to
	}
	switch {
	case w.heading > 0:
		p.kind, p.level = feeds.Heading, w.heading
	case w.item && !tight:
		p.kind, p.level = feeds.Item, max(w.list, 1)
	case w.quote > 0:
		p.kind = feeds.Quotation
	}
	w.out = append(w.out, p)
}
