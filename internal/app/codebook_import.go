package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/study"
)

// CodebookUpload is a codebook in a file on its way in. The file is not kept.
type CodebookUpload struct {
	Name      string
	Data      []byte
	Options   ingest.Options
	Sheet     ingest.SheetRule
	KeepEmpty bool // an empty cell leaves what stands there; else it takes it away
}

// CodebookImport says what a codebook in a file would change, or has changed.
type CodebookImport struct {
	Sheet     string                 `json:"sheet,omitempty" doc:"Of a workbook"`
	Sheets    []string               `json:"sheets" doc:"All that a workbook has"`
	Rows      int                    `json:"rows" doc:"Codes that the file tells of"`
	New       int                    `json:"new"`
	Changed   int                    `json:"changed"`
	Unchanged int                    `json:"unchanged"`
	Absent    int                    `json:"absent" doc:"Codes of the project that the file doesn't have; they stay as they are"`
	Refused   int                    `json:"refused"`
	Changes   []study.CodebookChange `json:"changes" doc:"The first of them; nobody made them yet"`
	Faults    []study.RefusedRow     `json:"faults" doc:"The first of the rows that are refused, and why"`
	Left      []string               `json:"left" doc:"Columns that say nothing of codes"`
}

// ImportCodebook makes and changes codes by a codebook in a file: each is known by its id, else
// by its path of names. Codes that the file doesn't have stay, and none changes its place among
// its siblings. With preview it only says what would happen; importing the same file again
// changes nothing.
func (a *App) ImportCodebook(ctx context.Context, by study.Actor, project study.ID, u CodebookUpload, preview bool) (report CodebookImport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return report, entry, err
	}
	rows, report, err := a.codeRows(ctx, project, u)
	if err != nil {
		return report, entry, err
	}
	_, entry, err = a.draft(ctx, by, project, "imported a codebook", func(d *draft) error {
		if err := d.take(rows, &report); err != nil || !preview {
			return err
		}
		return errPreview
	})
	if errors.Is(err, errPreview) {
		err = nil
	}
	return report, entry, err
}

// codeRows reads what the file says of codes. Names that have a pseudonym are replaced.
func (a *App) codeRows(ctx context.Context, project study.ID, u CodebookUpload) ([]study.CodeRow, CodebookImport, error) {
	if refi.IsCodebook(u.Data) {
		rows, err := refi.CodeRows(ctx, u.Data)
		return rows, CodebookImport{Sheets: []string{}, Left: []string{}}, err
	}
	book, err := a.readWorkbook(ctx, u.Name, u.Data, u.Options)
	if err != nil {
		return nil, CodebookImport{}, err
	}
	sheet, err := book.Sheet(u.Sheet)
	if err != nil {
		return nil, CodebookImport{}, err
	}
	table, err := renamed(a.store.Read(ctx), project, tableOf(sheet))
	if err != nil {
		return nil, CodebookImport{}, err
	}
	rows, left, refused, err := study.ReadCodeRows(table, u.KeepEmpty)
	return rows, CodebookImport{Sheet: sheet.Name, Sheets: book.Names(), Faults: refused, Left: append([]string{}, left...)}, err
}

// take makes the codebook what rows say of it, parents before the codes under them.
func (d *draft) take(rows []study.CodeRow, report *CodebookImport) error {
	before := d.book.All()
	slices.SortStableFunc(rows, func(a, b study.CodeRow) int { return len(a.Path) - len(b.Path) })
	t := taking{draft: d, report: report, earlier: study.NewCodebook(before), by: map[study.ID]int{}, refused: map[string]bool{}}
	for _, row := range rows {
		err := t.row(row)
		if err != nil && study.KindOf(err) == study.Internal {
			return err
		}
		if err != nil {
			t.refuse(row, err.Error())
		}
	}
	return report.tell(before, d.book, t.by, len(rows))
}

// taking is a codebook that rows are taken into.
type taking struct {
	*draft
	report  *CodebookImport
	earlier *study.Codebook
	by      map[study.ID]int // by code, the row that says what it is; 0 for parents that no row is of
	refused map[string]bool  // paths of codes that can't be as the file says
}

func (t *taking) refuse(row study.CodeRow, why string) {
	t.report.Faults = append(t.report.Faults, study.RefusedRow{Row: row.Row, Key: strings.Join(row.Path, " › "), Why: why})
	t.refused[pathKey(row.Path)] = true
}

// pathKey tells paths apart, whatever the case of their names.
func pathKey(path []string) string { return study.Fold(strings.Join(path, "\x00")) }

func (t *taking) row(row study.CodeRow) error {
	parent, err := t.parent(row.Path[:len(row.Path)-1])
	if err != nil {
		return err
	}
	code, there := t.find(row)
	if other := t.by[code.ID]; there && other > 0 {
		return study.SaidAlready(other)
	}
	if there {
		err = t.change(code.ID, 0, codeSaid(row, parent))
	} else {
		code, err = t.made(row, parent)
	}
	if err == nil {
		t.by[code.ID] = row.Row
	}
	return err
}

// find gives the code that a row is of: that with its id, else the one at its path, unless a
// row with an id is of that.
func (t *taking) find(row study.CodeRow) (study.Code, bool) {
	if c, there := t.book.Code(row.ID); there {
		return c, true
	}
	return t.book.At(row.Path)
}

func (t *taking) made(row study.CodeRow, parent study.ID) (study.Code, error) {
	code := study.Code{ID: row.ID, Name: row.Path[len(row.Path)-1], ParentID: parent, Codable: true}
	if code.ID == "" {
		code.ID = study.NewID()
	}
	return code, t.add(codeSaid(row, parent).applyTo(code), nil)
}

// codeSaid is what a row makes of its code.
func codeSaid(row study.CodeRow, parent study.ID) CodeChange {
	return CodeChange{Name: &row.Path[len(row.Path)-1], Parent: &parent, Color: row.Color, Codable: row.Codable,
		Definition: row.Definition, Include: row.Include, Exclude: row.Exclude, Example: row.Example, NearMiss: row.NearMiss}
}

// parent gives the code at a path, which is made where there is none. One that another row has
// renamed or moved is found where it stood too: who renames a code in a table leaves its name
// beside those under it.
func (t *taking) parent(path []string) (id study.ID, err error) {
	for depth := 1; depth <= len(path); depth++ {
		if t.refused[pathKey(path[:depth])] {
			return "", study.Errorf(study.Invalid, "“%s”, under which it stands, is refused.", study.Shorten(path[depth-1], 60))
		}
		c, there := t.book.At(path[:depth])
		if !there {
			was, _ := t.earlier.At(path[:depth])
			c, there = t.book.Code(was.ID)
		}
		if !there {
			if c, err = t.made(study.CodeRow{Path: path[:depth]}, id); err != nil {
				return "", err
			}
		}
		id = c.ID
	}
	return id, nil
}

// tell says what came of the rows.
func (c *CodebookImport) tell(before []study.Code, after *study.Codebook, by map[study.ID]int, rows int) error {
	changes, err := study.CompareCodebooks(before, after.All(), nil)
	if err != nil {
		return err
	}
	changed := map[study.ID]bool{}
	for _, one := range changes {
		if one.Kind == study.CodeAdded {
			c.New++
		} else {
			changed[one.Code] = true
		}
	}
	for _, code := range before {
		switch _, said := by[code.ID]; {
		case changed[code.ID]:
			c.Changed++
		case said:
			c.Unchanged++
		default:
			c.Absent++
		}
	}
	c.Rows, c.Refused = rows, len(c.Faults)
	c.Changes = changes[:min(mostRowsTold, len(changes))]
	c.Faults = append([]study.RefusedRow{}, c.Faults[:min(mostRowsTold, len(c.Faults))]...)
	return nil
}
