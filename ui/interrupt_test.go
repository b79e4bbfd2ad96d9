package ui

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

// cancels ends a context when certain words are written.
type cancels struct {
	bytes.Buffer
	words  string
	cancel context.CancelFunc
}

func (w *cancels) Write(p []byte) (int, error) {
	n, err := w.Buffer.Write(p)
	if strings.Contains(w.String(), w.words) {
		w.cancel()
	}
	return n, err
}

// TestSignalEndsAReadThatWaits ends what waits for input that never comes.
func TestSignalEndsAReadThatWaits(t *testing.T) {
	for _, c := range []struct {
		args   string
		words  string // the signal comes when they are said, the last ones; "" = at once
		status int
	}{{"--demo --plain", "\n12. ", 0}, {"read -", "", 1}} {
		ctx, cancel := context.WithCancel(t.Context())
		out := &cancels{words: c.words, cancel: cancel}
		if c.words == "" {
			cancel()
		}
		in, never := io.Pipe()
		var said bytes.Buffer
		if status := Main(ctx, strings.Fields(c.args), in, out, &said); status != c.status {
			t.Errorf("%s: status %d, want %d; said %q, %q", c.args, status, c.status, out.String(), said.String())
		}
		never.Close()
		cancel()
	}
}
