package app

import "github.com/selvedge/selvedge/internal/study"

// unasked gives the cells of which nobody speaks because nobody was asked: those of a code and a
// strand, or a source of it, whose interview guide names neither the code nor one over or under
// it. A strand without a guide tells nothing.
func (x *crossing) unasked(table study.CrossReference) (out [][2]int) {
	rows, columns := kindOf(x.ask.Rows), kindOf(x.ask.Columns)
	if rows == columns || rows != "codes" && columns != "codes" {
		return nil
	}
	guides := x.guides()
	if len(guides) == 0 {
		return nil
	}
	skips := func(kind string, of, code study.Head) bool {
		strand := study.ID(of.ID)
		if kind == "sources" {
			strand = x.lines.sources[strand].StrandID
		}
		guide, has := guides[strand]
		return has && !guide[study.ID(code.ID)]
	}
	spoken := x.spoken()
	for i, row := range table.Rows {
		for j, column := range table.Columns {
			if !spoken[i][j] && (rows == "codes" && skips(columns, column, row) || columns == "codes" && skips(rows, row, column)) {
				out = append(out, [2]int{i, j})
			}
		}
	}
	return out
}

// spoken are the cells in which anything is coded, whether or not it is counted: a passage of no
// case is no case, and yet it was said.
func (x *crossing) spoken() [][]bool {
	out := make([][]bool, len(x.rows.Heads))
	for row := range out {
		out[row] = make([]bool, len(x.columns.Heads))
	}
	for i := range x.codings {
		m := &x.codings[i]
		columns := x.columns.Of(m)
		for _, row := range x.rows.Of(m) {
			for _, column := range columns {
				out[row][column] = true
			}
		}
	}
	return out
}

// guides are the codes that each strand asked about: those that its guide names, and all over
// and under them. A strand without a guide has none.
func (x *crossing) guides() map[study.ID]map[study.ID]bool {
	out := map[study.ID]map[study.ID]bool{}
	for id, strand := range x.lines.strands {
		covered := map[study.ID]bool{}
		for _, code := range x.lines.book.WithDescendants(strand.Asked...) {
			covered[code] = true
		}
		for _, code := range strand.Asked {
			for c, there := x.lines.book.Code(code); there; c, there = x.lines.book.Code(c.ParentID) {
				covered[c.ID] = true
			}
		}
		if len(covered) > 0 {
			out[id] = covered
		}
	}
	return out
}
