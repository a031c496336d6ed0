package study

import (
	"math/rand/v2"
	"testing"
)

// tables gives every table of counts with the sums of rows and columns and the shown cells of
// another, as far as hidden cells may vary.
func tables(counts [][]int, hide [][]bool, visit func([][]int)) {
	rows, columns := len(counts), len(counts[0])
	left, leftColumn := make([]int, rows), make([]int, columns)
	now := make([][]int, rows)
	for i, row := range counts {
		now[i] = append([]int(nil), row...)
		for j, n := range row {
			if hide[i][j] {
				left[i] += n
				leftColumn[j] += n
			}
		}
	}
	var fill func(at int)
	fill = func(at int) {
		if at == rows*columns {
			for _, n := range append(append([]int(nil), left...), leftColumn...) {
				if n != 0 {
					return
				}
			}
			visit(now)
			return
		}
		i, j := at/columns, at%columns
		if !hide[i][j] {
			fill(at + 1)
			return
		}
		for n := 0; n <= min(left[i], leftColumn[j]); n++ {
			now[i][j] = n
			left[i], leftColumn[j] = left[i]-n, leftColumn[j]-n
			fill(at + 1)
			left[i], leftColumn[j] = left[i]+n, leftColumn[j]+n
		}
		now[i][j] = counts[i][j]
	}
	fill(0)
}

func TestNoSuppressedCellCanBeWorkedOutFromWhatIsShown(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 14))
	hiddenOnes, whole := 0, 0
	for range 600 {
		rows, columns := 1+dice.IntN(3), 1+dice.IntN(3)
		counts := make([][]int, rows)
		for i := range counts {
			counts[i] = make([]int, columns)
			for j := range counts[i] {
				counts[i][j] = dice.IntN(7)
			}
		}
		s := Suppress(counts, 4)
		if s.Sums {
			whole++
			for _, row := range s.Cells {
				for _, is := range row {
					if !is {
						t.Fatalf("%v: without sums, cells are shown: %v", counts, s.Cells)
					}
				}
			}
			continue
		}
		values := map[place]map[int]bool{}
		tables(counts, s.Cells, func(now [][]int) {
			for i, row := range counts {
				for j, n := range row {
					if n > 0 && n < 4 {
						p := place{i, j}
						if values[p] == nil {
							values[p] = map[int]bool{}
						}
						values[p][now[i][j]] = true
					}
				}
			}
		})
		for i, row := range counts {
			for j, n := range row {
				few := n > 0 && n < 4
				if few && !s.Cells[i][j] {
					t.Fatalf("%v: the cell %d, %d is shown", counts, i, j)
				}
				if few {
					hiddenOnes++
				}
				if few && len(values[place{i, j}]) < 2 {
					t.Fatalf("%v: with %v hidden, the cell %d, %d can only be %d", counts, s.Cells, i, j, n)
				}
			}
		}
	}
	if hiddenOnes < 500 || whole > 300 {
		t.Errorf("%d cells were hidden, %d tables wholly", hiddenOnes, whole)
	}
}

func TestATableWithoutFewIsShownWhole(t *testing.T) {
	s := Suppress([][]int{{10, 0}, {7, 5}}, 5)
	if s.Sums || s.Cells[0][0] || s.Cells[0][1] || s.Cells[1][0] || s.Cells[1][1] {
		t.Errorf("it hides %v", s)
	}
	s = Suppress([][]int{{10, 2, 20}, {7, 15, 30}}, 5)
	if n := len((&hidden{cells: s.Cells}).list()); n != 4 || !s.Cells[0][1] || !s.Cells[0][0] || !s.Cells[1][0] || !s.Cells[1][1] {
		t.Errorf("it hides %v", s)
	}
}
