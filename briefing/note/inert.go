package note

import "regexp"

// Pandoc reads every string of a note's front matter as Markdown, also those
// that it does not print: an image in any of them is fetched for a DOCX, raw
// HTML in the title reaches the page, raw TeX the PDF (Pandoc's manual,
// "Extension: yaml_metadata_block"). Backslashes would show in Obsidian, which
// reads the strings as they are. So a word joiner, which has no width, parts
// the characters that mean something together; emphasis and the like stay.
const joiner = "\u2060"

// markup are the places to part: after what the first group holds.
var markup = regexp.MustCompile(`(<)[A-Za-z/!?]` + // HTML, links in angle brackets
	`|(\\)[A-Za-z]` + // TeX
	`|(\])[({[:]` + // links, images, spans with attributes, definitions
	`|(!)\[|(\^)\[|(\[)\^` + // images, notes
	"|(`)\\{|(\\{)=" + // code with attributes, raw code
	`|(?:^|[^0-9A-Za-z])(@)[0-9A-Za-z_*{]`) // citations

// block starts, at the beginning of a line.
var blockStart = regexp.MustCompile("(?m)^[ \t]*(?:[#>|]|```|~~~|:::)")

// inert is a text as it may stand in front matter.
func inert(s string) string {
	s = blockStart.ReplaceAllString(s, joiner+"$0")
	for {
		at := markup.FindStringSubmatchIndex(s)
		if at == nil {
			return s
		}
		for g := 2; g < len(at); g += 2 {
			if at[g] >= 0 {
				s = s[:at[g+1]] + joiner + s[at[g+1]:]
				break
			}
		}
	}
}
