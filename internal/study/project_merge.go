package study

import (
	"cmp"
	"slices"
	"time"
)

// ProjectCopy is what merging reads of a project.
type ProjectCopy struct {
	Project   ID
	Strands   []Strand
	Codes     []Code
	CodeSets  []CodeSet
	Variables []Variable
	Cases     []Case
	Ties      []Tie
	Sources   []Source
	Words     map[ID]string // SHA-256 of the words of each source, in hexadecimal
	Speakers  []Speaker
	Passages  []Passage
	Codings   []Coding
	Memos     []Memo

	SavedSearches []SavedSearch
	Reports       []Report
	Bookmarks     []Bookmark
	Surveys       []Survey
	Responses     []Response // of all surveys, in the order of their tables
}

// Merging says how a copy of a project is merged into this one.
type Merging struct {
	Ours, Theirs ProjectCopy
	Gone         map[ID]bool      // what was here and was removed: it does not come back
	Undone       map[ID]bool      // what was here until it was taken back: it may come, sources under another id
	People       map[ID]ID        // who is here whom the copy names
	By           ID               // who merges, and stands for whom the copy doesn't name
	Take         map[string]Taken // of differences, which version stays; the others go by their default
	At           time.Time
}

// Taken is the version of a difference that stays.
type Taken string

// The versions of a difference.
const (
	TakeOurs   Taken = "ours"
	TakeTheirs Taken = "theirs"
)

// MergeDifference is something that is in both projects and not alike.
type MergeDifference struct {
	ID     string `json:"id" doc:"By which one chooses a version"`
	Kind   string `json:"kind" enum:"strand,code,source,case,memo,saved search,report"`
	Name   string `json:"name" doc:"What it is called here"`
	Field  string `json:"field" doc:"A field of it, or the name of a variable of a case"`
	Ours   string `json:"ours"`
	Theirs string `json:"theirs"`
	Take   Taken  `json:"take" enum:"ours,theirs" doc:"What stays"`
	Fixed  bool   `json:"fixed,omitempty" doc:"It can't be chosen"`
}

// MergeCount says what becomes of the things of one kind that the copy has.
type MergeCount struct {
	Kind string `json:"kind"`
	Same int    `json:"same" doc:"Those that are here already"`
	New  int    `json:"new"`
	Left int    `json:"left" doc:"Those that are left out, since they were removed here or what they stand on is not here"`
}

// ProjectMerge is what becomes of a copy of a project in this one.
type ProjectMerge struct {
	Strands   []Strand
	Codes     []Code // parents before those under them
	CodeSets  []CodeSet
	Variables []Variable
	Cases     []Case // firms before persons
	Sources   []MergedSource
	Passages  []Passage
	Reviews   []Review // of passages whose words are not in our text
	Codings   []Coding
	Memos     []Memo
	Ties      []Tie

	SavedSearches []SavedSearch
	Reports       []Report
	Bookmarks     []Bookmark
	Surveys       []Survey
	Responses     []Response

	OtherResponses int // of surveys that are here, which are not or have other answers

	Changed     [][2]Record // ours before and after
	Differences []MergeDifference
	Counts      []MergeCount
}

// Empty says whether nothing comes of it.
func (p *ProjectMerge) Empty() bool {
	return len(p.Changed) == 0 && !slices.ContainsFunc(p.Counts, func(c MergeCount) bool { return c.New > 0 })
}

// Makers are all who made something that is new.
func (p *ProjectMerge) Makers() map[ID]bool {
	out := map[ID]bool{}
	makers(out, p.Codes, func(c Code) ID { return c.CreatedBy })
	makers(out, p.Sources, func(s MergedSource) ID { return s.CreatedBy })
	makers(out, p.Passages, func(one Passage) ID { return one.CreatedBy })
	makers(out, p.Codings, func(c Coding) ID { return c.CoderID })
	makers(out, p.Memos, func(m Memo) ID { return m.AuthorID })
	makers(out, p.Cases, func(c Case) ID { return c.CreatedBy })
	makers(out, p.Ties, func(t Tie) ID { return t.CreatedBy })
	makers(out, p.Variables, func(v Variable) ID { return v.CreatedBy })
	makers(out, p.CodeSets, func(s CodeSet) ID { return s.CreatedBy })
	makers(out, p.SavedSearches, func(s SavedSearch) ID { return s.CreatedBy })
	makers(out, p.Reports, func(r Report) ID { return r.CreatedBy })
	makers(out, p.Surveys, func(s Survey) ID { return s.CreatedBy })
	return out
}

func makers[R any](into map[ID]bool, list []R, by func(R) ID) {
	for _, one := range list {
		into[by(one)] = true
	}
}

// merger is a merge on its way. What things of the copy are here goes by kind and id.
type merger struct {
	Merging
	out    ProjectMerge
	is     map[Link]ID
	counts map[string]*MergeCount
	carry  map[ID]MergeCarry
	spots  map[spot]ID
	theirs map[ID]Passage
	named  map[ID]string // see names
}

// MergeProject decides what becomes of a copy of a project: things are known by their ids, else
// sources by their words, codes by their path, cases by their key or name, and the rest by what
// they say and stand on, so that nothing is doubled. What was removed here stays removed. Carries
// are those of sources of the copy whose words are others here.
func MergeProject(m Merging, carries map[ID]MergeCarry) *ProjectMerge {
	g := &merger{Merging: m, is: map[Link]ID{{"project", m.Theirs.Project}: m.Ours.Project}, counts: map[string]*MergeCount{}, carry: carries, spots: map[spot]ID{}, theirs: byID(m.Theirs.Passages)}
	for _, step := range []func(){g.strands, g.codes, g.sources, g.speakers, g.places, g.codings, g.variables, g.cases, g.memos, g.ties, g.codeSets, g.point, g.names, g.savedSearches, g.reports, g.bookmarks, g.surveys} {
		step()
	}
	for _, kind := range []string{"source", "code", "coding", "memo", "case", "variable", "tie", "code set", "strand", "passage", "saved search", "report", "survey", "response", "bookmark"} {
		if c := g.counts[kind]; c != nil {
			g.out.Counts = append(g.out.Counts, *c)
		}
	}
	return &g.out
}

func byID[R Record](list []R) map[ID]R {
	out := make(map[ID]R, len(list))
	for _, r := range list {
		out[r.Key()] = r
	}
	return out
}

func (g *merger) count(kind string) *MergeCount {
	if g.counts[kind] == nil {
		g.counts[kind] = &MergeCount{Kind: kind}
	}
	return g.counts[kind]
}

// same notes what a thing of the copy is here.
func (g *merger) same(theirs Record, ours ID) {
	g.is[Link{theirs.Kind(), theirs.Key()}] = ours
	g.count(theirs.Kind()).Same++
}

// fresh notes that a thing of the copy is new here.
func (g *merger) fresh(theirs Record) {
	g.is[Link{theirs.Kind(), theirs.Key()}] = theirs.Key()
	g.count(theirs.Kind()).New++
}

func (g *merger) left(theirs Record) { g.count(theirs.Kind()).Left++ }

// find gives what a thing of the copy is here, "" when nothing.
func (g *merger) find(kind string, id ID) ID { return g.is[Link{kind, id}] }

func (g *merger) person(id ID) ID { return cmp.Or(g.People[id], g.By) }

// field is one that may differ.
type field struct {
	name         string
	ours, theirs *string
}

// differ compares fields, and puts theirs into ours where they are taken: where one chose so, or
// nothing stands in ours.
func (g *merger) differ(kind string, id ID, name string, fields ...field) {
	for _, f := range fields {
		if *f.theirs == *f.ours || *f.theirs == "" {
			continue
		}
		if g.takes(kind, id, name, f.name, *f.ours, *f.theirs) {
			*f.ours = *f.theirs
		}
	}
}

// takes tells a difference, and says whether theirs is to stay.
func (g *merger) takes(kind string, id ID, name, field, ours, theirs string) bool {
	d := MergeDifference{ID: kind + "/" + string(id) + "/" + field, Kind: kind, Name: name, Field: field, Ours: ours, Theirs: theirs, Take: TakeOurs}
	if ours == "" {
		d.Take = TakeTheirs
	}
	d.Take = cmp.Or(g.Take[d.ID], d.Take)
	g.out.Differences = append(g.out.Differences, d)
	return d.Take == TakeTheirs
}

func (g *merger) change(before, after Record) {
	g.out.Changed = append(g.out.Changed, [2]Record{before, after})
}
