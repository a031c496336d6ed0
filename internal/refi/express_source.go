package refi

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// sources writes the sources, each as what it was made of.
func (e *expressing) sources() {
	e.out.Sources = &Sources{}
	for _, s := range e.Sources {
		var one Source
		switch {
		case e.with[s.ID]:
			continue
		case s.Recording != nil:
			one = e.recorded(s)
		case s.Format == "pdf" && s.Original && s.Blob != "":
			one = e.pdf(s)
		default:
			one = e.text(s)
		}
		e.out.Sources.List = append(e.out.Sources.List, one)
	}
}

// furtherTranscripts finds the sources that came as further transcripts of a recording: they are
// written beside the first, as long as they stand in its strand.
func (e *expressing) furtherTranscripts() {
	byFile := map[string][]HeldSource{}
	for _, s := range e.Sources {
		if s.Recording != nil {
			byFile[s.Recording.Blob] = append(byFile[s.Recording.Blob], s)
		}
	}
	e.further, e.with = map[study.ID][]HeldSource{}, map[study.ID]bool{}
	for _, first := range e.Sources {
		if first.Recording == nil {
			continue
		}
		for _, s := range byFile[first.Recording.Blob] {
			if s.Recording.ID == again(first.Recording.ID, s.ID) && s.StrandID == first.StrandID {
				e.further[first.ID], e.with[s.ID] = append(e.further[first.ID], s), true
			}
		}
	}
}

// named is what all kinds of sources have.
func (e *expressing) named(kind string, s HeldSource) Source {
	one := Source{ID: s.ID, Name: s.Title, Stamp: Stamp{CreatedBy: s.CreatedBy, CreatedAt: moment(s.CreatedAt)}, Description: e.description(s.ID), NoteRefs: e.noted(study.Link{Kind: "source", ID: s.ID})}
	one.XMLName.Local = kind
	return one
}

func (e *expressing) text(s HeldSource) Source {
	one := e.named(TextSource, s)
	one.RichText = e.document(s)
	one.Words = Words{Text: s.Text, Known: true}
	one.TextSelections, one.Codings = e.selections(s, true)
	e.rest(&one, s.ID)
	return one
}

// document is the path of the Word document that a text was made of.
func (e *expressing) document(s HeldSource) string {
	if s.Format != "docx" || !s.Original || s.Blob == "" {
		return ""
	}
	return e.file(s.ID, ".docx", s.Blob)
}

// file gives a file its path.
func (e *expressing) file(id study.ID, ending, blob string) string {
	named := Internal(id, ending)
	e.blobs[named] = blob
	return named
}

func (e *expressing) pdf(s HeldSource) Source {
	one := e.named(PDFSource, s)
	one.Path = e.file(s.ID, ".pdf", s.Blob)
	e.rest(&one, s.ID)
	if one.Representation == nil {
		one.Representation = &Source{ID: Derived(string(s.ID), "representation")}
	}
	words := one.Representation
	words.XMLName.Local = "Representation"
	words.Words = Words{Text: s.Text, Known: true}
	words.TextSelections, one.Codings = e.selections(s, true)
	return one
}

// recorded writes a recording with its transcripts.
func (e *expressing) recorded(s HeldSource) Source {
	kind := AudioSource
	if strings.HasPrefix(s.Recording.Media, "video/") {
		kind = VideoSource
	}
	one := Source{ID: s.Recording.ID}
	one.XMLName.Local = kind
	one.Path = e.file(s.Recording.ID, strings.ToLower(path.Ext(s.Recording.Filename)), s.Recording.Blob)
	also(e, &one, kind, s.ID)
	one.Name, one.CurrentPath = cmp.Or(one.Name, s.Title), cmp.Or(one.CurrentPath, s.Recording.Filename)
	one.CreatedBy, one.CreatedAt = cmp.Or(one.CreatedBy, s.CreatedBy), cmp.Or(one.CreatedAt, moment(s.CreatedAt))
	for _, of := range append([]HeldSource{s}, e.further[s.ID]...) {
		one.Transcripts = append(one.Transcripts, e.transcript(of))
	}
	return one
}

func (e *expressing) transcript(s HeldSource) Transcript {
	said := e.named("", s)
	t := Transcript{ID: s.ID, Name: s.Title, Stamp: said.Stamp, Description: said.Description, NoteRefs: said.NoteRefs, Words: Words{Text: s.Text, Known: true}}
	t.RichText = e.document(s)
	also(e, &t, "Transcript", s.ID)
	if s.Revision > 1 || len(t.SyncPoints) == 0 {
		t.SyncPoints = points(s)
	}
	marked, _ := e.selections(s, false)
	for _, x := range marked {
		x.From, x.To = point(&t, s.ID, *x.Start), point(&t, s.ID, *x.End)
		x.Start, x.End = nil, nil
		t.Selections = append(t.Selections, x)
	}
	slices.SortStableFunc(t.SyncPoints, func(a, b SyncPoint) int { return whole(a.Position) - whole(b.Position) })
	return t
}

func whole(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

// points are the times of turns.
func points(s HeldSource) (out []SyncPoint) {
	for _, t := range s.Turns {
		if t.FromMs != nil {
			out = append(out, SyncPoint{ID: pointID(s.ID, t.Start), Time: t.FromMs, Position: &t.Start})
		}
	}
	return out
}

func pointID(source study.ID, at int) study.ID {
	return Derived("point", string(source), fmt.Sprint(at))
}

// point is the id of the point at a position, which is made when there is none.
func point(t *Transcript, source study.ID, at int) study.ID {
	i := slices.IndexFunc(t.SyncPoints, func(p SyncPoint) bool { return p.Position != nil && *p.Position == at })
	if i >= 0 {
		return t.SyncPoints[i].ID
	}
	p := SyncPoint{ID: pointID(source, at), Position: &at}
	t.SyncPoints = append(t.SyncPoints, p)
	return p.ID
}

// selections are the passages of a source; those of all its words that were codings of the whole
// are so again.
func (e *expressing) selections(s HeldSource, ofWhole bool) (out []Selection, onWhole []Coding) {
	words, whole := study.NewPositions(s.Text), wholeID(s.ID)
	for _, p := range e.passages[s.ID] {
		for _, x := range e.selected(p) {
			if ofWhole && x.ID == whole && p.Range == (study.Range{End: s.Length}) && len(x.Codings) > 0 {
				onWhole = append(onWhole, x.Codings...)
				continue
			}
			x.Start, x.End = &p.Start, &p.End
			if x.Name == "" {
				x.Name = oneLine(study.Shorten(words.Slice(p.Range), quoted))
			}
			out = append(out, x)
		}
	}
	return out, onWhole
}

// selected is the selection of a passage, and those that became one with it.
func (e *expressing) selected(p study.Passage) []Selection {
	here := e.coded(p.ID)
	first := Selection{ID: p.ID, Stamp: Stamp{CreatedBy: p.CreatedBy, CreatedAt: moment(p.CreatedAt)}, Description: e.description(p.ID), NoteRefs: e.noted(study.Link{Kind: "passage", ID: p.ID})}
	var others []Selection
	for _, c := range e.rests[p.ID] {
		if c.Element != "Selection" {
			continue
		}
		rest := decoded[Selection](c)
		codings := stillThere(rest.Codings, here)
		if rest.ID == p.ID {
			first.Name, first.Codings, first.ChangedBy, first.ChangedAt = rest.Name, codings, rest.ChangedBy, rest.ChangedAt
		} else if len(codings) > 0 || len(rest.Codings) == 0 {
			rest.CreatedBy, rest.Codings = p.CreatedBy, codings
			others = append(others, rest)
		}
	}
	first.Codings = slices.Concat(without(here, others), first.Codings)
	return append([]Selection{first}, others...)
}

// stillThere are the codings that are still here, as they are by now, and those that say the same
// as one that is here.
func stillThere(list, here []Coding) (out []Coding) {
	for _, c := range list {
		at := slices.IndexFunc(here, func(h Coding) bool { return h.ID == c.ID })
		switch {
		case at >= 0:
			out = append(out, here[at])
		case slices.ContainsFunc(here, func(h Coding) bool { return h.By == c.By && h.Code == c.Code }):
			out = append(out, c)
		}
	}
	return out
}

// without are the codings that no other selection has.
func without(here []Coding, others []Selection) (out []Coding) {
	theirs := map[study.ID]bool{}
	for _, x := range others {
		for _, c := range x.Codings {
			theirs[c.ID] = true
		}
	}
	for _, c := range here {
		if !theirs[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// quoted is how much of a passage stands in its name, in code points: as much as in ATLAS.ti.
const quoted = 70

func (e *expressing) coded(passage study.ID) (out []Coding) {
	for _, c := range e.codings[passage] {
		out = append(out, Coding{ID: c.ID, By: c.CoderID, At: moment(c.At), Code: Ref{c.CodeID}})
	}
	return out
}

// rest adds to a source what of it isn't shown.
func (e *expressing) rest(one *Source, owner study.ID) {
	also(e, one, one.Kind(), owner)
	for _, rest := range e.rests[owner] {
		if rest.Element == "PlainTextSelection" {
			one.TextSelections = append(one.TextSelections, decoded[Selection](rest))
		}
	}
}

// carried writes what came along as a thing of its own.
func (e *expressing) carried() {
	for _, c := range e.Carried {
		for _, file := range c.Files {
			e.blobs[file.Path] = file.Blob
		}
		switch {
		case c.OwnerID != "":
		case c.Element == "Project":
			overlay(e.out, c)
		case slices.Contains(sourceKinds, c.Element):
			s := Source{}
			overlay(&s, c)
			s.XMLName.Local = c.Element
			e.out.Sources.List = append(e.out.Sources.List, s)
		case c.Element == "Set":
			e.out.Sets = append(e.out.Sets, decoded[Set](c))
		case c.Element == "Link":
			e.out.Links = append(e.out.Links, decoded[Link](c))
		case c.Element == "Graph":
			e.out.Graphs = append(e.out.Graphs, decoded[Graph](c))
		}
	}
	if len(e.out.Sources.List) == 0 {
		e.out.Sources = nil
	}
}

func decoded[T any](c study.Carried) (out T) {
	overlay(&out, c)
	return out
}
