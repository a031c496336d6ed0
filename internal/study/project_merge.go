package study

import (
	"cmp"
	"slices"
	"strings"
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
	Kind   string `json:"kind" enum:"strand,code,source,case,memo"`
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

// MergeCarry takes positions in a text of the copy to ours.
type MergeCarry struct {
	*Carry
	Revision int // of ours that has the words of the copy; 0 when none has
}

// MergedSource is a new source, and the source of the copy that it is.
type MergedSource struct {
	Source
	Of       ID
	Speakers []Speaker
}

// ProjectMerge is what becomes of a copy of a project in this one.
type ProjectMerge struct {
	Strands     []Strand
	Codes       []Code // parents before those under them
	CodeSets    []CodeSet
	Variables   []Variable
	Cases       []Case // firms before persons
	Sources     []MergedSource
	Passages    []Passage
	Reviews     []Review // of passages whose words are not in our text
	Codings     []Coding
	Memos       []Memo
	Ties        []Tie
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
	for _, c := range p.Codes {
		out[c.CreatedBy] = true
	}
	for _, s := range p.Sources {
		out[s.CreatedBy] = true
	}
	for _, one := range p.Passages {
		out[one.CreatedBy] = true
	}
	for _, c := range p.Codings {
		out[c.CoderID] = true
	}
	for _, m := range p.Memos {
		out[m.AuthorID] = true
	}
	for _, c := range p.Cases {
		out[c.CreatedBy] = true
	}
	for _, t := range p.Ties {
		out[t.CreatedBy] = true
	}
	for _, v := range p.Variables {
		out[v.CreatedBy] = true
	}
	for _, s := range p.CodeSets {
		out[s.CreatedBy] = true
	}
	return out
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
}

// spot is where a passage of someone stands.
type spot struct {
	source ID
	Range
	by ID
}

// MergedSources finds which source of the copy is which of ours: by its id, else by its words.
// Those that are in neither way are not in the map.
func MergedSources(ours, theirs ProjectCopy) map[ID]ID {
	out, words := map[ID]ID{}, map[string]ID{}
	here := byID(ours.Sources)
	for _, s := range theirs.Sources {
		if _, there := here[s.ID]; there {
			out[s.ID] = s.ID
		}
	}
	for _, s := range slices.Backward(ours.Sources) {
		if out[s.ID] == "" {
			words[ours.Words[s.ID]] = s.ID
		}
	}
	for _, s := range theirs.Sources {
		if there := words[theirs.Words[s.ID]]; out[s.ID] == "" && there != "" {
			out[s.ID] = there
			delete(words, theirs.Words[s.ID]) // the same words twice are two sources
		}
	}
	return out
}

// MergeProject decides what becomes of a copy of a project: things are known by their ids, else
// sources by their words, codes by their path, cases by their key or name, and the rest by what
// they say and stand on, so that nothing is doubled. What was removed here stays removed. Carries
// are those of sources of the copy whose words are others here.
func MergeProject(m Merging, carries map[ID]MergeCarry) *ProjectMerge {
	g := &merger{Merging: m, is: map[Link]ID{{"project", m.Theirs.Project}: m.Ours.Project}, counts: map[string]*MergeCount{}, carry: carries, spots: map[spot]ID{}, theirs: byID(m.Theirs.Passages)}
	for _, step := range []func(){g.strands, g.codes, g.sources, g.speakers, g.places, g.codings, g.variables, g.cases, g.memos, g.ties, g.codeSets, g.point} {
		step()
	}
	for _, kind := range []string{"source", "code", "coding", "memo", "case", "variable", "tie", "code set", "strand", "passage"} {
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
		d := MergeDifference{ID: kind + "/" + string(id) + "/" + f.name, Kind: kind, Name: name, Field: f.name, Ours: *f.ours, Theirs: *f.theirs, Take: TakeOurs}
		if *f.ours == "" {
			d.Take = TakeTheirs
		}
		d.Take = cmp.Or(g.Take[d.ID], d.Take)
		g.out.Differences = append(g.out.Differences, d)
		if d.Take == TakeTheirs {
			*f.ours = *f.theirs
		}
	}
}

func (g *merger) change(before, after Record) {
	g.out.Changed = append(g.out.Changed, [2]Record{before, after})
}

func (g *merger) strands() {
	here, named := byID(g.Ours.Strands), map[string]ID{}
	for _, s := range g.Ours.Strands {
		named[Fold(s.Name)] = s.ID
	}
	for _, s := range g.Theirs.Strands {
		_, there := here[s.ID]
		at := named[Fold(s.Name)]
		if there {
			at = s.ID
		}
		if at == "" {
			g.fresh(s)
			s.ProjectID, s.Version, s.Asked, s.Position = g.Ours.Project, 1, nil, len(here)+len(g.out.Strands)
			g.out.Strands = append(g.out.Strands, s)
			continue
		}
		g.same(s, at)
		before := here[at]
		after := before
		g.differ("strand", at, before.Name, field{"name", &after.Name, &s.Name}, field{"question", &after.Question, &s.Question})
		if after.Name != before.Name || after.Question != before.Question {
			after.Version++
			g.change(before, after)
		}
	}
}

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

func (g *merger) sources() {
	here, which := byID(g.Ours.Sources), MergedSources(g.Ours, g.Theirs)
	speakers := map[ID][]Speaker{}
	for _, s := range g.Theirs.Speakers {
		speakers[s.SourceID] = append(speakers[s.SourceID], s)
	}
	for _, s := range g.Theirs.Sources {
		at := which[s.ID]
		if at != "" {
			g.sameSource(s, here[at])
			continue
		}
		strand := g.find("strand", s.StrandID)
		if g.Gone[s.ID] || strand == "" {
			g.left(s)
			continue
		}
		g.fresh(s)
		one := MergedSource{Source: s, Of: s.ID}
		if g.Undone[s.ID] {
			one.ID = NewID() // its texts are still there, should the undo be undone
			g.is[Link{s.Kind(), s.ID}] = one.ID
		}
		one.ProjectID, one.StrandID, one.Version, one.CreatedBy = g.Ours.Project, strand, 1, g.person(s.CreatedBy)
		for _, speaker := range speakers[s.ID] {
			g.is[Link{"speaker", speaker.ID}] = speaker.ID
			speaker.ProjectID, speaker.SourceID, speaker.Version = g.Ours.Project, one.ID, 1
			one.Speakers = append(one.Speakers, speaker)
		}
		g.out.Sources = append(g.out.Sources, one)
	}
}

func (g *merger) sameSource(theirs, before Source) {
	g.same(theirs, before.ID)
	after := before
	g.differ("source", before.ID, before.Title, field{"title", &after.Title, &theirs.Title})
	if after.Title != before.Title {
		after.Version++
		g.change(before, after)
	}
	if g.carry[theirs.ID].Carry != nil {
		g.out.Differences = append(g.out.Differences, MergeDifference{ID: "source/" + string(before.ID) + "/words", Kind: "source", Name: before.Title, Field: "words", Take: TakeOurs, Fixed: true})
	}
}

// speakers of sources that are here too are known by their ids, else by their names.
func (g *merger) speakers() {
	here, named := byID(g.Ours.Speakers), map[[2]string]ID{}
	for _, s := range g.Ours.Speakers {
		named[[2]string{string(s.SourceID), Fold(s.Name)}] = s.ID
	}
	for _, s := range g.Theirs.Speakers {
		at := named[[2]string{string(g.find("source", s.SourceID)), Fold(s.Name)}]
		if _, there := here[s.ID]; there {
			at = s.ID
		}
		if at != "" {
			g.is[Link{"speaker", s.ID}] = at
		}
	}
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
