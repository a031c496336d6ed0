package web

import (
	"context"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Filter is how lists are narrowed; each may be given several times.
type Filter struct {
	Strand  []string `query:"strand,explode" doc:"Strands"`
	Source  []string `query:"source,explode" doc:"Sources"`
	Speaker []string `query:"speaker,explode" doc:"Names of speakers"`
	Code    []string `query:"code,explode" doc:"Codes, with their descendants; in a search, none stands for turns on which nothing is coded yet"`
	Coder   []string `query:"coder,explode" doc:"Coders"`
	CaseFilter
}

// CaseFilter narrows to what belongs to some cases, a firm's persons among them, and to what saved
// searches find.
type CaseFilter struct {
	Search []string `query:"search,explode" doc:"Only turns, or what touches turns, that any of these saved searches finds"`
	Case   []string `query:"case,explode" doc:"Only what is tied to these cases, or to the persons of these firms"`
	Where  []string `query:"where,explode" doc:"Only what is tied to cases that meet these conditions, or to the persons of such firms: as of a list of cases, such as Sector=Food or Employees>=10"`
}

func (f Filter) read() study.Filter {
	return study.Filter{Strands: ids(f.Strand), Sources: ids(f.Source), Codes: ids(f.Code), Coders: ids(f.Coder), Speakers: given(f.Speaker),
		Cases: ids(f.Case), Where: given(f.Where), Searches: ids(f.Search)}
}

func given(list []string) (out []string) {
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func ids(list []string) (out []study.ID) {
	for _, s := range given(list) {
		out = append(out, study.ID(s))
	}
	return out
}

type found struct {
	Total  int          `json:"total" doc:"Turns that answer"`
	Hits   []study.Hit  `json:"hits"`
	Facets study.Facets `json:"facets"`
	Next   string       `json:"next,omitempty"`
	TookMs float64      `json:"tookMs"`
}

// TextQuery is a query with what narrows it.
type TextQuery struct {
	InProject
	Filter
	Q string `query:"q" doc:"Words, \"phrases\", AND, OR, NOT, parentheses, prefix*, wild?cards, fuzzy~, =exact, near/5(a b), then/5(a b), and fields such as speaker:, strand:, source:, code:, coder:, case:, memo: and the variables of cases"`
}

func (t TextQuery) read() study.SearchQuery {
	return study.SearchQuery{Text: t.Q, Filter: t.Filter.read()}
}

func (s *server) searchRoutes() {
	type ask struct {
		TextQuery
		Part   string `query:"part" enum:"common,whole" doc:"What of passages that lie to others is shown in the turns: the words that both have, or both"`
		Listed int    `query:"listed" default:"200" minimum:"1" maximum:"5000" doc:"How many values of each kind are listed with their counts, the commonest first"`
		Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"500"`
		Cursor string `query:"cursor"`
	}
	handle(s, operation{method: "GET", path: searches, id: "search", summary: "Find turns", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[found], error) {
			start := time.Now()
			q := in.read()
			q.Part, q.Listed, q.Limit, q.Cursor = in.Part, in.Listed, in.Limit, in.Cursor
			r, err := s.app.Search(ctx, by, in.id(), q)
			if r.Hits == nil {
				r.Hits = []study.Hit{}
			}
			return answered(found{r.Total, r.Hits, r.Facets, r.Next, float64(time.Since(start).Microseconds()) / 1000}, err)
		})
	s.concordanceRoutes()
	s.searchByCaseRoute()
	s.searchRangesRoute()
	s.parsedQueryRoute()
	s.namedRoute()
}

func (s *server) searchByCaseRoute() {
	type ask struct {
		TextQuery
		By string `query:"by" doc:"A variable, by its name: counts by its values instead of by case"`
	}
	handle(s, operation{method: "GET", path: searches + "/cases", id: "search-cases", summary: "Turns that a query finds, counted by case or by a variable of cases", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[study.CaseCounts], error) {
			r, err := s.app.SearchByCase(ctx, by, in.id(), in.read(), in.By)
			if r.Items == nil {
				r.Items = []study.CaseCount{}
			}
			return answered(r, err)
		})
	handle(s, operation{method: "GET", path: searches + "/sources", id: "search-sources", summary: "Turns that a query finds, counted by source", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *TextQuery) (*answer[page[study.FacetCount]], error) {
			return listed(s.app.SearchBySource(ctx, by, in.id(), in.read()))
		})
	type names struct {
		InProject
		Q     string `query:"q" doc:"Words that the name has, or parts of them; none for all"`
		Limit int    `query:"limit" default:"50" minimum:"1" maximum:"500"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/speakers", id: "list-speakers", summary: "Names of speakers, each once", permission: study.MayRead, tag: "search"},
		func(ctx context.Context, by study.Actor, in *names) (*answer[page[string]], error) {
			found, total, err := s.app.SpeakerNames(ctx, by, in.id(), in.Q, in.Limit)
			if found == nil {
				found = []string{}
			}
			return answered(page[string]{Items: found, Total: total}, err)
		})
}

const searches = "/api/projects/{project}/search"
