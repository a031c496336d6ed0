package refi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Held is a project as it is here, to be written for other programs.
type Held struct {
	Project   study.Project
	People    []study.Account // all who made something
	Strands   []study.Strand
	Codes     []study.Code
	CodeSets  []study.CodeSet
	Variables []study.Variable
	Cases     []study.Case
	Ties      []study.Tie
	Sources   []HeldSource
	Passages  []study.Passage
	Codings   []study.Coding
	Memos     []study.Memo
	Carried   []study.Carried
}

// HeldSource is a source with its words. Original says whether its uploaded file may go along.
type HeldSource struct {
	study.Source
	Text      string
	Turns     []study.Turn
	Recording *study.Recording
	Original  bool
}

// Express writes a project as other programs read it. Files are named by their paths, which
// Blobs tells.
func Express(h Held) (*Project, map[string]string) {
	e := &expressing{Held: h, out: &Project{}, blobs: map[string]string{}, memos: map[study.Link][]study.Memo{}, about: map[study.ID]study.Memo{}, rests: map[study.ID][]study.Carried{}, made: map[study.ID]study.Stamp{}}
	e.sort()
	at := h.Project.CreatedAt
	e.out.Name, e.out.Description, e.out.CreatedAt, e.out.Origin = h.Project.Name, h.Project.Aim, moment(at), Origin
	e.users()
	e.out.Codes = e.codes("", study.NewCodebook(h.Codes))
	e.variables()
	e.sources()
	e.cases()
	e.notes()
	e.sets()
	e.carried()
	e.out.NoteRefs = e.noted(study.Link{Kind: "project", ID: h.Project.ID})
	return e.out, e.blobs
}

// expressing is a project on its way.
type expressing struct {
	Held
	out      *Project
	blobs    map[string]string // by paths
	memos    map[study.Link][]study.Memo
	about    map[study.ID]study.Memo // that stand for the description of a thing, by their ids
	rests    map[study.ID][]study.Carried
	passages map[study.ID][]study.Passage // by source
	codings  map[study.ID][]study.Coding  // by passage
	made     map[study.ID]study.Stamp     // who made what can have a description
	further  map[study.ID][]HeldSource    // transcripts of the recording of a source, beside it
	with     map[study.ID]bool            // which sources these are
}

// sort puts everything into an order that doesn't depend on when it was made here.
func (e *expressing) sort() {
	byID := func(a, b study.ID) int { return cmp.Compare(a, b) }
	slices.SortFunc(e.Sources, func(a, b HeldSource) int { return cmp.Or(cmp.Compare(a.Title, b.Title), byID(a.ID, b.ID)) })
	slices.SortFunc(e.Passages, func(a, b study.Passage) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), byID(a.ID, b.ID))
	})
	slices.SortFunc(e.Codings, func(a, b study.Coding) int { return cmp.Or(a.At.Compare(b.At), byID(a.ID, b.ID)) })
	slices.SortFunc(e.Memos, func(a, b study.Memo) int { return cmp.Or(a.CreatedAt.Compare(b.CreatedAt), byID(a.ID, b.ID)) })
	slices.SortFunc(e.Cases, func(a, b study.Case) int { return cmp.Or(cmp.Compare(a.Name, b.Name), byID(a.ID, b.ID)) })
	slices.SortFunc(e.CodeSets, func(a, b study.CodeSet) int { return cmp.Or(cmp.Compare(a.Name, b.Name), byID(a.ID, b.ID)) })
	slices.SortFunc(e.People, func(a, b study.Account) int { return byID(a.ID, b.ID) })
	slices.SortFunc(e.Variables, func(a, b study.Variable) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), byID(a.ID, b.ID))
	})
	e.gather()
}

// gather finds what belongs to what.
func (e *expressing) gather() {
	e.passages, e.codings = map[study.ID][]study.Passage{}, map[study.ID][]study.Coding{}
	for _, s := range e.Sources {
		e.made[s.ID] = study.Stamp{By: s.CreatedBy, At: s.CreatedAt}
	}
	for _, c := range e.Cases {
		e.made[c.ID] = study.Stamp{By: c.CreatedBy, At: c.CreatedAt}
	}
	for _, p := range e.Passages {
		e.made[p.ID] = study.Stamp{By: p.CreatedBy, At: p.CreatedAt}
		e.passages[p.SourceID] = append(e.passages[p.SourceID], p)
	}
	for _, c := range e.Codings {
		e.codings[c.PassageID] = append(e.codings[c.PassageID], c)
	}
	for _, m := range e.Memos {
		if e.describes(m) {
			e.about[m.TargetID] = m
			continue
		}
		e.memos[m.Target()] = append(e.memos[m.Target()], m)
	}
	for _, c := range e.Carried {
		if c.OwnerID != "" {
			e.rests[c.OwnerID] = append(e.rests[c.OwnerID], c)
		}
	}
	e.furtherTranscripts()
}

// describes says whether a memo is the description that a thing came with: then it is one again.
func (e *expressing) describes(m study.Memo) bool {
	by, of := e.made[m.TargetID]
	_, is := plain(m.Body)
	return of && is && m.ID == Derived(string(m.TargetID), "description") && m.Title == "" && len(m.Links) == 0 && m.Sort == "analytic" &&
		m.AuthorID == by.By && m.CreatedAt.Equal(by.At) && m.UpdatedAt.Equal(by.At)
}

// plain gives a memo as a plain text; false when it is more than that.
func plain(body string) (string, bool) {
	text := study.PlainText(study.ReadMarkdown(body))
	return text, study.EscapeMarkdown(text) == body
}

// also adds to a thing what is carried of it. Things of different kinds may have the same id.
func also[T any](e *expressing, thing *T, element string, owner study.ID) {
	for _, rest := range e.rests[owner] {
		if rest.Element == element {
			overlay(thing, rest)
		}
	}
}

func moment(at time.Time) *time.Time {
	at = at.UTC()
	return &at
}

func (e *expressing) users() {
	for _, p := range e.People {
		u := User{ID: p.ID, Name: p.Name}
		also(e, &u, "User", p.ID)
		e.out.Users = append(e.out.Users, u)
	}
}

func (e *expressing) codes(under study.ID, book *study.Codebook) (out []Code) {
	for _, c := range book.Children(under) {
		out = append(out, Code{ID: c.ID, Name: c.Name, Codable: c.Codable, Color: c.Color.RGB(), Description: described(c), NoteRefs: e.noted(study.Link{Kind: "code", ID: c.ID}), Codes: e.codes(c.ID, book)})
	}
	return out
}

// noted are the memos on a thing.
func (e *expressing) noted(on study.Link) (out []Ref) {
	for _, m := range e.memos[on] {
		out = append(out, Ref{m.ID})
	}
	return out
}

// description is what a thing is described by, where a memo stands for it.
func (e *expressing) description(of study.ID) string {
	text, _ := plain(e.about[of].Body)
	return text
}

// types of variables by their kinds.
var types = map[string]string{study.KindText: Text, study.KindInteger: Integer, study.KindDecimal: Float, study.KindYesNo: Boolean, study.KindDate: Date, study.KindOne: Text, study.KindSeveral: Text}

func (e *expressing) variables() {
	for _, v := range e.Variables {
		e.out.Variables = append(e.out.Variables, Variable{ID: v.ID, Name: v.Name, Type: types[v.Sort], Description: saidOf(v)})
	}
}

// values are those of a case, in the order of the variables.
func (e *expressing) values(of study.Case) (out []Value) {
	for _, v := range e.Variables {
		said := of.Value(v)
		if said == "" {
			continue
		}
		value := Value{Variable: Ref{v.ID}}
		switch {
		case v.Sort == study.KindYesNo && (said == "yes" || said == "no"):
			said = strconv.FormatBool(said == "yes")
			value.Boolean = &said
		case v.Sort == study.KindInteger:
			value.Integer = &said
		case v.Sort == study.KindDecimal:
			value.Float = &said
		case v.Sort == study.KindDate:
			value.Date = &said
		default:
			value.Text = &said
		}
		out = append(out, value)
	}
	return out
}

func (e *expressing) cases() {
	ties := map[study.ID][]study.Tie{}
	for _, t := range e.Ties {
		if !t.Refused && t.TargetKind != "speaker" {
			ties[t.CaseID] = append(ties[t.CaseID], t)
		}
	}
	for _, c := range e.Cases {
		slices.SortFunc(ties[c.ID], func(a, b study.Tie) int { return cmp.Compare(a.TargetID, b.TargetID) })
		if !e.ofSource(c, ties[c.ID]) {
			e.oneCase(c, ties[c.ID])
		}
	}
}

// ofSource gives the values of a case to the source that it was made for.
func (e *expressing) ofSource(c study.Case, ties []study.Tie) bool {
	if len(ties) != 1 || c.Sort != study.Person || c.KeyText != "" || c.FirmID != "" || c.ID != Derived(string(ties[0].TargetID), "case") || e.about[c.ID].ID != "" || len(e.memos[study.Link{Kind: "case", ID: c.ID}]) > 0 {
		return false
	}
	for i := range e.out.Sources.List {
		s := &e.out.Sources.List[i]
		if s.ID == ties[0].TargetID && c.Name == firstOf(strings.TrimSpace(s.Name), "Untitled case") {
			s.Values = append(s.Values, e.values(c)...)
			return true
		}
	}
	return false
}

func (e *expressing) oneCase(c study.Case, ties []study.Tie) {
	kind := ""
	if c.Sort == study.Firm {
		kind = c.Sort
	}
	one := Case{ID: c.ID, Name: c.Name, Description: joined(e.description(c.ID), caseParts, kind, c.KeyText), Values: e.values(c)}
	if c.FirmID != "" {
		e.out.Links = append(e.out.Links, Link{ID: firmLink(c.ID, c.FirmID), Name: "belongs to", Direction: "OneWay", Origin: c.ID, Target: c.FirmID})
	}
	for _, t := range ties {
		if t.TargetKind == "source" {
			one.Sources = append(one.Sources, Ref{t.TargetID})
		} else {
			one.Selections = append(one.Selections, Ref{t.TargetID})
		}
	}
	also(e, &one, "Case", c.ID)
	e.out.Cases = append(e.out.Cases, one)
}

// notes writes the memos. What one is linked to is a link, and so is a memo on a case, since
// cases refer to no notes in the standard.
func (e *expressing) notes() {
	for _, m := range e.Memos {
		if e.about[m.TargetID].ID == m.ID {
			continue
		}
		e.out.Notes = append(e.out.Notes, e.note(m))
		links := m.Links
		if m.TargetKind == "case" {
			links = append(study.Links{m.Target()}, links...)
		}
		for _, l := range links {
			if l.Kind != "project" {
				e.out.Links = append(e.out.Links, Link{ID: memoLink(m.ID, l.ID), Direction: "OneWay", Origin: m.ID, Target: l.ID})
			}
		}
	}
}

// firmLink is the id of a link that this program writes for a person of a firm.
func firmLink(person, firm study.ID) study.ID {
	return Derived("firm link", string(person), string(firm))
}

// memoLink is the id of a link that this program writes for a memo.
func memoLink(memo, to study.ID) study.ID { return Derived("memo link", string(memo), string(to)) }

// markdownKind marks a note whose text is Markdown.
const markdownKind = "Markdown"

func (e *expressing) note(m study.Memo) Source {
	n := Source{ID: m.ID, Name: m.Title, Stamp: Stamp{CreatedBy: m.AuthorID, CreatedAt: moment(m.CreatedAt)}}
	n.XMLName.Local = "Note"
	if !m.UpdatedAt.Equal(m.CreatedAt) {
		n.ChangedAt = moment(m.UpdatedAt)
	}
	var kinds []string
	if m.Sort != "analytic" {
		kinds = append(kinds, m.Sort)
	}
	text, is := plain(m.Body)
	if !is {
		text, kinds = m.Body, append(kinds, markdownKind)
	}
	n.Words = Words{Text: text, Known: true}
	at := n.ChangedAt
	also(e, &n, "Note", m.ID)
	if n.ChangedAt == nil || !n.ChangedAt.Equal(m.UpdatedAt) {
		n.ChangedBy = "" // somebody changed it here since
	}
	n.ChangedAt = at
	n.Description = joined(n.Description, []string{kindPart}, strings.Join(kinds, ", "))
	return n
}

// sets writes strands, as sets of sources, and sets of codes.
func (e *expressing) sets() {
	of := map[study.ID][]Ref{}
	for _, s := range e.Sources {
		if !e.with[s.ID] {
			of[s.StrandID] = append(of[s.StrandID], Ref{e.outer(s)})
		}
	}
	slices.SortFunc(e.Strands, func(a, b study.Strand) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	for _, s := range e.Strands {
		set := Set{ID: s.ID, Name: s.Name, Description: joined(s.Question, []string{kindPart}, s.Sort), Sources: of[s.ID], Notes: e.noted(study.Link{Kind: "strand", ID: s.ID})}
		also(e, &set, "Set", s.ID)
		e.out.Sets = append(e.out.Sets, set)
	}
	for _, s := range e.CodeSets {
		set := Set{ID: s.ID, Name: s.Name}
		for _, id := range s.Codes {
			set.Codes = append(set.Codes, Ref{id})
		}
		also(e, &set, "Set", s.ID)
		if len(set.Codes) == 0 {
			set.Description = joined(set.Description, []string{kindPart}, codesKind)
		}
		e.out.Sets = append(e.out.Sets, set)
	}
}

// codesKind marks a set of codes that holds none.
const codesKind = "codes"

// outer is the id by which a source is known outside of it: that of its recording, if it has one.
func (e *expressing) outer(s HeldSource) study.ID {
	if s.Recording != nil {
		return s.Recording.ID
	}
	return s.ID
}
