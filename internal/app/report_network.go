package app

import (
	"cmp"
	"fmt"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// network draws codes that are together: the same codes as the page of the cross-reference does.
func (b *reporting) network(p study.ReportPart) (out pictured, err error) {
	out.title = "Codes that are together"
	if p.Rows = cmp.Or(p.Rows, "codes"); !isCodes(p.Rows) {
		return out, study.FieldError("rows", "A network is of codes with codes.")
	}
	p.Columns, p.Quotes, p.Show = p.Rows, 0, ShowNumber
	t, err := b.crossed(p)
	if err != nil {
		return out, err
	}
	all := t.tied()
	shown := all.Most()
	out.of, out.notes = shown, append(t.view.Says, networkSays(all, shown)...)
	out.notes = append(out.notes, t.notes()...)
	return out, nil
}

// tied are the codes of a table of codes with codes, each with its own number, and which are together.
func (t crossTable) tied() (out publish.Network) {
	for i, row := range t.view.Rows {
		out.Nodes = append(out.Nodes, publish.Node{Name: row.Name, N: t.view.Cells[i][i]})
		for j, n := range t.view.Cells[i][:i] {
			if n > 0 {
				out.Ties = append(out.Ties, publish.Tie{A: j, B: i, N: n})
			}
		}
	}
	return out
}

// networkSays tells how a network is to be read, and what it leaves out.
func networkSays(all, shown publish.Network) []string {
	out := []string{"A dot, and the number beside it, is what its code has by itself; a line is as wide as its number."}
	if len(shown.Nodes) < len(all.Nodes) {
		out = append(out, fmt.Sprintf("The %d codes that are together most are shown.", len(shown.Nodes)))
	}
	if len(shown.Ties) == publish.MostTies {
		out = append(out, fmt.Sprintf("At most the %d pairs that are together most have lines.", publish.MostTies))
	}
	return append(out, "Lines, the widest first: "+shown.Pairs())
}
