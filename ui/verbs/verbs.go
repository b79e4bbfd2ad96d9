// Package verbs is the command line of Readout: one table of commands, each a
// small function over an Env. Standard output is data, standard error is
// progress and messages.
package verbs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Exit statuses of the contract.
const (
	Done   = 0 // all of it was done
	Failed = 1 // nothing was done
	Usage  = 2 // the command line was not understood
	Partly = 3 // some feeds or files failed: they are named
)

// Env is what a command sees of the world.
type Env struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Global
	// Screen opens the reader; ui sets it, so that verbs know no screen.
	Screen func(ctx context.Context, e *Env, query string) error
}

// Global are the options that every command takes.
type Global struct {
	Home    string // --home, else READOUT_HOME; "" = the platform's folders
	Demo    bool   // --demo
	NoColor bool   // --no-color, NO_COLOR, TERM=dumb
	Plain   bool   // --plain, READOUT_PLAIN
	ASCII   bool   // --ascii
	Theme   string // --theme
	// StdoutWidth and StderrWidth are the widths of the terminals behind Stdout
	// and Stderr in cells; 0 where there is none.
	StdoutWidth, StderrWidth int
}

// usageError is an error of the command line; it exits with status Usage.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// partly is the error of a command that did a part of its work.
type partly struct{ text string }

func (e partly) Error() string { return e.text }

// Run runs one command line and returns its exit status.
func Run(ctx context.Context, e *Env, args []string) int {
	e.Stdout, e.Stderr = safeWriter(e.Stdout), safeWriter(e.Stderr)
	err := run(ctx, e, args)
	if flushErr := flush(e.Stdout); err == nil {
		err = flushErr
	}
	var usage usageError
	var part partly
	status := Done
	switch {
	case err == nil:
		flush(e.Stderr)
		return Done
	case errors.As(err, &usage):
		status = Usage
	case errors.As(err, &part):
		status = Partly
	default:
		status = Failed
	}
	if text := plainly(err); text != "" {
		fmt.Fprintf(e.Stderr, "readout: %s\n", text)
	}
	flush(e.Stderr)
	return status
}

func run(ctx context.Context, e *Env, args []string) error {
	args, err := e.globals(args)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return e.Screen(ctx, e, "")
	}
	switch args[0] {
	case "--help", "-h":
		args[0] = "help"
	case "--version", "-V", "-v":
		args[0] = "version"
	}
	if c := find(args[0]); c != nil {
		return c.call(ctx, e, args[1:])
	}
	if near := mistyped(args); near != "" {
		return usagef("there is no command %q; did you mean %q? To search for the word, quote it: readout '\"%s\"'", args[0], near, args[0])
	}
	if strings.HasPrefix(args[0], "--") {
		return usagef("there is no option %s; 'readout help' lists the options", args[0])
	}
	return e.Screen(ctx, e, strings.Join(args, " "))
}

// globals takes the options that every command has out of the arguments, up
// to a "--".
func (e *Env) globals(args []string) ([]string, error) {
	e.NoColor = e.Getenv("NO_COLOR") != "" || e.Getenv("TERM") == "dumb"
	e.Plain = e.Getenv("READOUT_PLAIN") != ""
	e.Home = e.Getenv("READOUT_HOME")
	var rest []string
	for i := 0; i < len(args); i++ {
		name, value, has := strings.Cut(args[i], "=")
		switch name {
		case "--":
			return append(rest, args[i:]...), nil
		case "--demo":
			e.Demo = true
		case "--no-color", "--no-colour":
			e.NoColor = true
		case "--plain":
			e.Plain = true
		case "--ascii":
			e.ASCII = true
		case "--home", "--theme":
			if !has {
				if i++; i == len(args) {
					return nil, usagef("%s needs a value, as in %s", name, map[string]string{"--home": "--home ~/desk", "--theme": "--theme light"}[name])
				}
				value = args[i]
			}
			if name == "--home" {
				e.Home = value
			} else {
				e.Theme = value
			}
		default:
			rest = append(rest, args[i])
		}
	}
	return rest, nil
}

// mistyped returns the command that a lone word was probably meant to be, "" if none.
func mistyped(args []string) string {
	if strings.ContainsAny(args[0], ": \"(") || len(args[0]) < 3 {
		return ""
	}
	names := make([]string, 0, len(commands()))
	for _, c := range commands() {
		names = append(names, c.Name)
	}
	near := closest(args[0], names)
	if near == "" || slices.Contains(names, args[0]) {
		return ""
	}
	return near
}

// UsageError makes an error one of the command line, with exit status Usage.
func UsageError(err error) error { return usageError{err.Error()} }
