package app

import (
	"context"
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// NewCoding is one gesture: this code on these words. At is when it was coded, for
// imports; the zero time is now.
// The range counts in the revision that is named; 0 is the present one.
type NewCoding struct {
	Source study.ID
	study.Range
	Revision int
	Code     study.ID
	At       time.Time
}

// Coded is a coding with the range it stands on and the journal number that made it.
// Seq is 0 when the coding was there already.
type Coded struct {
	study.Coding
	study.Range
	Seq int64
}

// CodingChange gives a coding another code, keeping its time and its passage, or puts it
// alone on other words of its source. What is nil stays. The range counts in the revision that
// is named; 0 is the present one.
type CodingChange struct {
	Coding   study.ID
	Code     *study.ID
	Range    *study.Range
	Revision int
}

// CodingBatch is one gesture on many codings: one journal entry, all or nothing. Removals
// come first, then changes, then additions. Checked codings were looked at again after
// their code's meaning had changed, and are kept.
type CodingBatch struct {
	Add    []NewCoding
	Change []CodingChange
	Remove []study.ID
	Check  []study.ID
}

// MaxBatch is the most codings that one gesture may be about.
const MaxBatch = study.MostRanges

func (b CodingBatch) size() int { return len(b.Add) + len(b.Change) + len(b.Remove) + len(b.Check) }

func (b CodingBatch) validate() error {
	switch n := b.size(); {
	case n == 0:
		return study.Errorf(study.Invalid, "Say which codings to add, change, remove or keep.")
	case n > MaxBatch:
		return study.Errorf(study.TooLarge, "These are %d codings; at most %d can be changed at once. Narrow the list and do it in parts.", n, MaxBatch)
	}
	return nil
}

// verb says in the journal what the gesture did.
func (b CodingBatch) verb() string {
	switch b.size() {
	case len(b.Add):
		return "coded"
	case len(b.Remove):
		return "removed a coding"
	case len(b.Check):
		return "looked at codings again"
	case len(b.Change):
		if !slices.ContainsFunc(b.Change, func(c CodingChange) bool { return c.Range != nil }) {
			return "recoded"
		}
		return "moved a coding"
	}
	return "changed codings"
}

// Code puts a code on words, as the actor. It makes the actor's passage on that range or
// uses the one that is there; coding the same again changes nothing and gives what is there.
func (a *App) Code(ctx context.Context, by study.Actor, project study.ID, n NewCoding) (Coded, error) {
	return a.oneCoding(ctx, by, project, CodingBatch{Add: []NewCoding{n}})
}

// ChangeCoding gives a coding another code or other words. Where that makes it say the same
// as another of its coder, one is left.
func (a *App) ChangeCoding(ctx context.Context, by study.Actor, project study.ID, c CodingChange) (Coded, error) {
	return a.oneCoding(ctx, by, project, CodingBatch{Change: []CodingChange{c}})
}

func (a *App) oneCoding(ctx context.Context, by study.Actor, project study.ID, b CodingBatch) (Coded, error) {
	done, entry, err := a.ChangeCodings(ctx, by, project, b)
	if err != nil {
		return Coded{}, err
	}
	done[0].Seq = entry.Seq
	return done[0], nil
}

// Uncode removes a coding: one's own, or as a lead anyone's. A passage that is left with
// neither coding nor memo goes with it.
func (a *App) Uncode(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	_, entry, err := a.ChangeCodings(ctx, by, project, CodingBatch{Remove: []study.ID{id}})
	return entry, err
}

// ChangeCodings does one gesture on many codings and gives those it added and changed, in
// the order they were asked for. Codings of others are a lead's to change.
func (a *App) ChangeCodings(ctx context.Context, by study.Actor, project study.ID, b CodingBatch) ([]Coded, study.Entry, error) {
	if err := b.validate(); err != nil {
		return nil, study.Entry{}, err
	}
	var out []Coded
	entry, err := a.coding(ctx, by, project, b.verb(), func(c *coder) (err error) {
		out, err = c.do(b)
		return err
	})
	return out, entry, err
}

// coding runs an action of someone who codes.
func (a *App) coding(ctx context.Context, by study.Actor, project study.ID, verb string, do func(*coder) error) (study.Entry, error) {
	role, err := a.role(ctx, by, project, study.MayCode)
	if err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, verb, func(tx *store.Tx) error {
		return do(&coder{tx: tx, project: project, by: by, role: role, sources: map[study.ID]study.Source{}, concepts: map[study.ID]study.Code{}, carries: map[carryKey]*study.Carry{}})
	})
}

// coder is someone who codes, inside a transaction. It reads each source and each code once.
type coder struct {
	tx       *store.Tx
	project  study.ID
	by       study.Actor
	role     study.Role
	sources  map[study.ID]study.Source
	concepts map[study.ID]study.Code
	carries  map[carryKey]*study.Carry // from older revisions to the present ones
}

func (c *coder) do(b CodingBatch) ([]Coded, error) {
	for _, id := range b.Remove {
		if err := c.remove(id); err != nil {
			return nil, err
		}
	}
	var changed, added []Coded
	for _, change := range b.Change {
		done, err := c.change(change)
		if err != nil {
			return nil, err
		}
		changed = append(changed, done)
	}
	for _, n := range b.Add {
		done, err := c.add(n)
		if err != nil {
			return nil, err
		}
		added = append(added, done)
	}
	for _, id := range b.Check {
		if err := c.check(id); err != nil {
			return nil, err
		}
	}
	return append(added, changed...), nil
}

func (c *coder) add(n NewCoding) (Coded, error) {
	var err error
	if n.Range, err = c.within(n.Source, n.Revision, n.Range); err != nil {
		return Coded{}, err
	}
	if _, err := c.codable(n.Code); err != nil {
		return Coded{}, err
	}
	if n.At.IsZero() {
		n.At = c.tx.Now()
	}
	me := c.by.Account.ID
	passage, found, err := passageFor(c.tx, me, c.project, n)
	if err != nil {
		return Coded{}, err
	}
	coding := study.Coding{ProjectID: c.project, ID: study.NewID(), PassageID: passage.ID, SourceID: n.Source, CodeID: n.Code, CoderID: me, At: n.At}
	if found {
		if double, there, err := c.double(coding); there || err != nil {
			return Coded{Coding: double, Range: n.Range}, err
		}
	}
	return Coded{Coding: coding, Range: n.Range}, c.tx.Add(coding)
}

func (c *coder) change(change CodingChange) (Coded, error) {
	before, err := c.own(change.Coding)
	if err != nil {
		return Coded{}, err
	}
	passage, err := c.tx.Passage(c.project, before.PassageID)
	if err != nil {
		return Coded{}, err
	}
	after := before
	if change.Code != nil && *change.Code != before.CodeID {
		if after, err = c.recoded(before, *change.Code); err != nil {
			return Coded{}, err
		}
	}
	if change.Range != nil {
		to, err := c.within(before.SourceID, change.Revision, *change.Range)
		if err != nil {
			return Coded{}, err
		}
		if to != passage.Range {
			if passage, err = c.place(before, to); err != nil {
				return Coded{}, err
			}
			after.PassageID = passage.ID
		}
	}
	return c.settle(before, after, passage.Range)
}

// recoded is a coding with another code. Whoever gives it has looked at the words, so it
// needs no second look.
func (c *coder) recoded(coding study.Coding, code study.ID) (study.Coding, error) {
	concept, err := c.codable(code)
	if err != nil {
		return coding, err
	}
	coding.CodeID = code
	if coding.Outdated(concept) {
		now := c.tx.Now()
		coding.CheckedAt = &now
	}
	return coding, nil
}

// place is the passage of a coding's coder on other words of its source.
func (c *coder) place(coding study.Coding, r study.Range) (study.Passage, error) {
	p, _, err := passageFor(c.tx, coding.CoderID, c.project, NewCoding{Source: coding.SourceID, Range: r, At: c.tx.Now()})
	return p, err
}

// settle writes a changed coding, or drops it where its coder has said the same already.
func (c *coder) settle(before, after study.Coding, r study.Range) (Coded, error) {
	if before.Same(after) {
		return Coded{Coding: before, Range: r}, nil
	}
	double, there, err := c.double(after)
	switch {
	case err != nil:
	case there:
		after, err = double, c.tx.Remove(before)
	default:
		err = c.tx.Set(before, after)
	}
	if err == nil && before.PassageID != after.PassageID {
		err = removeBare(c.tx, c.project, before.PassageID)
	}
	return Coded{Coding: after, Range: r}, err
}

// double finds another coding that says the same.
func (c *coder) double(coding study.Coding) (study.Coding, bool, error) {
	on, err := c.tx.CodingsOn(c.project, coding.PassageID)
	if i := slices.IndexFunc(on, func(o study.Coding) bool { return o.ID != coding.ID && o.Same(coding) }); i >= 0 {
		return on[i], true, err
	}
	return study.Coding{}, false, err
}

func (c *coder) remove(id study.ID) error {
	coding, err := c.own(id)
	if err != nil {
		return err
	}
	return removeCoding(c.tx, c.project, coding)
}

func (c *coder) check(id study.ID) error {
	before, err := c.own(id)
	if err != nil {
		return err
	}
	after, now := before, c.tx.Now()
	after.CheckedAt = &now
	return c.tx.Set(before, after)
}

// own reads a coding that the actor may change.
func (c *coder) own(id study.ID) (study.Coding, error) {
	coding, err := c.tx.Coding(c.project, id)
	if err == nil && coding.CoderID != c.by.Account.ID && c.role != study.Lead {
		err = study.Errorf(study.Forbidden, "This is someone else's coding; they or a lead can change it.")
	}
	return coding, err
}

// within takes a range that counts in a revision of a source to the present text, and refuses
// words that it doesn't have.
func (c *coder) within(source study.ID, revision int, r study.Range) (study.Range, error) {
	s, err := once(c.sources, source, func() (study.Source, error) { return c.tx.Source(c.project, source) })
	if err != nil {
		return r, err
	}
	if r, err = c.carried(s, revision, r); err != nil {
		return r, err
	}
	return r, r.Within(s.Length)
}

// codable gives a code that passages may be coded with.
func (c *coder) codable(id study.ID) (study.Code, error) {
	code, err := once(c.concepts, id, func() (study.Code, error) { return c.tx.Code(c.project, id) })
	if err == nil && !code.Codable {
		err = study.FieldError("code", "“%s” is a heading; code with one of the codes under it.", code.Name)
	}
	return code, err
}

// once reads what is not known yet.
func once[V any](known map[study.ID]V, id study.ID, read func() (V, error)) (V, error) {
	v, there := known[id]
	if there {
		return v, nil
	}
	v, err := read()
	if err == nil {
		known[id] = v
	}
	return v, err
}

func removeCoding(tx *store.Tx, project study.ID, c study.Coding) error {
	if err := tx.Remove(c); err != nil {
		return err
	}
	return removeBare(tx, project, c.PassageID)
}
