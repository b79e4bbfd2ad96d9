package screen

import (
	"reflect"
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// funcName is the name of the function behind a command.
func funcName(cmd tea.Cmd) string {
	return runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
}
