package store

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	channel = "selvedge_journal" // PostgreSQL's name for the news between processes
	aside   = "selvedge_aside"   // and for what they tell each other that is in no journal
	// A notification is only a hint and can be lost, and another process may write
	// to the same SQLite file, so every follower also looks for itself this often.
	lookEvery = 500 * time.Millisecond
)

// news wakes whoever follows a project's journal. It carries no content: followers
// read the journal from the last number they saw.
type news struct {
	store  *Store
	mu     sync.Mutex
	subs   map[chan study.ID]study.ID // to the project followed, "" for all
	seen   map[study.ID]int64
	hints  chan study.ID
	notes  chan string
	heard  func(note string) // what to do with a note of another process
	self   study.ID          // tells this process's notes from others'
	cancel context.CancelFunc
	done   sync.WaitGroup
}

func newNews(s *Store) *news {
	ctx, cancel := context.WithCancel(context.Background())
	n := &news{store: s, subs: map[chan study.ID]study.ID{}, seen: map[study.ID]int64{}, hints: make(chan study.ID, 256),
		notes: make(chan string, 256), heard: func(string) {}, self: study.NewID(), cancel: cancel}
	n.done.Go(func() { n.look(ctx) })
	if s.postgres != "" {
		n.done.Go(func() { n.hint(ctx) })
		n.done.Go(func() { n.listen(ctx) })
	}
	return n
}

func (n *news) close() {
	n.cancel()
	n.done.Wait()
}

// Follow gives a channel that receives a project's id whenever its journal may have
// grown; "" follows all projects. Call stop when done.
func (s *Store) Follow(project study.ID) (news <-chan study.ID, stop func()) {
	n, ch := s.news, make(chan study.ID, 64)
	n.mu.Lock()
	defer n.mu.Unlock()
	n.subs[ch] = project
	return ch, func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.subs, ch)
	}
}

// tell wakes followers here, and the other processes on PostgreSQL.
func (n *news) tell(project study.ID, seq int64) {
	n.wake(project, seq)
	if n.store.postgres != "" {
		select {
		case n.hints <- project:
		default: // the others look for themselves soon
		}
	}
}

func (n *news) wake(project study.ID, seq int64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	told := true
	for ch, wanted := range n.subs {
		if wanted != "" && wanted != project {
			continue
		}
		select {
		case ch <- project:
		default: // it has unread news, and reads all of its project's journal when it wakes
			told = told && wanted != "" // but for another project look tells it again
		}
	}
	if told {
		n.seen[project] = max(n.seen[project], seq)
	}
}

// look finds what other processes wrote.
func (n *news) look(ctx context.Context) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			n.lookOnce(ctx)
		}
	}
}

func (n *news) lookOnce(ctx context.Context) {
	var list []struct {
		ID  study.ID
		Seq int64
	}
	if !n.followed() || n.store.read.WithContext(ctx).Table("projects").Select("id", "seq").Find(&list).Error != nil {
		return // a database that doesn't answer now is asked again at the next tick
	}
	for _, p := range list {
		n.mu.Lock()
		grown := n.seen[p.ID] < p.Seq
		n.mu.Unlock()
		if grown {
			n.wake(p.ID, p.Seq)
		}
	}
}

func (n *news) followed() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.subs) > 0
}

// hint notifies other processes, one notification for all that gathered meanwhile.
func (n *news) hint(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case note := <-n.notes:
			n.notify(ctx, aside, string(n.self)+note)
		case project := <-n.hints:
			for more := true; more; {
				select {
				case next := <-n.hints:
					if next != project {
						n.notify(ctx, channel, string(next))
					}
				default:
					more = false
				}
			}
			n.notify(ctx, channel, string(project))
		}
	}
}

func (n *news) notify(ctx context.Context, channel, text string) {
	// When it fails the others look for themselves, and do without a note.
	_ = n.store.write.WithContext(ctx).Exec("SELECT pg_notify(?, ?)", channel, text).Error
}

// Tell sends a short note, at most 4,000 bytes, to the other processes on the database. It
// is a courtesy that may be lost, for what no journal keeps.
func (s *Store) Tell(note string) {
	if s.postgres == "" {
		return
	}
	select {
	case s.news.notes <- note:
	default:
	}
}

// OnNote says what to do with the notes of other processes. It must not block.
func (s *Store) OnNote(heard func(note string)) {
	s.news.mu.Lock()
	defer s.news.mu.Unlock()
	s.news.heard = heard
}

// hearNote passes on a note unless it is this process's own.
func (n *news) hearNote(text string) {
	note, own := strings.CutPrefix(text, string(n.self))
	if own || len(text) < len(n.self) {
		return
	}
	n.mu.Lock()
	heard := n.heard
	n.mu.Unlock()
	heard(note[len(n.self):])
}

// listen hears the other processes over a connection of its own, and connects again
// when that breaks.
func (n *news) listen(ctx context.Context) {
	for ctx.Err() == nil {
		if conn, err := pgx.Connect(ctx, n.store.postgres); err == nil {
			n.hear(ctx, conn)
			_ = conn.Close(context.WithoutCancel(ctx))
		}
		select {
		case <-ctx.Done():
		case <-time.After(lookEvery):
		}
	}
}

func (n *news) hear(ctx context.Context, conn *pgx.Conn) {
	if _, err := conn.Exec(ctx, "LISTEN "+channel+"; LISTEN "+aside); err != nil {
		return
	}
	for {
		note, err := conn.WaitForNotification(ctx)
		if err != nil {
			return
		}
		if note.Channel == aside {
			n.hearNote(note.Payload)
			continue
		}
		n.wake(study.ID(note.Payload), 0)
	}
}
