package web

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

type reportDone struct {
	study.Report
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

type reportPicked struct {
	study.Report
	Seq   int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
	Added int   `json:"added" doc:"How many were not there yet"`
}

// OneReport is what its calls are about.
type OneReport struct {
	InProject
	Report string `path:"report" format:"uuid"`
}

func (in OneReport) report() study.ID { return study.ID(in.Report) }

func (s *server) reportRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/reports", id: "list-reports", summary: "Reports by name", permission: study.MayRead, tag: "report"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[study.Report]], error) {
			return listed(s.app.Reports(ctx, by, in.id()))
		})
	type newReport struct {
		InProject
		Body struct {
			Name  string            `json:"name"`
			Parts study.ReportParts `json:"parts"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/reports", id: "add-report", summary: "Keep a report under a name", permission: study.MayCode, tag: "report", status: 201},
		func(ctx context.Context, by study.Actor, in *newReport) (*answer[reportDone], error) {
			report, entry, err := s.app.AddReport(ctx, by, in.id(), study.Report{Name: in.Body.Name, Parts: in.Body.Parts})
			return answered(reportDone{report, entry.Seq}, err)
		})
	s.reportChanges()
	s.reportPages()
	s.reportFiles()
}

func (s *server) reportChanges() {
	type reportChange struct {
		OneReport
		IfMatch
		Body struct {
			Name  *string            `json:"name,omitempty"`
			Parts *study.ReportParts `json:"parts,omitempty" doc:"All of them, in order"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/reports/{report}", id: "change-report", summary: "Rename a report or change its parts", permission: study.MayCode, tag: "report"},
		func(ctx context.Context, by study.Actor, in *reportChange) (*answer[reportDone], error) {
			c := app.ReportChange{Name: in.Body.Name, Parts: in.Body.Parts}
			report, entry, err := s.app.ChangeReport(ctx, by, in.id(), in.report(), in.seen(), c)
			return answered(reportDone{report, entry.Seq}, err)
		})
	type newPart struct {
		OneReport
		Body study.ReportPart
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/reports/{report}/parts", id: "add-report-part", summary: "Put a part at the end of a report, before its lists of sources and codes", permission: study.MayCode, tag: "report", status: 201},
		func(ctx context.Context, by study.Actor, in *newPart) (*answer[reportDone], error) {
			report, entry, err := s.app.AddReportPart(ctx, by, in.id(), in.report(), in.Body)
			return answered(reportDone{report, entry.Seq}, err)
		})
	type picking struct {
		OneReport
		Part string `path:"part" format:"uuid"`
		Body struct {
			Passages study.IDs `json:"passages" minItems:"1" maxItems:"20000" doc:"In the order in which they are to stand; those that stand there already stay where they are"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/reports/{report}/parts/{part}/excerpts", id: "pick-for-report", summary: "Put passages at the end of a part whose excerpts are chosen by hand", permission: study.MayCode, tag: "report"},
		func(ctx context.Context, by study.Actor, in *picking) (*answer[reportPicked], error) {
			report, added, entry, err := s.app.PickForReport(ctx, by, in.id(), in.report(), study.ID(in.Part), in.Body.Passages)
			return answered(reportPicked{report, entry.Seq, added}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/reports/{report}", id: "remove-report", summary: "Delete a report; what it quotes stays", permission: study.MayCode, tag: "report"},
		func(ctx context.Context, by study.Actor, in *OneReport) (*answer[done], error) {
			return entered(s.app.RemoveReport(ctx, by, in.id(), in.report()))
		})
}

func (s *server) reportPages() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/reports/{report}/pages", id: "report-pages", summary: "All that stands in a report today", permission: study.MayRead, tag: "report"},
		func(ctx context.Context, by study.Actor, in *OneReport) (*answer[publish.Pages], error) {
			return answered(s.app.ReportPages(ctx, by, in.id(), in.report()))
		})
	type unused struct {
		OneReport
		Part  string `path:"part" format:"uuid"`
		Limit int    `query:"limit" default:"30" minimum:"0" maximum:"500"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/reports/{report}/parts/{part}/unused", id: "report-unused", summary: "Excerpts of the codes and filters of a part that no part of its report holds", permission: study.MayRead, tag: "report"},
		func(ctx context.Context, by study.Actor, in *unused) (*answer[reportUnused], error) {
			list, total, err := s.app.ReportUnused(ctx, by, in.id(), in.report(), study.ID(in.Part), in.Limit)
			return answered(reportUnused{list, total}, err)
		})
}

type reportUnused struct {
	Items []publish.PagesQuote `json:"items,omitempty" doc:"A part of them, in order"`
	Total int                  `json:"total"`
}

func (s *server) reportFiles() {
	for _, f := range publish.PagesFormats {
		handle(s, operation{method: "GET", path: "/api/projects/{project}/reports/{report}/pages." + f.Extension, id: "report-" + f.Extension, summary: "A report as " + f.Name, permission: study.MayRead, tag: "report"},
			func(ctx context.Context, by study.Actor, in *OneReport) (*huma.StreamResponse, error) {
				return onDisk(ctx, s, f, func() (publish.Pages, string, error) {
					pages, err := s.app.ReportPages(ctx, by, in.id(), in.report())
					return pages, pages.Name, err
				})
			})
	}
	type matrix struct {
		OneReport
		By string `query:"by" enum:"case,passage" default:"case" doc:"What a row is"`
	}
	for _, f := range publish.MatrixFormats {
		handle(s, operation{method: "GET", path: "/api/projects/{project}/reports/{report}/matrix." + f.Extension, id: "report-matrix-" + f.Extension, summary: "Which codes of a report stand on what, 1 or 0, as " + f.Name, permission: study.MayRead, tag: "report"},
			func(ctx context.Context, by study.Actor, in *matrix) (*huma.StreamResponse, error) {
				return onDisk(ctx, s, f, func() (publish.Matrix, string, error) {
					pages, err := s.app.ReportPages(ctx, by, in.id(), in.report())
					return publish.NewMatrix(pages, in.By == "case"), pages.Name + ", " + in.By + " by code", err
				})
			})
	}
}
