package datafile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// kindMistake and rangeMistake are what the decoder says of a value that is of
// another kind than the setting; the end of it names types of this program.
var (
	kindMistake  = regexp.MustCompile(`^cannot (?:decode|store) (?:TOML |a )?(.+?) (?:into|in) .*$`)
	rangeMistake = regexp.MustCompile(`^((?:negative )?integer value \S+) cannot be stored in .*$`)
	programWords = regexp.MustCompile(` (?:into|in) (?:a )?(?:struct field|Go |\*?[a-z]+\.).*$`)
)

// Mistake says where and how a TOML file of the user's is wrong, in words that
// name no type of this program. line and column are 0 where the decoder does
// not tell them; key is the setting at fault, "" when none is known, and unknown
// says that there is no such setting.
func Mistake(err error) (line, column int, key, words string, unknown bool) {
	var missing *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &missing):
		line, column = missing.Errors[0].Position()
		key = strings.Join(missing.Errors[0].Key(), ".")
		return line, column, key, fmt.Sprintf("there is no setting %q", key), true
	case errors.As(err, &wrong):
		line, column = wrong.Position()
		key = strings.Join(wrong.Key(), ".")
	}
	words = strings.TrimPrefix(strings.Join(strings.Fields(err.Error()), " "), "toml: ")
	if m := kindMistake.FindStringSubmatch(words); m != nil {
		what := "this setting"
		if key != "" {
			what = fmt.Sprintf("%q", key)
		}
		return line, column, key, fmt.Sprintf("%s cannot be of the kind %s; see README for what it takes", what, m[1]), false
	}
	if m := rangeMistake.FindStringSubmatch(words); m != nil {
		words = m[1] + " is out of range"
	}
	return line, column, key, programWords.ReplaceAllString(words, ""), false
}
