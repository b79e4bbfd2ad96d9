package desk

import (
	"os"
	"runtime/debug"
)

// refreshGC is GOGC (pkg.go.dev/runtime, environment variables) while articles
// are pulled and briefed. That makes gigabytes of short-lived values beside some
// 20 MB that live: by the usual 100, a tenth of the time goes into collecting
// them. Above the limit that main sets it is collected
// more eagerly all the same.
const refreshGC = 400

// collectLess has garbage collected less often until done is called. It is a
// setting of the whole process, so it is only made where one runs at a time: in
// a refresh, which holds its lock. A GOGC that the user set holds.
func collectLess() (done func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(refreshGC)
	return func() { debug.SetGCPercent(before) }
}
