package pull

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// IsFile reports whether an address, as a list has it or a user types it, names a file.
func IsFile(address string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(address)), "file:")
}

// readFile reads a file URL: a regular file under the size limit. Time and
// size of the file are its validators, so an unchanged one is not read again.
func readFile(r Request) (Response, error) {
	path, info, err := regular(r.URL)
	if err != nil {
		return Response{URL: r.URL}, err
	}
	if info.Size() > r.MaxBytes {
		return Response{URL: r.URL}, tooLarge(r.MaxBytes)
	}
	resp := Response{Status: http.StatusOK, URL: r.URL}
	resp.Validators.ETag = fmt.Sprintf(`"file-%x-%x"`, info.ModTime().UnixNano(), info.Size())
	if r.Validators == resp.Validators {
		resp.Status, resp.NotModified = http.StatusNotModified, true
		return resp, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return Response{URL: r.URL}, fileError(err)
	}
	defer f.Close()
	resp.Body, err = io.ReadAll(io.LimitReader(f, r.MaxBytes+1))
	if err != nil {
		return Response{URL: r.URL}, fileError(err)
	}
	if int64(len(resp.Body)) > r.MaxBytes {
		return Response{URL: r.URL}, tooLarge(r.MaxBytes)
	}
	return resp, nil
}

// CheckFile says what is wrong with the address of a file, in a *StatusError:
// it names none of this machine, or what is no regular file.
func CheckFile(address string) error {
	_, _, err := regular(address)
	return err
}

// regular finds the regular file that an address names. It is looked at before
// it is opened: a pipe would block.
func regular(address string) (path string, info fs.FileInfo, err error) {
	if path, err = filePath(strings.TrimSpace(address)); err != nil {
		return "", nil, err
	}
	if info, err = os.Stat(path); err != nil {
		return "", nil, fileError(err)
	}
	if !info.Mode().IsRegular() {
		return "", nil, fail(KindFile, 0, "this is not a regular file: name the file of a feed itself", nil)
	}
	return path, info, nil
}

// filePath turns a file URL into a path (RFC 8089); only this machine's files have one.
func filePath(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Opaque != "" || u.Path == "" || u.Host != "" && u.Host != "localhost" || strings.ContainsRune(u.Path, 0) {
		return "", fail(KindAddress, 0, "this is not the address of a file on this machine: write file:///path/to/feed.xml", nil)
	}
	path := u.Path
	if runtime.GOOS == "windows" && len(path) > 2 && path[2] == ':' {
		path = path[1:]
	}
	return filepath.FromSlash(path), nil
}

func fileError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(KindFile, 0, "there is no such file: check the path", err)
	case errors.Is(err, fs.ErrPermission):
		return fail(KindFile, 0, "the file may not be read: check its permissions", err)
	}
	return fail(KindFile, 0, "the file could not be read: check the disk that it lies on", err)
}
