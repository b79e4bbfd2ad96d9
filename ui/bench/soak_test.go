//go:build bench && linux

package bench

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

var soakFor = flag.Duration("soak", 0, "how long TestSoak uses the program; 0 = not at all")

// sample is what a process holds at a moment.
type sample struct {
	rss, heap           int64 // bytes
	goroutines, handles int
	threads             int
}

// TestSoak uses the real program in a pseudo-terminal for a long time, as many
// hands would: keys, notes, searches, exports, refreshes that bring articles,
// resizes. Each minute it prints what the process holds; in the end the last
// quarter must hold no more than the first one, but for what the archive grew by.
//
//	.ci/soak 1h
func TestSoak(t *testing.T) {
	if *soakFor == 0 {
		t.Skip("no time is given: -soak 1h")
	}
	bin := filepath.Join(t.TempDir(), "readout")
	cmd := exec.Command("go", "build", "-tags", "soak", "-o", bin, "../..")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	home := made(t, 10_000)
	s := &soak{t: t, wire: filepath.Join(home, "wire.xml"), gauge: filepath.Join(t.TempDir(), "gauge"), r: rand.New(rand.NewPCG(60, 60))}
	s.news()
	write(t, filepath.Join(home, "feeds.opml"), fmt.Sprintf(`<opml version="2.0"><body><outline type="rss" text="Wire" xmlUrl="file://%s"/></body></opml>`, s.wire))
	s.x = open(t, []string{"READOUT_SOAK=" + s.gauge}, bin, "--home", home)
	s.x.await(s.x.began, "paper ")
	s.run(*soakFor)
	s.answers()
	s.verdict()
}

// soak is one long use of the program.
type soak struct {
	t     *testing.T
	x     *terminal
	r     *rand.Rand
	wire  string // a feed that gets new articles
	gauge string // where the program writes what it holds
	told  int    // articles that the feed has had
	keys  int
	all   []sample
}

// idleKeys are keys that can be pressed anywhere and end nothing; keyWords are
// several keys that belong together.
var (
	idleKeys = strings.Fields("j j j k g G \t [ ] 1 2 3 4 5 6 N \x04 \x15 \x20 b ? \x1b f \x1b / \x1b z O . n s m u w J K y")
	keyWords = []string{"\r", "/sanctions\r", "/raritas\r", "\x1b\x1b", "F", "gh", "gu", "gs", "gw", "gr", ":is:unread\r", "e", "E", "R", "!\x1b", "tcase\r",
		"cA note that is typed here.\x1b", "\x1b[<65;60;10M", "\x1b[<64;60;10M", "\x1b[<0;50;12M\x1b[<0;50;12m", "\x10star\x1b"}
)

func (s *soak) run(d time.Duration) {
	begun, minute := time.Now(), time.Now()
	for time.Since(begun) < d {
		s.press()
		time.Sleep(100 * time.Millisecond) // as quick as a quick reader
		if time.Since(minute) < max(min(time.Minute, d/20), 2*time.Second) {
			continue
		}
		minute = time.Now()
		s.news()
		s.x.mu.Lock()
		s.x.seen.Reset() // what was drawn is not kept for an hour
		s.x.mu.Unlock()
		m := s.measure()
		s.all = append(s.all, m)
		say(fmt.Sprintf("%4.0f s, %d keys, %d articles came", time.Since(begun).Seconds(), s.keys, s.told), "%v", m)
	}
}

// answers proves that the program still does what it is told.
func (s *soak) answers() {
	s.t.Helper()
	if err := unix.IoctlSetWinsize(int(s.x.master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 30, Col: 120}); err != nil {
		s.t.Fatal(err)
	}
	for _, keys := range []string{"\x1b", "\x1b", "\x1b", "\x1b", "gh"} {
		s.x.master.WriteString(keys)
		s.x.settle(500 * time.Millisecond)
	}
	s.x.mu.Lock()
	s.x.seen.Reset()
	s.x.mu.Unlock()
	s.x.master.WriteString("\x0c") // draw the screen again
	s.x.await(time.Now(), "paper ")
}

func (s *soak) press() {
	s.keys++
	switch n := s.r.IntN(100); {
	case n == 0:
		size := &unix.Winsize{Row: uint16(s.r.IntN(60)), Col: uint16(s.r.IntN(220))}
		if err := unix.IoctlSetWinsize(int(s.x.master.Fd()), unix.TIOCSWINSZ, size); err != nil {
			s.t.Fatal(err)
		}
	case n < 25:
		s.x.master.WriteString(keyWords[s.r.IntN(len(keyWords))])
	default:
		s.x.master.WriteString(idleKeys[s.r.IntN(len(idleKeys))])
	}
}

// news gives the feed five new articles; the fifteen newest stand in it.
func (s *soak) news() {
	s.told += 5
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Wire</title>`)
	for n := max(0, s.told-15); n < s.told; n++ {
		b.WriteString(generate(20_000 + n).item(20_000 + n))
	}
	b.WriteString("</channel></rss>")
	write(s.t, s.wire+".part", b.String())
	if err := os.Rename(s.wire+".part", s.wire); err != nil {
		s.t.Fatal(err)
	}
}

// measure reads proc_pid_status(5), the open files, and what the program
// itself says of its goroutines and heap.
func (s *soak) measure() sample {
	s.t.Helper()
	pid := s.x.cmd.Process.Pid
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		s.t.Fatalf("the program has ended: %v\n%s", err, tail(s.x.seen.String()))
	}
	var m sample
	field := func(name string) (n int64) {
		_, rest, _ := strings.Cut(string(status), name+":")
		fmt.Sscan(rest, &n)
		return n
	}
	m.rss, m.threads = field("VmRSS")*1024, int(field("Threads"))
	files, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		s.t.Fatal(err)
	}
	m.handles = len(files)
	said, err := os.ReadFile(s.gauge)
	if err != nil {
		s.t.Fatal(err)
	}
	fmt.Sscan(string(said), &m.goroutines, &m.heap)
	return m
}

func (m sample) String() string {
	return fmt.Sprintf("%.1f MB resident, %.1f MB heap, %d goroutines, %d threads, %d files", float64(m.rss)/1e6, float64(m.heap)/1e6, m.goroutines, m.threads, m.handles)
}

// verdict compares quarters by their medians: a collector's moment is no leak.
func (s *soak) verdict() {
	s.t.Helper()
	if len(s.all) < 8 {
		s.t.Fatalf("%d samples are too few to judge", len(s.all))
	}
	quarter := len(s.all) / 4
	first, mid, last := median(s.all[quarter/2:quarter/2+quarter]), median(s.all), median(s.all[len(s.all)-quarter:])
	say("soak, first", "%v", s.all[0])
	say("soak, median of the first quarter", "%v", first)
	say("soak, median", "%v", mid)
	say("soak, median of the last quarter", "%v", last)
	say("soak, last", "%v", s.all[len(s.all)-1])
	c := s.x.end()
	say("soak, whole", "%v, %d keys, %d articles came", c, s.keys, s.told)
	if last.goroutines > first.goroutines+3 || last.handles > first.handles+3 {
		s.t.Errorf("goroutines or files grow: %v, then %v", first, last)
	}
	if grown := last.rss - first.rss; grown > first.rss/4+8<<20 {
		s.t.Errorf("memory grows by %d MB", grown>>20)
	}
}

// median takes each figure's own median.
func median(all []sample) sample {
	of := func(f func(sample) int64) int64 {
		var v []int64
		for _, m := range all {
			v = append(v, f(m))
		}
		slices.Sort(v)
		return v[len(v)/2]
	}
	return sample{
		rss: of(func(m sample) int64 { return m.rss }), heap: of(func(m sample) int64 { return m.heap }),
		goroutines: int(of(func(m sample) int64 { return int64(m.goroutines) })), handles: int(of(func(m sample) int64 { return int64(m.handles) })),
		threads: int(of(func(m sample) int64 { return int64(m.threads) })),
	}
}
