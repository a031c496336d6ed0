package study

import "slices"

// MergeCarry takes positions in a text of the copy to ours.
type MergeCarry struct {
	*Carry
	Revision int // of ours that has the words of the copy; 0 when none has
}

// MergedSource is a new source, and the source of the copy that it is.
type MergedSource struct {
	Source
	Of       ID
	Speakers []Speaker
}

// MergedSources finds which source of the copy is which of ours: by its id, else by its words.
// Those that are in neither way are not in the map.
func MergedSources(ours, theirs ProjectCopy) map[ID]ID {
	out, words := map[ID]ID{}, map[string]ID{}
	here := byID(ours.Sources)
	for _, s := range theirs.Sources {
		if _, there := here[s.ID]; there {
			out[s.ID] = s.ID
		}
	}
	for _, s := range slices.Backward(ours.Sources) {
		if out[s.ID] == "" {
			words[ours.Words[s.ID]] = s.ID
		}
	}
	for _, s := range theirs.Sources {
		if there := words[theirs.Words[s.ID]]; out[s.ID] == "" && there != "" {
			out[s.ID] = there
			delete(words, theirs.Words[s.ID]) // the same words twice are two sources
		}
	}
	return out
}

func (g *merger) strands() {
	here, named := byID(g.Ours.Strands), map[string]ID{}
	for _, s := range g.Ours.Strands {
		named[Fold(s.Name)] = s.ID
	}
	for _, s := range g.Theirs.Strands {
		_, there := here[s.ID]
		at := named[Fold(s.Name)]
		if there {
			at = s.ID
		}
		if at == "" {
			g.fresh(s)
			s.ProjectID, s.Version, s.Asked, s.Position = g.Ours.Project, 1, nil, len(here)+len(g.out.Strands)
			g.out.Strands = append(g.out.Strands, s)
			continue
		}
		g.same(s, at)
		before := here[at]
		after := before
		g.differ("strand", at, before.Name, field{"name", &after.Name, &s.Name}, field{"question", &after.Question, &s.Question})
		if after.Name != before.Name || after.Question != before.Question {
			after.Version++
			g.change(before, after)
		}
	}
}

func (g *merger) sources() {
	here, which := byID(g.Ours.Sources), MergedSources(g.Ours, g.Theirs)
	speakers := map[ID][]Speaker{}
	for _, s := range g.Theirs.Speakers {
		speakers[s.SourceID] = append(speakers[s.SourceID], s)
	}
	for _, s := range g.Theirs.Sources {
		at := which[s.ID]
		if at != "" {
			g.sameSource(s, here[at])
			continue
		}
		strand := g.find("strand", s.StrandID)
		if g.Gone[s.ID] || strand == "" {
			g.left(s)
			continue
		}
		g.fresh(s)
		one := MergedSource{Source: s, Of: s.ID}
		if g.Undone[s.ID] {
			one.ID = NewID() // its texts are still there, should the undo be undone
			g.is[Link{s.Kind(), s.ID}] = one.ID
		}
		one.ProjectID, one.StrandID, one.Version, one.CreatedBy = g.Ours.Project, strand, 1, g.person(s.CreatedBy)
		for _, speaker := range speakers[s.ID] {
			g.is[Link{"speaker", speaker.ID}] = speaker.ID
			speaker.ProjectID, speaker.SourceID, speaker.Version = g.Ours.Project, one.ID, 1
			one.Speakers = append(one.Speakers, speaker)
		}
		g.out.Sources = append(g.out.Sources, one)
	}
}

func (g *merger) sameSource(theirs, before Source) {
	g.same(theirs, before.ID)
	after := before
	g.differ("source", before.ID, before.Title, field{"title", &after.Title, &theirs.Title})
	if after.Title != before.Title {
		after.Version++
		g.change(before, after)
	}
	if g.carry[theirs.ID].Carry != nil {
		g.out.Differences = append(g.out.Differences, MergeDifference{ID: "source/" + string(before.ID) + "/words", Kind: "source", Name: before.Title, Field: "words", Take: TakeOurs, Fixed: true})
	}
}

// speakers of sources that are here too are known by their ids, else by their names.
func (g *merger) speakers() {
	here, named := byID(g.Ours.Speakers), map[[2]string]ID{}
	for _, s := range g.Ours.Speakers {
		named[[2]string{string(s.SourceID), Fold(s.Name)}] = s.ID
	}
	for _, s := range g.Theirs.Speakers {
		at := named[[2]string{string(g.find("source", s.SourceID)), Fold(s.Name)}]
		if _, there := here[s.ID]; there {
			at = s.ID
		}
		if at != "" {
			g.is[Link{"speaker", s.ID}] = at
		}
	}
}
