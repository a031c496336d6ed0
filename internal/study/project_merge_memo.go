package study

import (
	"cmp"
	"strings"
)

func (g *merger) memos() {
	here, said := byID(g.Ours.Memos), map[[3]string]bool{}
	for _, m := range g.Ours.Memos {
		said[[3]string{m.TargetKind, string(m.TargetID), m.Body}] = true
	}
	for _, m := range g.Theirs.Memos {
		if before, there := here[m.ID]; there {
			g.sameMemo(m, before)
			continue
		}
		target := g.target(m.TargetKind, m.TargetID)
		if g.Gone[m.ID] || target == "" {
			g.left(m)
			continue
		}
		m.Body = g.mentions(m)
		if said[[3]string{m.TargetKind, string(target), m.Body}] {
			g.count(m.Kind()).Same++
			continue
		}
		g.fresh(m)
		m.ProjectID, m.TargetID, m.AuthorID, m.Version, m.Links = g.Ours.Project, target, g.person(m.AuthorID), 1, g.links(m.Links)
		g.out.Memos = append(g.out.Memos, m)
	}
}

// target gives what a memo or a tie of the copy stands on here.
func (g *merger) target(kind string, id ID) ID {
	if kind == "passage" {
		return g.passage(id)
	}
	return g.find(kind, id)
}

func (g *merger) links(list Links) (out Links) {
	for _, l := range list {
		if id := g.target(l.Kind, l.ID); id != "" {
			out = out.With(Link{l.Kind, id})
		}
	}
	return out
}

// mentions gives the words of a memo with the ids that things have here.
func (g *merger) mentions(m Memo) string {
	var pairs []string
	for _, l := range m.Links {
		if id := g.target(l.Kind, l.ID); id != "" && id != l.ID {
			pairs = append(pairs, l.String(), Link{l.Kind, id}.String())
		}
	}
	return strings.NewReplacer(pairs...).Replace(m.Body)
}

func (g *merger) sameMemo(theirs, before Memo) {
	g.same(theirs, before.ID)
	after := before
	g.differ("memo", before.ID, cmp.Or(before.Title, Shorten(before.Body, 60)), field{"title", &after.Title, &theirs.Title}, field{"body", &after.Body, &theirs.Body})
	if after.Title != before.Title || after.Body != before.Body {
		after.Version, after.UpdatedAt, after.Links = before.Version+1, g.At, g.links(theirs.Links)
		after.Body = g.mentions(Memo{Body: after.Body, Links: theirs.Links})
		g.change(before, after)
	}
}
