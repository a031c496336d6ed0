package refi

import (
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// mark is where somebody's passage is; nobody has two there.
type mark struct {
	source study.ID
	study.Range
	by study.ID
}

// codedBy is a code that somebody put on a passage; nobody puts it there twice.
type codedBy struct{ passage, code, by study.ID }

// content adopts what stands on a text: passages with their codings, and codings of the whole.
// What is left of the source holds what could not be adopted.
func (a *adopting) content(one AdoptedSource, s *Source) {
	for _, x := range s.TextSelections {
		r, _ := x.Range()
		a.selection(one, x, r)
	}
	if whole := (study.Range{End: one.Length}); len(s.Codings) > 0 && whole.Len() > 0 {
		a.found.add(Changed, "", "A code is on a source as a whole; it is on a passage of all its words now.")
		id, beside := a.put(one, wholeID(one.ID), whole, study.Stamp{By: one.CreatedBy, At: one.CreatedAt})
		a.coded(one.ID, Selection{ID: id}, beside, one.CreatedAt, s.Codings)
		s.Codings = nil
	}
	a.describe(s.Description, study.Link{Kind: "source", ID: one.ID}, study.Stamp{By: one.CreatedBy, At: one.CreatedAt})
	s.Description, s.NoteRefs = "", nil
}

// transcribed adopts what stands on a transcript, from one point of it to another.
func (a *adopting) transcribed(one AdoptedSource, t Transcript) {
	at := map[study.ID]int{}
	for _, p := range t.SyncPoints {
		if p.Position != nil {
			at[p.ID] = *p.Position
		}
	}
	for _, x := range t.Selections {
		from, begins := at[x.From]
		to, ends := at[x.To]
		if !begins || !ends {
			from, to = 0, 0
		}
		a.selection(one, x, study.Range{Start: min(from, to), End: max(from, to)})
	}
	a.describe(t.Description, study.Link{Kind: "source", ID: one.ID}, study.Stamp{By: one.CreatedBy, At: one.CreatedAt})
}

// selection adopts a marked part of a text.
func (a *adopting) selection(one AdoptedSource, x Selection, r study.Range) {
	if r.Len() <= 0 || r.Within(one.Length) != nil {
		a.found.add(Kept, "", "A passage holds no words. It is kept, but isn't shown.")
		a.carry("PlainTextSelection", one.ID, x)
		return
	}
	maker := a.passageMaker(x)
	by := study.Stamp{By: a.person(maker.CreatedBy, x.ChangedBy), At: a.time(maker.CreatedAt)}
	id, beside := a.put(one, x.ID, r, by)
	link := study.Link{Kind: "passage", ID: id}
	a.refer(x.NoteRefs, link)
	a.describe(x.Description, link, a.made[id])
	rest := Selection{ID: id, Stamp: a.changed(x.Stamp)}
	if said, there := words(x.Name), words(one.at.Slice(r)); len(said) > 0 && !begins(said, there) {
		rest.Name = x.Name
	}
	a.coded(one.ID, rest, beside, by.At, x.Codings)
}

// coded puts codings on a passage, and carries what of their selection isn't shown: how it was
// called, a coding that is there twice, and that it was one beside another on the same words.
func (a *adopting) coded(source study.ID, rest Selection, beside study.ID, at time.Time, list []Coding) {
	passage := rest.ID
	made, twice := a.codings(source, passage, list)
	rest.Codings = twice
	if beside != "" {
		rest.ID, rest.CreatedAt, rest.Codings = beside, &at, slices.Concat(made, twice)
	}
	if !bare(rest, Selection{ID: passage}) {
		a.rest(passage, rest)
	}
}

// put makes a passage, or gives the one that its maker has there, and the id of the selection that
// became one with it.
func (a *adopting) put(one AdoptedSource, id study.ID, r study.Range, by study.Stamp) (passage, beside study.ID) {
	where := mark{one.ID, r, by.By}
	if there := a.marks[where]; there != "" {
		a.stand(id, study.Link{Kind: "passage", ID: there})
		if id == there {
			return there, ""
		}
		a.found.add(Changed, "", "Somebody marked the same words twice; the two passages are one now, with the codes of both.")
		return there, a.id("passage", id)
	}
	p := study.Passage{ProjectID: a.Project, ID: a.id("passage", id), SourceID: one.ID, Range: r, CreatedBy: by.By, CreatedAt: by.At}
	a.out.Passages = append(a.out.Passages, p)
	a.marks[where], a.within[p.ID], a.made[p.ID] = p.ID, one.ID, by
	a.stand(id, study.Link{Kind: "passage", ID: p.ID})
	return p.ID, ""
}

// passageMaker says who made a passage and when: where that isn't said, who coded it first.
func (a *adopting) passageMaker(x Selection) Stamp {
	s := Stamp{CreatedBy: x.CreatedBy, CreatedAt: x.CreatedAt}
	if len(x.Codings) == 0 {
		return s
	}
	if s.CreatedBy == "" {
		s.CreatedBy = x.Codings[0].By
	}
	if s.CreatedAt == nil {
		s.CreatedAt = x.Codings[0].At
	}
	return s
}

// wholeID is the id of the passage of all words of a source that is coded as a whole.
func wholeID(source study.ID) study.ID { return Derived(string(source), "whole") }

// codings adopts the codings of a passage, and gives them as they are here: those that were made,
// and those that were there already.
func (a *adopting) codings(source, passage study.ID, list []Coding) (made, twice []Coding) {
	for _, c := range list {
		code, known := a.things[c.Code.Target]
		if !known || code.Kind != "code" {
			a.found.add(Lost, "", "A coding names a code that isn't in the file.")
			continue
		}
		by, at := codedBy{passage, code.ID, a.person(c.By)}, a.time(c.At)
		a.refer(c.NoteRefs, study.Link{Kind: "passage", ID: passage})
		here := Coding{ID: a.id("coding", c.ID), By: by.by, At: &at, Code: Ref{code.ID}}
		if a.coding[by] {
			a.found.add(Changed, "", "Somebody put the same code on the same words twice; they are one coding now.")
			twice = append(twice, here)
			continue
		}
		a.coding[by] = true
		a.codable(code.ID)
		a.out.Codings = append(a.out.Codings, study.Coding{ProjectID: a.Project, ID: here.ID, PassageID: passage, SourceID: source, CodeID: code.ID, CoderID: by.by, At: at})
		made = append(made, here)
	}
	return made, twice
}

// codable lets a code be coded with that is a heading in the file though there are codings.
func (a *adopting) codable(id study.ID) {
	if c := &a.out.Codes[a.book[id]]; !c.Codable {
		c.Codable = true
		a.found.add(Changed, "", "“%s” is a heading, and there are codings with it. It is a code now.", study.Shorten(c.Name, maxShown))
	}
}

// tie ties something to a case, once.
func (a *adopting) tie(c study.Case, to study.Link, source study.ID) {
	pair := [2]study.ID{c.ID, to.ID}
	if a.tied[pair] {
		return
	}
	a.tied[pair] = true
	t := study.Tie{ProjectID: a.Project, ID: Derived("tie", string(c.ID), string(to.ID)), CaseID: c.ID, TargetKind: to.Kind, TargetID: to.ID, SourceID: source, CreatedBy: c.CreatedBy, CreatedAt: c.CreatedAt}
	if to.Kind == "passage" {
		t.PassageID = to.ID
	}
	a.out.Ties = append(a.out.Ties, t)
}

// sourceOf is the source that a passage or source is in.
func (a *adopting) sourceOf(l study.Link) study.ID {
	if l.Kind == "source" {
		return l.ID
	}
	return a.within[l.ID]
}
