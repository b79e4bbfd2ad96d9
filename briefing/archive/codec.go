package archive

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"time"

	"readout/briefing/text"
)

// What an article has besides its text is kept as the values of its fields, in
// order and without their names: numbers as varints
// (protobuf.dev/programming-guides/encoding), text with its length before it,
// lists with their length plus one (0 = nil). Spans, most of what a brief
// holds, lie close together: each is kept as its distance from the one before
// and its length. Which fields those are says the shape, see shape.go.

var (
	spanType = reflect.TypeFor[text.Span]()
	timeType = reflect.TypeFor[time.Time]()
)

// encode writes a value behind the number of its shape, or behind 0 and its
// shape where that is not listed.
func encode(v any) []byte {
	w := writer{b: make([]byte, 0, 2048)}
	shape := shapeOf(reflect.TypeOf(v))
	number := shapeNumbers()[shape]
	if w.size(number); number == 0 {
		w.text(shape)
	}
	w.value(reflect.ValueOf(v))
	return w.b
}

type writer struct {
	b    []byte
	last int // where the last span began
}

func (w *writer) int(n int)  { w.b = binary.AppendVarint(w.b, int64(n)) }
func (w *writer) size(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) text(s string) {
	w.size(len(s))
	w.b = append(w.b, s...)
}

func (w *writer) value(v reflect.Value) {
	switch kindOf(v.Type()) {
	case 'S':
		s := v.Interface().(text.Span)
		w.int(s.Start - w.last)
		w.int(s.End - s.Start)
		w.last = s.Start
	case 't':
		w.int(int(v.Interface().(time.Time).Unix()))
	case '{':
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	case '[':
		w.list(v)
	case '*':
		if w.flag(!v.IsNil()); !v.IsNil() {
			w.value(v.Elem())
		}
	case 's':
		w.text(v.String())
	case 'f':
		w.float(v.Float())
	case 'b':
		w.flag(v.Bool())
	default:
		w.int(int(v.Int()))
	}
}

// flag writes 1 for what is so, 0 for what is not.
func (w *writer) flag(so bool) {
	if so {
		w.size(1)
	} else {
		w.size(0)
	}
}

func (w *writer) list(v reflect.Value) {
	if v.IsNil() {
		w.size(0)
		return
	}
	w.size(v.Len() + 1)
	for i := range v.Len() {
		w.value(v.Index(i))
	}
}

// float keeps a whole number of hundredths, plus one, as such, as most are;
// any other number whole behind a 0.
func (w *writer) float(f float64) {
	if n := math.Round(f * 100); n >= 0 && n < 1<<31 && n/100 == f && !math.Signbit(f) {
		w.size(int(n) + 1)
		return
	}
	w.size(0)
	w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(f))
}

// decode reads what encode wrote, also of an earlier shape of the type: fields
// that it had and the type has no more are left out, new ones stay zero.
func decode(b []byte, into any) (err error) {
	defer func() {
		if recover() != nil { // bytes that encode did not write
			err = errors.New("an article's record breaks off or makes no sense")
		}
	}()
	v := reflect.ValueOf(into).Elem()
	r := newReader(b)
	p, err := planFor(r.shape(), v.Type())
	if err == nil {
		r.value(p, v)
	}
	return err
}

type reader struct {
	b    []byte
	last int
	room int // elements that all lists together may still have: each takes a byte or more
	// values that may still be read: all but structs take a byte or more, and no
	// type of ours nests more than a few of those. A hostile shape does.
	values int
}

func newReader(b []byte) *reader { return &reader{b: b, room: len(b), values: 8*len(b) + 64} }

func (r *reader) shape() string {
	if number := r.size(); number > 0 {
		return shapes()[number-1]
	}
	return string(r.take(min(r.size(), maxShape)))
}

// maxShape bounds the length of a shape, and with it how deep it is.
const maxShape = 4096

func (r *reader) int() int {
	n, size := binary.Varint(r.b)
	r.step(size)
	return int(n)
}

func (r *reader) size() int {
	n, size := binary.Uvarint(r.b)
	r.step(size)
	return int(n)
}

// step goes on by a number, which takes a byte or more: after the end there is
// none, or a record would cost more than its bytes.
func (r *reader) step(size int) {
	if size <= 0 {
		panic("a number breaks off")
	}
	r.b = r.b[size:]
}

// take goes on by n bytes; it panics where there are not so many, or n is below 0.
func (r *reader) take(n int) []byte {
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

// value reads one value by its plan into v, or past it where v is not valid.
func (r *reader) value(p *plan, v reflect.Value) {
	if r.values--; r.values < 0 {
		panic("a record has more values than bytes")
	}
	switch p.kind {
	case 'S':
		s := text.Span{Start: r.last + r.int()}
		s.End = s.Start + r.int()
		r.last = s.Start
		assign(v, s)
	case 't':
		assign(v, time.Unix(int64(r.int()), 0).UTC())
	case '{':
		r.record(p, v)
	case '[':
		r.list(p, v)
	case '*':
		r.pointer(p, v)
	case 's':
		if s := r.take(r.size()); v.IsValid() {
			v.SetString(string(s))
		}
	case 'f':
		if f := r.float(); v.IsValid() {
			v.SetFloat(f)
		}
	case 'b':
		if b := r.size() == 1; v.IsValid() {
			v.SetBool(b)
		}
	default:
		if n := r.int(); v.IsValid() {
			v.SetInt(int64(n))
		}
	}
}

// pointer reads what a pointer leads to; nothing for nil.
func (r *reader) pointer(p *plan, v reflect.Value) {
	if r.size() == 0 {
		return
	}
	if v.IsValid() {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	r.value(p.elem, v)
}

// record reads the fields of a record into those of v that are still there.
func (r *reader) record(p *plan, v reflect.Value) {
	for _, f := range p.fields {
		var to reflect.Value
		if f.index >= 0 && v.IsValid() {
			to = v.Field(f.index)
		}
		r.value(f.plan, to)
	}
}

func assign(v reflect.Value, x any) {
	if v.IsValid() {
		v.Set(reflect.ValueOf(x))
	}
}

func (r *reader) list(p *plan, v reflect.Value) {
	n := r.size() - 1
	if n < 0 {
		return
	}
	if r.room -= n; r.room < 0 {
		panic("a list is longer than its record")
	}
	if v.IsValid() {
		v.Set(reflect.MakeSlice(v.Type(), n, n))
	}
	for i := range n {
		var to reflect.Value
		if v.IsValid() {
			to = v.Index(i)
		}
		r.value(p.elem, to)
	}
}

func (r *reader) float() float64 {
	if n := r.size(); n > 0 {
		return float64(n-1) / 100
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))
}
