package app

import (
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// plan is what becomes of everything that has a place in a text, when the text becomes another.
type plan struct {
	length int // beyond it nothing lies, before and after
	moves  []move
	folds  [][2]study.Passage // the first goes into the second
	gone   []study.Bookmark   // those that fell together with others of their owner
	lost   []lost
	moved  int
}

// move puts one record on another place.
type move struct {
	from, to spot
	at       func(study.Range) study.Record
}

// spot is a place that one person can have but one passage or one bookmark on.
type spot struct {
	kind  string
	owner study.ID
	study.Range
}

// lost is a passage whose words are gone, with the place that is guessed for it.
type lost struct {
	passage  study.Passage
	to       study.Range
	reviewed bool // it is on the list already, with the words it had then
}

func planMarks(r store.Reader, source study.Source, carry *study.Carry) (p plan, err error) {
	p.length = max(carry.From().Len(), carry.Text().Len())
	passages, err := r.Passages(source.ProjectID, source.ID)
	if err != nil {
		return p, err
	}
	reviews, err := r.Reviews(source.ProjectID, source.ID)
	if err != nil {
		return p, err
	}
	p.passages(passages, reviews, carry)
	bookmarks, err := r.Bookmarks(source.ProjectID, "", source.ID)
	p.bookmarks(bookmarks, carry)
	return p, err
}

// passages decides about those that were carried first, so that a guess takes nobody's place.
func (p *plan) passages(list []study.Passage, reviews []study.Review, carry *study.Carry) {
	reviewed := map[study.ID]bool{}
	for _, r := range reviews {
		reviewed[r.PassageID] = true
	}
	taken := map[spot]study.Passage{}
	for _, x := range list {
		to, kept := carry.Range(x.Range)
		if !kept {
			p.lost = append(p.lost, lost{x, to, reviewed[x.ID]})
			continue
		}
		there := spot{x.Kind(), x.CreatedBy, to}
		if into, twice := taken[there]; twice {
			p.folds = append(p.folds, [2]study.Passage{x, into})
			continue
		}
		taken[there] = x
		if p.passage(x, to) {
			p.moved++
		}
	}
	for i := range p.lost {
		l := &p.lost[i]
		for l.to.Len() < carry.Text().Len() {
			if _, is := taken[spot{l.passage.Kind(), l.passage.CreatedBy, l.to}]; !is {
				break
			}
			l.to = wider(l.to, carry.Text())
		}
		there := spot{l.passage.Kind(), l.passage.CreatedBy, l.to}
		if into, twice := taken[there]; twice {
			p.folds, l.reviewed = append(p.folds, [2]study.Passage{l.passage, into}), true
			continue
		}
		taken[there] = l.passage
		p.passage(l.passage, l.to)
	}
}

// wider is a range with the next word, or at the end of the text with more before it.
func wider(r study.Range, text *study.Positions) study.Range {
	if next := text.WordAt(r.End); next.End > r.End {
		r.End = next.End
	} else if r.End < text.Len() {
		r.End++
	} else {
		r.Start--
	}
	return r
}

func (p *plan) passage(x study.Passage, to study.Range) (moves bool) {
	if x.Range == to {
		return false
	}
	p.moves = append(p.moves, move{spot{x.Kind(), x.CreatedBy, x.Range}, spot{x.Kind(), x.CreatedBy, to}, func(r study.Range) study.Record {
		x.Range = r
		return x
	}})
	return true
}

func (p *plan) bookmarks(list []study.Bookmark, carry *study.Carry) {
	taken := map[spot]bool{}
	for _, b := range list {
		at := func(pos int) spot { return spot{b.Kind(), b.OwnerID, study.Range{Start: pos, End: pos}} }
		from, to := at(b.Position), at(carry.Position(b.Position))
		switch {
		case taken[to]:
			p.gone = append(p.gone, b)
		case from != to:
			p.moves = append(p.moves, move{from, to, func(r study.Range) study.Record {
				b.Position = r.Start
				return b
			}})
		}
		taken[to] = true
	}
}

// write does what was planned. What fell together goes first, and whoever stands on the place
// of another moves before it.
func (p plan) write(tx *store.Tx, source study.Source) error {
	c := &coder{tx: tx, project: source.ProjectID}
	for _, f := range p.folds {
		if err := c.fold(f[0], f[1]); err != nil {
			return err
		}
	}
	if err := removeEach(tx, records(p.gone)); err != nil {
		return err
	}
	m := mover{tx: tx, aside: p.length, moves: p.moves, on: map[spot]int{}, begun: make([]bool, len(p.moves))}
	if err := m.all(); err != nil {
		return err
	}
	for _, l := range p.lost {
		if l.reviewed {
			continue
		}
		review := study.Review{ProjectID: source.ProjectID, ID: study.NewID(), SourceID: source.ID, PassageID: l.passage.ID, Revision: source.Revision, Range: l.passage.Range, CreatedAt: tx.Now()}
		if err := tx.Add(review); err != nil {
			return err
		}
	}
	return nil
}

// mover moves records one by one, so that at no time two of one person stand on one place.
type mover struct {
	tx    *store.Tx
	aside int // places from here on are free
	moves []move
	on    map[spot]int // which move is still to leave a place
	begun []bool
}

func (m *mover) all() error {
	for i, x := range m.moves {
		m.on[x.from] = i
	}
	for i := range m.moves {
		if err := m.move(i); err != nil {
			return err
		}
	}
	return nil
}

func (m *mover) move(i int) error {
	if m.begun[i] {
		return nil
	}
	m.begun[i] = true
	to := m.moves[i].to
	if j, held := m.on[to]; held && m.begun[j] { // a circle: that one steps aside
		m.aside++
		if err := m.step(j, study.Range{Start: m.aside, End: m.aside + 1}); err != nil {
			return err
		}
	} else if held {
		if err := m.move(j); err != nil {
			return err
		}
	}
	return m.step(i, to.Range)
}

func (m *mover) step(i int, to study.Range) error {
	x := &m.moves[i]
	before := x.at(x.from.Range)
	delete(m.on, x.from)
	x.from.Range = to
	return m.tx.Set(before, x.at(to))
}
