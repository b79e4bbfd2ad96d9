package verbs

import (
	"strings"
	"testing"
)

// TestAFileIsReadUpToItsLimit: a feed may be larger than an article.
func TestAFileIsReadUpToItsLimit(t *testing.T) {
	const four = "four"
	if raw, err := readFile(&Env{Stdin: strings.NewReader(four)}, "-", 4); err != nil || string(raw) != four {
		t.Errorf("%q, %v", raw, err)
	}
	if _, err := readFile(&Env{Stdin: strings.NewReader(four)}, "-", 3); err == nil || !strings.Contains(err.Error(), "cut it") {
		t.Errorf("more than the limit: %v", err)
	}
}
