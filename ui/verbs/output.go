package verbs

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"readout/feeds/clean"
)

// safe is a buffered writer that drops every character that could act on a
// terminal, whatever a feed or an error message brought: the second of the
// two filters (the first stands at the door, in clean).
type safe struct {
	w *bufio.Writer
}

func safeWriter(w io.Writer) io.Writer {
	if s, ok := w.(*safe); ok {
		return s
	}
	return &safe{bufio.NewWriterSize(w, 1<<16)}
}

func (s *safe) Write(p []byte) (int, error) {
	for i := 0; i < len(p); {
		r, n := utf8.DecodeRune(p[i:])
		if r == '\n' || r == '\t' || clean.Safe(r) && (r != utf8.RuneError || n > 1) {
			if _, err := s.w.Write(p[i : i+n]); err != nil {
				return i, err
			}
		}
		i += n
	}
	return len(p), nil
}

// Flush writes out what the writer holds.
func (s *safe) Flush() error { return s.w.Flush() }

// flush writes out what a safe writer holds.
func flush(w io.Writer) error {
	if s, ok := w.(*safe); ok {
		return s.Flush()
	}
	return nil
}

// control writes bytes past the filter: the program's own escape sequences.
func control(w io.Writer, seq string) {
	if s, ok := w.(*safe); ok {
		s.w.WriteString(seq)
		s.w.Flush()
	}
}

// printJSON writes a value as one line of JSON. Characters that the filter
// would drop are written as escapes, so that a parser gets them and every
// offset stays true.
func printJSON(w io.Writer, v any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	out := make([]byte, 0, buf.Len())
	for _, r := range buf.String() {
		switch {
		case r == '\n' || clean.Safe(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			hi, lo := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	_, err := w.Write(out)
	return err
}
