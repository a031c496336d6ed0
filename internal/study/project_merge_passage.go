package study

// spot is where a passage of someone stands.
type spot struct {
	source ID
	Range
	by ID
}

func (g *merger) places() {
	for _, p := range g.Ours.Passages {
		g.spots[spot{p.SourceID, p.Range, p.CreatedBy}] = p.ID
		if _, there := g.theirs[p.ID]; there {
			g.is[Link{"passage", p.ID}] = p.ID
		}
	}
}

// passage gives what a passage of the copy is here, and makes it where it has to be made: only what
// something new stands on comes. "" when its source or its words are not here.
func (g *merger) passage(id ID) ID {
	if at := g.find("passage", id); at != "" {
		return at
	}
	p, there := g.theirs[id]
	source := g.find("source", p.SourceID)
	if !there || source == "" {
		return ""
	}
	at, kept, was := p.Range, true, p.Range
	carry := g.carry[p.SourceID]
	if carry.Carry != nil {
		at, kept = carry.Range(p.Range)
	}
	if !kept && carry.Revision == 0 {
		return "" // its words never stood here
	}
	p.ProjectID, p.SourceID, p.Range, p.CreatedBy = g.Ours.Project, source, at, g.person(p.CreatedBy)
	stands := spot{source, at, p.CreatedBy}
	if here := g.spots[stands]; here != "" {
		g.is[Link{"passage", id}] = here
		return here
	}
	if g.Gone[p.ID] {
		p.ID = NewID() // taking back that it was removed is still possible
	}
	g.is[Link{"passage", id}], g.spots[stands] = p.ID, p.ID
	g.out.Passages = append(g.out.Passages, p)
	if !kept {
		g.out.Reviews = append(g.out.Reviews, Review{ProjectID: g.Ours.Project, ID: NewID(), SourceID: source, PassageID: p.ID, Revision: carry.Revision, Range: was, CreatedAt: g.At})
	}
	return p.ID
}

func (g *merger) codings() {
	here, there := byID(g.Ours.Codings), map[[3]ID]bool{}
	for _, c := range g.Ours.Codings {
		there[[3]ID{c.PassageID, c.CodeID, c.CoderID}] = true
	}
	for _, c := range g.Theirs.Codings {
		if _, known := here[c.ID]; known {
			g.same(c, c.ID)
			continue
		}
		code, coder := g.find("code", c.CodeID), g.person(c.CoderID)
		if g.Gone[c.ID] || code == "" {
			g.left(c)
			continue
		}
		passage := g.passage(c.PassageID)
		key := [3]ID{passage, code, coder}
		if passage == "" {
			g.left(c)
		} else if there[key] {
			g.count(c.Kind()).Same++
		} else {
			there[key] = true
			g.count(c.Kind()).New++
			c.ProjectID, c.PassageID, c.SourceID, c.CodeID, c.CoderID = g.Ours.Project, passage, g.find("source", c.SourceID), code, coder
			g.out.Codings = append(g.out.Codings, c)
		}
	}
}
