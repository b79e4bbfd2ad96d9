package verbs

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// plainly is the text of an error with what the system says of a file or folder
// in words of ours: the system's name its calls, and temporary files.
func plainly(err error) string {
	text := err.Error()
	var p *fs.PathError
	if !errors.As(err, &p) {
		return text
	}
	words := ""
	switch {
	case p.Op == "mkdir" && errors.Is(p, fs.ErrNotExist):
		words = "no folder can be made there"
	case errors.Is(p, fs.ErrNotExist):
		words = "there is no such file or folder; check the name"
	case errors.Is(p, fs.ErrPermission):
		words = "you have no right to; check the permissions"
	case errors.Is(p, syscall.ENOTDIR):
		words = "a part of the path is a file and no folder; check the name"
	case errors.Is(p, syscall.EISDIR):
		words = "it is a folder; name a file"
	case errors.Is(p, syscall.ENOSPC):
		words = "the disk is full"
	default:
		return text
	}
	return strings.Replace(text, p.Error(), words, 1)
}
