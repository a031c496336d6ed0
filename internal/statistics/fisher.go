package statistics

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// The methods of Fisher's test.
const (
	FisherExact      Method = "fisher-exact"
	FisherMonteCarlo Method = "fisher-monte-carlo"
)

// Limits of the work: so many tables are looked at one by one, and beyond that 500 to 10,000
// are drawn at random, fewer of large ones, from a fixed seed so that the same table always
// gives the same p.
const (
	mostTables = 1_000_000
	leastDrawn = 500
	mostDrawn  = 10_000
	drawnCells = 3_000_000
	fisherSeed = 1935
)

// Fisher is Fisher's exact test (1935; Freeman and Halton 1951 for larger tables): how likely
// are tables with the same margins that are no more likely than this one.
type Fisher struct {
	Method Method  `json:"method"`
	P      float64 `json:"p"`
	// Interval of the p-value itself, where it was drawn at random (Clopper and Pearson 1934).
	Interval *Interval `json:"interval,omitempty"`
	Tables   int       `json:"tables" doc:"Tables looked at, or drawn"`
}

// fisher tests counts, exactly if that takes at most mostTables tables.
func fisher(counts [][]int) *Fisher {
	if len(counts) < 2 || len(counts[0]) < 2 {
		return &Fisher{Method: FisherExact, P: 1, Tables: 1}
	}
	m := newMargins(counts)
	if f := m.exact(); f != nil {
		return f
	}
	return m.monteCarlo()
}

// margins are the sums of a table, with what is needed to say how likely a table with these
// sums is: its logarithm is constant less the sum of the logarithms of its cells' factorials.
type margins struct {
	rows, columns []int
	n             int
	logs          []float64 // logs[i] is the logarithm of i factorial
	constant      float64
	limit         float64 // what is at most this likely (logarithm) counts against independence
}

// alike is how far two logarithms of probabilities may be apart and count as the same, as in R.
const alike = 1e-7

func newMargins(counts [][]int) *margins {
	m := &margins{rows: make([]int, len(counts)), columns: make([]int, len(counts[0]))}
	for i, row := range counts {
		for j, c := range row {
			m.rows[i] += c
			m.columns[j] += c
			m.n += c
		}
	}
	m.logs = make([]float64, m.n+1)
	for i := 2; i <= m.n; i++ {
		m.logs[i] = lgamma(float64(i + 1))
	}
	m.constant = -m.logs[m.n]
	for _, sum := range slices.Concat(m.rows, m.columns) {
		m.constant += m.logs[sum]
	}
	m.limit = m.constant + alike
	for _, row := range counts {
		for _, c := range row {
			m.limit -= m.logs[c]
		}
	}
	return m
}

// enumeration walks through all tables column by column.
type enumeration struct {
	*margins
	left  []int // what the rows still have to give
	p     float64
	seen  int
	short bool // the limit of work was reached
}

// exact adds up the tables that are no more likely; nil if there are too many of them.
func (m *margins) exact() *Fisher {
	if m.tooMany() {
		return nil
	}
	e := &enumeration{margins: m, left: slices.Clone(m.rows)}
	e.walk(0, 0, m.columns[0], m.constant)
	if e.short {
		return nil
	}
	return &Fisher{Method: FisherExact, P: min(e.p, 1), Tables: e.seen}
}

// tooMany estimates the number of tables (Gail and Mantel 1977), so that hopeless ones are not
// begun.
func (m *margins) tooMany() bool {
	r, n := float64(len(m.rows)), float64(m.n)
	log, squares, spread := 0.0, 0.0, 0.0
	for _, c := range m.columns {
		f := float64(c)
		log += lgamma(f+r) - lgamma(r) - m.logs[c]
		spread += f * (f + r)
	}
	for _, c := range m.rows {
		squares += (float64(c) - n/r) * (float64(c) - n/r)
	}
	v := spread * (r - 1) / (r * r * (r + 1))
	log += 0.5*math.Log(r) - (r-1)/2*math.Log(2*math.Pi*v) - (r-1)*squares/(2*r*v)
	return log > math.Log(4*mostTables)
}

// walk fills the cell at a row and column and goes on; open is what the column still needs,
// log the likelihood so far. No cell takes so little that the rows below could not give the
// rest, so that every way ends in a table.
func (e *enumeration) walk(row, column, open int, log float64) {
	switch {
	case e.short:
		return
	case column == len(e.columns)-1:
		e.count(log)
		return
	case row == len(e.rows):
		e.walk(0, column+1, e.columns[column+1], log)
		return
	}
	below := 0
	for _, left := range e.left[row+1:] {
		below += left
	}
	for c := max(0, open-below); c <= min(open, e.left[row]); c++ {
		e.left[row] -= c
		e.walk(row+1, column, open-c, log-e.logs[c])
		e.left[row] += c
	}
}

// count takes in a table whose last column is what the rows have left.
func (e *enumeration) count(log float64) {
	for _, c := range e.left {
		log -= e.logs[c]
	}
	if log <= e.limit {
		e.p += math.Exp(log)
	}
	e.seen++
	e.short = e.seen > mostTables
}

// monteCarlo draws tables with the same margins and counts those that are no more likely; the
// table itself is one of them (Davison and Hinkley 1997).
func (m *margins) monteCarlo() *Fisher {
	random := rand.New(rand.NewPCG(fisherSeed, uint64(m.n)))
	hits, times := 0, min(max(drawnCells/(len(m.rows)*len(m.columns)), leastDrawn), mostDrawn)
	for range times {
		if m.draw(random) <= m.limit {
			hits++
		}
	}
	p := float64(hits+1) / float64(times+1)
	return &Fisher{Method: FisherMonteCarlo, P: p, Interval: clopperPearson(hits, times), Tables: times}
}

// draw gives the logarithm of the likelihood of a random table: each cell is hypergeometric,
// given the cells before it (Patefield 1981).
func (m *margins) draw(random *rand.Rand) float64 {
	log, open, all := m.constant, slices.Clone(m.columns), m.n
	for _, row := range m.rows {
		need, rest := row, all
		for j := range open {
			c := m.hypergeometric(random, need, open[j], rest)
			rest -= open[j]
			open[j] -= c
			need -= c
			log -= m.logs[c]
		}
		all -= row
	}
	return log
}

// hypergeometric draws how many of a number of marked things are among those taken from all,
// by walking outwards from the most likely number.
func (m *margins) hypergeometric(random *rand.Rand, taken, marked, all int) int {
	low, high := max(0, taken+marked-all), min(taken, marked)
	if low == high {
		return low
	}
	mode := min(max(int(float64(taken+1)*float64(marked+1)/float64(all+2)), low), high)
	pmode := math.Exp(m.choose(marked, mode) + m.choose(all-marked, taken-mode) - m.choose(all, taken))
	left := random.Float64() - pmode
	up, down, pup, pdown := mode, mode, pmode, pmode
	for left > 0 && (up < high || down > low) {
		if up < high {
			pup *= float64(marked-up) * float64(taken-up) / (float64(up+1) * float64(all-marked-taken+up+1))
			up++
			if left -= pup; left <= 0 {
				return up
			}
		}
		if down > low {
			pdown *= float64(down) * float64(all-marked-taken+down) / (float64(marked-down+1) * float64(taken-down+1))
			down--
			if left -= pdown; left <= 0 {
				return down
			}
		}
	}
	return mode
}

func (m *margins) choose(n, k int) float64 { return m.logs[n] - m.logs[k] - m.logs[n-k] }

// clopperPearson is the exact interval of a share.
func clopperPearson(hits, of int) *Interval {
	h, n := float64(hits), float64(of)
	i := &Interval{0, 1}
	if hits > 0 {
		i.Low = mathext.InvRegIncBeta(h, n-h+1, (1-Level)/2)
	}
	if hits < of {
		i.High = mathext.InvRegIncBeta(h+1, n-h, (1+Level)/2)
	}
	return i
}
