package statistics

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// anything makes columns as no survey has them: constants, ties, huge and tiny numbers, nothing
// at all, categories that nobody has, one row.
func anything(random *rand.Rand) *rows {
	n := []int{0, 1, 2, 3, 5, 12, 25, 60}[random.IntN(8)]
	wild := []int{4, 11}[random.IntN(2)] // of every second one, the columns are tame
	r := &rows{}
	for range 3 {
		r.numbers = append(r.numbers, anyColumn(random, n, wild))
	}
	for range 2 + random.IntN(3) {
		c := anyColumn(random, n, wild)
		for i, v := range c.Values {
			if !math.IsNaN(v) {
				c.Values[i] = 1 + math.Abs(math.Mod(math.Trunc(v), 5))
			}
		}
		r.items = append(r.items, c)
	}
	for range 3 {
		r.categories = append(r.categories, anyCategories(random, n))
	}
	if kind := random.IntN(3); kind > 0 {
		*r = *r.weighted([]WeightKind{Frequency, Sampling}[kind-1], func(int) float64 { return []float64{0, 1, 1, 1, 2, missing}[random.IntN(6)] })
	}
	return r
}

func anyColumn(random *rand.Rand, n, wild int) Column {
	of := []func() float64{
		random.NormFloat64, random.ExpFloat64, func() float64 { return float64(random.IntN(3)) }, func() float64 { return float64(random.IntN(30)) },
		func() float64 { return 7 }, func() float64 { return 0.1 },
		func() float64 { return 1e65 * random.NormFloat64() },
		func() float64 { return 1e-200 * random.NormFloat64() },
		func() float64 { return 1e12 + float64(random.IntN(3)) },
		func() float64 { return 1e9 + 1e-7*random.NormFloat64() },
		func() float64 { return math.Exp(20 * random.NormFloat64()) },
	}[random.IntN(wild)]
	gaps := []float64{0, 0, 0, 0.1, 0.1, 1}[random.IntN(6)]
	c := Column{Name: fmt.Sprint("column ", random.IntN(9))}
	for range n {
		if v := of(); random.Float64() < gaps {
			c.Values = append(c.Values, missing)
		} else {
			c.Values = append(c.Values, v)
		}
	}
	return c
}

func anyCategories(random *rand.Rand, n int) Categories {
	c := Categories{Name: "categories", Labels: made(1 + random.IntN(6))}
	for range n {
		c.Of = append(c.Of, random.IntN(len(c.Labels)+random.IntN(2))-random.IntN(2))
		if last := len(c.Of) - 1; c.Of[last] == len(c.Labels) {
			c.Of[last] = 0
		}
	}
	return c
}

func TestWhateverComesInNothingPanicsAndNoFigureIsNaN(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 13))
	came := map[string]int{}
	for range 1500 {
		r := anything(random)
		for name, run := range analyses {
			got, err := run(r)
			if err != nil {
				if kind := study.KindOf(err); kind != study.Invalid {
					t.Fatalf("%s: the error %q is %s", name, err, kind)
				}
				continue
			}
			came[name]++
			if _, err := json.Marshal(got); err != nil { // NaN and infinities can't be sent
				t.Fatalf("%s of %+v: %v", name, r, err)
			}
		}
	}
	for name := range analyses {
		if came[name] < 40 {
			t.Errorf("%s had a result %d times only, so this shows little", name, came[name])
		}
	}
}

func TestBadInputIsSaidInASentence(t *testing.T) {
	good := Column{"staff", []float64{1, 2, 3, 4, 9, 7, 5}}
	sizes := Categories{"size", []string{"small", "large"}, []int{0, 0, 0, 1, 1, 1, 1}}
	for want, run := range map[string]func() error{
		"staff and short have different numbers of rows.": func() error { _, err := Correlate(Pearson, good, Column{"short", ones(1)}, nil); return err },
		"staff has a number in row 2 that is too large to calculate with.": func() error {
			_, err := Describe(Column{"staff", ones(1, math.Inf(1))}, nil)
			return err
		},
		"size has a value in row 1 that is none of its categories.": func() error { _, err := Count(Categories{"size", []string{"a"}, []int{3}}, nil); return err },
		"No row has a value in staff.":                              func() error { _, err := Describe(Column{"staff", ones(missing)}, nil); return err },
		"same has the same value in all 7 rows, so nothing can go together with it.": func() error {
			_, err := Correlate(Spearman, good, Column{"same", ones(2, 2, 2, 2, 2, 2, 2)}, nil)
			return err
		},
		"one has one group only with values of staff, so there is nothing to compare.": func() error {
			_, err := CompareRanks(good, Categories{"one", []string{"a"}, make([]int, 7)}, nil)
			return err
		},
		"twice follows exactly from the other variables of the model; leave one of them out.": func() error {
			twice := Column{"twice", ones(2, 4, 6, 8, 18, 14, 10)}
			_, err := Regress(Column{"y", ones(1, 0, 2, 5, 3, 4, 4)}, []Predictor{{Variable: good}, {Variable: twice}}, nil)
			return err
		},
		"No row with all values is huge, the reference of size.": func() error {
			_, err := Regress(good, []Predictor{{sizes, "huge"}}, nil)
			return err
		},
		"staff follows exactly from the variables that are to explain it, so there is nothing to estimate.": func() error {
			_, err := Regress(good, []Predictor{{Variable: Column{"half", ones(.5, 1, 1.5, 2, 4.5, 3.5, 2.5)}}}, nil)
			return err
		},
		"The weight w is less than nought in row 1.": func() error {
			_, err := Describe(good, &Weights{Column{"w", ones(-1, 1, 1, 1, 1, 1, 1)}, Sampling})
			return err
		},
		"The frequency weight w is no whole number in row 1.": func() error {
			_, err := Describe(good, &Weights{Column{"w", ones(1.5, 1, 1, 1, 1, 1, 1)}, Frequency})
			return err
		},
		"a has the value 9 in row 1; the scale s goes from 1 to 5.": func() error {
			_, err := Scale{Name: "s", Low: 1, High: 5, Items: []Item{{Column{"a", ones(9)}, false}}}.Column()
			return err
		},
	} {
		if err := run(); err == nil || err.Error() != want || study.KindOf(err) != study.Invalid {
			t.Errorf("%v\nis not: %s", err, want)
		}
	}
}

func TestWhatWouldTakeTooLongIsRefused(t *testing.T) {
	const n = 400
	each, numbers := Categories{Name: "district"}, Column{Name: "staff"}
	for i := range n {
		each.Labels, each.Of = append(each.Labels, fmt.Sprint(i)), append(each.Of, i)
		numbers.Values = append(numbers.Values, float64(i*i%97))
	}
	two := func(c Categories) Categories { // every category twice
		return Categories{c.Name, c.Labels, append(c.Of, c.Of...)}
	}
	long := Column{"staff", append(numbers.Values, numbers.Values...)}
	for what, run := range map[string]func() error{
		"a wide table": func() error { _, err := Tabulate(each, each, nil); return err },
		"many groups":  func() error { _, err := CompareMeans(long, two(each), nil); return err },
		"many dummies": func() error { _, err := Regress(long, []Predictor{{Variable: two(each)}}, nil); return err },
		"many levels":  func() error { _, err := RegressOrdered(two(each), []Predictor{{Variable: long}}, nil); return err },
		"many rows": func() error {
			_, err := Describe(Column{"staff", ones(1)}, &Weights{Column{"w", ones(1e9)}, Frequency})
			return err
		},
		"many items": func() error {
			_, err := Scale{Name: "s", Low: 0, High: 100, Items: make([]Item, 1000)}.Column()
			return err
		},
	} {
		if err := run(); study.KindOf(err) != study.TooLarge {
			t.Errorf("%s: %v", what, err)
		}
	}
}
