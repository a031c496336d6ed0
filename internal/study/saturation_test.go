package study

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// TestSaturationIsAsAskedOfEachSource asks of each source, in the slow and obvious way, which of its
// codes none before it has.
func TestSaturationIsAsAskedOfEachSource(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 200 {
		var codings []CodedAt
		for range r.IntN(40) {
			codings = append(codings, CodedAt{ID(fmt.Sprint("s", r.IntN(6))), ID(fmt.Sprint("c", r.IntN(9))), time.Unix(int64(r.IntN(1000)), int64(len(codings)))})
		}
		got := Saturate(codings)
		for i, one := range got {
			before := func(code ID) bool {
				return slices.ContainsFunc(codings, func(c CodedAt) bool {
					return c.Code == code && slices.ContainsFunc(got[:i], func(s Saturation) bool { return s.Source == c.Source })
				})
			}
			has := func(code ID) bool { return slices.Contains(codesGivenIn(codings, one.Source), code) }
			fresh, all := 0, 0
			for n := range 9 {
				code := ID(fmt.Sprint("c", n))
				if has(code) && !before(code) {
					fresh++
					if !slices.Contains(one.New, code) {
						t.Fatalf("%s is new in %s", code, one.Source)
					}
				}
				if has(code) || before(code) {
					all++
				}
			}
			if len(one.New) != fresh || one.All != all || i > 0 && one.At.Before(got[i-1].At) {
				t.Fatalf("%+v has %d new of %d", one, fresh, all)
			}
		}
	}
}

func codesGivenIn(codings []CodedAt, source ID) (out []ID) {
	for _, c := range codings {
		if c.Source == source {
			out = append(out, c.Code)
		}
	}
	return out
}
