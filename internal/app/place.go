package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// places is what is tied to some cases: ranges by source, in text order and apart.
type places map[study.ID][]study.Range

// casesFor gives the cases that a filter asks for.
func (a *App) casesFor(r store.Reader, project study.ID, f study.Filter) (study.CaseSet, error) {
	all, err := a.cases.read(r, project, project)
	if err != nil {
		return nil, err
	}
	variables, err := variableSet(r, project)
	if err != nil {
		return nil, err
	}
	return variables.CaseSet(all, f.Cases, f.Where)
}

// tiesFor gives what is tied to the cases that a filter asks for.
func (a *App) tiesFor(r store.Reader, project study.ID, f study.Filter) (out []study.Tie, err error) {
	cases, err := a.casesFor(r, project, f)
	if err != nil {
		return nil, err
	}
	return a.tiesOf(r, project, cases)
}

func (a *App) tiesOf(r store.Reader, project study.ID, cases study.CaseSet) (out []study.Tie, err error) {
	all, err := a.ties.read(r, project, project)
	for _, t := range all {
		if cases[t.CaseID] {
			out = append(out, t)
		}
	}
	return out, err
}

// sourcesFor gives the sources of which anything is tied to the cases a filter asks for, and found
// by its saved searches; nil when it asks for none in particular.
func (a *App) sourcesFor(ctx context.Context, r store.Reader, project study.ID, f study.Filter) (map[study.ID]bool, error) {
	turns, err := a.searchedTurns(ctx, r, project, f)
	if err != nil || turns == nil && !f.ByCase() {
		return nil, err
	}
	out := map[study.ID]bool{}
	for id := range turns {
		out[id] = true
	}
	if !f.ByCase() {
		return out, nil
	}
	ties, err := a.tiesFor(r, project, f)
	tied := map[study.ID]bool{}
	for _, t := range ties {
		tied[t.SourceID] = turns == nil || out[t.SourceID]
	}
	return tied, err
}

// placesFor gives where the words stand that belong to the cases of a filter and are found by its
// saved searches; nil when it asks for none in particular.
func (a *App) placesFor(ctx context.Context, r store.Reader, project study.ID, sources map[study.ID]study.Source, f study.Filter) (places, error) {
	turns, err := a.searchedTurns(ctx, r, project, f)
	if err != nil || turns == nil && !f.ByCase() {
		return nil, err
	}
	found, err := placesIn(r, sources, turns)
	if err != nil || !f.ByCase() {
		return found, err
	}
	ties, err := a.tiesFor(r, project, f)
	if err != nil {
		return nil, err
	}
	tied, err := placesOf(r, project, sources, ties)
	if err != nil || turns == nil {
		return tied, err
	}
	for id, ranges := range tied {
		tied[id] = study.Shared(ranges, found[id])
	}
	return tied, nil
}

// placesIn gives where some turns stand.
func placesIn(r store.Reader, sources map[study.ID]study.Source, turns study.TurnSet) (places, error) {
	out := places{}
	for id, some := range turns {
		source, there := sources[id]
		if !there {
			continue // it went meanwhile
		}
		content, err := r.Content(source)
		if err != nil {
			return nil, err
		}
		for _, turn := range some {
			if turn < len(content.Turns) {
				out.add(id, content.Turns[turn].Range)
			}
		}
		out[id] = study.Joined(out[id])
	}
	return out, nil
}

// turnsFor gives the turns that belong to the cases a filter asks for, and that its saved searches
// find; nil when it asks for none in particular.
func (a *App) turnsFor(ctx context.Context, r store.Reader, project study.ID, f study.Filter) (study.TurnSet, error) {
	found, err := a.searchedTurns(ctx, r, project, f)
	if err != nil || !f.ByCase() {
		return found, err
	}
	cases, err := a.casesFor(r, project, f)
	if err != nil {
		return nil, err
	}
	turns, err := a.turnsOf(r, project, cases)
	if err != nil || found == nil {
		return turns, err
	}
	return turns.And(found), nil
}

// turnsOf gives the turns that belong to some cases.
func (a *App) turnsOf(r store.Reader, project study.ID, cases study.CaseSet) (study.TurnSet, error) {
	ties, err := a.tiesOf(r, project, cases)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesByID(r, project)
	if err != nil {
		return nil, err
	}
	places, err := placesOf(r, project, sources, ties)
	if err != nil {
		return nil, err
	}
	return places.turns(r, sources)
}

func sourcesByID(r store.Reader, project study.ID) (map[study.ID]study.Source, error) {
	list, err := r.Sources(project, "")
	out := make(map[study.ID]study.Source, len(list))
	for _, s := range list {
		out[s.ID] = s
	}
	return out, err
}

// placesOf finds where the words stand that are tied.
func placesOf(r store.Reader, project study.ID, sources map[study.ID]study.Source, ties []study.Tie) (places, error) {
	out, speakers := places{}, map[study.ID]map[study.ID]bool{}
	var passages []study.ID
	for _, t := range ties {
		if _, there := sources[t.SourceID]; !there {
			continue // it came or went meanwhile
		}
		switch t.TargetKind {
		case "source":
			out.add(t.SourceID, study.Range{End: sources[t.SourceID].Length})
		case "speaker":
			if speakers[t.SourceID] == nil {
				speakers[t.SourceID] = map[study.ID]bool{}
			}
			speakers[t.SourceID][t.TargetID] = true
		default:
			passages = append(passages, t.TargetID)
		}
	}
	if err := out.addPassages(r, project, passages); err != nil {
		return nil, err
	}
	for source, who := range speakers {
		if err := out.addTurns(r, sources[source], who); err != nil {
			return nil, err
		}
	}
	for source, ranges := range out {
		out[source] = study.Joined(ranges)
	}
	return out, nil
}

func (p places) add(source study.ID, r study.Range) { p[source] = append(p[source], r) }

func (p places) addPassages(r store.Reader, project study.ID, ids []study.ID) error {
	list, err := r.PassagesOf(project, ids)
	for _, one := range list {
		p.add(one.SourceID, one.Range)
	}
	return err
}

// addTurns adds what some speakers of a source say.
func (p places) addTurns(r store.Reader, source study.Source, who map[study.ID]bool) error {
	content, err := r.Content(source)
	if err != nil {
		return err
	}
	for _, t := range content.Turns {
		if who[t.Speaker] {
			p.add(source.ID, t.Range)
		}
	}
	return nil
}

// turns gives the turns that reach into the places.
func (p places) turns(r store.Reader, sources map[study.ID]study.Source) (study.TurnSet, error) {
	out := study.TurnSet{}
	for id, ranges := range p {
		if ranges[0] == (study.Range{End: sources[id].Length}) {
			out[id] = nil
			continue
		}
		content, err := r.Content(sources[id])
		if err != nil {
			return nil, err
		}
		some := []int{}
		for _, t := range content.Turns {
			if study.Touches(t.Range, ranges) {
				some = append(some, t.Index)
			}
		}
		out[id] = some
	}
	return out, nil
}
