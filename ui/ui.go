// Package ui is how people see Readout: the screen, the verbs of the command
// line and the linear mode.
package ui

import (
	"context"
	"io"

	"readout/ui/verbs"
)

// Main runs the program with its arguments (without the program's name) and
// returns the exit status of the contract: 0 done, 1 failed, 2 usage, 3 done in part.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return verbs.Run(ctx, args, stdin, stdout, stderr)
}
