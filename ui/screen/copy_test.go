package screen

import "testing"

// TestCopiesTheClaimInTheText copies a quote also where one went to see it.
func TestCopiesTheClaimInTheText(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.press("enter", "5", "y")
	v.sees("Go to a quote")
	v.press("2", "enter", "y")
	v.sees("[Text]", "Copied with its source")
}
