package app

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/study"
)

// MaxExchange is the most bytes that an exchange file may have.
const MaxExchange = 4 << 30

// ExchangeReport says what an exchange file holds, and what becomes of it.
type ExchangeReport struct {
	Name     string            `json:"name" doc:"Of the project"`
	Origin   string            `json:"origin" doc:"The program that wrote the file, as it calls itself"`
	Found    ExchangeCounts    `json:"found" doc:"What the file holds"`
	Made     ExchangeMade      `json:"made" doc:"What the project holds, or would"`
	Findings []ExchangeFinding `json:"findings" doc:"What was kept without being shown, changed and lost"`
}

// ExchangeCounts are the sizes of what a file holds.
type ExchangeCounts struct {
	Users       int            `json:"users"`
	Codes       int            `json:"codes"`
	Sources     map[string]int `json:"sources" doc:"By what the standard calls them"`
	Transcripts int            `json:"transcripts"`
	Selections  map[string]int `json:"selections" doc:"By what the standard calls them"`
	Codings     int            `json:"codings"`
	Notes       int            `json:"notes"`
	Cases       int            `json:"cases"`
	Variables   int            `json:"variables"`
	Values      int            `json:"values"`
	Links       int            `json:"links"`
	Sets        int            `json:"sets"`
	Graphs      int            `json:"graphs"`
}

// ExchangeMade are the sizes of what a file becomes.
type ExchangeMade struct {
	Members   int `json:"members"`
	Strands   int `json:"strands"`
	Sources   int `json:"sources"`
	Codes     int `json:"codes"`
	CodeSets  int `json:"codeSets"`
	Passages  int `json:"passages"`
	Codings   int `json:"codings"`
	Memos     int `json:"memos"`
	Cases     int `json:"cases"`
	Variables int `json:"variables"`
	Carried   int `json:"carried" doc:"Things that are kept without being shown"`
}

// ExchangeFinding says what became of one thing of a file, or of many that are alike.
type ExchangeFinding struct {
	What  string `json:"what" enum:"kept,changed,lost"`
	Place string `json:"place,omitempty" doc:"Where it is first"`
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// PreviewProject says what an exchange file or an archive would become, and saves nothing.
func (a *App) PreviewProject(ctx context.Context, by study.Actor, file io.ReaderAt, size int64) (ExchangeReport, error) {
	if _, err := a.Me(ctx, by); err != nil {
		return ExchangeReport{}, err
	}
	archive, err := a.archived(file, size)
	if archive != nil && err == nil {
		return archive.preview(ctx, by)
	}
	if err != nil {
		return ExchangeReport{}, err
	}
	m, err := a.arrive(ctx, by, file, size)
	if err != nil {
		return ExchangeReport{}, err
	}
	return m.report(), nil
}

// ImportProject makes a project of an exchange file or an archive, with the actor as its lead: read whole first,
// then written as one action, so that nothing is ever half imported and a file that can't be read
// leaves nothing behind.
func (a *App) ImportProject(ctx context.Context, by study.Actor, file io.ReaderAt, size int64) (p ProjectSummary, report ExchangeReport, err error) {
	if _, err := a.Me(ctx, by); err != nil {
		return p, report, err
	}
	archive, err := a.archived(file, size)
	if err != nil {
		return p, report, err
	}
	if archive != nil {
		return a.openArchive(ctx, by, archive)
	}
	m, err := a.arrive(ctx, by, file, size)
	if err != nil {
		return p, report, err
	}
	id := m.study.Project.ID
	if err = m.keepFiles(ctx); err == nil {
		err = a.store.Import(ctx, m.study.Project, by.Account.ID, m.write)
	}
	if err != nil {
		return p, report, errors.Join(err, a.blobs.Drop(context.WithoutCancel(ctx), id))
	}
	p, err = a.Project(ctx, by, id)
	return p, m.report(), err
}

// report says what was found and what became of it.
func (m *arrival) report() ExchangeReport {
	c, a := m.found, m.study
	out := ExchangeReport{Name: a.Project.Name, Origin: study.Shorten(m.file.Origin, study.MaxName), Findings: findingsOf(slices.Concat(m.file.Findings, a.Findings)),
		Found: ExchangeCounts{Users: c.Users, Codes: c.Codes, Sources: c.Sources, Transcripts: c.Transcripts, Selections: c.Selections, Codings: c.Codings, Notes: c.Notes, Cases: c.Cases, Variables: c.Variables, Values: c.Values, Links: c.Links, Sets: c.Sets, Graphs: c.Graphs},
		Made:  ExchangeMade{Members: 1 + len(m.joins), Strands: len(a.Strands), Sources: len(a.Sources), Codes: len(a.Codes), CodeSets: len(a.CodeSets), Passages: len(a.Passages), Codings: len(a.Codings), Memos: len(a.Memos), Cases: len(a.Cases), Variables: len(a.Variables), Carried: carriedWhole(a.Carried)}}
	order := map[string]int{refi.Lost: 0, refi.Changed: 1, refi.Kept: 2}
	slices.SortStableFunc(out.Findings, func(x, y ExchangeFinding) int { return cmp.Compare(order[x.What], order[y.What]) })
	return out
}

// carriedWhole counts what is carried as a thing of its own, and not as more of one that is shown.
func carriedWhole(list []study.Carried) (n int) {
	for _, c := range list {
		if c.OwnerID == "" && c.Element != "Project" {
			n++
		}
	}
	return n
}
