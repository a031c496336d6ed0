package pdfium

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// rounds are how often loops turn before they call the tick: some tens of microseconds.
const rounds = 10_000

// stoppable gives a WebAssembly module whose loops call a function that it imports, which
// takes one i32, every now and then. So they can be stopped, and Go's scheduler, which
// can't interrupt foreign code, gets its turn. The runtime can do that by itself, but leaves
// the code at every single round of a loop, which makes PDFium three times as slow.
func stoppable(module []byte, from, name string) (out []byte, err error) {
	defer func() {
		if e, bad := recover().(wasmError); bad {
			out, err = nil, e
		}
	}()
	s := &stopper{wasmReader: wasmReader{data: module, at: 8}, from: from, name: name, tick: -1}
	out = append(out, module[:8]...)
	for !s.ended() {
		kind := s.byte()
		section := wasmReader{data: s.bytes(int(s.number()))}
		out = append(out, kind)
		out = appendSized(out, s.section(kind, &section))
	}
	return out, nil
}

type wasmError struct{ error }

// stopper counts down a variable of its own at the head of each loop.
type stopper struct {
	wasmReader
	from, name string
	tick       int    // the number of the imported function; -1 while it isn't found
	fuel       uint64 // the number of the variable, behind all others
}

const (
	importSection = 2
	globalSection = 6
	codeSection   = 10
)

func (s *stopper) section(kind byte, in *wasmReader) []byte {
	switch kind {
	case importSection:
		s.imports(&wasmReader{data: in.data})
	case globalSection:
		return s.globals(in)
	case codeSection:
		return s.code(in)
	}
	return in.data
}

func (s *stopper) imports(in *wasmReader) {
	functions := 0
	for range in.number() {
		from, name := in.name(), in.name()
		switch kind := in.byte(); kind {
		case 0:
			if in.number(); from == s.from && name == s.name {
				s.tick = functions
			}
			functions++
		case 3:
			in.skip(2)
			s.fuel++
		default:
			panic(wasmError{fmt.Errorf("an import of kind %d", kind)})
		}
	}
}

// globals adds the variable, which begins with a full tank.
func (s *stopper) globals(in *wasmReader) []byte {
	count := in.number()
	s.fuel += count
	out := append(binary.AppendUvarint(nil, count+1), in.data[in.at:]...)
	out = append(out, 0x7f, 1, 0x41) // a mutable i32, i32.const
	return append(appendSigned(out, rounds), 0x0b)
}

func (s *stopper) code(in *wasmReader) []byte {
	if s.tick < 0 || s.fuel == 0 {
		panic(wasmError{errors.New("the module has no " + s.name)})
	}
	count, head := in.number(), s.head()
	out := binary.AppendUvarint(make([]byte, 0, len(in.data)+len(in.data)/4), count)
	for range count {
		body := wasmReader{data: in.bytes(int(in.number()))}
		out = appendSized(out, body.withHeads(head))
	}
	return out
}

// head is what each loop begins with:
// fuel--; if fuel == 0 { fuel = rounds; tick(0) }
func (s *stopper) head() []byte {
	get, set := binary.AppendUvarint([]byte{0x23}, s.fuel), binary.AppendUvarint([]byte{0x24}, s.fuel)
	h := append(append([]byte{}, get...), 0x41, 1, 0x6b)
	h = append(append(h, set...), get...)
	h = append(h, 0x45, 0x04, 0x40, 0x41) // i32.eqz, if, i32.const
	h = append(appendSigned(h, rounds), set...)
	h = binary.AppendUvarint(append(h, 0x41, 0, 0x10), uint64(s.tick))
	return append(h, 0x0b)
}

// withHeads copies the body of a function, with a head in each of its loops.
func (r *wasmReader) withHeads(head []byte) []byte {
	for range r.number() { // kinds of local variables
		r.number()
		r.skip(1)
	}
	out, copied := make([]byte, 0, len(r.data)+4*len(head)), 0
	for !r.ended() {
		if r.instruction() == 0x03 {
			out = append(append(out, r.data[copied:r.at]...), head...)
			copied = r.at
		}
	}
	return append(out, r.data[copied:]...)
}

// instruction steps over one with its operands, and answers its first byte.
func (r *wasmReader) instruction() byte {
	op := r.byte()
	switch {
	case op == 0x0e: // br_table
		for range r.number() + 1 {
			r.number()
		}
	case op == 0x1c: // select of a kind
		r.skip(int(r.number()))
	case op == 0x1f: // try_table
		r.number()
		for range r.number() {
			if kind := r.byte(); kind < 2 {
				r.number()
			}
			r.number()
		}
	case op >= 0x28 && op <= 0x3e, op == 0x11, op == 0x13: // load and store, indirect calls
		r.number()
		r.number()
	case op == 0x43:
		r.skip(4)
	case op == 0x44:
		r.skip(8)
	case op == 0xfc:
		r.bulk(r.number())
	case op == 0xfd:
		r.vector(r.number())
	case op == 0xd0: // ref.null
		r.skip(1)
	case oneNumber[op]:
		r.number()
	case op > 0xd2:
		panic(wasmError{fmt.Errorf("an instruction %#x", op)})
	}
	return op
}

// oneNumber are the instructions with one operand: blocks, branches, calls, exceptions,
// variables, tables, the size of memory and constants.
var oneNumber = func() (set [256]bool) {
	for _, op := range []byte{0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x18, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd2} {
		set[op] = true
	}
	return set
}()

// bulk steps over the operands of the instructions of 0xfc.
func (r *wasmReader) bulk(op uint64) {
	switch {
	case op < 8: // conversions
	case op == 8 || op == 10 || op == 12 || op == 14:
		r.number()
		r.number()
	case op < 18:
		r.number()
	default:
		panic(wasmError{fmt.Errorf("an instruction 0xfc %d", op)})
	}
}

// vector steps over the operands of the instructions of 0xfd.
func (r *wasmReader) vector(op uint64) {
	switch {
	case op <= 11 || op == 92 || op == 93: // load and store
		r.number()
		r.number()
	case op == 12 || op == 13: // a constant, a shuffle
		r.skip(16)
	case op >= 21 && op <= 34: // a lane
		r.skip(1)
	case op >= 84 && op <= 91: // load and store of a lane
		r.number()
		r.number()
		r.skip(1)
	}
}

// wasmReader reads a module, and panics with a wasmError where it ends too early.
type wasmReader struct {
	data []byte
	at   int
}

func (r *wasmReader) ended() bool { return r.at >= len(r.data) }

func (r *wasmReader) skip(n int) { r.bytes(n) }

func (r *wasmReader) bytes(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		panic(wasmError{errors.New("the module is cut off")})
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *wasmReader) byte() byte { return r.bytes(1)[0] }

// number reads one of variable length. Of one with a sign, only the length counts here.
func (r *wasmReader) number() uint64 {
	n := uint64(0)
	for shift := 0; ; shift += 7 {
		b := r.byte()
		if n |= uint64(b&0x7f) << shift; b < 0x80 {
			return n
		}
	}
}

func (r *wasmReader) name() string { return string(r.bytes(int(r.number()))) }

func appendSized(out, part []byte) []byte {
	return append(binary.AppendUvarint(out, uint64(len(part))), part...)
}

func appendSigned(out []byte, n int) []byte {
	for ; n >= 0x40; n >>= 7 {
		out = append(out, byte(n&0x7f|0x80))
	}
	return append(out, byte(n))
}
