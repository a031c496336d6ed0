package statistics

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// published are tables with figures that others have printed or recorded.
var published = []struct {
	source string
	counts [][]int
	of     map[string]float64
	within float64
}{
	{"Pauling's skiers, STAT 504 of Penn State", [][]int{{31, 109}, {17, 122}}, map[string]float64{"chi": 4.8114, "p": 0.02827, "df": 1, "yates": 4.1407, "yatesP": 0.04186}, 1e-4},
	{"SciPy, test_contingency.py", [][]int{{12, 13, 14, 15, 16}, {17, 16, 18, 19, 11}, {9, 15, 14, 12, 11}}, map[string]float64{"v": 0.09222412010290792}, 1e-9},
	{"SciPy gh-13875", [][]int{{1573, 3}, {4, 0}}, map[string]float64{"yatesP": 1}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{100, 2}, {1000, 5}}, map[string]float64{"fisher": 0.1300759363430016}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{5, 1}, {10, 10}}, map[string]float64{"fisher": 0.197324414715719}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{5, 16}, {20, 25}}, map[string]float64{"fisher": 0.1725864953812994}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{10, 5}, {10, 0}}, map[string]float64{"fisher": 0.06126482213438734}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{0, 5}, {1, 4}}, map[string]float64{"fisher": 1}, 1e-9},
	{"R, recorded in SciPy, test_stats.py", [][]int{{0, 1}, {3, 2}}, map[string]float64{"fisher": 1}, 1e-9},
	{"USAID LENS Jordan 2018, sex by registration", [][]int{{1212, 288}, {87, 75}}, map[string]float64{"chi": 62.8842, "yates": 61.3069, "v": 0.1945, "odds": 3.6279}, 5e-5},
	{"USAID LENS Jordan 2018, sex by registration", [][]int{{1212, 288}, {87, 75}}, map[string]float64{"fisher": 3.361e-13}, 5e-17},
}

func TestPublishedTablesAreMet(t *testing.T) {
	for _, p := range published {
		table := must[*Crosstab](t)(TabulateCounts(made(len(p.counts)), made(len(p.counts[0])), p.counts))
		chi, yates := table.by(PearsonChiSquare), table.by(YatesChiSquare)
		got := map[string]float64{"chi": chi.Statistic, "p": chi.P, "df": chi.DF, "yates": yates.Statistic, "yatesP": yates.P, "v": table.V[0].Value}
		if table.Odds != nil {
			got["odds"] = table.Odds.Value
		}
		if table.Fisher != nil {
			got["fisher"] = table.Fisher.P
		}
		for name, want := range p.of {
			if v, ok := got[name]; !ok || !(math.Abs(v-want) <= p.within) {
				t.Errorf("%s: %s is %.10g, published is %.10g", p.source, name, v, want)
			}
		}
	}
}

// recorded is a table of ../shared/reference/agreement.json with what is printed of it.
type recorded struct {
	ID   string
	Data struct {
		Kind  string
		Table [][]int
	}
	Expected []struct {
		Statistic        string
		Value, Tolerance float64
	}
}

func TestRecordedCrossTablesAreMet(t *testing.T) {
	met := 0
	for _, r := range agreement(t) {
		if r.Data.Kind != "crosstab" {
			continue
		}
		table := must[*Crosstab](t)(TabulateCounts(made(len(r.Data.Table)), made(len(r.Data.Table[0])), r.Data.Table))
		chi, yates := table.by(PearsonChiSquare), table.by(YatesChiSquare)
		got := map[string]float64{"chi_square": chi.Statistic, "p_value": chi.P, "degrees_of_freedom": chi.DF, "chi_square_yates": yates.Statistic, "p_value_yates": yates.P,
			"cramers_v": table.V[0].Value, "fisher_exact_two_sided_p": fisher(r.Data.Table).P}
		for _, e := range r.Expected {
			if v, ok := got[e.Statistic]; ok {
				met++
				if !(math.Abs(v-e.Value) <= e.Tolerance+1e-12) {
					t.Errorf("%s: %s is %.12g, recorded is %.12g", r.ID, e.Statistic, v, e.Value)
				}
			}
		}
	}
	if met < 10 {
		t.Errorf("only %d figures were recorded", met)
	}
}

// agreement reads the material beside the repository, which is not part of it.
func agreement(t *testing.T) []recorded {
	t.Helper()
	root := os.Getenv("SELVEDGE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	text, err := os.ReadFile(filepath.Join(root, "reference", "agreement.json"))
	if err != nil {
		t.Skip("../shared/reference/agreement.json is not here")
	}
	var all struct{ Cases []recorded }
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all.Cases
}

func TestATableWithAnEmptyRowSaysNothing(t *testing.T) {
	for _, counts := range [][][]int{{{0, 0}, {5, 10}}, {{5, 10}, {0, 0}}, {{0, 5}, {0, 10}}, {{5, 0}, {10, 0}}} {
		table := must[*Crosstab](t)(TabulateCounts(made(2), made(2), counts))
		if chi := table.by(PearsonChiSquare); chi.Undefined != Constant || table.V[0].Undefined != Constant {
			t.Errorf("%v: %+v, %+v", counts, chi, table.V[0])
		}
		if p := fisher(counts).P; math.Abs(p-1) > 1e-12 {
			t.Errorf("%v: Fisher's p is %g", counts, p)
		}
	}
}

// made gives so many labels.
func made(n int) (out []string) {
	for i := range n {
		out = append(out, string(rune('a'+i)))
	}
	return out
}
