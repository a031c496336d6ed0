package store

import (
	"cmp"
	"errors"
	"slices"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Passages gives the passages of a source in text order.
func (r Reader) Passages(project, source study.ID) (out []study.Passage, err error) {
	err = r.db.Table("passages").Where("project_id = ? AND source_id = ?", project, source).Order(`"start", "end", id`).Find(&out).Error
	return out, fail(err, "read the passages")
}

// Passage gives one passage.
func (r Reader) Passage(project, id study.ID) (p study.Passage, err error) {
	err = r.db.Table("passages").Where(byID, project, id).Take(&p).Error
	return p, fail(err, "read the passage")
}

// inOneQuestion is how many ids are asked for at once; SQLite takes some 32,000.
const inOneQuestion = 1000

// PassagesOf gives those of the named passages that are there, by id.
func (r Reader) PassagesOf(project study.ID, ids []study.ID) (map[study.ID]study.Passage, error) {
	out := make(map[study.ID]study.Passage, len(ids))
	for some := range slices.Chunk(ids, inOneQuestion) {
		var list []study.Passage
		if err := r.db.Table("passages").Where("project_id = ? AND id IN ?", project, some).Find(&list).Error; err != nil {
			return nil, fail(err, "read the passages")
		}
		for _, p := range list {
			out[p.ID] = p
		}
	}
	return out, nil
}

// PassageAt finds a person's passage on exactly this range; false when there is none.
func (r Reader) PassageAt(project, source study.ID, at study.Range, by study.ID) (p study.Passage, found bool, err error) {
	err = r.db.Table("passages").
		Where(`project_id = ? AND source_id = ? AND "start" = ? AND "end" = ? AND created_by = ?`, project, source, at.Start, at.End, by).Take(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return p, false, nil
	}
	return p, err == nil, fail(err, "read the passage")
}

// Codings gives the codings of a source in the order they were made.
func (r Reader) Codings(project, source study.ID) (out []study.Coding, err error) {
	err = r.db.Table("codings").Where("project_id = ? AND source_id = ?", project, source).Order("id").Find(&out).Error
	return out, fail(err, "read the codings")
}

// CodingsOn gives the codings of one passage, by code and coder.
func (r Reader) CodingsOn(project, passage study.ID) (out []study.Coding, err error) {
	err = r.db.Table("codings").Where("project_id = ? AND passage_id = ?", project, passage).Order("code_id, coder_id").Find(&out).Error
	return out, fail(err, "read the codings")
}

// CodingsOf gives the codings of one code in the order they were made. SQLite isn't asked for the
// order: it would go through the codings of all codes, which an index has in it.
func (r Reader) CodingsOf(project, code study.ID) (out []study.Coding, err error) {
	err = r.db.Table("codings").Where("project_id = ? AND code_id = ?", project, code).Find(&out).Error
	slices.SortFunc(out, func(a, b study.Coding) int { return cmp.Compare(a.ID, b.ID) })
	return out, fail(err, "read the codings")
}

// Coding gives one coding.
func (r Reader) Coding(project, id study.ID) (c study.Coding, err error) {
	err = r.db.Table("codings").Where(byID, project, id).Take(&c).Error
	return c, fail(err, "read the coding")
}

// CodedRange is a coding with the range of its passage.
type CodedRange struct {
	study.Coding
	study.Range
}

// CodedRanges gives the codings that a filter lets through, with their ranges, in text
// order of each source. Codes are taken as given: expand descendants before. Only strands,
// sources, codes and coders are looked at here.
func (r Reader) CodedRanges(project study.ID, f study.Filter) (out []CodedRange, err error) {
	query := r.db.Table("codings").Select("codings.*", `passages."start"`, `passages."end"`).
		Joins("JOIN passages ON passages.project_id = codings.project_id AND passages.id = codings.passage_id").
		Where("codings.project_id = ?", project).Order(`codings.source_id, passages."start", passages."end", codings.id`)
	if len(f.Strands) > 0 {
		query = query.Where("codings.source_id IN (SELECT id FROM sources WHERE project_id = ? AND strand_id IN ?)", project, f.Strands)
	}
	for column, ids := range map[string][]study.ID{"source_id": f.Sources, "code_id": f.Codes, "coder_id": f.Coders} {
		if len(ids) > 0 {
			query = query.Where("codings."+column+" IN ?", ids)
		}
	}
	if f.Outdated {
		query = query.Joins("JOIN codes ON codes.project_id = codings.project_id AND codes.id = codings.code_id").Where(outdated)
	}
	err = query.Find(&out).Error
	return out, fail(err, "read the codings")
}
