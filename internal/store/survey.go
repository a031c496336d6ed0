package store

import "github.com/selvedge/selvedge/internal/study"

// Surveys gives a project's surveys, those brought last at the head.
func (r Reader) Surveys(project study.ID) (out []study.Survey, err error) {
	err = r.db.Table("surveys").Where("project_id = ?", project).Order("id DESC").Find(&out).Error
	return out, fail(err, "read the surveys")
}

// Survey gives one survey.
func (r Reader) Survey(project, id study.ID) (s study.Survey, err error) {
	err = r.db.Table("surveys").Where(byID, project, id).Take(&s).Error
	return s, fail(err, "read the survey")
}

// Responses gives what was answered in a survey, in the order of its table.
func (r Reader) Responses(project, survey study.ID) (out []study.Response, err error) {
	err = r.db.Table("responses").Where("project_id = ? AND survey_id = ?", project, survey).Order("position, id").Find(&out).Error
	return out, fail(err, "read the responses")
}

// EachResponse gives what was answered in a survey in no order, each response without its values,
// and these as they are written: a survey has a million of them, in rows that are slow to sort.
func (r Reader) EachResponse(project, survey study.ID, give func(one study.Response, written study.WrittenValues)) error {
	rows, err := r.db.Table("responses").Where("project_id = ? AND survey_id = ?", project, survey).
		Select(`project_id, id, survey_id, case_id, "key", folded, name, "values", speakers, position, created_at, version`).Rows()
	if err != nil {
		return fail(err, "read the responses")
	}
	defer rows.Close()
	for rows.Next() {
		var one study.Response
		var written study.WrittenValues
		if err := rows.Scan(&one.ProjectID, &one.ID, &one.SurveyID, &one.CaseID, &one.KeyText, &one.Folded, &one.Name, &written, &one.Speakers, &one.Position, &one.CreatedAt, &one.Version); err != nil {
			return fail(err, "read the responses")
		}
		give(one, written)
	}
	return fail(rows.Err(), "read the responses")
}

// Response gives one response.
func (r Reader) Response(project, id study.ID) (one study.Response, err error) {
	err = r.db.Table("responses").Where(byID, project, id).Take(&one).Error
	return one, fail(err, "read the response")
}

// ResponsesOf gives what a case answered in all surveys.
func (r Reader) ResponsesOf(project, of study.ID) (out []study.Response, err error) {
	err = r.db.Table("responses").Where("project_id = ? AND case_id = ?", project, of).Order("survey_id, position").Find(&out).Error
	return out, fail(err, "read the responses")
}

// LargestSurveys gives those with most responses, of all projects, the largest first: their ids and
// their projects' only.
func (r Reader) LargestSurveys(most int) (list []study.Survey, err error) {
	err = r.db.Table("responses").Select("project_id, survey_id AS id").Group("project_id, survey_id").Order("COUNT(*) DESC, survey_id").Limit(most).Find(&list).Error
	return list, fail(err, "find the largest surveys")
}

// CountResponses is how many responses the surveys of a project have.
func (r Reader) CountResponses(project study.ID) (map[study.ID]int, error) {
	var rows []struct {
		SurveyID study.ID
		N        int
	}
	err := r.db.Table("responses").Select("survey_id, COUNT(*) AS n").Where("project_id = ?", project).Group("survey_id").Find(&rows).Error
	out := make(map[study.ID]int, len(rows))
	for _, row := range rows {
		out[row.SurveyID] = row.N
	}
	return out, fail(err, "count the responses")
}
