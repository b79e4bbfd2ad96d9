package compare

import (
	"reflect"
	"testing"
	"time"
)

func letter(day int, text ...string) Article {
	a := article("Office of Rep. Teresa Calloway", day*24, text...)
	return a
}

const (
	ask   = "The lawmakers wrote to Secretary Dana Whitlock and asked the department to release the frozen money of the grain corridor insurance fund before the harvest."
	other = "The lawmakers wrote to Secretary Dana Whitlock about pensions of retired lighthouse keepers and the pay of harbour pilots this winter."
)

func TestFollowed(t *testing.T) {
	first := letter(0, ask, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM), Lee Hartwell (R-NE) and Ruth Okafor (D-MD).")
	for name, m := range map[string]struct {
		now  Article
		want *Follow
	}{
		"two more, one less": {
			letter(20, ask, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM), Lee Hartwell (R-NE), Sam Whitcomb (D-ME) and Ida Lindqvist (R-MN)."),
			&Follow{first.Published, []string{"Sam Whitcomb", "Ida Lindqvist"}, []string{"Ruth Okafor"}, 4},
		},
		"on another matter": {
			letter(20, other, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM) and Lee Hartwell (R-NE)."), nil,
		},
		"a part of the list": {
			letter(20, ask, "The letter was signed by 40 members, among them Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM) and Sam Whitcomb (D-ME)."), nil,
		},
		"other people": {
			letter(20, ask, "The letter was signed by Reps. Sam Whitcomb (D-ME), Ida Lindqvist (R-MN), Max Oyelaran (D-GA) and Lee Hartwell (R-NE)."), nil,
		},
		"the same letter, reported the same day": {
			letter(0, ask, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM) and Lee Hartwell (R-NE)."), nil,
		},
		"a name in another form": {
			letter(20, ask, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND), Ana Quiroga (D-NM), Lee Hartwell (R-NE) and Ruthie Okafor (D-MD)."), nil,
		},
		"no list": {letter(20, ask), nil},
	} {
		t.Run(name, func(t *testing.T) {
			have, ok := Followed(m.now, first)
			if ok != (m.want != nil) || ok && !reflect.DeepEqual(have, *m.want) {
				t.Errorf("%+v %v, want %+v; lists %+v and %+v", have, ok, m.want, m.now.Brief.Signatories, first.Brief.Signatories)
			}
		})
	}
}

func TestFollowedUndated(t *testing.T) {
	a := letter(0, ask, "The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND) and Ana Quiroga (D-NM).")
	b := a
	b.Published = time.Time{}
	if _, ok := Followed(a, b); ok {
		t.Error("an article without a date is no earlier one")
	}
}

func FuzzFollowed(f *testing.F) {
	f.Add(ask+" The letter was signed by Reps. Teresa Calloway (D-OR), Jon Brandvold (R-ND) and Ana Quiroga (D-NM).", ask+" It was signed by Reps. Teresa Calloway and Jon Brandvold.")
	f.Fuzz(func(t *testing.T, now, earlier string) {
		a, b := letter(9, now), letter(0, earlier)
		follow, ok := Followed(a, b)
		if !ok {
			return
		}
		if n, m := len(a.Brief.Signatories.People), len(b.Brief.Signatories.People); follow.Same+len(follow.Added) != n || follow.Same+len(follow.Gone) != m {
			t.Fatalf("%+v of %d and %d signatories", follow, n, m)
		}
	})
}
