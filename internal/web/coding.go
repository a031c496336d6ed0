package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// done says which journal entry an action made; undoing it takes the action back.
type done struct {
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func entered(e study.Entry, err error) (*answer[done], error) { return answered(done{e.Seq}, err) }

type OneCoding struct {
	InProject
	Coding string `path:"coding" format:"uuid"`
}

// CodedWords is a coding with the words it stands on.
type CodedWords struct {
	study.Coding
	study.Range
}

type coded struct {
	CodedWords
	Seq int64 `json:"seq" doc:"Journal number, 0 when it was coded so already"`
}

func codedAs(c app.Coded, err error) (*answer[coded], error) {
	return answered(coded{CodedWords{c.Coding, c.Range}, c.Seq}, err)
}

type newCoding struct {
	Source   study.ID `json:"source"`
	Start    int      `json:"start" doc:"First code point"`
	End      int      `json:"end" doc:"Code point after the last"`
	Code     study.ID `json:"code"`
	Revision int      `json:"revision,omitempty" doc:"Which revision of the text the words count in; those of an older one are carried over, without it they count in the present one"`
}

func (n newCoding) read() app.NewCoding {
	return app.NewCoding{Source: n.Source, Range: study.Range{Start: n.Start, End: n.End}, Revision: n.Revision, Code: n.Code}
}

type CodingChange struct {
	Code  *study.ID `json:"code,omitempty" doc:"The code that takes the place of its own; time and memos stay"`
	Start *int      `json:"start,omitempty" doc:"With end: puts this coding alone on other words of its source"`
	End   *int      `json:"end,omitempty"`
	// Revision is as for a new coding.
	Revision int `json:"revision,omitempty" doc:"Which revision of the text start and end count in; without it the present one"`
}

func (c CodingChange) read(coding study.ID) (app.CodingChange, error) {
	out := app.CodingChange{Coding: coding, Code: c.Code, Revision: c.Revision}
	if (c.Start == nil) != (c.End == nil) {
		return out, study.FieldError("end", "Give start and end together.")
	}
	if c.Start != nil {
		out.Range = &study.Range{Start: *c.Start, End: *c.End}
	}
	return out, nil
}

func (s *server) codingRoutes() {
	type ask struct {
		InProject
		Body newCoding
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codings", id: "add-coding", summary: "Put a code on words", permission: study.MayCode, tag: "coding", status: 201},
		func(ctx context.Context, by study.Actor, in *ask) (*answer[coded], error) {
			return codedAs(s.app.Code(ctx, by, in.id(), in.Body.read()))
		})
	type change struct {
		OneCoding
		Body CodingChange
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/codings/{coding}", id: "change-coding", summary: "Replace a coding's code, or put it on other words", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *change) (*answer[coded], error) {
			c, err := in.Body.read(study.ID(in.Coding))
			if err != nil {
				return nil, err
			}
			return codedAs(s.app.ChangeCoding(ctx, by, in.id(), c))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/codings/{coding}", id: "remove-coding", summary: "Remove a coding", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *OneCoding) (*answer[done], error) {
			return entered(s.app.Uncode(ctx, by, in.id(), study.ID(in.Coding)))
		})
	s.codingBatchRoute()
}

func (s *server) codingBatchRoute() {
	type oneChange struct {
		Coding study.ID `json:"coding"`
		CodingChange
	}
	type batch struct {
		InProject
		Body struct {
			Add    []newCoding `json:"add,omitempty"`
			Change []oneChange `json:"change,omitempty"`
			Remove []study.ID  `json:"remove,omitempty" doc:"Codings"`
			Check  []study.ID  `json:"check,omitempty" doc:"Codings that were looked at again and are kept"`
		}
	}
	type changed struct {
		Items []CodedWords `json:"items" doc:"What was added, then what was changed"`
		Seq   int64        `json:"seq" doc:"Journal number, 0 when nothing changed"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codings/batch", id: "change-codings", summary: "One gesture on many codings: all or nothing, one journal entry", permission: study.MayCode, tag: "coding"},
		func(ctx context.Context, by study.Actor, in *batch) (*answer[changed], error) {
			b := app.CodingBatch{Remove: in.Body.Remove, Check: in.Body.Check}
			for _, n := range in.Body.Add {
				b.Add = append(b.Add, n.read())
			}
			for _, one := range in.Body.Change {
				c, err := one.read(one.Coding)
				if err != nil {
					return nil, err
				}
				b.Change = append(b.Change, c)
			}
			list, entry, err := s.app.ChangeCodings(ctx, by, in.id(), b)
			out := changed{Items: make([]CodedWords, len(list)), Seq: entry.Seq}
			for i, c := range list {
				out.Items[i] = CodedWords{c.Coding, c.Range}
			}
			return answered(out, err)
		})
}
