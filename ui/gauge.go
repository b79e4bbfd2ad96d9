//go:build soak

package ui

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

// init lets a test build say how many goroutines and bytes of heap it holds,
// each second into the file that READOUT_SOAK names. No release has this: .ci/soak
// builds with the tag.
func init() {
	path := os.Getenv("READOUT_SOAK")
	if path == "" {
		return
	}
	go func() {
		for range time.Tick(time.Second) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			line := fmt.Sprintf("%d %d\n", runtime.NumGoroutine(), m.HeapInuse)
			if os.WriteFile(path+".part", []byte(line), 0o600) == nil {
				_ = os.Rename(path+".part", path)
			}
		}
	}()
}
