package app

import (
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// answersPlan is the source that an open question becomes, with a turn and a speaker for each
// who answered.
type answersPlan struct {
	source   study.Source
	speakers []study.Speaker
	texts    []string // of the turns
	revision study.Revision
}

// hear makes a source of each open question, and ties its speakers to the cases of the
// responses.
func (p *surveyPlan) hear(by study.Stamp) {
	questions := append(study.Questions{}, p.survey.Questions...)
	for i, q := range questions {
		if q.Sort != study.AskOpen {
			continue
		}
		one := newAnswers(p.survey, q, by)
		for at := range p.responses {
			if tie := one.answer(&p.responses[at], q, by); tie != nil {
				p.ties = append(p.ties, *tie)
			}
		}
		if len(one.revision.Turns) == 0 {
			continue
		}
		one.settle()
		questions[i].SourceID = one.source.ID
		p.answers = append(p.answers, one)
		p.report.OpenAnswers += len(one.revision.Turns)
	}
	p.survey.Questions = questions
}

func newAnswers(s study.Survey, q study.Question, by study.Stamp) answersPlan {
	title := study.Shorten(s.Name+": "+firstOf(q.Label, q.Name), study.MaxName)
	source := study.Source{ProjectID: by.Project, ID: study.NewID(), StrandID: s.StrandID, Title: title, Format: "txt", Charset: "utf-8", Language: s.Language,
		Filename: study.Shorten(q.Name, study.MaxName-4) + ".txt", Revision: 1, CreatedBy: by.By, CreatedAt: by.At, Version: 1}
	return answersPlan{source: source, revision: study.Revision{ProjectID: by.Project, SourceID: source.ID, Number: 1}}
}

// answer adds what one answered in words, and gives the tie to their case.
func (p *answersPlan) answer(r *study.Response, q study.Question, by study.Stamp) *study.Tie {
	text := study.AnswerText(r.Value(q), q)
	if text == "" {
		return nil
	}
	sp := study.Speaker{ProjectID: by.Project, ID: study.NewID(), SourceID: p.source.ID, Name: study.Shorten(r.Called(), study.MaxName), Version: 1}
	p.speakers = append(p.speakers, sp)
	start := p.source.Length
	if len(p.revision.Turns) > 0 {
		start++ // after a line end
	}
	p.source.Length = start + study.TextLen(text)
	p.revision.Turns = append(p.revision.Turns, study.Turn{Index: len(p.revision.Turns), Range: study.Range{Start: start, End: p.source.Length}, Speaker: sp.ID})
	p.texts = append(p.texts, text)
	r.Speakers = r.Speakers.With(q.ID, string(sp.ID))
	return speakerTie(sp, r.CaseID, by)
}

// speakerTie ties who answered to a case; nil when there is none.
func speakerTie(sp study.Speaker, to study.ID, by study.Stamp) *study.Tie {
	if to == "" {
		return nil
	}
	return &study.Tie{ProjectID: by.Project, ID: study.NewID(), CaseID: to, TargetKind: "speaker", TargetID: sp.ID, SpeakerID: sp.ID, SourceID: sp.SourceID, CreatedBy: by.By, CreatedAt: by.At}
}

func (p *answersPlan) settle() {
	p.revision.Text = strings.Join(p.texts, "\n")
	p.source.Words, p.source.Turns = study.WordCount(p.revision.Text), len(p.revision.Turns)
}

func (p answersPlan) add(tx *store.Tx) error {
	if err := tx.AddRevision(p.revision); err != nil {
		return err
	}
	if err := tx.Add(p.source); err != nil {
		return err
	}
	return tx.AddAll(records(p.speakers))
}
