package app

import (
	"fmt"
	"math"
	"slices"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// heat draws a cross-reference with its cells shaded as its page shades them.
func (b *reporting) heat(p study.ReportPart) (out pictured, err error) {
	p.Quotes = 0
	t, err := b.crossed(p)
	if err != nil {
		return out, err
	}
	out.title, out.notes = t.title(), append(t.view.Says, t.notes()...)
	if len(t.view.Rows) > publish.MostHeatRows || len(t.view.Columns) > publish.MostHeatColumns {
		return out, study.Errorf(study.TooLarge, "A heat map has at most %d rows and %d columns. Choose some of them.", publish.MostHeatRows, publish.MostHeatColumns)
	}
	out.of = t.heat()
	return out, nil
}

func (t crossTable) heat() publish.Heat {
	bounds := t.bounds()
	out := publish.Heat{Of: t.shadesOf(), Key: t.key(bounds)}
	for _, column := range t.view.Columns {
		out.Columns = append(out.Columns, t.sized(column, !t.across()))
	}
	for i, head := range t.view.Rows {
		row := publish.HeatRow{Name: t.sized(head, t.across())}
		for j := range t.view.Columns {
			row.Cells = append(row.Cells, publish.HeatCell{Says: t.group(i, j).Says, Warmth: t.warmth(i, j, bounds)})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// sized names a head with its N where that is what its cells are shares of.
func (t crossTable) sized(head study.Head, is bool) string {
	if !is || t.ask.Together != "" {
		return head.Name
	}
	return fmt.Sprintf("%s (N %d)", head.Name, head.N)
}

func (t crossTable) shadesOf() string {
	switch {
	case t.ask.Together != "":
		return capital(t.togetherInWords())
	case t.show == ShowRow:
		return "Share of what the whole row counts"
	}
	return "Share of N"
}

// warmths are the least percentages of warmth 2 and those above it.
var warmths = []float64{25, 45, 65, 85}

// bounds are the most that warmth 1, 2 and so on stand for, and the most that any cell counts, where
// codes are together. A code with itself doesn't count.
func (t crossTable) bounds() []int {
	most := 0
	for i, row := range t.view.Rows {
		for j, column := range t.view.Columns {
			if row.ID != column.ID {
				most = max(most, t.view.Cells[i][j])
			}
		}
	}
	var out []int
	for _, share := range []float64{.13, .26, .45, .68} {
		out = append(out, int(math.Round(float64(most)*share)))
	}
	return append(out, most)
}

// warmth is how warm a cell is.
func (t crossTable) warmth(i, j int, bounds []int) int {
	n := t.view.Cells[i][j]
	share, shared := t.share(i, j, t.show).(float64)
	switch {
	case n == 0 || t.ask.Together == "" && !shared:
		return 0
	case t.ask.Together != "":
		at, _ := slices.BinarySearch(bounds[:len(bounds)-1], n)
		return 1 + at
	case t.show == ShowPresence:
		return 3
	}
	at, exact := slices.BinarySearch(warmths, share)
	if exact {
		at++
	}
	return 1 + at
}

// key tells what each warmth stands for; nothing where cells say yes or no.
func (t crossTable) key(bounds []int) (out []string) {
	switch {
	case t.ask.Together != "":
		return ranges(bounds)
	case t.show == ShowPresence:
		return nil
	}
	return []string{"under 25%", "25–44%", "45–64%", "65–84%", "85% or more"}
}

// ranges tells which numbers lie between bounds, "" where none does.
func ranges(bounds []int) (out []string) {
	from := 1
	for _, to := range bounds {
		switch {
		case to < from:
			out = append(out, "")
		case to == from:
			out = append(out, fmt.Sprint(to))
		default:
			out = append(out, fmt.Sprintf("%d–%d", from, to))
		}
		from = max(from, to+1)
	}
	return out
}
