package study

import (
	"cmp"
	"slices"
)

func (g *merger) variables() {
	here, named := byID(g.Ours.Variables), map[string]Variable{}
	for _, v := range g.Ours.Variables {
		named[Fold(v.Name)] = v
	}
	for _, v := range g.Theirs.Variables {
		ours, there := here[v.ID]
		if !there {
			ours, there = named[Fold(v.Name)]
		}
		switch {
		case there && ours.Sort == v.Sort:
			g.same(v, ours.ID)
			g.options(ours, v)
		case there || g.Gone[v.ID]:
			g.left(v)
		default:
			g.fresh(v)
			v.ProjectID, v.Version, v.Position, v.CreatedBy = g.Ours.Project, 1, len(here)+len(g.out.Variables), g.person(v.CreatedBy)
			g.out.Variables = append(g.out.Variables, v)
		}
	}
}

// options takes those over that ours lacks.
func (g *merger) options(before, theirs Variable) {
	after := before
	after.Options = slices.Clone(before.Options)
	for _, o := range theirs.Options {
		if !slices.ContainsFunc(before.Options, func(known Option) bool { return known.Value == o.Value }) {
			after.Options = append(after.Options, o)
		}
	}
	if len(after.Options) > len(before.Options) {
		after.Version++
		g.change(before, after)
	}
}

func (g *merger) cases() {
	here, keyed, named := byID(g.Ours.Cases), map[string]ID{}, map[string]ID{}
	for _, c := range g.Ours.Cases {
		if c.Folded != "" {
			keyed[c.Folded] = c.ID
		}
		name := c.Sort + "\x00" + Fold(c.Name)
		if _, twice := named[name]; twice {
			named[name] = "" // which of them is meant can't be known
		} else {
			named[name] = c.ID
		}
	}
	theirs := slices.Clone(g.Theirs.Cases)
	slices.SortStableFunc(theirs, func(a, b Case) int { return cmp.Compare(min(1, len(a.FirmID)), min(1, len(b.FirmID))) })
	for _, c := range theirs {
		at := cmp.Or(keyed[c.Folded], named[c.Sort+"\x00"+Fold(c.Name)])
		if _, there := here[c.ID]; there {
			at = c.ID
		}
		switch {
		case at != "":
			g.sameCase(c, here[at])
		case g.Gone[c.ID]:
			g.left(c)
		default:
			g.fresh(c)
			values := g.values(c)
			c.ProjectID, c.FirmID, c.Version, c.CreatedBy, c.Values = g.Ours.Project, g.find("case", c.FirmID), 1, g.person(c.CreatedBy), Values{}
			for _, v := range values {
				c.Values = c.Values.With(v.slot, v.value)
			}
			g.out.Cases = append(g.out.Cases, c)
		}
	}
}

// caseValue is a value of the copy under a variable of ours.
type caseValue struct{ slot, name, value string }

func (g *merger) values(c Case) (out []caseValue) {
	for _, v := range g.Theirs.Variables {
		if id, value := g.find("variable", v.ID), c.Value(v); id != "" && value != "" {
			out = append(out, caseValue{SlotOf(id), v.Name, value})
		}
	}
	return out
}

func (g *merger) sameCase(theirs, before Case) {
	g.same(theirs, before.ID)
	after := before
	g.differ("case", before.ID, before.Name, field{"name", &after.Name, &theirs.Name})
	for _, v := range g.values(theirs) {
		value := before.Values[v.slot]
		g.differ("case", before.ID, before.Name, field{v.name, &value, &v.value})
		if value != before.Values[v.slot] {
			after.Values = after.Values.With(v.slot, value)
		}
	}
	if after.Name != before.Name || !SameValues(after.Values, before.Values) {
		after.Version++
		g.change(before, after)
	}
}

func (g *merger) ties() {
	tied := map[[2]ID]bool{}
	for _, t := range g.Ours.Ties {
		tied[[2]ID{t.CaseID, t.TargetID}] = true
	}
	for _, t := range g.Theirs.Ties {
		c := g.find("case", t.CaseID)
		if g.Gone[t.ID] || c == "" {
			g.left(t)
			continue
		}
		target := g.target(t.TargetKind, t.TargetID)
		key := [2]ID{c, target}
		switch {
		case target == "":
			g.left(t)
		case tied[key]:
			g.count(t.Kind()).Same++
		default:
			tied[key] = true
			g.fresh(t)
			g.out.Ties = append(g.out.Ties, g.tie(t, c, target))
		}
	}
}

func (g *merger) tie(t Tie, to, target ID) Tie {
	t.ProjectID, t.CaseID, t.TargetID, t.SourceID, t.CreatedBy = g.Ours.Project, to, target, g.find("source", t.SourceID), g.person(t.CreatedBy)
	if t.SpeakerID != "" {
		t.SpeakerID = target
	}
	if t.PassageID != "" {
		t.PassageID = target
	}
	return t
}
