package app

import (
	"context"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// NewTie says what is to be tied to a case: a source, a speaker by id or by source and label, a
// passage by id or by the words of a source, whose passage is made when the actor has none
// there. The range counts in the revision that was seen; 0 is the present one.
type NewTie struct {
	study.Link
	Source study.ID
	Label  string
	study.Range
	Seen int
}

// AddTie ties something to a case. Tying it again changes nothing and gives the tie there is;
// one that was refused stands from then on.
func (a *App) AddTie(ctx context.Context, by study.Actor, project, to study.ID, n NewTie) (tie study.Tie, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "tied to a case", func(c *coder) error {
		tie, err = c.tie(to, n, false)
		return err
	})
	return tie, entry, err
}

// RefuseTie says that something does not belong to a case, so that it is not suggested again.
func (a *App) RefuseTie(ctx context.Context, by study.Actor, project, to study.ID, n NewTie) (tie study.Tie, entry study.Entry, err error) {
	entry, err = a.coding(ctx, by, project, "refused a tie", func(c *coder) error {
		tie, err = c.tie(to, n, true)
		return err
	})
	return tie, entry, err
}

func (c *coder) tie(to study.ID, n NewTie, refused bool) (study.Tie, error) {
	tie := study.Tie{ProjectID: c.project, ID: study.NewID(), CaseID: to, TargetKind: n.Kind, TargetID: n.ID, Refused: refused, CreatedBy: c.by.Account.ID, CreatedAt: c.tx.Now()}
	if _, err := c.tx.Case(c.project, to); err != nil {
		return tie, err
	}
	if err := c.aim(&tie, n); err != nil {
		return tie, err
	}
	err := putTie(c.tx, &tie)
	return tie, err
}

// putTie writes a tie, or changes the one that there is between the two.
func putTie(tx *store.Tx, tie *study.Tie) error {
	there, err := tx.TiesTo(tie.ProjectID, tie.TargetID)
	if err != nil {
		return err
	}
	for _, t := range there {
		if t.CaseID != tie.CaseID {
			continue
		}
		before := t
		t.Refused = tie.Refused
		*tie = t
		return tx.Set(before, t)
	}
	return tx.Add(*tie)
}

// aim finds what is to be tied, and the source that it is in.
func (c *coder) aim(tie *study.Tie, n NewTie) error {
	if err := tie.Validate(); err != nil {
		return err
	}
	switch {
	case n.Kind == "source":
		if tie.TargetID == "" {
			tie.TargetID = n.Source
		}
		s, err := c.tx.Source(c.project, tie.TargetID)
		tie.SourceID = s.ID
		return err
	case n.Kind == "speaker":
		s, err := c.speakerOf(n)
		tie.TargetID, tie.SourceID = s.ID, s.SourceID
		return err
	case n.ID == "":
		return c.aimAtWords(tie, n)
	}
	p, err := c.tx.Passage(c.project, n.ID)
	tie.SourceID = p.SourceID
	return err
}

// speakerOf finds a speaker by id, or by a label in a source.
func (c *coder) speakerOf(n NewTie) (study.Speaker, error) {
	if n.ID != "" {
		return c.tx.Speaker(c.project, n.ID)
	}
	list, err := c.tx.Speakers(c.project, n.Source)
	if err != nil {
		return study.Speaker{}, err
	}
	for _, s := range list {
		if n.Source != "" && study.Fold(s.Name) == study.Fold(n.Label) {
			return s, nil
		}
	}
	return study.Speaker{}, study.FieldError("label", "Nobody is called “%s” in this source.", study.Shorten(n.Label, 60))
}

func (c *coder) aimAtWords(tie *study.Tie, n NewTie) error {
	r, err := c.within(n.Source, n.Seen, n.Range)
	if err != nil {
		return err
	}
	p, _, err := passageFor(c.tx, c.by.Account.ID, c.project, NewCoding{Source: n.Source, Range: r, At: c.tx.Now()})
	tie.TargetID, tie.SourceID = p.ID, p.SourceID
	return err
}

// RemoveTie takes something from a case, and the passage with it when nothing else is left there.
func (a *App) RemoveTie(ctx context.Context, by study.Actor, project, from, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCode); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "took from a case", func(tx *store.Tx) error {
		t, err := tx.Tie(project, id)
		if err == nil && t.CaseID != from {
			err = study.Errorf(study.NotFound, "This is not tied to the case.")
		}
		if err != nil {
			return err
		}
		if err := tx.Remove(t); err != nil {
			return err
		}
		return removeBareOf(tx, project, study.Links{t.Target()})
	})
}

// standingTies leaves out those that were refused.
func standingTies(list []study.Tie) (out []study.Tie) {
	for _, t := range list {
		if !t.Refused {
			out = append(out, t)
		}
	}
	return out
}

// moveTies ties the cases of one passage or speaker to another, as when the two become one.
func moveTies(tx *store.Tx, project, from, to study.ID) error {
	list, err := tx.TiesTo(project, from)
	if err != nil || len(list) == 0 {
		return err
	}
	there, err := tx.TiesTo(project, to)
	if err != nil {
		return err
	}
	tied := map[study.ID]bool{}
	for _, t := range there {
		tied[t.CaseID] = true
	}
	for _, t := range list {
		if err := tx.Remove(t); err != nil {
			return err
		}
		if tied[t.CaseID] {
			continue
		}
		t.TargetID, t.SpeakerID, t.PassageID = to, "", ""
		if err := tx.Add(t); err != nil {
			return err
		}
	}
	return nil
}

// followVoices ties a case to whoever speaks now what its speaker said, when a correction left
// that speaker nothing to say and gave all of it to one other: the two were one.
func followVoices(tx *store.Tx, source study.Source, carry *study.Carry, was, is []study.Turn) error {
	ties, err := tx.TiesIn(source.ProjectID, source.ID)
	if err != nil || !hasSpeaker(ties) {
		return err
	}
	for from, to := range carry.Merged(was, is) {
		if err := moveTies(tx, source.ProjectID, from, to); err != nil {
			return err
		}
	}
	return nil
}

func hasSpeaker(ties []study.Tie) bool {
	for _, t := range ties {
		if t.TargetKind == "speaker" {
			return true
		}
	}
	return false
}

// Suggestion is something that may belong to a case, since it is called the same.
type Suggestion struct {
	Case       study.ID `json:"case"`
	CaseName   string   `json:"caseName"`
	CaseSort   string   `json:"caseKind" enum:"firm,person"`
	TargetKind string   `json:"targetKind" enum:"source,speaker"`
	Target     study.ID `json:"target"`
	Source     study.ID `json:"source"`
	Title      string   `json:"title" doc:"Of the source"`
	Speaker    string   `json:"speaker,omitempty"`
	By         string   `json:"by" enum:"name,key" doc:"What of the case is the same"`
}

// SuggestTies finds sources and speakers that are called as a case is, by its name or its key,
// and that nobody has tied to it or refused to.
func (a *App) SuggestTies(ctx context.Context, by study.Actor, project study.ID) ([]Suggestion, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	cases, err := a.cases.read(r, project, project)
	if err != nil || len(cases) == 0 {
		return nil, err
	}
	ties, err := r.Ties(project)
	if err != nil {
		return nil, err
	}
	named := study.NewNamesakes(cases, ties)
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	speakers, err := r.Speakers(project, "")
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	titles := map[study.ID]string{}
	for _, s := range sources {
		titles[s.ID] = s.Title
		for _, n := range named.Of(s.Title, s.ID) {
			out = append(out, suggestion(n, study.Link{Kind: "source", ID: s.ID}, s.ID, s.Title, ""))
		}
	}
	for _, s := range speakers {
		if s.Moderator {
			continue
		}
		for _, n := range named.Of(s.Name, s.ID) {
			out = append(out, suggestion(n, study.Link{Kind: "speaker", ID: s.ID}, s.SourceID, titles[s.SourceID], s.Name))
		}
	}
	return out, nil
}

func suggestion(n study.Namesake, to study.Link, source study.ID, title, speaker string) Suggestion {
	return Suggestion{Case: n.Case.ID, CaseName: n.Case.Name, CaseSort: n.Case.Sort, TargetKind: to.Kind, Target: to.ID, Source: source,
		Title: title, Speaker: strings.TrimSpace(speaker), By: n.By}
}
