package search

import (
	"context"

	found "github.com/blevesearch/bleve/v2/search"

	"github.com/selvedge/selvedge/internal/study"
)

// Ranges gives what of the turns that answer a query would be coded: the words that were found, the
// sentences in which they stand, or the turns. Where a query asks for no words, sentences are turns.
func (x *Index) Ranges(ctx context.Context, project study.ID, q study.RangeQuery) (study.HitRanges, error) {
	q.Cursor = ""
	s, err := x.searching(ctx, project, q.SearchQuery)
	if err != nil {
		return study.HitRanges{}, err
	}
	return ask(ctx, x, project, func(g *generation) (study.HitRanges, error) {
		s.g = g
		return s.ranges(q.What)
	})
}

func (r *searching) ranges(what string) (out study.HitRanges, err error) {
	c, said, err := r.compiled()
	if err != nil {
		return out, err
	}
	var places []placed
	if r.tree != nil {
		if places, err = c.places(r.tree); err != nil {
			return out, err
		}
	}
	err = r.eachPlaced(said, func(hit study.Hit, rec record, words []found.FieldTermLocation) bool {
		text := study.NewPositions(rec.Text)
		for _, at := range rangesOf(what, text, occurrencesIn(words, places)) {
			if out.Cut = len(out.Items) == study.MostRanges; out.Cut {
				return false
			}
			here := study.Range{Start: rec.Start + at.Start, End: rec.Start + at.End}
			out.Items = append(out.Items, study.HitRange{Source: hit.Source, Turn: hit.Turn, Range: here, Text: text.Slice(at), Speaker: rec.Speaker})
		}
		return true
	})
	return out, err
}

// rangesOf gives what would be coded in a turn where words were found at some bytes of it.
func rangesOf(what string, text *study.Positions, places [][2]int) (out []study.Range) {
	whole := text.Trim(study.Range{End: text.Len()})
	if whole.Len() == 0 {
		return nil
	}
	for _, at := range places {
		out = append(out, study.Range{Start: text.Point(at[0]), End: text.Point(at[1])})
	}
	switch {
	case what == study.HitWords:
		return out
	case what == study.HitTurn || len(places) == 0:
		return []study.Range{whole}
	}
	return reached(sentences(text.String()), out)
}

// reached gives those of some ranges that any of others reach into.
func reached(ranges, by []study.Range) (out []study.Range) {
	for _, r := range ranges {
		if study.Touches(r, by) {
			out = append(out, r)
		}
	}
	return out
}
