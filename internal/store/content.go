package store

import (
	"cmp"
	"container/list"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Content is one revision of a source's words, ready to cut passages from. It is
// immutable and shared: don't change Turns.
type Content struct {
	*study.Positions
	Text  string
	Turns []study.Turn
}

// contents keeps the revisions that were read last, up to a number of bytes. A
// revision never changes, so nothing here goes stale.
type contents struct {
	mu    sync.Mutex
	order *list.List // of *kept, newest first
	by    map[contentKey]*list.Element
	bytes int
}

type contentKey struct {
	project, source study.ID
	number          int
}

type kept struct {
	key     contentKey
	content *Content
}

const maxContents = 48 << 20 // bytes of text kept in memory

func newContents() *contents {
	return &contents{order: list.New(), by: map[contentKey]*list.Element{}}
}

func (c *contents) get(key contentKey) *Content {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.by[key]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*kept).content
}

func (c *contents) put(key contentKey, content *Content) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by[key] != nil {
		return
	}
	c.by[key] = c.order.PushFront(&kept{key, content})
	c.bytes += len(content.Text)
	for c.bytes > maxContents && c.order.Len() > 1 {
		last := c.order.Back()
		c.order.Remove(last)
		old := last.Value.(*kept)
		delete(c.by, old.key)
		c.bytes -= len(old.content.Text)
	}
}

func (c *contents) forget(project study.ID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, e := range c.by {
		if key.project == project {
			c.order.Remove(e)
			delete(c.by, key)
			c.bytes -= len(e.Value.(*kept).content.Text)
		}
	}
}

// clear lets go of everything, so that memory holds nothing that was erased.
func (c *contents) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.order.Init()
	clear(c.by)
	c.bytes = 0
}

// revisionRow is a revision with its turns as JSON: they are always read whole.
type revisionRow struct {
	ProjectID study.ID
	SourceID  study.ID
	Number    int
	Text      string
	Turns     string
	Why       string
	CreatedBy study.ID
	CreatedAt time.Time
	Added     *int
	Removed   *int
}

// AddRevision writes the words of a source, as the actor's work unless it is said whose they are. They
// are immutable, so the journal keeps only the revision's number, in the source.
func (tx *Tx) AddRevision(r study.Revision) error {
	turns, err := json.Marshal(r.Turns)
	if err != nil {
		return err
	}
	at := r.At
	if at.IsZero() {
		at = tx.now
	}
	row := revisionRow{tx.project, r.SourceID, r.Number, r.Text, string(turns), r.Why, cmp.Or(r.By, tx.actor), exactly(at), r.Added, r.Removed}
	return fail(tx.db.Table("revisions").Create(&row).Error, "write the text")
}

// Revisions gives the revisions of a source without their words, newest first. Those that
// were taken back are among them.
func (r Reader) Revisions(project, source study.ID) (out []study.RevisionHead, err error) {
	err = r.db.Table("revisions").Select("number", "created_by", "created_at", "why", "added", "removed").
		Where("project_id = ? AND source_id = ?", project, source).Order("number DESC").Find(&out).Error
	return out, fail(err, "read the revisions")
}

// LastRevision is the highest number of a source's revisions. Undo may have gone back to a
// lower one; numbers are never used again.
func (r Reader) LastRevision(project, source study.ID) (number int, err error) {
	err = r.db.Table("revisions").Where("project_id = ? AND source_id = ?", project, source).Select("COALESCE(MAX(number), 0)").Scan(&number).Error
	return number, fail(err, "read the text")
}

// Content gives the words of a source at its present revision.
func (r Reader) Content(s study.Source) (*Content, error) { return r.ContentAt(s, s.Revision) }

// ContentAt gives the words of a source at one of its revisions.
func (r Reader) ContentAt(s study.Source, number int) (*Content, error) {
	key := contentKey{s.ProjectID, s.ID, number}
	if c := r.contents.get(key); c != nil {
		return c, nil
	}
	var row revisionRow
	if err := r.db.Table("revisions").Where("project_id = ? AND source_id = ? AND number = ?", s.ProjectID, s.ID, number).Take(&row).Error; err != nil {
		return nil, fail(err, "read the text")
	}
	c := &Content{Positions: study.NewPositions(row.Text), Text: row.Text}
	if err := json.Unmarshal([]byte(row.Turns), &c.Turns); err != nil {
		return nil, study.Wrap(fmt.Errorf("read the turns of %s: %w", s.ID, err), "read the text")
	}
	if !r.uncommitted {
		r.contents.put(key, c)
	}
	return c, nil
}
