package verbs

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"readout/feeds/clean"
)

// FuzzSafe proves of whatever a command prints: no character that could act on
// a terminal leaves the program, in however many pieces it comes, and JSON says
// the same as before.
func FuzzSafe(f *testing.F) {
	for _, s := range []string{"plain\n", "\x1b]52;c;eA==\x07", "\u009b31m", "a\u202eb", "\xff\x1b", "\r\b\v", "\U000e0041", "é国"} {
		f.Add([]byte(s), 1)
	}
	f.Fuzz(func(t *testing.T, raw []byte, cut int) {
		var out bytes.Buffer
		w := safeWriter(&out)
		if n, err := w.Write(raw); n != len(raw) || err != nil {
			t.Fatalf("%d of %d bytes, %v", n, len(raw), err)
		}
		flush(w)
		checkPrinted(t, out.Bytes())
		out.Reset()
		at := max(0, min(cut, len(raw)))
		w = safeWriter(&out)
		w.Write(raw[:at])
		w.Write(raw[at:])
		flush(w)
		checkPrinted(t, out.Bytes())
		out.Reset()
		value := string(bytes.ToValidUTF8(raw, []byte("?")))
		w = safeWriter(&out)
		if err := printJSON(w, value); err != nil {
			t.Fatal(err)
		}
		flush(w)
		checkPrinted(t, out.Bytes())
		var back string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || back != value {
			t.Fatalf("%q is printed as %q", value, out.Bytes())
		}
	})
}

func checkPrinted(t *testing.T, b []byte) {
	t.Helper()
	if !utf8.Valid(b) {
		t.Fatalf("%q is not UTF-8", b)
	}
	for _, r := range string(b) {
		if r != '\n' && r != '\t' && !clean.Safe(r) {
			t.Fatalf("%U is printed", r)
		}
	}
}
