// Package bench measures the whole program from outside, as its user meets it:
// refreshes from a loopback server, first frames and keys in a pseudo-terminal,
// searches, exports; and newsboat beside it where that is installed. It holds
// tests only, behind the build tag bench; .ci/bench runs them.
package bench
