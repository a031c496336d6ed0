package app

import (
	"encoding/json"
	"slices"
	"sync"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// coded keeps every coding of the projects that were read last, each with its range: a
// list of passages is narrowed and ordered by things no database knows, such as the
// codebook's order and what was said. It is brought up to date from the journal.
type coded struct {
	mu       sync.Mutex
	projects map[study.ID]*codedProject
}

// codedProject is as of a journal number. Its list is shared: it is replaced, never changed.
type codedProject struct {
	mu   sync.Mutex
	seq  int64
	list []store.CodedRange
}

const (
	maxCoded  = 16  // projects kept
	maxBehind = 100 // journal entries that are followed; beyond, everything is read anew
)

func newCoded() *coded { return &coded{projects: map[study.ID]*codedProject{}} }

// read gives all codings of a project and the journal number they are as of, or newer.
func (c *coded) read(r store.Reader, project study.ID) ([]store.CodedRange, int64, error) {
	p := c.of(project)
	p.mu.Lock()
	defer p.mu.Unlock()
	seq, err := r.Seq(project)
	if err != nil {
		return nil, 0, err
	}
	if err := p.advance(r, project, seq); err != nil {
		return nil, 0, err
	}
	return p.list, p.seq, nil
}

func (c *coded) of(project study.ID) *codedProject {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.projects[project]
	if p != nil {
		return p
	}
	for other := range c.projects {
		if len(c.projects) < maxCoded {
			break
		}
		delete(c.projects, other)
	}
	p = &codedProject{seq: -1}
	c.projects[project] = p
	return p
}

func (p *codedProject) advance(r store.Reader, project study.ID, seq int64) (err error) {
	if p.seq == seq {
		return nil
	}
	if p.seq < 0 || seq < p.seq || seq-p.seq > maxBehind {
		p.list, err = r.CodedRanges(project, study.Filter{})
	} else {
		var entries []study.Entry
		if entries, err = r.Entries(project, p.seq, maxBehind); err == nil {
			p.list, err = follow(r, project, p.list, entries)
		}
	}
	p.seq = seq
	if err != nil {
		p.seq = -1
	}
	return err
}

// follow gives the list as some journal entries leave it.
func follow(r store.Reader, project study.ID, list []store.CodedRange, entries []study.Entry) ([]store.CodedRange, error) {
	f := follower{r: r, project: project, ranges: map[study.ID]study.Range{}, codings: map[study.ID]*study.Coding{}}
	for _, e := range entries {
		for _, change := range e.Changes {
			if err := f.take(change); err != nil {
				return nil, err
			}
		}
	}
	return f.applied(list)
}

// follower gathers what became of passages and codings; nil is removed.
type follower struct {
	r       store.Reader
	project study.ID
	ranges  map[study.ID]study.Range
	codings map[study.ID]*study.Coding
}

func (f *follower) take(c study.Change) error {
	switch {
	case c.Kind == "passage" && c.After != nil:
		var p study.Passage
		if err := json.Unmarshal(c.After, &p); err != nil {
			return study.Wrap(err, "read a passage of the journal")
		}
		f.ranges[p.ID] = p.Range
	case c.Kind == "coding" && c.After == nil:
		f.codings[c.ID] = nil
	case c.Kind == "coding":
		coding := study.Coding{}
		if err := json.Unmarshal(c.After, &coding); err != nil {
			return study.Wrap(err, "read a coding of the journal")
		}
		coding.ProjectID = f.project
		f.codings[c.ID] = &coding
	}
	return nil
}

func (f *follower) applied(list []store.CodedRange) ([]store.CodedRange, error) {
	if len(f.ranges) == 0 && len(f.codings) == 0 {
		return list, nil
	}
	out := make([]store.CodedRange, 0, len(list)+len(f.codings))
	for _, c := range list {
		if _, changed := f.codings[c.ID]; changed {
			continue
		}
		if r, moved := f.ranges[c.PassageID]; moved {
			c.Range = r
		}
		out = append(out, c)
	}
	for _, c := range f.codings {
		if c == nil {
			continue
		}
		r, err := f.rangeOf(c.PassageID, list)
		if err != nil {
			return nil, err
		}
		out = append(out, store.CodedRange{Coding: *c, Range: r})
	}
	return out, nil
}

func (f *follower) rangeOf(passage study.ID, list []store.CodedRange) (study.Range, error) {
	if r, there := f.ranges[passage]; there {
		return r, nil
	}
	if i := slices.IndexFunc(list, func(c store.CodedRange) bool { return c.PassageID == passage }); i >= 0 {
		return list[i].Range, nil
	}
	p, err := f.r.Passage(f.project, passage)
	return p.Range, err
}
