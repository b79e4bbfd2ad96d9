package desk

import "errors"

// errInside is a panic as an error. What the panic says may hold a feed's bytes.
var errInside = errors.New("this failed inside Readout; the rest goes on, please report it")

// guarded makes a panic of a task an error. A goroutine that panics ends the
// program, and with it the screen, before the terminal is given back.
func guarded(task func() error) func() error {
	return func() (err error) {
		defer func() {
			if recover() != nil {
				err = errInside
			}
		}()
		return task()
	}
}
