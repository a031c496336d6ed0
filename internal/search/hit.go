package search

import (
	"fmt"
	"slices"

	found "github.com/blevesearch/bleve/v2/search"

	"github.com/selvedge/selvedge/internal/study"
)

// readHit reads a hit without its marks from what the index has stored of the turn.
func readHit(source study.ID, turn int, stored string) (study.Hit, record, error) {
	r, err := readRecord(stored)
	if err != nil {
		return study.Hit{}, r, fmt.Errorf("turn %s: %w", turnID(source, turn), err)
	}
	hit := study.Hit{
		Source: source, Turn: turn, Range: study.Range{Start: r.Start, End: r.Start + study.TextLen(r.Text)},
		Text: r.Text, Speaker: r.Speaker, Codes: []study.ID{}, Marks: [][2]int{},
	}
	for _, code := range r.codes() {
		hit.Codes = append(hit.Codes, study.ID(code))
	}
	return hit, r, nil
}

// marks turns the places of terms, which count bytes of the turn, into ranges of
// the source's text, in order and without overlaps.
func marks(r record, places []found.FieldTermLocation) [][2]int {
	out := make([][2]int, len(places))
	text := study.NewPositions(r.Text)
	for i, l := range places {
		out[i] = [2]int{r.Start + text.Point(int(l.Location.Start)), r.Start + text.Point(int(l.Location.End))}
	}
	slices.SortFunc(out, byPlace)
	return apart(out)
}

// apart joins sorted ranges that overlap.
func apart(ranges [][2]int) [][2]int {
	out := ranges[:0]
	for _, m := range ranges {
		if n := len(out); n > 0 && m[0] < out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], m[1])
			continue
		}
		out = append(out, m)
	}
	return out
}
