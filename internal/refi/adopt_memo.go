package refi

import (
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// notes are what refers to the notes of the file, in order.
type notes struct {
	by map[study.ID][]study.Link
}

// refer remembers that a thing refers to notes.
func (a *adopting) refer(refs []Ref, thing study.Link) {
	if thing.ID == "" {
		return
	}
	for _, r := range refs {
		if !slices.Contains(a.notes.by[r.Target], thing) {
			a.notes.by[r.Target] = append(a.notes.by[r.Target], thing)
		}
	}
}

// describe makes a memo of a description where a thing has no place for one.
func (a *adopting) describe(said string, of study.Link, by study.Stamp) {
	if strings.TrimSpace(said) == "" {
		return
	}
	a.found.add(Changed, "", "A source, a passage or a case has a description; it is a memo now.")
	a.out.Memos = append(a.out.Memos, study.Memo{ProjectID: a.Project, ID: a.id("memo", Derived(string(of.ID), "description")), Sort: "analytic", Body: a.markdown(said), TargetKind: of.Kind, TargetID: of.ID,
		AuthorID: by.By, CreatedAt: by.At, UpdatedAt: by.At, Version: 1})
}

// markdown is a plain text as a memo has it.
func (a *adopting) markdown(said string) string { return a.prose(study.EscapeMarkdown(said)) }

// memos adopts the notes. Each is a memo on what refers to it first, or on what a link ties it
// to, or else on the project.
func (a *adopting) memos() {
	known := map[study.ID]bool{}
	for _, n := range a.p.Notes {
		known[n.ID] = true
	}
	for _, l := range a.p.Links {
		if known[l.Origin] && l.ID == memoLink(l.Origin, l.Target) {
			a.own[l.ID] = true // this program wrote it
		}
		if known[l.Origin] {
			a.refer([]Ref{{l.Origin}}, a.things[l.Target])
		}
		if known[l.Target] {
			a.refer([]Ref{{l.Target}}, a.things[l.Origin])
		}
	}
	for _, n := range a.p.Notes {
		a.memo(n)
	}
	for id := range a.notes.by {
		if !known[id] {
			a.found.add(Lost, "", "Something refers to a note that isn't in the file.")
		}
	}
}

// kinds reads what this program says of a memo in the description of its note, and gives what else
// there is in it.
func (a *adopting) kinds(m *study.Memo, n Source) string {
	rest, parts := parted(n.Description, kindPart)
	for kind := range strings.SplitSeq(parts[0], ", ") {
		switch kind {
		case markdownKind:
			m.Body = a.prose(n.Text)
		case "methodological", "reflexive":
			m.Sort = kind
		}
	}
	return rest
}

func (a *adopting) memo(n Source) {
	about := a.notes.by[n.ID]
	if len(about) == 0 {
		about = []study.Link{{Kind: "project", ID: a.Project}}
	}
	m := study.Memo{ProjectID: a.Project, ID: a.id("memo", n.ID), Sort: "analytic", Body: a.markdown(n.Text), TargetKind: about[0].Kind, TargetID: about[0].ID,
		AuthorID: a.person(n.CreatedBy, n.ChangedBy, a.p.CreatedBy), CreatedAt: a.time(n.CreatedAt), Version: 1}
	m.UpdatedAt = m.CreatedAt
	if a.ours {
		n.Description = a.kinds(&m, n)
	}
	if n.ChangedAt != nil {
		m.UpdatedAt = a.time(n.ChangedAt)
	}
	if m.Title = a.name(n.Name, ""); m.Title == "" && m.Body == "" {
		m.Title = "Untitled memo"
	}
	m = m.Linked(about[1:])
	if len(m.Links) > study.MaxLinks {
		m.Links = m.Links[:study.MaxLinks]
		a.found.add(Changed, "", "A note is tied to more than %d things; the first of them were taken.", study.MaxLinks)
	}
	a.out.Memos = append(a.out.Memos, m)
	a.stand(n.ID, study.Link{Kind: "memo", ID: m.ID})
	n.Words, n.Paths, n.Stamp, n.Name = Words{}, Paths{}, a.changed(n.Stamp), ""
	if len(n.TextSelections)+len(n.Codings)+len(n.Values)+len(n.NoteRefs) > 0 || n.Description != "" {
		a.found.add(Kept, "", "A note has a description, or is coded. That is kept, but isn't shown.")
	}
	if n.ChangedBy == "" {
		n.Stamp = Stamp{} // when it was changed is shown
	}
	a.rest(m.ID, n)
}
