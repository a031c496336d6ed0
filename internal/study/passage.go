package study

import "time"

// Passage is a marked range of a source's text. It may stand without a code.
// One person has at most one passage on a range.
type Passage struct {
	ProjectID ID `json:"-"`
	ID        ID `json:"id"`
	SourceID  ID `json:"source"`
	Range
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Passage) Kind() string { return "passage" }
func (p Passage) Key() ID    { return p.ID }

// Coding is one code on one passage by one coder.
type Coding struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	PassageID ID        `json:"passage"`
	SourceID  ID        `json:"source"`
	CodeID    ID        `json:"code"`
	CoderID   ID        `json:"coder"`
	At        time.Time `json:"at"`
	// CheckedAt is when someone looked at it again and kept it, after its code's meaning
	// had changed; nil when nobody had to.
	CheckedAt *time.Time `json:"checkedAt,omitempty"`
}

// Kind and Key name the record in the journal.
func (Coding) Kind() string { return "coding" }
func (c Coding) Key() ID    { return c.ID }

// Outdated says whether the code's meaning was changed after the coding was made, and
// nobody has looked at the coding again since.
func (c Coding) Outdated(code Code) bool {
	if code.DefinedAt == nil || !c.At.Before(*code.DefinedAt) {
		return false
	}
	return c.CheckedAt == nil || c.CheckedAt.Before(*code.DefinedAt)
}

// Same says whether two codings say the same of one passage.
func (c Coding) Same(o Coding) bool {
	return c.PassageID == o.PassageID && c.CodeID == o.CodeID && c.CoderID == o.CoderID
}
