package store

import (
	"sync"

	"github.com/selvedge/selvedge/internal/study"
)

// queue lets the writers of a project wait for each other here rather than in the
// database, where each of them would hold a connection and the row lock would pass on
// far more slowly. The row lock remains what orders the writers of several processes.
type queue struct {
	mu      sync.Mutex
	writers map[study.ID]*turn
}

type turn struct {
	sync.Mutex
	waiting int
}

// enter waits for the project's turn and gives what ends it.
func (q *queue) enter(project study.ID) (leave func()) {
	q.mu.Lock()
	if q.writers == nil {
		q.writers = map[study.ID]*turn{}
	}
	t := q.writers[project]
	if t == nil {
		t = &turn{}
		q.writers[project] = t
	}
	t.waiting++
	q.mu.Unlock()
	t.Lock()
	return func() {
		t.Unlock()
		q.mu.Lock()
		defer q.mu.Unlock()
		if t.waiting--; t.waiting == 0 {
			delete(q.writers, project)
		}
	}
}
