package study

import "slices"

// Suppressed says which cells of a table are not shown. Where Sums is true, the sums of rows and
// columns have to stay away as well.
type Suppressed struct {
	Cells [][]bool
	Sums  bool
}

// Suppress hides the cells of a table of counts that stand for fewer than least, but not for
// nobody, and as many others as it takes that none of these can be worked out from what is shown:
// the other cells and the sums of rows and columns. Those with the least counts are taken first.
func Suppress(counts [][]int, least int) Suppressed {
	h := &hidden{counts: counts, cells: make([][]bool, len(counts))}
	for i, row := range counts {
		h.cells[i] = make([]bool, len(row))
		for j, n := range row {
			h.cells[i][j] = n > 0 && n < least
		}
	}
	few := h.list()
	for {
		at := slices.IndexFunc(few, h.known)
		if at < 0 {
			return Suppressed{h.cells, false}
		}
		if !h.hideNear(few[at]) {
			return Suppressed{h.cells, true}
		}
	}
}

// hidden is a table some of whose cells are hidden.
type hidden struct {
	counts [][]int
	cells  [][]bool
}

// place is a cell by row and column.
type place struct{ row, column int }

func (h *hidden) list() (out []place) {
	for i, row := range h.cells {
		for j, is := range row {
			if is {
				out = append(out, place{i, j})
			}
		}
	}
	return out
}

// known says whether the sums leave a hidden cell one value only. It could be one more or one
// less exactly if other hidden cells can make up for that, round a circle of cells in which each
// two share a row or a column: what is added in one is taken in the next, where there is any.
func (h *hidden) known(at place) bool {
	return !h.circle(at, true) && !h.circle(at, false)
}

// circle looks for a way from the column of a cell back to its row that does not use the cell.
func (h *hidden) circle(at place, more bool) bool {
	rows, columns := make([]bool, len(h.counts)), make([]bool, len(h.counts[0]))
	columns[at.column] = true
	for grown := true; grown; {
		grown = false
		for _, p := range h.list() {
			if p == at {
				continue
			}
			some := h.counts[p.row][p.column] > 0
			if columns[p.column] && !rows[p.row] && (some || !more) { // the next changes the other way
				rows[p.row], grown = true, true
			}
			if rows[p.row] && !columns[p.column] && (some || more) {
				columns[p.column], grown = true, true
			}
		}
	}
	return rows[at.row] && (more || h.counts[at.row][at.column] > 0)
}

// hideNear hides one more cell: of the same row if no other is hidden in it, else of the same
// column, else anywhere; false when all are hidden.
func (h *hidden) hideNear(at place) bool {
	row, column := 0, 0
	for _, p := range h.list() {
		if p.row == at.row {
			row++
		}
		if p.column == at.column {
			column++
		}
	}
	return row < 2 && h.hideLeast(func(p place) bool { return p.row == at.row }) ||
		column < 2 && h.hideLeast(func(p place) bool { return p.column == at.column }) ||
		h.hideLeast(func(p place) bool { return h.meets(p) }) || h.hideLeast(func(place) bool { return true })
}

// meets says whether a cell lies in a row and in a column in which others are hidden.
func (h *hidden) meets(at place) bool {
	row, column := false, false
	for _, p := range h.list() {
		row, column = row || p.row == at.row, column || p.column == at.column
	}
	return row && column
}

func (h *hidden) hideLeast(among func(place) bool) bool {
	best, found := place{}, false
	for i, row := range h.counts {
		for j, n := range row {
			if p := (place{i, j}); !h.cells[i][j] && among(p) && (!found || inTurn(n) < inTurn(h.counts[best.row][best.column])) {
				best, found = p, true
			}
		}
	}
	if found {
		h.cells[best.row][best.column] = true
	}
	return found
}

// inTurn puts cells of nobody last: they take nothing that could be made up for.
func inTurn(n int) int {
	if n == 0 {
		return 1 << 30
	}
	return n
}
