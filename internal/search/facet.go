package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2"
	found "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/selvedge/selvedge/internal/study"
)

// maxFacet is how many values of one kind are counted.
const maxFacet = 200

// facets counts the hits. A kind that narrows is counted without its own narrowing,
// so that its other values can be chosen as well.
func (r *searching) facets(said query.Query, page *bleve.SearchResult) (study.Facets, error) {
	var counts [dimensions][]study.FacetCount
	for d := range dimensions {
		var err error
		if counts[d], err = r.counts(d, said, page); err != nil {
			return study.Facets{}, err
		}
	}
	counts[bySpeaker] = oneVoice(counts[bySpeaker])
	uncoded, err := r.uncoded(said, page)
	return study.Facets{
		Strand: counts[byStrand], Source: counts[bySource], Speaker: counts[bySpeaker],
		Code: counts[byCode], Coder: counts[byCoder], Uncoded: uncoded,
	}, err
}

// uncoded counts the hits without a code, as if codes didn't narrow.
func (r *searching) uncoded(said query.Query, page *bleve.SearchResult) (int, error) {
	if facet := page.Facets[countedIn[byCode]]; facet != nil {
		return facet.Missing, nil
	}
	parts := []query.Query{bleveNot(coded())}
	if said != nil {
		parts = append(parts, said)
	}
	request := bleve.NewSearchRequestOptions(r.limits.without(byCode).around(both(parts)), 0, 0, false)
	request.Score = "none"
	result, err := r.run(request)
	if err != nil {
		return 0, err
	}
	return int(result.Total), nil
}

// unlimited says whether every turn is a hit.
func (r *searching) unlimited(said query.Query) bool {
	return said == nil && r.limits.none()
}

func (r *searching) counts(d dimension, said query.Query, page *bleve.SearchResult) ([]study.FacetCount, error) {
	others := r.limits.without(d)
	switch {
	case said == nil && others.none():
		return r.g.tally(countedIn[d])
	case !r.limits.active[d]:
		return countsOf(page.Facets[countedIn[d]]), nil
	}
	request := bleve.NewSearchRequestOptions(others.around(said), 0, 0, false)
	request.Score = "none"
	request.AddFacet(countedIn[d], bleve.NewFacetRequest(countedIn[d], maxFacet))
	result, err := r.run(request)
	if err != nil {
		return nil, err
	}
	return countsOf(result.Facets[countedIn[d]]), nil
}

// tally counts all turns by a field from the lists of its values, which is many
// times faster than going through the turns.
func (g *generation) tally(field string) ([]study.FacetCount, error) {
	out := []study.FacetCount{}
	err := g.read(func(reader index.IndexReader) error {
		values, err := reader.FieldDict(field)
		if err != nil {
			return err
		}
		defer values.Close()
		for {
			value, err := values.Next()
			if err != nil || value == nil {
				return err
			}
			turns, err := reader.TermFieldReader(context.Background(), []byte(value.Term), field, false, false, false)
			if err != nil {
				return err
			}
			if n := int(turns.Count()); n > 0 {
				out = append(out, study.FacetCount{Value: value.Term, Count: n})
			}
			if err := turns.Close(); err != nil {
				return err
			}
		}
	})
	out = inOrder(out)
	return out[:min(maxFacet, len(out))], err
}

func countsOf(facet *found.FacetResult) []study.FacetCount {
	out := []study.FacetCount{}
	if facet != nil && facet.Terms != nil {
		for _, t := range facet.Terms.Terms() {
			out = append(out, study.FacetCount{Value: t.Term, Count: t.Count})
		}
	}
	return inOrder(out)
}

func inOrder(counts []study.FacetCount) []study.FacetCount {
	slices.SortFunc(counts, func(a, b study.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return counts
}

// oneVoice adds up names that differ in case only, under the most frequent spelling.
func oneVoice(counts []study.FacetCount) []study.FacetCount {
	at, out := map[string]int{}, []study.FacetCount{}
	for _, c := range counts {
		if i, ok := at[lower(c.Value)]; ok {
			out[i].Count += c.Count
			continue
		}
		at[lower(c.Value)] = len(out)
		out = append(out, c)
	}
	return inOrder(out)
}
