package clean

import "regexp"

var (
	// noteMark is the mark of a footnote or of the way back from it.
	noteMark = regexp.MustCompile(`^\s*\[?(?:\d{1,3}|[*†‡§^↩↑]\x{FE0E}?)\]?$`)
	// noteAddress is the address of a footnote on its page.
	noteAddress = regexp.MustCompile(`^#|#.*(?i:fn|ftn|note|cite|ref)`)
)

// dropNote takes the mark of a footnote, a link just closed, off the end of
// the line: it is no part of the sentence or quotation that it hangs on.
func (w *writer) dropNote() {
	const longest = 12 // bytes of a mark
	if w.mark < len(w.text) && len(w.text)-w.mark <= longest && noteAddress.MatchString(w.href) && noteMark.Match(w.text[w.mark:]) {
		w.text = w.text[:w.mark]
	}
}
