package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// ReviewView is a passage whose words are gone: the words as they were, and those it stands on
// now.
type ReviewView struct {
	study.Review
	Was       string         `json:"was" doc:"The old words"`
	Now       study.Range    `json:"now" doc:"Where the passage stands now"`
	Is        string         `json:"is" doc:"The words there"`
	CreatedBy study.ID       `json:"createdBy" doc:"Whose passage it is"`
	Codings   []study.Coding `json:"codings"`
}

// Reviews gives what is to be reviewed in a source, or with source == "" in the project.
func (a *App) Reviews(ctx context.Context, by study.Actor, project, source study.ID) ([]ReviewView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.Reviews(project, source)
	if err != nil {
		return nil, err
	}
	sources := map[study.ID]study.Source{}
	out := make([]ReviewView, len(list))
	for i, v := range list {
		s, err := once(sources, v.SourceID, func() (study.Source, error) { return r.Source(project, v.SourceID) })
		if err != nil {
			return nil, err
		}
		if out[i], err = viewReview(r, s, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func viewReview(r store.Reader, s study.Source, v study.Review) (ReviewView, error) {
	passage, err := r.Passage(s.ProjectID, v.PassageID)
	if err != nil {
		return ReviewView{}, err
	}
	was, err := r.ContentAt(s, v.Revision)
	if err != nil {
		return ReviewView{}, err
	}
	is, err := r.Content(s)
	if err != nil {
		return ReviewView{}, err
	}
	codings, err := r.CodingsOn(s.ProjectID, v.PassageID)
	return ReviewView{v, was.Slice(v.Range), passage.Range, is.Slice(passage.Range), passage.CreatedBy, append([]study.Coding{}, codings...)}, err
}

// told says what a revision has made, or would make.
func (v *revising) told(r store.Reader) (Corrected, error) {
	out := Corrected{Source: v.after, Corrections: v.corrections, Moved: v.moved, Reviews: []ReviewView{}}
	for _, l := range v.lost {
		if l.reviewed {
			continue
		}
		codings, err := r.CodingsOn(v.before.ProjectID, l.passage.ID)
		if err != nil {
			return out, err
		}
		review, _, err := r.ReviewOf(v.before.ProjectID, l.passage.ID)
		if err != nil {
			return out, err
		}
		review.SourceID, review.PassageID, review.Revision, review.Range = v.before.ID, l.passage.ID, v.before.Revision, l.passage.Range
		out.Reviews = append(out.Reviews, ReviewView{review, v.carry.From().Slice(l.passage.Range), l.to, v.carry.Text().Slice(l.to), l.passage.CreatedBy, append([]study.Coding{}, codings...)})
	}
	return out, nil
}

// AcceptReview leaves a passage where it was put, and takes it off the list: one's own, or as
// a lead anyone's.
func (a *App) AcceptReview(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	return a.coding(ctx, by, project, "accepted a place", func(c *coder) error {
		review, err := c.ownReview(id)
		if err != nil {
			return err
		}
		return c.tx.Remove(review)
	})
}

// RemoveReviewed removes a passage whose words are gone, with its codings and its memos.
func (a *App) RemoveReviewed(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	return a.coding(ctx, by, project, "removed a passage", func(c *coder) error {
		review, err := c.ownReview(id)
		if err != nil {
			return err
		}
		memos, err := c.tx.Memos(project, review.PassageID)
		if err != nil {
			return err
		}
		for _, m := range memos {
			if _, err := ownMemo(c.tx, by, c.role, project, m.ID); err != nil {
				return err
			}
			if err := removeMemo(c.tx, project, m); err != nil {
				return err
			}
		}
		ties, err := c.tx.TiesTo(project, review.PassageID)
		if err != nil {
			return err
		}
		if err := removeEach(c.tx, records(ties)); err != nil {
			return err
		}
		codings, err := c.tx.CodingsOn(project, review.PassageID)
		if err != nil {
			return err
		}
		for _, coding := range codings {
			if err := c.remove(coding.ID); err != nil {
				return err
			}
		}
		if err := removeBare(c.tx, project, review.PassageID); err != nil {
			return err
		}
		return settleReview(c.tx, project, review.PassageID)
	})
}

// ownReview reads the review of a passage that the actor may change.
func (c *coder) ownReview(id study.ID) (study.Review, error) {
	review, err := c.tx.Review(c.project, id)
	if err != nil {
		return review, err
	}
	_, err = c.ownPassage(review.PassageID)
	return review, err
}

// settleReview takes a passage off the review list, if it is on it.
func settleReview(tx *store.Tx, project, passage study.ID) error {
	review, found, err := tx.ReviewOf(project, passage)
	if !found || err != nil {
		return err
	}
	return tx.Remove(review)
}
