package study

import "time"

// Tie says that a source, a speaker or a passage belongs to a case. One that was refused says
// that it does not, so that it is not suggested again.
type Tie struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	CaseID     ID        `json:"case"`
	TargetKind string    `json:"targetKind" enum:"source,speaker,passage"`
	TargetID   ID        `json:"target"`
	SourceID   ID        `json:"source" doc:"The source itself, or the one that the speaker or passage is in"`
	SpeakerID  ID        `json:"-"` // the target, so that the database holds it
	PassageID  ID        `json:"-"`
	Refused    bool      `json:"refused,omitempty" doc:"It does not belong to the case, and is not to be suggested"`
	CreatedBy  ID        `json:"createdBy"`
	CreatedAt  time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Tie) Kind() string { return "tie" }
func (t Tie) Key() ID    { return t.ID }

// Target is what is tied.
func (t Tie) Target() Link { return Link{Kind: t.TargetKind, ID: t.TargetID} }

// Validate checks what a person can set.
func (t Tie) Validate() error {
	switch t.TargetKind {
	case "source", "speaker", "passage":
		return nil
	}
	return FieldError("targetKind", "A case is tied to sources, speakers and passages.")
}
