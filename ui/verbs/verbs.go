// Package verbs is the command line of Readout.
package verbs

import (
	"context"
	"fmt"
	"io"
)

// Exit statuses of the contract.
const (
	Done   = 0
	Failed = 1
	Usage  = 2
	Partly = 3
)

// Run runs one command and returns its exit status.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) > 0 && args[0] == "read" {
		return read(ctx, args[1:], stdin, stdout, stderr)
	}
	fmt.Fprintln(stderr, "readout: unknown command; 'readout help' lists the commands")
	return Usage
}
