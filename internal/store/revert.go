package store

import (
	"bytes"
	"encoding/json"
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// Revert applies the inverse of an entry, if everything it touched is still as the
// entry left it, nothing has come to stand on it since, and what it stood on is there;
// else it says what stands in the way, with the entry that put it there, and changes
// nothing.
func (tx *Tx) Revert(e study.Entry) error {
	e, err := tx.whole(e)
	if err != nil {
		return err
	}
	if err := tx.checkText(e); err != nil {
		return err
	}
	for _, run := range runs(e.Inverse(), bulky) {
		if len(run) > 1 {
			err = tx.revertRun(run)
		} else {
			err = tx.revertOne(e, run[0])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) revertOne(e study.Entry, change study.Change) error {
	change, err := tx.carried(e, change)
	if err != nil {
		return err
	}
	k, known := kinds[change.Kind]
	if !known {
		return study.Errorf(study.Invalid, "“%s” can't be taken back.", e.Verb)
	}
	now, err := k.load(tx.db, tx.project, change.ID)
	if err != nil {
		return fail(err, "read a "+change.Kind)
	}
	if !bytes.Equal(now, change.Before) {
		return tx.inTheWay(change.ID, "The %s was changed since, so this can't be taken back.", change.Kind)
	}
	if err := tx.checkBare(change); err != nil {
		return err
	}
	if err := tx.checkGround(change); err != nil {
		return err
	}
	return tx.apply(change)
}

// inTheWay is the conflict of an undo that comes too late. It carries the newest entry
// about the thing in question.
func (tx *Tx) inTheWay(id study.ID, format string, args ...any) error {
	list, err := tx.EntriesBefore(tx.project, Pick{Before: math.MaxInt64, About: id}, 1)
	if err != nil {
		return err
	}
	e := study.Errorf(study.Conflict, format, args...)
	if len(list) > 0 {
		e.Current = list[0]
	}
	return e
}

// checkBare refuses to remove what carries a memo. Memos stand on records of many kinds,
// so no foreign key holds them.
func (tx *Tx) checkBare(c study.Change) error {
	if c.After != nil {
		return nil
	}
	return tx.checkBareOf(c.Kind, c.ID)
}

// checkBareOf refuses when any of some records carries a memo or is tied to a case.
func (tx *Tx) checkBareOf(kind string, ids ...study.ID) error {
	var memos []study.Memo
	if err := tx.db.Table("memos").Where("project_id = ? AND target_id IN ?", tx.project, ids).Limit(1).Find(&memos).Error; err != nil {
		return fail(err, "read the memos")
	}
	if len(memos) > 0 {
		return tx.inTheWay(memos[0].ID, "Someone wrote a memo on the %s since, so this can't be taken back.", kind)
	}
	if err := tx.checkAnswersOf(kind, ids); err != nil {
		return err
	}
	var ties []study.Tie
	if err := tx.db.Table("ties").Where("project_id = ? AND (target_id IN ? OR case_id IN ?)", tx.project, ids, ids).Limit(1).Find(&ties).Error; err != nil {
		return fail(err, "read the ties")
	}
	switch {
	case len(ties) == 0:
		return nil
	case kind == (study.Case{}).Kind():
		return tx.inTheWay(ties[0].ID, "Something was tied to the case since, so this can't be taken back.")
	}
	return tx.inTheWay(ties[0].ID, "The %s was tied to a case since, so this can't be taken back.", kind)
}

// checkAnswersOf refuses when any of some cases was given answers to a survey.
func (tx *Tx) checkAnswersOf(kind string, ids []study.ID) error {
	if kind != (study.Case{}).Kind() {
		return nil
	}
	var responses []study.Response
	err := tx.db.Table("responses").Select("id").Where("project_id = ? AND case_id IN ?", tx.project, ids).Limit(1).Find(&responses).Error
	if err == nil && len(responses) > 0 {
		return tx.inTheWay(responses[0].ID, "The case was given answers to a survey since, so this can't be taken back.")
	}
	return fail(err, "read the responses")
}

// ground is what a record stands on.
type ground struct {
	Source     study.ID `json:"source"`
	Passage    study.ID `json:"passage"`
	Code       study.ID `json:"code"`
	Parent     study.ID `json:"parent"`
	Strand     study.ID `json:"strand"`
	Case       study.ID `json:"case"`
	Firm       study.ID `json:"firm"`
	Target     study.ID `json:"target"`
	TargetKind string   `json:"targetKind"`
}

func (g ground) list() []study.Change {
	return []study.Change{
		{Kind: "strand", ID: g.Strand}, {Kind: "source", ID: g.Source}, {Kind: "code", ID: g.Parent},
		{Kind: "code", ID: g.Code}, {Kind: "passage", ID: g.Passage}, {Kind: "case", ID: g.Case}, {Kind: "case", ID: g.Firm}, {Kind: g.TargetKind, ID: g.Target},
	}
}

// checkGround refuses to bring back what stood on something that is gone.
func (tx *Tx) checkGround(c study.Change) error {
	if c.After == nil {
		return nil
	}
	var g ground
	if err := json.Unmarshal(c.After, &g); err != nil {
		return study.Wrap(err, "read a "+c.Kind)
	}
	if c.Kind == (study.Source{}).Kind() {
		if err := tx.checkWords(c); err != nil {
			return err
		}
	}
	for _, under := range g.list() {
		k, known := kinds[under.Kind]
		if under.ID == "" || !known || under.Kind == "project" {
			continue
		}
		now, err := k.load(tx.db, tx.project, under.ID)
		if err != nil {
			return fail(err, "read a "+under.Kind)
		}
		if now == nil {
			return tx.inTheWay(under.ID, "The %s that it belongs to was deleted since. Bring that back first.", under.Kind)
		}
	}
	return nil
}

// checkWords refuses to take a source back to a text that was erased.
func (tx *Tx) checkWords(c study.Change) error {
	var s study.Source
	if err := json.Unmarshal(c.After, &s); err != nil {
		return study.Wrap(err, "read a source in the journal")
	}
	var n int64
	err := tx.db.Table("revisions").Where("project_id = ? AND source_id = ? AND number = ?", tx.project, c.ID, s.Revision).Count(&n).Error
	if err == nil && n == 0 {
		return study.Errorf(study.Conflict, "The text was erased, so it can't be brought back.")
	}
	return fail(err, "read the texts")
}
