package theme

import (
	"math"
	"strconv"
)

// rgb reads "#rrggbb"; the tables hold no other form.
func rgb(c string) (r, g, b int) {
	n, _ := strconv.ParseUint(c[1:], 16, 32)
	return int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff)
}

// Contrast is the contrast ratio of two "#rrggbb" colours, 1 to 21, as WCAG
// 2.2 defines it.
func Contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c string) float64 {
	r, g, b := rgb(c)
	lin := func(v int) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}
