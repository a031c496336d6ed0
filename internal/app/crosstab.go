package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/statistics"
	"github.com/selvedge/selvedge/internal/study"
)

// Crosstab is how two questions go together. All tables are row by row.
type Crosstab struct {
	Basis
	Row          VariableName         `json:"row"`
	Column       VariableName         `json:"column"`
	Rows         []string             `json:"rows" doc:"Labels; what nobody answered is left out"`
	Columns      []string             `json:"columns"`
	RowValues    []string             `json:"rowValues" doc:"What conditions name the rows by"`
	ColumnValues []string             `json:"columnValues"`
	Counts       [][]int              `json:"counts" doc:"Responses"`
	RowSums      []int                `json:"rowSums"`
	ColumnSums   []int                `json:"columnSums"`
	WeightedIs   [][]float64          `json:"weightedCounts,omitempty" doc:"Sums of weights, when rows are weighted; shares are then of these"`
	RowShare     [][]float64          `json:"rowShare" doc:"Share of the row, 0 to 1"`
	ColumnShare  [][]float64          `json:"columnShare" doc:"Share of the column, 0 to 1"`
	Expected     [][]float64          `json:"expected" doc:"If the two were independent"`
	Residuals    [][]*float64         `json:"adjustedResiduals" doc:"Adjusted standardised residuals; null where not defined"`
	Few          [][]bool             `json:"few" doc:"Someone answered so, but fewer than the survey's least"`
	Chi2         *float64             `json:"chi2" doc:"Pearson's; null where it is not defined or rows are weighted"`
	DF           *float64             `json:"df"`
	P            *float64             `json:"p"`
	CramersV     *float64             `json:"cramersV"`
	Corrected    *float64             `json:"cramersVCorrected" doc:"Corrected for bias"`
	Yates        *statistics.Test     `json:"yates,omitempty" doc:"Of two by two"`
	G            *statistics.Test     `json:"g,omitempty" doc:"Likelihood ratio"`
	RaoScott     *statistics.Test     `json:"raoScott,omitempty" doc:"When rows are weighted, instead of chi-square"`
	Fisher       *statistics.Fisher   `json:"fisher,omitempty" doc:"Of two by two, and where expected counts are small"`
	OddsRatio    *statistics.Effect   `json:"oddsRatio,omitempty" doc:"Of two by two"`
	Small        *statistics.Expected `json:"small,omitempty" doc:"Expected counts are too small for chi-square"`

	RowsOverlap    bool     `json:"rowsOverlap,omitempty" doc:"A response may stand in several rows; row sums then count it in each, and there is no test of the whole table"`
	ColumnsOverlap bool     `json:"columnsOverlap,omitempty"`
	Choices        []Choice `json:"choices,omitempty" doc:"Tests of each answer, where one side takes several"`
}

// CrosstabAsk names what is crossed.
type CrosstabAsk struct {
	AnalysisAsk
	Row, Column string
}

// Crosstab crosses two questions, scales or variables of cases.
func (a *App) Crosstab(ctx context.Context, by study.Actor, project study.ID, ask CrosstabAsk) (*Crosstab, error) {
	x, err := a.analysis(ctx, by, project, ask.AnalysisAsk)
	if err != nil {
		return nil, err
	}
	if x.isSeveral(ask.Row) || x.isSeveral(ask.Column) {
		return x.overlapping(ask)
	}
	row, rows, err := x.sorted("row", ask.Row, x.rows)
	if err != nil {
		return nil, err
	}
	column, columns, err := x.sorted("column", ask.Column, x.rows)
	if err != nil {
		return nil, err
	}
	t, err := statistics.Tabulate(rows.Categories, columns.Categories, x.weights)
	if err != nil {
		return nil, err
	}
	out := &Crosstab{Row: row.named(), Column: column.named(), Rows: t.Rows, Columns: t.Columns, RowValues: occurring(rows.Labels, rows.values, t.Rows), ColumnValues: occurring(columns.Labels, columns.values, t.Columns)}
	out.fill(t, x.survey.Least)
	out.test(t)
	out.tell(x.survey.Least)
	x.basis(&out.Basis, t.Sample, out.how())
	return out, nil
}

// occurring gives the values of the labels that occur, which stand in the order of all.
func occurring(all, values, labels []string) []string {
	out := make([]string, 0, len(labels))
	for i, label := range all {
		if len(out) < len(labels) && labels[len(out)] == label {
			out = append(out, values[i])
		}
	}
	return out
}

func (c *Crosstab) fill(t *statistics.Crosstab, least int) {
	for _, m := range t.RowSum {
		c.RowSums = append(c.RowSums, m.N)
	}
	for _, m := range t.ColSum {
		c.ColumnSums = append(c.ColumnSums, m.N)
	}
	c.Counts = eachCell(t, func(cell statistics.Cell) int { return cell.N })
	c.RowShare = eachCell(t, func(cell statistics.Cell) float64 { return cell.Row / 100 })
	c.ColumnShare = eachCell(t, func(cell statistics.Cell) float64 { return cell.Column / 100 })
	c.Expected = eachCell(t, func(cell statistics.Cell) float64 { return cell.Expected })
	c.Residuals = eachCell(t, func(cell statistics.Cell) *float64 { return defined(cell.Residual) })
	c.Few = eachCell(t, func(cell statistics.Cell) bool { return cell.N > 0 && cell.N < least })
	if t.Weights != "" {
		c.WeightedIs = eachCell(t, func(cell statistics.Cell) float64 { return cell.Count })
	}
}

func eachCell[T any](t *statistics.Crosstab, of func(statistics.Cell) T) [][]T {
	out := make([][]T, len(t.Cells))
	for i, row := range t.Cells {
		for _, cell := range row {
			out[i] = append(out[i], of(cell))
		}
	}
	return out
}

// defined gives a figure, nil where there is none.
func defined(f statistics.Figure) *float64 {
	if f.Undefined != "" {
		return nil
	}
	return &f.Value
}

func (c *Crosstab) test(t *statistics.Crosstab) {
	for _, test := range t.Tests {
		switch test.Method {
		case statistics.PearsonChiSquare:
			if test.Undefined == "" {
				c.Chi2, c.DF, c.P = &test.Statistic, &test.DF, &test.P
			}
		case statistics.YatesChiSquare:
			c.Yates = &test
		case statistics.LikelihoodRatio:
			c.G = &test
		case statistics.RaoScott:
			c.RaoScott = &test
			if test.Undefined == "" {
				c.DF, c.P = &test.DF, &test.P
			}
		}
	}
	c.CramersV, c.Corrected = defined(t.V[0].Figure), defined(t.V[1].Figure)
	c.Fisher, c.OddsRatio, c.Small = t.Fisher, t.Odds, t.Small
}

func (c *Crosstab) how() string {
	if c.RaoScott != nil {
		return "Cross-table of weighted shares; test by Rao and Scott (second order, F)"
	}
	if c.Small != nil && c.Fisher != nil {
		return "Cross-table; Fisher's exact test, since expected counts are small; Pearson's chi-square beside it"
	}
	return "Cross-table; Pearson's chi-square test"
}

// tell says what the table shows, and what it doesn't.
func (c *Crosstab) tell(least int) {
	row, column := "“"+c.Row.Name+"”", "“"+c.Column.Name+"”"
	p := c.P
	if c.Small != nil && c.Fisher != nil {
		p = &c.Fisher.P
	}
	switch {
	case p == nil || c.CramersV == nil:
		c.say("There is nothing to compare: %s or %s has one answer only.", row, column)
	case *p < significant:
		c.say("%s and %s go together more than chance explains (%s); how closely says Cramér's V, %s of at most 1.", row, column, chance(*p), short(*c.CramersV))
		c.tellMost()
		c.say("The table doesn't say why: something else may lie behind both.")
	default:
		c.say("The answers to %s differ by %s no more than chance explains (%s; Cramér's V %s).", column, row, chance(*p), short(*c.CramersV))
		c.say("That is no proof that the two have nothing to do with each other.")
	}
	if c.Small != nil && c.RaoScott == nil {
		c.caution("%d of %d expected counts are below 5, the least is %s: chi-square is doubtful here.", c.Small.Below, c.Small.Cells, short(c.Small.Least))
	}
	c.tellFew(least)
}

func (c *Crosstab) tellFew(least int) {
	if few := c.few(); few > 0 {
		c.caution("%d cells stand for fewer than %d respondents, who might be recognised.", few, least)
	}
}

// tellMost names the cell that lies farthest above what independence would give.
func (c *Crosstab) tellMost() {
	most, at := 0.0, [2]int{}
	for i, row := range c.Residuals {
		for j, r := range row {
			if r != nil && *r > most {
				most, at = *r, [2]int{i, j}
			}
		}
	}
	if i, j := at[0], at[1]; most > 2 {
		c.say("Farthest above what would be expected: %s with %s, %s instead of %s (adjusted residual %s).", c.Rows[i], c.Columns[j], thousands(c.Counts[i][j]), short(c.Expected[i][j]), short(most))
	}
}

func (c *Crosstab) few() (n int) {
	for _, row := range c.Few {
		for _, few := range row {
			if few {
				n++
			}
		}
	}
	return n
}
