package statistics

import (
	"sync"

	"gonum.org/v1/gonum/mat"
)

// Sums over the rows of a model, of which there may be thousands, are most of its work: they are
// taken on two cores, and of a symmetric matrix only the lower triangle.

// inHalves does something with both halves of n rows at the same time. The halves are always
// the same, so that sums have the same last digit on every machine.
func inHalves(n int, do func(half, from, to int)) {
	var both sync.WaitGroup
	both.Go(func() { do(0, 0, n/2) })
	both.Go(func() { do(1, n/2, n) })
	both.Wait()
}

// addSquares adds x' w x to the lower triangle of a matrix of so many columns, where w stands
// for the rows of x from one on. It takes four rows at a time, which halves the time.
func addSquares(into []float64, size int, x *mat.Dense, from int, w []float64) {
	for len(w) >= 4 {
		a, b, c, d := x.RawRowView(from), x.RawRowView(from+1), x.RawRowView(from+2), x.RawRowView(from+3)
		for j := range a {
			line := into[j*size:][:j+1]
			p, q, r, s := w[0]*a[j], w[1]*b[j], w[2]*c[j], w[3]*d[j]
			b, c, d := b[:len(line)], c[:len(line)], d[:len(line)]
			for i, v := range a[:len(line)] {
				line[i] += p*v + q*b[i] + r*c[i] + s*d[i]
			}
		}
		from, w = from+4, w[4:]
	}
	for i, weight := range w {
		row := x.RawRowView(from + i)
		for j, v := range row {
			addTimes(into[j*size:], weight*v, row[:j+1])
		}
	}
}

// addTimes adds so many times a vector to the beginning of another.
func addTimes(into []float64, times float64, v []float64) {
	into = into[:len(v)]
	for i, x := range v {
		into[i] += times * x
	}
}

// symmetric adds two lower triangles into a symmetric matrix.
func symmetric(size int, a, b []float64) *mat.SymDense {
	out := mat.NewSymDense(size, nil)
	for i := range size {
		for j := range i + 1 {
			out.SetSym(i, j, a[i*size+j]+b[i*size+j])
		}
	}
	return out
}
