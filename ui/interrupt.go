package ui

import (
	"context"
	"errors"
	"io"
)

// interruptible is a reader whose reads end with a context. A terminal or a
// pipe may keep a read waiting for ever, and a signal must end it all the same.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

var errInterrupted = errors.New("interrupted")

// Read implements io.Reader. A read that was given up may still take bytes:
// nobody reads on after a signal.
func (x interruptible) Read(p []byte) (int, error) {
	type answer struct {
		n   int
		err error
	}
	buf, done := make([]byte, len(p)), make(chan answer, 1)
	go func() {
		n, err := x.r.Read(buf)
		done <- answer{n, err}
	}()
	select {
	case a := <-done:
		return copy(p, buf[:a.n]), a.err
	case <-x.ctx.Done():
		return 0, errInterrupted
	}
}
