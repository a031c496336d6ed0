package search

import (
	"slices"
	"sync"
	"time"
)

// Concordances that are kept while somebody goes through their pages: at most so many, and no longer
// than so after they were made.
const (
	mostSessions = 4
	sessionLasts = 10 * time.Minute
)

// session is what a concordance is of: an index, how many changes it had seen, and a query with its
// order. One that has seen more is asked anew.
type session struct {
	path    string
	version int64
	of      string
}

// sessions are the concordances whose first page was asked for last. Safe for concurrent use.
type sessions struct {
	mu   sync.Mutex
	list []keptSession // the newest last
}

type keptSession struct {
	session
	all  concordance
	made time.Time
}

func (s *sessions) of(key session) (concordance, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(func(k keptSession) bool { return time.Since(k.made) > sessionLasts })
	i := slices.IndexFunc(s.list, func(k keptSession) bool { return k.session == key })
	if i < 0 {
		return concordance{}, false
	}
	return s.list[i].all, true
}

// keep takes in a concordance in the place of older ones of the same query.
func (s *sessions) keep(key session, all concordance) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(func(k keptSession) bool { return k.path == key.path && (k.of == key.of || k.version < key.version) })
	s.list = append(s.list, keptSession{key, all, time.Now()})
	s.list = slices.Delete(s.list, 0, max(0, len(s.list)-mostSessions))
}

func (s *sessions) forget(which func(keptSession) bool) { s.list = slices.DeleteFunc(s.list, which) }

// drop forgets what is of an index, which may say what its project no longer does.
func (s *sessions) drop(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(func(k keptSession) bool { return k.path == path })
}
