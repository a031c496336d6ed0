package store

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/selvedge/selvedge/internal/study"
)

// pageRow is a page with its words as JSON: they are always read whole.
type pageRow struct {
	ProjectID     study.ID
	SourceID      study.ID
	Number        int
	Width, Height float64
	Words         string
}

const tenths = 10 // a place is kept in tenths of points

// AddPages writes the pages of a source. Like its text they are immutable, and no part of
// the journal.
func (tx *Tx) AddPages(source study.ID, pages []study.Page) error {
	rows := make([]pageRow, len(pages))
	for i, p := range pages {
		words := make([][6]int, len(p.Words))
		for j, w := range p.Words {
			words[j] = [6]int{w.Start, w.End, tenth(w.Left), tenth(w.Top), tenth(w.Right), tenth(w.Bottom)}
		}
		text, err := json.Marshal(words)
		if err != nil {
			return err
		}
		rows[i] = pageRow{tx.project, source, p.Number, p.Width, p.Height, string(text)}
	}
	if len(rows) == 0 {
		return nil
	}
	return fail(tx.db.Table("pages").CreateInBatches(rows, 100).Error, "write the pages")
}

func tenth(points float64) int { return int(math.Round(points * tenths)) }

// Pages gives the pages of a source in order, without their words.
func (r Reader) Pages(project, source study.ID) (out []study.Page, err error) {
	var rows []pageRow
	err = r.db.Table("pages").Select("number, width, height").Where("project_id = ? AND source_id = ?", project, source).Order("number").Find(&rows).Error
	for _, row := range rows {
		out = append(out, study.Page{Number: row.Number, Width: row.Width, Height: row.Height})
	}
	return out, fail(err, "read the pages")
}

// Page gives one page with its words, whose ranges count in the source's first text.
func (r Reader) Page(project, source study.ID, number int) (study.Page, error) {
	var row pageRow
	if err := r.db.Table("pages").Where("project_id = ? AND source_id = ? AND number = ?", project, source, number).Take(&row).Error; err != nil {
		return study.Page{}, fail(err, "read the page")
	}
	var words [][6]int
	if err := json.Unmarshal([]byte(row.Words), &words); err != nil {
		return study.Page{}, study.Wrap(fmt.Errorf("read page %d of %s: %w", number, source, err), "read the page")
	}
	page := study.Page{Number: row.Number, Width: row.Width, Height: row.Height, Words: make([]study.PageWord, len(words))}
	for i, w := range words {
		at := func(n int) float64 { return float64(w[n]) / tenths }
		page.Words[i] = study.PageWord{Range: study.Range{Start: w[0], End: w[1]}, Box: study.Box{Left: at(2), Top: at(3), Right: at(4), Bottom: at(5)}}
	}
	return page, nil
}
