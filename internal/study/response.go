package study

import "time"

// Response is what one respondent answered in a survey.
type Response struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	SurveyID  ID        `json:"survey"`
	CaseID    ID        `json:"case,omitempty" doc:"Whose answers these are"`
	KeyText   string    `json:"key" gorm:"column:key" doc:"What the table knows the respondent by; unique in the survey"`
	Folded    string    `json:"-"` // the key as it is compared
	Name      string    `json:"name" doc:"What the table calls the respondent; may be empty"`
	Values    Values    `json:"values" doc:"By the ids of questions; open answers as the table had them"`
	Speakers  Values    `json:"speakers" doc:"By the ids of open questions: who speaks the answer in its source"`
	Position  int       `json:"position" doc:"Among the rows of the table, from 0"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Response) Kind() string { return "response" }
func (r Response) Key() ID    { return r.ID }

// Edition is the version of it; each change makes the next.
func (r *Response) Edition() *int { return &r.Version }

// Called is what a respondent is called where answers are read.
func (r Response) Called() string {
	if r.Name != "" {
		return r.Name
	}
	return r.KeyText
}

// Value is what was answered to a question; "" is nothing.
func (r Response) Value(q Question) string { return r.Values[q.ID] }
