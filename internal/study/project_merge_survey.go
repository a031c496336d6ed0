package study

import (
	"cmp"
	"slices"
)

// surveys of the copy are known by their ids, else by their names. One that is here stays as it is: a
// newer table is imported, which brings what was answered in words into its source too.
func (g *merger) surveys() {
	here, named, answers := byID(g.Ours.Surveys), map[string]Survey{}, responsesBySurvey(g.Theirs.Responses)
	for _, s := range g.Ours.Surveys {
		named[Fold(s.Name)] = s
	}
	for _, s := range g.Theirs.Surveys {
		ours, there := here[s.ID]
		if !there {
			ours, there = named[Fold(s.Name)]
		}
		switch {
		case there:
			g.same(s, ours.ID)
			g.sameResponses(s, ours, answers[s.ID])
		case g.Gone[s.ID]:
			g.left(s)
			g.count(Response{}.Kind()).Left += len(answers[s.ID])
		default:
			g.fresh(s)
			g.out.Surveys = append(g.out.Surveys, g.survey(s))
			g.responses(answers[s.ID])
		}
	}
}

func responsesBySurvey(list []Response) map[ID][]Response {
	out := map[ID][]Response{}
	for _, r := range list {
		out[r.SurveyID] = append(out[r.SurveyID], r)
	}
	return out
}

func (g *merger) survey(s Survey) Survey {
	s.ProjectID, s.StrandID, s.Version, s.CreatedBy = g.Ours.Project, g.find("strand", s.StrandID), 1, g.person(s.CreatedBy)
	s.Questions = slices.Clone(s.Questions)
	for i, q := range s.Questions {
		s.Questions[i].SourceID = g.find("source", q.SourceID)
	}
	return s
}

// responses takes over those of a new survey: none of someone who was removed here.
func (g *merger) responses(list []Response) {
	for _, r := range list {
		whose := g.find("case", r.CaseID)
		if g.Gone[r.ID] || r.CaseID != "" && whose == "" {
			g.left(r)
			continue
		}
		g.fresh(r)
		r.ProjectID, r.CaseID, r.Version, r.Speakers = g.Ours.Project, whose, 1, g.speaking(r.Speakers)
		g.out.Responses = append(g.out.Responses, r)
	}
}

// speaking gives the speakers of open answers, those that are here.
func (g *merger) speaking(theirs Values) Values {
	out := Values{}
	for question, speaker := range theirs {
		if ours := g.find("speaker", ID(speaker)); ours != "" {
			out[question] = string(ours)
		}
	}
	return out
}

// sameResponses tells which responses of a survey that is here are here too, and counts those that are
// not or have other answers.
func (g *merger) sameResponses(theirs, ours Survey, list []Response) {
	here, keyed, questions := map[ID]Response{}, map[string]Response{}, sameQuestions(ours, theirs)
	for _, r := range g.Ours.Responses {
		if r.SurveyID == ours.ID {
			here[r.ID], keyed[r.Folded] = r, r
		}
	}
	for _, r := range list {
		is := here[cmp.Or(here[r.ID].ID, keyed[r.Folded].ID)]
		if is.ID == "" {
			g.left(r)
		} else {
			g.same(r, is.ID)
		}
		if is.ID == "" || !SameValues(is.Values, renamed(r.Values, questions)) {
			g.out.OtherResponses++
		}
	}
}

// sameQuestions finds which questions of a survey those of its copy are: by their ids, else by their
// names.
func sameQuestions(ours, theirs Survey) map[string]string {
	out := map[string]string{}
	for _, q := range theirs.Questions {
		out[q.ID] = q.ID
		for _, name := range []string{q.Name, q.ID} {
			if is, there := ours.Question(name); there {
				out[q.ID] = is.ID
			}
		}
	}
	return out
}

// renamed gives values with the ids that questions have here.
func renamed(values Values, questions map[string]string) Values {
	out := make(Values, len(values))
	for id, value := range values {
		out[cmp.Or(questions[id], id)] = value
	}
	return out
}
