package study

import "slices"

func (g *merger) codes() {
	book, theirs := NewCodebook(slices.Clone(g.Ours.Codes)), NewCodebook(slices.Clone(g.Theirs.Codes))
	here := byID(g.Ours.Codes)
	theirs.Walk(func(c Code, _ int) {
		parent := g.find("code", c.ParentID)
		_, there := here[c.ID]
		switch at := child(book, parent, c.Name); {
		case there:
			g.sameCode(c, here[c.ID])
		case g.Gone[c.ID]:
			g.left(c)
		case at != "":
			if before, there := here[at]; there {
				g.sameCode(c, before)
			} else {
				g.same(c, at) // two of the copy with one path
			}
		default:
			g.fresh(c)
			c.ProjectID, c.ParentID, c.Position, c.Version = g.Ours.Project, parent, len(book.Children(parent)), 1
			c.CreatedBy = g.person(c.CreatedBy)
			g.out.Codes = append(g.out.Codes, c)
			book.Put(c)
		}
	})
}

func child(book *Codebook, parent ID, name string) ID {
	for _, c := range book.Children(parent) {
		if Fold(c.Name) == Fold(name) {
			return c.ID
		}
	}
	return ""
}

func (g *merger) sameCode(theirs, before Code) {
	g.same(theirs, before.ID)
	after := before
	g.differ("code", before.ID, before.Name,
		field{"name", &after.Name, &theirs.Name}, field{"definition", &after.Definition, &theirs.Definition},
		field{"include", &after.Include, &theirs.Include}, field{"exclude", &after.Exclude, &theirs.Exclude},
		field{"example", &after.Example, &theirs.Example}, field{"nearMiss", &after.NearMiss, &theirs.NearMiss},
		field{"color", (*string)(&after.Color), (*string)(&theirs.Color)})
	if after != before {
		if after.Example != before.Example {
			after.ExampleOf = ""
		}
		if after.NearMiss != before.NearMiss {
			after.NearMissOf = ""
		}
		g.change(before, after.Revised(before, g.At))
	}
}

// codeSets that are in both get the codes of both.
func (g *merger) codeSets() {
	here, named := byID(g.Ours.CodeSets), map[string]ID{}
	for _, s := range g.Ours.CodeSets {
		named[Fold(s.Name)] = s.ID
	}
	for _, s := range g.Theirs.CodeSets {
		at := named[Fold(s.Name)]
		if _, there := here[s.ID]; there {
			at = s.ID
		}
		var codes IDs
		for _, c := range s.Codes {
			if id := g.find("code", c); id != "" {
				codes = append(codes, id)
			}
		}
		switch {
		case at != "":
			g.same(s, at)
			before := here[at]
			after := before
			after.Codes = append(slices.Clone(before.Codes), codes...).Distinct()
			if len(after.Codes) > len(before.Codes) {
				after.Version++
				g.change(before, after)
			}
		case g.Gone[s.ID]:
			g.left(s)
		default:
			g.fresh(s)
			s.ProjectID, s.Codes, s.Version, s.CreatedBy = g.Ours.Project, codes, 1, g.person(s.CreatedBy)
			g.out.CodeSets = append(g.out.CodeSets, s)
		}
	}
}

// point has the examples of new codes, and what strands ask, name what is here.
func (g *merger) point() {
	for i := range g.out.Codes {
		c := &g.out.Codes[i]
		c.ExampleOf, c.NearMissOf = g.find("passage", c.ExampleOf), g.find("passage", c.NearMissOf)
	}
	for i := range g.out.Strands {
		for _, s := range g.Theirs.Strands {
			if s.ID != g.out.Strands[i].ID {
				continue
			}
			for _, code := range s.Asked {
				if id := g.find("code", code); id != "" {
					g.out.Strands[i].Asked = append(g.out.Strands[i].Asked, id)
				}
			}
		}
	}
}

// CheckNames refuses names of codes that were taken from the copy and that a sibling among ours, or
// a new one, bears already.
func (p *ProjectMerge) CheckNames(ours []Code) error {
	book, renamed := NewCodebook(slices.Concat(ours, p.Codes)), []Code{}
	for _, c := range p.Changed {
		if after, is := c[1].(Code); is && after.Name != c[0].(Code).Name {
			book.Put(after)
			renamed = append(renamed, after)
		}
	}
	for _, c := range renamed {
		if err := book.CheckPlace(c); err != nil {
			return err
		}
	}
	return nil
}
