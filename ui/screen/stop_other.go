//go:build !unix

package screen

import tea "charm.land/bubbletea/v2"

// listen does nothing where programs cannot be stopped for a while.
func listen(func(tea.Msg)) func() { return func() {} }

func suspend() tea.Cmd { return tea.Suspend }
