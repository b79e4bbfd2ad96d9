// Package launch starts the browser. It is the only package that runs other
// programs: by argument list, never through a shell, and with http and https
// addresses only.
package launch

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// ErrAddress says that an address is none that may be opened.
var ErrAddress = errors.New("only http and https addresses are opened")

// Browser opens an address and returns its host as it should be shown: in
// ASCII, so that no look-alike letter hides in it. argv is the user's command,
// in which an argument that is exactly "%u" stands for the address; nil means
// the platform's own way. The browser is not waited for.
func Browser(address string, argv []string) (host string, err error) {
	address, host, err = checked(address)
	if err != nil {
		return "", err
	}
	args, err := command(address, argv)
	if err != nil {
		return host, err
	}
	cmd := exec.Command(args[0], args[1:]...)
	switch err := cmd.Start(); {
	case errors.Is(err, exec.ErrNotFound):
		return host, fmt.Errorf("there is no %s here; name your browser in config.toml, or copy its address", args[0])
	case err != nil:
		return host, fmt.Errorf("starting %s: %w; name your browser in config.toml, or copy the address", args[0], err)
	}
	go func() { _ = cmd.Wait() }() // so that no zombie is left behind
	return host, nil
}

// Host returns the host of an http(s) address as it should be shown, "" for
// any other address.
func Host(address string) string {
	_, host, err := checked(address)
	if err != nil {
		return ""
	}
	return host
}

// maxHost is the longest name that can be looked up (RFC 1035, 2.3.4).
const maxHost = 253

// checked prints the address anew from its parts, without user information: in
// printable ASCII only, with the host in the letters that are looked up.
func checked(address string) (clean, host string, err error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return "", "", ErrAddress
	}
	u.User = nil
	host, err = idna.ToASCII(u.Hostname())
	if again, e := idna.ToASCII(host); err != nil || e != nil || again != host || host == "" || len(host) > maxHost {
		return "", "", ErrAddress
	}
	if host != u.Hostname() {
		port := u.Port()
		if u.Host = host; port != "" {
			u.Host = net.JoinHostPort(host, port)
		}
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		switch {
		case c < 0x21 || c == 0x7f:
			return "", "", ErrAddress
		case c > 0x7f: // a query is printed as it came
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	for _, c := range []byte(host) {
		if c < 0x21 || c > 0x7e {
			return "", "", ErrAddress
		}
	}
	return b.String(), host, nil
}

// command builds the argument list.
func command(address string, argv []string) ([]string, error) {
	if len(argv) > 0 {
		out := slices.Clone(argv)
		for i, a := range out[1:] {
			if a == "%u" {
				out[i+1] = address
			} else if strings.Contains(a, "%u") {
				return nil, fmt.Errorf("in the browser command %%u must be an argument of its own, not part of %q", a)
			}
		}
		if !slices.Contains(argv[1:], "%u") {
			out = append(out, address)
		}
		return out, nil
	}
	switch runtime.GOOS {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}, nil
	case "darwin":
		return []string{"open", address}, nil
	}
	if b := os.Getenv("BROWSER"); b != "" && !strings.ContainsAny(b, " %:") {
		return []string{b, address}, nil
	}
	return []string{"xdg-open", address}, nil
}
