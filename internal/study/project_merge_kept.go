package study

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

func (g *merger) savedSearches() {
	here, asked := byID(g.Ours.SavedSearches), map[string]ID{}
	for _, s := range g.Ours.SavedSearches {
		asked[g.asked(s)] = s.ID
	}
	for _, s := range g.Theirs.SavedSearches {
		s.SavedFilter = g.filter(s.SavedFilter)
		before, there := here[s.ID]
		switch at := asked[g.asked(s)]; {
		case there:
			g.sameSearch(s, before)
		case at != "":
			g.same(s, at)
		case g.Gone[s.ID]:
			g.left(s)
		default:
			g.fresh(s)
			s.ProjectID, s.Version, s.CreatedBy = g.Ours.Project, 1, g.person(s.CreatedBy)
			g.out.SavedSearches = append(g.out.SavedSearches, s)
		}
	}
}

func (g *merger) sameSearch(theirs, before SavedSearch) {
	g.same(theirs, before.ID)
	after := before
	g.differ("saved search", before.ID, before.Name, field{"name", &after.Name, &theirs.Name})
	if ours, copied := g.asking(before), g.asking(theirs); ours != copied && g.takes("saved search", before.ID, before.Name, "query", ours, copied) {
		after.Query, after.SavedFilter = theirs.Query, theirs.SavedFilter
	}
	if after.Name != before.Name || g.asking(after) != g.asking(before) {
		after.Version++
		g.change(before, after)
	}
}

// asked tells a saved search from others.
func (g *merger) asked(s SavedSearch) string { return Fold(s.Name) + "\n" + g.asking(s) }

// asking is what a saved search asks, in its words and the names of what it is narrowed by.
func (g *merger) asking(s SavedSearch) string {
	lines := []string{s.Query}
	for _, ids := range []IDs{s.Strands, s.Sources, s.Codes, s.Coders, s.Cases} {
		for _, id := range ids {
			lines = append(lines, cmp.Or(g.named[id], string(id)))
		}
	}
	return strings.Join(slices.Concat(lines, s.Speakers, s.Conditions), "\n")
}

// names are those of what searches and reports are narrowed by.
func (g *merger) names() {
	g.named = map[ID]string{}
	for _, c := range []ProjectCopy{g.Theirs, g.Ours} {
		for _, s := range c.Strands {
			g.named[s.ID] = s.Name
		}
		for _, s := range c.Sources {
			g.named[s.ID] = s.Title
		}
		for _, one := range c.Codes {
			g.named[one.ID] = one.Name
		}
		for _, one := range c.Cases {
			g.named[one.ID] = one.Name
		}
	}
}

// filter gives a filter of the copy with the ids that things have here. What is not here is still
// asked for, as what was removed is: without it the filter would let more through.
func (g *merger) filter(f SavedFilter) SavedFilter {
	f.Strands, f.Sources, f.Codes, f.Cases = g.here("strand", f.Strands), g.here("source", f.Sources), g.here("code", f.Codes), g.here("case", f.Cases)
	coders := slices.Clone(f.Coders)
	for i, id := range coders {
		coders[i] = cmp.Or(g.People[id], id)
	}
	f.Coders = coders
	return f
}

func (g *merger) here(kind string, ids IDs) IDs {
	out := slices.Clone(ids)
	for i, id := range out {
		out[i] = cmp.Or(g.find(kind, id), id)
	}
	return out
}

func (g *merger) reports() {
	here := byID(g.Ours.Reports)
	for _, r := range g.Theirs.Reports {
		r.Parts = g.parts(r.Parts)
		before, there := here[r.ID]
		switch {
		case there:
			g.sameReport(r, before)
		case g.Gone[r.ID]:
			g.left(r)
		case slices.ContainsFunc(g.Ours.Reports, r.reads):
			g.count(r.Kind()).Same++
		default:
			g.fresh(r)
			r.ProjectID, r.Version, r.CreatedBy = g.Ours.Project, 1, g.person(r.CreatedBy)
			g.out.Reports = append(g.out.Reports, r)
		}
	}
}

// reads says whether another report has the same name and parts.
func (r Report) reads(other Report) bool { return r.Name == other.Name && r.Parts.same(other.Parts) }

func (l ReportParts) same(other ReportParts) bool { return l.text() == other.text() }

// text is what parts are, whatever they are known by.
func (l ReportParts) text() string {
	l = slices.Clone(l)
	for i := range l {
		l[i].ID = ""
	}
	text, err := json.Marshal(l)
	if err != nil {
		panic(err) // texts and numbers alone
	}
	return string(text)
}

func (g *merger) sameReport(theirs, before Report) {
	g.same(theirs, before.ID)
	after := before
	g.differ("report", before.ID, before.Name, field{"name", &after.Name, &theirs.Name})
	if !theirs.Parts.same(before.Parts) && g.takes("report", before.ID, before.Name, "parts", before.Parts.told(), theirs.Parts.told()) {
		after.Parts = theirs.Parts
	}
	if !after.reads(before) {
		after.Version++
		g.change(before, after)
	}
}

// told are the headings and words of parts.
func (l ReportParts) told() string {
	var out []string
	for _, p := range l {
		for _, text := range []string{p.Heading, p.Text} {
			if text != "" {
				out = append(out, text)
			}
		}
	}
	return strings.Join(out, "\n\n")
}

var anyID = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// parts are those of a report of the copy with the ids that things have here.
func (g *merger) parts(list ReportParts) ReportParts {
	here := map[string]ID{}
	for theirs, ours := range g.is {
		here[string(theirs.ID)] = ours
	}
	renew := func(text string) string {
		return anyID.ReplaceAllStringFunc(text, func(id string) string { return cmp.Or(string(here[id]), id) })
	}
	out := slices.Clone(list)
	for i := range out {
		p := &out[i]
		p.SavedFilter, p.Searches, p.Picked, p.LeftOut = g.filter(p.SavedFilter), g.here("saved search", p.Searches), g.here("passage", p.Picked), g.here("passage", p.LeftOut)
		p.Rows, p.Columns = renew(p.Rows), renew(p.Columns)
	}
	return out
}

func (g *merger) bookmarks() {
	type mark struct {
		source, owner ID
		position      int
		name          string
	}
	here, there := byID(g.Ours.Bookmarks), map[mark]bool{}
	for _, b := range g.Ours.Bookmarks {
		there[mark{b.SourceID, b.OwnerID, b.Position, b.Name}] = true
	}
	for _, b := range g.Theirs.Bookmarks {
		source, owner, position, stands := g.find("source", b.SourceID), g.People[b.OwnerID], b.Position, true
		if carry := g.carry[b.SourceID]; carry.Carry != nil {
			at, kept := carry.Range(Range{position, position + 1})
			position, stands = at.Start, kept
		}
		if _, known := here[b.ID]; known || there[mark{source, owner, position, b.Name}] {
			g.count(b.Kind()).Same++
			continue
		}
		if g.Gone[b.ID] || source == "" || owner == "" || !stands {
			g.left(b)
			continue
		}
		g.fresh(b)
		b.ProjectID, b.SourceID, b.OwnerID, b.Position = g.Ours.Project, source, owner, position
		g.out.Bookmarks = append(g.out.Bookmarks, b)
	}
}
