package refi

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// Adopted is what a project becomes here: records that are valid together, and what of the file
// has no place among them.
type Adopted struct {
	Project   study.Project
	Strands   []study.Strand
	Codes     []study.Code // parents before those under them
	CodeSets  []study.CodeSet
	Variables []study.Variable
	Cases     []study.Case
	Ties      []study.Tie
	Sources   []AdoptedSource
	Passages  []study.Passage
	Codings   []study.Coding
	Memos     []study.Memo
	Carried   []study.Carried // whose files have their paths, and no bytes yet
	Findings  []Finding
}

// AdoptedSource is a source with its words, and the paths of what it was made of.
type AdoptedSource struct {
	study.Source
	Text      string
	Turns     []study.Turn
	Original  string // the path of its file; "" where there is none in the archive
	Recording string // the path of the recording that it is the transcript of
	MediaID   study.ID
	MediaName string // of the recording's file, where it lay once; "" where that isn't known

	at *study.Positions
}

// Adopting says how a project is adopted.
type Adopting struct {
	study.Stamp                        // who brings it, into which project and when
	People      map[study.ID]study.ID  // the account that stands for a person of the file
	Language    string                 // of sources, as BCP 47 has it
	Has         func(path string) bool // whether the archive has a file
	Plays       func(path string) bool // whether it is a recording that can be played
}

// Adopt makes records of a project. It is given away: what it holds is changed by it.
func Adopt(p *Project, how Adopting) *Adopted {
	a := &adopting{Adopting: how, p: p, out: &Adopted{}, taken: map[string]bool{}, things: map[study.ID]study.Link{}}
	a.ours = strings.HasPrefix(p.Origin, Origin)
	a.project()
	a.codes()
	a.strands()
	a.sources()
	a.members()
	a.cases()
	a.sets()
	a.memos()
	a.others()
	a.order()
	a.out.Findings = a.found.list
	return a.out
}

// adopting is a project on its way.
type adopting struct {
	Adopting
	p       *Project
	out     *Adopted
	found   findings
	taken   map[string]bool          // ids by kind
	things  map[study.ID]study.Link  // what ids of the file stand for here
	grouped []Set                    // that became strands, in their order
	ours    bool                     // this program wrote the file
	strand  map[study.ID]study.ID    // of a source
	within  map[study.ID]study.ID    // sources of passages
	made    map[study.ID]study.Stamp // who made passages
	own     map[study.ID]bool        // links that stand for what memos are linked to
	notes   notes
	marks   map[mark]study.ID // passages by where they are
	coding  map[codedBy]bool
	tied    map[[2]study.ID]bool
	keys    map[string]bool  // of cases, as they are compared
	book    map[study.ID]int // places of codes in out.Codes
}

func (a *adopting) project() {
	p := study.Project{ID: a.Project, Name: a.name(a.p.Name, "Untitled project"), Aim: a.prose(a.p.Description), Version: 1, CreatedAt: a.time(a.p.CreatedAt)}
	a.out.Project = p
	a.notes.by = map[study.ID][]study.Link{}
	a.within, a.own = map[study.ID]study.ID{}, map[study.ID]bool{}
	a.made, a.keys = map[study.ID]study.Stamp{}, map[string]bool{}
	a.marks, a.coding, a.tied, a.book = map[mark]study.ID{}, map[codedBy]bool{}, map[[2]study.ID]bool{}, map[study.ID]int{}
	a.refer(a.p.NoteRefs, study.Link{Kind: "project", ID: a.Project})
}

// id is the id of a thing; a second thing of a kind that has one already gets another.
func (a *adopting) id(kind string, id study.ID) study.ID {
	if !a.taken[kind+string(id)] {
		a.taken[kind+string(id)] = true
		return id
	}
	a.found.add(Changed, "", "Two things of the kind “%s” have the same GUID; the second got another.", kind)
	for n := 2; ; n++ {
		other := Derived(kind, string(id), fmt.Sprint(n))
		if !a.taken[kind+string(other)] {
			a.taken[kind+string(other)] = true
			return other
		}
	}
}

// time is when something was made; where that isn't said, when the project was, or else now.
func (a *adopting) time(at *time.Time) time.Time {
	if at == nil {
		at = a.p.CreatedAt
	}
	if at == nil || at.Year() < 1900 {
		return a.At
	}
	return at.UTC().Truncate(time.Microsecond)
}

// changed says who changed a thing last and when, where that isn't when it was made.
func (a *adopting) changed(s Stamp) (last Stamp) {
	last.ChangedBy = cmp.Or(a.People[s.ChangedBy], s.ChangedBy)
	if s.ChangedAt != nil {
		at := a.time(s.ChangedAt)
		last.ChangedAt = &at
	}
	if last.ChangedAt != nil && s.CreatedAt != nil && last.ChangedAt.Equal(a.time(s.CreatedAt)) && (s.ChangedBy == s.CreatedBy || s.ChangedBy == "") {
		return Stamp{}
	}
	return last
}

// person is the account of whoever made something; where that isn't said, of whoever brings
// the project.
func (a *adopting) person(ids ...study.ID) study.ID {
	for _, id := range ids {
		if id != "" {
			return cmp.Or(a.People[id], a.By)
		}
	}
	a.found.add(Changed, "", "The file doesn't say who made a thing, such as a coding; it is under your name.")
	return a.By
}

// name is a name as it can be kept: one line, and not too long.
func (a *adopting) name(said, otherwise string) string {
	name := study.Shorten(oneLine(said), study.MaxName)
	if len(name) < len(said) {
		a.found.add(Changed, "", "A name is longer than the %d characters that it may have; it was cut.", study.MaxName)
	}
	if strings.TrimFunc(name, unicode.IsSpace) == "" {
		return otherwise
	}
	return name
}

// prose is a longer text as it can be kept.
func (a *adopting) prose(said string) string {
	text := strings.ReplaceAll(said, "\x00", "\ufffd")
	if short := study.Shorten(text, study.MaxProse); short != text {
		a.found.add(Changed, "", "A description or a memo is longer than the %d characters that it may have; it was cut.", study.MaxProse)
		return short
	}
	return text
}

// maxShown keeps a count of names in a finding readable.
const maxShown = 60

// codes adopts the codebook, parents first.
func (a *adopting) codes() { a.codesUnder("", "", a.p.Codes) }

func (a *adopting) codesUnder(parent study.ID, dye study.Color, list []Code) {
	var siblings []study.Code
	for i, c := range list {
		code := study.Code{ProjectID: a.Project, ID: a.id("code", c.ID), ParentID: parent, Position: i, Name: a.sibling(c.Name, siblings), Color: study.Color(c.Color),
			Definition: a.prose(c.Description), Codable: c.Codable, CreatedAt: a.time(nil), Version: 1}
		if a.ours {
			define(&code, code.Definition)
			code.Color = dyeOf(c.Color)
		}
		if code.Color == "" {
			code.Color = study.NextColor(dye, siblings)
			a.found.add(Changed, "", "A code has no colour; it got one.")
		}
		siblings = append(siblings, code)
		a.book[code.ID] = len(a.out.Codes)
		a.out.Codes = append(a.out.Codes, code)
		a.stand(c.ID, study.Link{Kind: "code", ID: code.ID})
		a.refer(c.NoteRefs, study.Link{Kind: "code", ID: code.ID})
		a.codesUnder(code.ID, code.Color, c.Codes)
	}
}

// sibling is a name that no other of some codes has.
func (a *adopting) sibling(said string, others []study.Code) string {
	name := a.name(said, "Untitled code")
	named := func(n string) bool {
		return slices.ContainsFunc(others, func(o study.Code) bool { return strings.EqualFold(o.Name, n) })
	}
	if !named(name) {
		return name
	}
	a.found.add(Changed, fmt.Sprintf("“%s”", study.Shorten(name, maxShown)), "Two codes beside each other have the same name; the second got a number.")
	for n := 2; ; n++ {
		if numbered := fmt.Sprintf("%s (%d)", study.Shorten(name, study.MaxName-8), n); !named(numbered) {
			return numbered
		}
	}
}

// stand says what an id of the file stands for here; the first that it names counts.
func (a *adopting) stand(id study.ID, thing study.Link) {
	if _, there := a.things[id]; !there {
		a.things[id] = thing
	}
}
