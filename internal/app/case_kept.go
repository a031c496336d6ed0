package app

import (
	"sync"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// keptCases keeps the cases of the projects that were read last: a sheet of thousands is
// filtered and sorted by values that no index knows, again with every key that is pressed.
type keptCases struct {
	mu       sync.Mutex
	projects map[study.ID]*caseList
}

// caseList is as of a journal number. Its list is shared: it is replaced, never changed.
type caseList struct {
	mu   sync.Mutex
	seq  int64
	list []study.Case
}

const maxKeptCases = 8 // projects

func newKeptCases() *keptCases { return &keptCases{projects: map[study.ID]*caseList{}} }

// read gives all cases of a project, those made first at the head. The list is shared.
func (k *keptCases) read(r store.Reader, project study.ID) ([]study.Case, error) {
	p := k.of(project)
	p.mu.Lock()
	defer p.mu.Unlock()
	seq, err := r.Seq(project) // before the cases: what comes meanwhile is read again
	if err != nil {
		return nil, err
	}
	err = p.advance(r, project, seq)
	return p.list, err
}

func (p *caseList) advance(r store.Reader, project study.ID, seq int64) error {
	stale := p.seq < 0 || seq < p.seq
	if !stale && seq > p.seq {
		var err error
		if stale, err = r.Touched(project, p.seq, study.Case{}.Kind()); err != nil {
			return err
		}
	}
	if stale {
		list, err := r.Cases(project)
		if err != nil {
			return err
		}
		p.list = list
	}
	p.seq = seq
	return nil
}

func (k *keptCases) of(project study.ID) *caseList {
	k.mu.Lock()
	defer k.mu.Unlock()
	p := k.projects[project]
	if p != nil {
		return p
	}
	for other := range k.projects {
		if len(k.projects) < maxKeptCases {
			break
		}
		delete(k.projects, other)
	}
	p = &caseList{seq: -1}
	k.projects[project] = p
	return p
}

// clear lets go of everything, so that memory holds nothing that was erased.
func (k *keptCases) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.projects)
}
