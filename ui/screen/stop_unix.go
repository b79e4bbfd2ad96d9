//go:build unix

package screen

import (
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// listen sends stopped{} when another program asks this one to stop for a
// while (SIGTSTP; the key for it comes as a key), until end is called.
func listen(send func(tea.Msg)) (end func()) {
	heard, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(heard, syscall.SIGTSTP)
	go func() {
		for {
			select {
			case <-heard:
				send(stopped{})
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(heard); close(done) }
}

// suspend gives the terminal back and stops until the user goes on. Bubble
// Tea's own way stops by SIGTSTP, which does nothing to a Go program that has
// once listened to it.
func suspend() tea.Cmd { return tea.Exec(halt{}, nil) }

// halt is a command that stops this program and those that run with it.
type halt struct{}

// Run implements tea.ExecCommand. It returns when the program goes on, and not
// in the moment that it takes to stop all of its threads.
func (halt) Run() error {
	on := make(chan os.Signal, 1)
	signal.Notify(on, syscall.SIGCONT)
	defer signal.Stop(on)
	if err := syscall.Kill(0, syscall.SIGSTOP); err != nil {
		return err
	}
	<-on
	return nil
}

func (halt) SetStdin(io.Reader)  {}
func (halt) SetStdout(io.Writer) {}
func (halt) SetStderr(io.Writer) {}
