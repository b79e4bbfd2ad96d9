package screen

import "testing"

// TestHintOnAMisspeltName does not let a name that nothing bears pass for no news.
func TestHintOnAMisspeltName(t *testing.T) {
	v := lookAt(t, 200, 50, Options{})
	v.press(":")
	v.typed("actor:ukrane")
	v.press("enter")
	v.sees("No article matches: no article here has actor:ukrane;", "actor:ukraine")
	v.press("F", "/")
	v.typed("ukrane")
	v.press("enter")
	v.sees("No article matches: no article here has words that begin", "\"ukrane\"; did you mean ukraine?")
}
