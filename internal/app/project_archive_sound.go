package app

import (
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// soundProject holds a project that came in as rows against what everything else relies on: what
// is kept as JSON can be read, texts have their turns, and ranges lie in their texts.
func soundProject(r store.Reader, project study.ID) error {
	p, err := r.Project(project)
	if err != nil {
		return unsound("projects", err)
	}
	if err := p.Validate(); err != nil {
		return unsound("projects", err)
	}
	codes, err := r.Codes(project)
	for _, c := range codes {
		if err == nil {
			err = c.Validate()
		}
	}
	if err != nil {
		return unsound("codes", err)
	}
	if err := readable(r, project); err != nil {
		return err
	}
	sources, err := r.Sources(project, "")
	if err != nil {
		return unsound("sources", err)
	}
	for _, s := range sources {
		if err := soundSource(r, s); err != nil {
			return err
		}
	}
	return nil
}

func unsound(table string, err error) error {
	return study.Errorf(study.Invalid, "The archive can’t be opened: what stands in its table %s can’t be read (%s). Nothing was saved.", table, study.Shorten(err.Error(), 200))
}

// readable reads each table that holds more than plain columns.
func readable(r store.Reader, project study.ID) error {
	for table, read := range map[string]func() error{
		"members":        func() error { _, err := r.Members(project); return err },
		"strands":        func() error { _, err := r.Strands(project); return err },
		"memos":          func() error { _, err := r.Memos(project, ""); return err },
		"code_sets":      func() error { _, err := r.CodeSets(project); return err },
		"cases":          func() error { _, err := r.Cases(project); return err },
		"ties":           func() error { _, err := r.Ties(project); return err },
		"variables":      func() error { _, err := r.Variables(project); return err },
		"pseudonyms":     func() error { _, err := r.Pseudonyms(project); return err },
		"saved_searches": func() error { _, err := r.SavedSearches(project); return err },
		"reports":        func() error { _, err := r.Reports(project); return err },
		"carried":        func() error { _, err := r.Carried(project); return err },
		"surveys":        func() error { return readableSurveys(r, project) },
	} {
		if err := read(); err != nil {
			return unsound(table, err)
		}
	}
	return nil
}

func readableSurveys(r store.Reader, project study.ID) error {
	surveys, err := r.Surveys(project)
	for _, s := range surveys {
		if err == nil {
			_, err = loadResponses(r, project, s.ID)
		}
	}
	return err
}

// soundSource holds turns and passages of a source against its words.
func soundSource(r store.Reader, s study.Source) error {
	content, err := r.Content(s)
	if err != nil {
		return unsound("revisions", err)
	}
	end := 0
	for i, t := range content.Turns {
		if t.Start < end || t.End < t.Start || t.End > content.Len() || t.Index != i {
			return unsound("revisions", study.Errorf(study.Invalid, "turn %d of “%s” is not in its words", i, s.Title))
		}
		end = t.End
	}
	passages, err := r.Passages(s.ProjectID, s.ID)
	if err != nil {
		return unsound("passages", err)
	}
	for _, p := range passages {
		if p.Start < 0 || p.End <= p.Start || p.End > content.Len() {
			return unsound("passages", study.Errorf(study.Invalid, "a passage of “%s” is not in its words", s.Title))
		}
	}
	return nil
}
