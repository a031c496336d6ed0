package study

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Survey is a table of answers: questions that were put to many, and a response of each who
// answered. Responses are kept apart, so that listing surveys reads none.
type Survey struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	Name       string    `json:"name"`
	KeyColumn  string    `json:"key" doc:"The column that respondents are known by; empty when they are numbered in the order of their rows"`
	CallColumn string    `json:"nameColumn" doc:"The column of their names; may be empty"`
	CaseSort   string    `json:"caseKind" enum:"firm,person," doc:"What respondents are as cases; empty when they are none"`
	Weight     string    `json:"weight" doc:"Name of the number question that rows are weighted by; may be empty"`
	Least      int       `json:"least" doc:"The fewest cases that a cell of a table may have before it could tell who they are"`
	StrandID   ID        `json:"strand,omitempty" doc:"Of the sources that open answers become"`
	Language   string    `json:"language" doc:"BCP 47 tag of the answers"`
	Filename   string    `json:"filename" doc:"Of the last table that was brought"`
	Sheet      string    `json:"sheet" doc:"Of a workbook"`
	Header     int       `json:"header" doc:"Rows before the first response"`
	Questions  Questions `json:"questions" doc:"In the order of the table"`
	Scales     Scales    `json:"scales" doc:"Made of items of it"`
	CreatedBy  ID        `json:"createdBy"`
	CreatedAt  time.Time `json:"createdAt"`
	Version    int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Survey) Kind() string { return "survey" }
func (s Survey) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (s *Survey) Edition() *int { return &s.Version }

// Bounds of surveys.
const (
	MaxQuestions = 2000
	MaxResponses = MaxCases
	MaxScales    = 200
	DefaultLeast = 5
	maxLeast     = 1000
)

// Validate checks what a person can set.
func (s Survey) Validate() error {
	if err := CheckName("name", s.Name); err != nil {
		return err
	}
	if s.CaseSort != "" && s.CaseSort != Firm && s.CaseSort != Person {
		return FieldError("caseKind", "Respondents are firms, persons, or no cases.")
	}
	if s.Least < 0 || s.Least > maxLeast {
		return FieldError("least", "The fewest cases of a cell are between 0 and %d.", maxLeast)
	}
	if len(s.Questions) > MaxQuestions {
		return Errorf(TooLarge, "A survey has at most %d questions: leave out some columns.", MaxQuestions)
	}
	names, copies := map[string]bool{}, map[string]bool{}
	for _, q := range s.Questions {
		if err := q.Validate(); err != nil {
			return At(err, "questions", "“"+Shorten(q.Name, 60)+"”")
		}
		if names[Fold(q.Name)] {
			return FieldError("questions", "Two questions are called “%s”.", q.Name)
		}
		names[Fold(q.Name)] = true
		if into := Fold(q.CaseVariable); into != "" && copies[into] {
			return FieldError("questions", "Two questions are to become the variable “%s” of cases.", q.CaseVariable)
		}
		copies[Fold(q.CaseVariable)] = true
	}
	if err := s.checkWeight(); err != nil {
		return err
	}
	return s.checkScales(names)
}

func (s Survey) checkWeight() error {
	if s.Weight == "" {
		return nil
	}
	q, there := s.Question(s.Weight)
	if !there || q.Sort != AskNumber {
		return FieldError("weight", "“%s” is no number question of the survey, so it can't weight its rows.", Shorten(s.Weight, 60))
	}
	return nil
}

// Question finds a question by name, whatever its case, or by id.
func (s Survey) Question(name string) (Question, bool) {
	i := slices.IndexFunc(s.Questions, func(q Question) bool { return q.ID == name || Fold(q.Name) == Fold(name) })
	if i < 0 {
		return Question{}, false
	}
	return s.Questions[i], true
}

// Open gives the open questions that are kept.
func (s Survey) Open() (out Questions) {
	for _, q := range s.Questions {
		if q.Sort == AskOpen {
			out = append(out, q)
		}
	}
	return out
}

// Variables gives what responses can have values of, in order, as variables that parse, compare
// and show them.
func (s Survey) Variables() *VariableSet {
	var list []Variable
	for _, q := range s.Questions {
		if q.Kept() {
			list = append(list, q.Variable())
		}
	}
	return NewVariableSet(list)
}

// Reworded puts what a person wrote of the survey through a function. Names of questions stay
// unique. Columns are reworded too: those of a newer table are before they are compared.
func (s Survey) Reworded(say func(string) string) Survey {
	s.Name, s.Filename, s.KeyColumn, s.CallColumn = say(s.Name), say(s.Filename), say(s.KeyColumn), say(s.CallColumn)
	questions, scales, taken := slices.Clone(s.Questions), slices.Clone(s.Scales), map[string]bool{}
	for _, q := range questions {
		if said := say(q.Name); said == q.Name {
			taken[Fold(said)] = true
		}
	}
	for i, q := range questions {
		questions[i] = q.reworded(say, taken)
	}
	s.Scales = scales
	for i, q := range s.Questions {
		s.Rename(q.Name, questions[i].Name)
	}
	for i := range scales {
		scales[i].Name = say(scales[i].Name)
	}
	s.Questions = questions
	return s
}

// Rename follows a question that is called otherwise, wherever the survey names it.
func (s *Survey) Rename(was, is string) {
	if was == is {
		return
	}
	if s.Weight == was {
		s.Weight = is
	}
	for i := range s.Scales {
		s.Scales[i] = s.Scales[i].renamed(was, is)
	}
}

// GuessSurvey says what a survey of a table most likely is, but for its questions.
func GuessSurvey(t Table, file string) Survey {
	s := Survey{Name: titled(file), KeyColumn: t.apart(), Least: DefaultLeast, Language: "en", Filename: Shorten(file, MaxName)}
	for _, c := range t.Columns {
		if firmName.MatchString(c) && s.CallColumn == "" {
			s.CallColumn = c
		}
	}
	if s.KeyColumn != "" {
		s.CaseSort = Firm
	}
	return s
}

var firmName = regexp.MustCompile(`(?i)^((firm|company|business|organisation|organization|enterprise)([ _-]?name)?|firma|unternehmen)$`)

// titled is a name that a survey can have of the name of a file.
func titled(file string) string {
	name := strings.TrimSpace(file)
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	return Shorten(name, MaxName)
}

// SameSurvey says whether two surveys are the same, however empty lists are kept.
func SameSurvey(a, b Survey) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// Reading gives the questions whose answers have to be read anew, since they are not kept as they
// were: before and after.
func (s Survey) Reading(before Survey) (out []QuestionEdit) {
	for i, q := range s.Questions {
		was := before.Questions[i]
		if q.Sort != was.Sort || !slices.Equal(q.Missing, was.Missing) || !slices.Equal(optionValues(q.Options), optionValues(was.Options)) {
			out = append(out, QuestionEdit{Before: was, After: q})
		}
	}
	return out
}

// Differing says which columns the survey has that a table lacks, and which the table has that
// the survey doesn't know.
func (s Survey) Differing(t Table) (missing, added []string) {
	missing, added = []string{}, []string{}
	known := map[string]bool{Fold(s.KeyColumn): true, Fold(s.CallColumn): true}
	for _, q := range s.Questions {
		for _, c := range q.Columns {
			known[Fold(c)] = true
			if q.Kept() && t.named(c) < 0 {
				missing = append(missing, c)
			}
		}
	}
	for _, c := range t.Columns {
		if !known[Fold(c)] {
			added = append(added, c)
		}
	}
	return missing, added
}
