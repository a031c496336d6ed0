package search

import (
	"fmt"
	"slices"
	"strings"

	found "github.com/blevesearch/bleve/v2/search"

	"github.com/selvedge/selvedge/internal/study"
)

// hitOf reads a hit from what the index has stored of the turn.
func hitOf(match *found.DocumentMatch) (study.Hit, error) {
	hit, r, err := readHit(match)
	if err == nil {
		hit.Marks = append(hit.Marks, marks(r, match.Locations)...)
	}
	return hit, err
}

// readHit reads a hit without its marks.
func readHit(match *found.DocumentMatch) (study.Hit, record, error) {
	stored, _ := match.Fields[recordField].(string)
	r, err := readRecord(stored)
	if err != nil {
		return study.Hit{}, r, fmt.Errorf("turn %s: %w", match.ID, err)
	}
	hit := study.Hit{
		Range: study.Range{Start: r.Start, End: r.Start + study.TextLen(r.Text)},
		Text:  r.Text, Speaker: r.Speaker, Codes: []study.ID{}, Marks: [][2]int{},
	}
	hit.Source, hit.Turn = splitTurnID(match.ID)
	for _, code := range r.codes() {
		hit.Codes = append(hit.Codes, study.ID(code))
	}
	return hit, r, nil
}

// marks turns the places of terms, which count bytes of the turn, into ranges of
// the source's text, in order and without overlaps.
func marks(r record, places found.FieldTermLocationMap) [][2]int {
	var out [][2]int
	text := study.NewPositions(r.Text)
	for field, terms := range places {
		if field != exactField && !strings.HasPrefix(field, wordsField) {
			continue
		}
		for _, locations := range terms {
			for _, l := range locations {
				out = append(out, [2]int{r.Start + text.Point(int(l.Start)), r.Start + text.Point(int(l.End))})
			}
		}
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
