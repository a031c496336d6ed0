package study

import (
	"cmp"
	"slices"
	"time"
)

// CodedAt is a code that was given in a source.
type CodedAt struct {
	Source, Code ID
	At           time.Time
}

// Saturation is one source in the order of coding.
type Saturation struct {
	Source ID        `json:"source"`
	At     time.Time `json:"at" doc:"When its first coding was made"`
	Codes  int       `json:"codes" doc:"How many codes it has"`
	New    []ID      `json:"new" doc:"Those that no source before it has"`
	All    int       `json:"all" doc:"How many codes this and all sources before it have"`
}

// Saturate puts sources in the order in which their first codings were made, and says of each which
// of its codes no source before it has.
func Saturate(codings []CodedAt) []Saturation {
	first, codes := map[ID]time.Time{}, map[ID][]ID{}
	for _, c := range codings {
		if at, seen := first[c.Source]; !seen || c.At.Before(at) {
			first[c.Source] = c.At
		}
		codes[c.Source] = append(codes[c.Source], c.Code)
	}
	out := make([]Saturation, 0, len(first))
	for source, at := range first {
		out = append(out, Saturation{Source: source, At: at, New: []ID{}})
	}
	slices.SortFunc(out, func(a, b Saturation) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Source, b.Source)) })
	known := map[ID]bool{}
	for i := range out {
		here := codes[out[i].Source]
		slices.Sort(here)
		here = slices.Compact(here)
		for _, code := range here {
			if !known[code] {
				known[code] = true
				out[i].New = append(out[i].New, code)
			}
		}
		out[i].Codes, out[i].All = len(here), len(known)
	}
	return out
}
