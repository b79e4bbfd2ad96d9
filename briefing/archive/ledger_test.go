package archive

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/query"
)

// Whatever is done to the archive, the ledger that followed it is the one that
// a newcomer reads, and so are the answers.
func TestLedgerFollows(t *testing.T) {
	ctx := context.Background()
	clock := noon
	path := t.TempDir() + "/archive.db"
	a, err := Open(ctx, path, Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	other := openAt(t, path)
	defer other.Close()
	r := rand.New(rand.NewPCG(3, 4))
	for step := range 36 {
		clock = clock.Add(time.Minute)
		all, err := a.List(ctx, query.Query{}, 0)
		if err != nil {
			t.Fatal(err)
		}
		pick := func() []Key {
			if len(all.Keys) == 0 {
				return nil
			}
			return []Key{all.Keys[r.IntN(len(all.Keys))]}
		}
		by := []*Archive{a, other}[r.IntN(2)]
		switch step % 6 {
		case 0, 1:
			n := r.IntN(40)
			item := article(fmt.Sprint(n), fmt.Sprintf("Title %d", step), "Text.", dated(noon.Add(-time.Duration(n)*time.Hour)))
			who := r.IntN(3)
			naming(fmt.Sprintf("actor-%d", who), fmt.Sprintf("Actor %d", who), actors.Speaker)(&item)
			put(t, by, item)
		case 2:
			_, err = by.Mark(ctx, pick(), []Mark{Read, Unread, Star, Unstar}[r.IntN(4)])
		case 3:
			if k := pick(); k != nil {
				_, err = by.SetNote(ctx, k[0], fmt.Sprint("note ", step))
			}
		case 4:
			_, err = by.Undo(ctx, nil)
		case 5:
			if step%12 == 5 {
				_, err = by.Prune(ctx, noon.Add(-30*time.Hour), false)
			} else if k := pick(); k != nil {
				it, e := by.Item(ctx, k[0])
				b := briefing.Brief{Rules: 9, Actors: []actors.Actor{{ID: "actor-1", Name: "Actor 1"}}}
				if _, err = by.Rebrief(ctx, map[Key]Briefed{k[0]: {Article: it.Article, Brief: &b}}); e != nil {
					err = e
				}
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		compareLedgers(t, a, path)
	}
}

func compareLedgers(t *testing.T, a *Archive, path string) {
	t.Helper()
	ctx := context.Background()
	fresh := openAt(t, path)
	defer fresh.Close()
	s, err := a.current(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want, err := fresh.current(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(s.entries, want.entries) || !slices.Equal(s.places, want.places) {
		t.Fatalf("the ledger has %v\nthe archive       %v", s.entries, want.entries)
	}
	for _, q := range []string{"actor:actor-1", "role:speaker", "is:unread -is:starred", "has:note OR title", "source:out"} {
		x, _ := a.List(ctx, parsed(t, q), 0)
		y, _ := fresh.List(ctx, parsed(t, q), 0)
		if !reflect.DeepEqual(x, y) {
			t.Fatalf("%s: %v, and %v to a newcomer", q, x, y)
		}
	}
	borne := 0
	if err := a.eachBearer(ctx, a.number(t, "actor", "actor-1"), func(k Key, _ int) {
		if s.of(k) < 0 {
			t.Errorf("article %d was removed and bears a name", k)
		}
		borne++
	}); err != nil {
		t.Fatal(err)
	}
	if l, _ := a.List(ctx, parsed(t, "actor:actor-1"), 0); len(l.Keys) != borne {
		t.Fatalf("%d articles bear the name, %d are listed", borne, len(l.Keys))
	}
}

func (a *Archive) number(t *testing.T, field, key string) Key {
	t.Helper()
	ids, err := a.keys(context.Background(), "SELECT id AS n FROM names WHERE field = ? AND key = ?", field, key)
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}

// Articles of one moment stand as in their documents, whichever feed came first.
func TestTiesDoNotDependOnArrival(t *testing.T) {
	docs := map[string][]Briefed{}
	for _, f := range []string{"https://a.example/feed", "https://b.example/feed"} {
		for i := range 3 {
			docs[f] = append(docs[f], article(f+fmt.Sprint(i), fmt.Sprintf("%s %d", f[8:9], i), "x", dated(time.Time{})))
		}
	}
	list := func(order ...string) []string {
		a := openAt(t, t.TempDir()+"/archive.db")
		defer a.Close()
		for _, f := range order {
			putFrom(t, a, f, docs[f]...)
		}
		return titles(t, a, "")
	}
	one, two := list("https://a.example/feed", "https://b.example/feed"), list("https://b.example/feed", "https://a.example/feed")
	if !slices.Equal(one, two) || len(one) != 6 || one[0][2:] != "0" || one[5][2:] != "2" {
		t.Errorf("%q\n%q", one, two)
	}
}

func TestSet(t *testing.T) {
	const n = 130
	s := newSet(n)
	for _, i := range []int32{0, 63, 64, 129} {
		s.add(i)
	}
	var got []int
	s.each(func(i int) bool { got = append(got, i); return len(got) < 3 })
	if !slices.Equal(got, []int{0, 63, 64}) || s.count() != 4 {
		t.Errorf("%v, %d", got, s.count())
	}
	if rest := allOf(n).without(s); rest.count() != n-4 || rest.has(129) || !rest.has(1) || rest.has(-1) {
		t.Errorf("%d left", rest.count())
	}
}
