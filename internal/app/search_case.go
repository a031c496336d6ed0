package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SearchByCase counts the turns that answer a query by the cases they belong to, or by the values
// that these have of a variable; "" counts by case. What
// filters by case let through of a variable does not narrow the counts of its other values.
func (a *App) SearchByCase(ctx context.Context, by study.Actor, project study.ID, q study.SearchQuery, variable string) (study.CaseCounts, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.CaseCounts{}, err
	}
	r := a.store.Read(ctx)
	c, err := a.casing(r, project, variable)
	if err != nil {
		return study.CaseCounts{}, err
	}
	if variable != "" {
		if q.Where, err = c.set.Others(q.Where, c.of); err != nil {
			return study.CaseCounts{}, err
		}
	}
	if q, err = a.asking(ctx, r, project, q); err != nil {
		return study.CaseCounts{}, err
	}
	hits, err := a.index.Turns(ctx, project, q)
	if err != nil {
		return study.CaseCounts{}, err
	}
	return c.counted(hits), nil
}

// SearchBySource counts the turns that answer a query by source, those that have any, in the order of
// the sources.
func (a *App) SearchBySource(ctx context.Context, by study.Actor, project study.ID, q study.SearchQuery) (out []study.FacetCount, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	if q, err = a.asking(ctx, r, project, q); err != nil {
		return nil, err
	}
	hits, err := a.index.Turns(ctx, project, q)
	if err != nil {
		return nil, err
	}
	lines, err := sourceLines(r, project)
	if err != nil {
		return nil, err
	}
	for id, turns := range hits {
		if _, there := lines.sources[id]; there && len(turns) > 0 { // else it went meanwhile
			out = append(out, study.FacetCount{Value: string(id), Count: len(turns)})
		}
	}
	slices.SortFunc(out, func(x, y study.FacetCount) int {
		return lines.order[study.ID(x.Value)] - lines.order[study.ID(y.Value)]
	})
	return out, nil
}

// casing knows whose words turns are, and what is counted of their cases.
type casing struct {
	set    *study.VariableSet
	of     *study.Variable // nil: the cases themselves
	cases  []study.Case
	byID   map[study.ID]study.Case
	heard  map[study.ID]*voices
	places placed
}

func (a *App) casing(r store.Reader, project study.ID, variable string) (c *casing, err error) {
	c = &casing{byID: map[study.ID]study.Case{}}
	if c.set, err = variableSet(r, project); err != nil {
		return nil, err
	}
	if variable != "" {
		v, err := c.set.Named(variable)
		if err != nil {
			return nil, err
		}
		c.of = &v
	}
	if c.cases, err = a.cases.read(r, project, project); err != nil {
		return nil, err
	}
	for _, one := range c.cases {
		c.byID[one.ID] = one
	}
	if c.heard, err = a.voices.read(r, project, project); err != nil {
		return nil, err
	}
	var tied []study.ID
	for _, v := range c.heard {
		for _, t := range v.passages {
			tied = append(tied, t.TargetID)
		}
	}
	c.places, err = r.PassagesOf(project, tied)
	return c, err
}

// counted counts turns, those that were found and all.
func (c *casing) counted(hits study.TurnSet) study.CaseCounts {
	found, all, out := map[string]int{}, map[string]int{}, study.CaseCounts{}
	for source, v := range c.heard {
		hit := map[int]bool{}
		for _, turn := range hits[source] {
			hit[turn] = true
		}
		for _, t := range v.turns {
			values := c.values(v.owners(t, c.places))
			if hit[t.Index] && len(values) == 0 {
				out.None++
			}
			for _, value := range values {
				all[value]++
				if hit[t.Index] {
					found[value]++
				}
			}
		}
	}
	out.Items = c.items(found, all)
	return out
}

// owners are the cases whose words a turn is, and their firms.
func (v *voices) owners(t study.Turn, places placed) []study.ID {
	out := slices.Concat(v.whole, v.each[t.Speaker])
	for _, tie := range v.passages {
		if p, there := places[tie.TargetID]; there && p.Overlaps(t.Range) {
			out = append(out, tie.CaseID)
		}
	}
	for _, id := range out[:len(out):len(out)] {
		if firm := v.firms[id]; firm != "" {
			out = append(out, firm)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// values gives what is counted of some cases, each once; "" is a case without a value.
func (c *casing) values(cases []study.ID) (out []string) {
	for _, id := range cases {
		if c.of == nil {
			out = append(out, string(id))
			continue
		}
		parts := c.of.Parts(c.byID[id].Value(*c.of))
		if len(parts) == 0 {
			parts = []string{""}
		}
		out = append(out, parts...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// items are the cases that were found, or the values that turns have, in order.
func (c *casing) items(found, all map[string]int) []study.CaseCount {
	out := []study.CaseCount{}
	add := func(value, name string) {
		if n := all[value]; n > 0 {
			out = append(out, study.CaseCount{Value: value, Name: name, Count: found[value], Of: n})
		}
	}
	if c.of == nil {
		for _, one := range c.cases {
			if found[string(one.ID)] > 0 {
				add(string(one.ID), one.Name)
			}
		}
		return out
	}
	for _, o := range c.of.Groups(c.cases) {
		add(o.Value, c.of.Text(o.Value))
	}
	add("", "")
	return out
}
