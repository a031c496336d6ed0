package statistics

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// closed is how far a figure may be from R's, relative to its size, where both are calculated
// by formula; iterated where R searches and stops near the end.
const (
	closed   = 1e-9
	iterated = 1e-6
)

// dataset is a file of testdata: columns, and what R says of them by name of the analysis.
type dataset struct {
	Data    map[string][]any
	Levels  map[string][]string
	Figures map[string]json.RawMessage
}

func load(t testing.TB, name string) *dataset {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	d := &dataset{}
	if err := json.Unmarshal(text, d); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *dataset) column(name string) Column {
	c := Column{Name: name}
	for _, v := range d.Data[name] {
		c.Values = append(c.Values, number(v))
	}
	return c
}

func number(v any) float64 {
	if f, ok := v.(float64); ok {
		return f
	}
	return math.NaN()
}

func (d *dataset) categories(name string) Categories {
	c := Categories{Name: name, Labels: d.Levels[name]}
	for _, v := range d.Data[name] {
		label, _ := v.(string)
		c.Of = append(c.Of, slices.Index(c.Labels, label))
	}
	return c
}

func (d *dataset) weights(kind WeightKind) *Weights { return &Weights{d.column("weight"), kind} }

// says reads what R says of an analysis: named numbers, each one or many.
func (d *dataset) says(t testing.TB, analysis string) figures {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(d.Figures[analysis], &raw); err != nil {
		t.Fatalf("%s: %v", analysis, err)
	}
	return figuresOf(raw)
}

type figures map[string][]float64

func figuresOf(raw map[string]any) figures {
	out := figures{}
	for name, v := range raw {
		switch v := v.(type) {
		case []any:
			for _, each := range v {
				out[name] = append(out[name], number(each))
			}
		case map[string]any:
			for inner, each := range figuresOf(v) {
				out[name+"."+inner] = each
			}
		default:
			out[name] = []float64{number(v)}
		}
	}
	return out
}

// are compares figures with R's: the same names on both sides, and each number within a
// tolerance, which some names have to themselves.
func (want figures) are(t *testing.T, got figures, within float64, but map[string]float64) {
	t.Helper()
	if w, g := slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)); !slices.Equal(w, g) {
		t.Fatalf("R gives %v, we give %v", w, g)
	}
	for name, all := range want {
		tolerance := within
		if own, ok := but[name]; ok {
			tolerance = own
		}
		if len(all) != len(got[name]) {
			t.Errorf("%s: R gives %d numbers, we give %d", name, len(all), len(got[name]))
			continue
		}
		for i, v := range all {
			if off := apart(v, got[name][i]); !(off <= tolerance) {
				t.Errorf("%s[%d]: R gives %.12g, we give %.12g (%.2g apart)", name, i, v, got[name][i], off)
			}
		}
	}
}

// apart is the relative distance of two numbers; two missing ones are the same.
func apart(a, b float64) float64 {
	if math.IsNaN(a) && math.IsNaN(b) {
		return 0
	}
	return math.Abs(a-b) / max(math.Abs(a), math.SmallestNonzeroFloat64)
}

func ones(values ...float64) (out []float64) { return values }

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// each runs a test on every analysis of the three data sets whose name begins so; the rest of
// the name gives its columns.
func each(t *testing.T, analysis string, run func(t *testing.T, d *dataset, columns []string, want figures)) {
	t.Helper()
	found := 0
	for _, name := range []string{"survey", "firms", "pilot"} {
		d := load(t, name)
		for key := range d.Figures {
			if rest, ok := strings.CutPrefix(key, analysis+"."); ok {
				found++
				t.Run(fmt.Sprint(name, " ", key), func(t *testing.T) { run(t, d, strings.Split(rest, "."), d.says(t, key)) })
			}
		}
	}
	if found == 0 {
		t.Fatalf("no data set has figures of %s", analysis)
	}
}
