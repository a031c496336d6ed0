package statistics

import (
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// The methods on cross-tables.
const (
	PearsonChiSquare Method = "pearson-chi-square"
	YatesChiSquare   Method = "yates-chi-square"
	LikelihoodRatio  Method = "likelihood-ratio-g"
	RaoScott         Method = "rao-scott"
	CramersV         Method = "cramers-v"
	CramersVBergsma  Method = "cramers-v-bergsma"
	OddsRatio        Method = "odds-ratio"
)

// widest is how many cells a cross-table may have.
const widest = 10_000

// Crosstab is a table of two variables. Categories that no row has are left out.
type Crosstab struct {
	Sample
	Rows    []string  `json:"rows"`
	Columns []string  `json:"columns"`
	Cells   [][]Cell  `json:"cells" doc:"Row by row"`
	RowSum  []Margin  `json:"rowSums"`
	ColSum  []Margin  `json:"columnSums"`
	Tests   []Test    `json:"tests" doc:"Pearson, for two by two Yates, G; with sampling weights Rao and Scott"`
	Fisher  *Fisher   `json:"fisher,omitempty" doc:"For two by two, and where expected counts are small"`
	V       []Effect  `json:"v" doc:"Cramer's V, and corrected for bias"`
	Odds    *Effect   `json:"odds,omitempty" doc:"For two by two: odds of the first column in the first row over those in the second"`
	Small   *Expected `json:"small,omitempty" doc:"Chi-square is doubtful: expected counts are small"`
}

// Cell is one cell. With sampling weights Count and percents are weighted; Expected and
// Residual then count the weights as if they summed to N.
type Cell struct {
	N        int     `json:"n" doc:"Rows"`
	Count    float64 `json:"count" doc:"Sum of weights; N without them"`
	Row      float64 `json:"row" doc:"Percent of its row"`
	Column   float64 `json:"column" doc:"Percent of its column"`
	Percent  float64 `json:"percent" doc:"Percent of all"`
	Expected float64 `json:"expected" doc:"Count if the two were independent"`
	Residual Figure  `json:"residual" doc:"Adjusted standardised residual (Haberman 1973)"`
}

// Margin is the sum of a row or column.
type Margin struct {
	N       int     `json:"n"`
	Count   float64 `json:"count"`
	Percent float64 `json:"percent"`
}

// Expected says how small the expected counts are (Cochran 1954: doubtful below 5 in more than
// a fifth of the cells, or below 1 in any).
type Expected struct {
	Least float64 `json:"least" doc:"The least expected count"`
	Below int     `json:"below" doc:"Cells with less than 5"`
	Cells int     `json:"cells"`
}

// Tabulate crosses two variables.
func Tabulate(rows, columns Categories, w *Weights) (*Crosstab, error) {
	s, err := draw(w, rows, columns)
	if err != nil {
		return nil, err
	}
	t := &Crosstab{Sample: s.Sample}
	var r, c []int
	t.Rows, r = rows.occurring(s.rows)
	t.Columns, c = columns.occurring(s.rows)
	if len(t.Rows)*len(t.Columns) > widest {
		return nil, study.Errorf(study.TooLarge, "%s by %s has more than %d cells.", rows.Name, columns.Name, widest)
	}
	t.fill(r, c, s.weights)
	t.sum()
	n := t.normed()
	t.compare(n)
	if s.Weights == Sampling {
		t.Tests = []Test{raoScott(n, t.squares(r, c, s.normed()), float64(s.N))}
		return t, nil
	}
	t.test(n)
	return t, nil
}

// TabulateCounts makes a cross-table from counts, row by row, that must be whole numbers from
// nought up.
func TabulateCounts(rows, columns []string, counts [][]int) (*Crosstab, error) {
	r, c, w := Categories{Name: "rows", Labels: rows}, Categories{Name: "columns", Labels: columns}, Weights{Kind: Frequency}
	for i, row := range counts {
		if len(counts) != len(rows) || len(row) != len(columns) {
			return nil, study.Errorf(study.Invalid, "The counts are not as many as rows times columns.")
		}
		for j, n := range row {
			r.Of, c.Of, w.Values = append(r.Of, i), append(c.Of, j), append(w.Values, float64(n))
		}
	}
	if len(w.Values) == 0 {
		return nil, study.Errorf(study.Invalid, "The table has no cells.")
	}
	t, err := Tabulate(r, c, &w)
	if err != nil {
		return nil, err
	}
	t.Missing, t.Weights = 0, ""
	return t, nil
}

// fill counts the rows into the cells.
func (t *Crosstab) fill(r, c []int, weights []float64) {
	t.Cells = make([][]Cell, len(t.Rows))
	for i := range t.Cells {
		t.Cells[i] = make([]Cell, len(t.Columns))
	}
	for i := range r {
		cell := &t.Cells[r[i]][c[i]]
		cell.N++
		cell.Count += weightAt(weights, i)
	}
}

// squares gives each cell's sum of squared weights.
func (t *Crosstab) squares(r, c []int, weights []float64) [][]float64 {
	out := make([][]float64, len(t.Rows))
	for i := range out {
		out[i] = make([]float64, len(t.Columns))
	}
	for i, w := range weights {
		out[r[i]][c[i]] += w * w
	}
	return out
}

// sum adds up the margins and takes the percents.
func (t *Crosstab) sum() {
	t.RowSum, t.ColSum = make([]Margin, len(t.Rows)), make([]Margin, len(t.Columns))
	for i, row := range t.Cells {
		for j, cell := range row {
			t.RowSum[i].add(cell, t.Weighted)
			t.ColSum[j].add(cell, t.Weighted)
		}
	}
	t.share()
}

// share takes the percents of the cells.
func (t *Crosstab) share() {
	for i, row := range t.Cells {
		for j := range row {
			cell := &row[j]
			cell.Row, cell.Column, cell.Percent = 100*cell.Count/t.RowSum[i].Count, 100*cell.Count/t.ColSum[j].Count, 100*cell.Count/t.Weighted
		}
	}
}

func (m *Margin) add(c Cell, all float64) {
	m.N += c.N
	m.Count += c.Count
	m.Percent = 100 * m.Count / all
}

// normed gives the counts so that they sum to N.
func (t *Crosstab) normed() [][]float64 {
	out := make([][]float64, len(t.Cells))
	for i, row := range t.Cells {
		for _, cell := range row {
			out[i] = append(out[i], cell.Count*float64(t.N)/t.Weighted)
		}
	}
	return out
}

// compare holds the counts against those under independence.
func (t *Crosstab) compare(n [][]float64) {
	all := float64(t.N)
	small := &Expected{Least: math.Inf(1), Cells: len(t.Rows) * len(t.Columns)}
	for i, row := range t.Cells {
		for j := range row {
			r, c := t.RowSum[i].Count/t.Weighted, t.ColSum[j].Count/t.Weighted
			e := r * c * all
			row[j].Expected = e
			row[j].Residual = figure((n[i][j]-e)/math.Sqrt(e*(1-r)*(1-c)), Constant)
			small.Least = min(small.Least, e)
			if e < 5 {
				small.Below++
			}
		}
	}
	if small.Least < 1 || 5*small.Below > small.Cells {
		t.Small = small
	}
	t.V = cramer(t.chiSquare(n, 0), len(t.Rows), len(t.Columns), all)
}

// chiSquare sums the squared distances from what is expected, each nearer by correction.
func (t *Crosstab) chiSquare(n [][]float64, correction float64) (sum float64) {
	for i, row := range t.Cells {
		for j, cell := range row {
			d := math.Abs(n[i][j]-cell.Expected) - correction
			sum += d * d / cell.Expected
		}
	}
	return sum
}

// test adds Pearson (1900), Yates (1934; never correcting by more than there is, as in R), the
// likelihood ratio G, and Fisher where it is due.
func (t *Crosstab) test(n [][]float64) {
	twoByTwo := len(t.Rows) == 2 && len(t.Columns) == 2
	t.Tests = append(t.Tests, t.chiTest(PearsonChiSquare, t.chiSquare(n, 0)))
	if twoByTwo {
		correction := min(0.5, math.Abs(n[0][0]-t.Cells[0][0].Expected))
		t.Tests = append(t.Tests, t.chiTest(YatesChiSquare, t.chiSquare(n, correction)))
	}
	var g float64
	for i, row := range n {
		for j, count := range row {
			if count > 0 {
				g += 2 * count * math.Log(count/t.Cells[i][j].Expected)
			}
		}
	}
	t.Tests = append(t.Tests, t.chiTest(LikelihoodRatio, max(g, 0)))
	if twoByTwo {
		t.Odds = oddsRatio(n[0][0], n[0][1], n[1][0], n[1][1])
	}
	if twoByTwo || t.Small != nil {
		t.Fisher = fisher(t.counts())
	}
}

func (t *Crosstab) chiTest(method Method, chi float64) Test {
	df := float64((len(t.Rows) - 1) * (len(t.Columns) - 1))
	if df == 0 {
		return Test{Method: method, Undefined: Constant}
	}
	return Test{Method: method, Statistic: chi, DF: df, P: chiTail(chi, df)}.checked(TooFew)
}

func (t *Crosstab) counts() [][]int {
	out := make([][]int, len(t.Cells))
	for i, row := range t.Cells {
		for _, cell := range row {
			out[i] = append(out[i], cell.N)
		}
	}
	return out
}

// oddsRatio has its interval by Woolf (1955); neither is defined where a cell is empty.
func oddsRatio(a, b, c, d float64) *Effect {
	e := &Effect{Method: OddsRatio, Figure: figure(a*d/(b*c), Unbound)}
	if min(a, b, c, d) == 0 {
		return &Effect{Method: OddsRatio, Figure: Figure{Undefined: Unbound}}
	}
	log := around(math.Log(e.Value), zReach, math.Sqrt(1/a+1/b+1/c+1/d))
	e.Interval = &Interval{math.Exp(log.Low), math.Exp(log.High)}
	return e
}

// cramer gives Cramer's V (1946), and corrected for bias by Bergsma (2013).
func cramer(chi float64, rows, columns int, n float64) []Effect {
	r, c := float64(rows), float64(columns)
	v := math.Sqrt(chi / (n * (min(r, c) - 1)))
	phi := max(0, chi/n-(r-1)*(c-1)/(n-1))
	r, c = r-(r-1)*(r-1)/(n-1), c-(c-1)*(c-1)/(n-1)
	corrected := math.Sqrt(phi / (min(r, c) - 1))
	return []Effect{{Method: CramersV, Figure: figure(v, Constant)}, {Method: CramersVBergsma, Figure: figure(corrected, Constant)}}
}
