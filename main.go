// Readout reads the morning's news feeds and turns them into briefs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"readout/ui"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	status := ui.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
