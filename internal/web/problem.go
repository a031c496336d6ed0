package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"github.com/selvedge/selvedge/internal/study"
)

// problem is an error as RFC 9457 has it.
type problem struct {
	Status  int               `json:"status"`
	Title   string            `json:"title"`
	Detail  string            `json:"detail"`
	Fields  map[string]string `json:"fields,omitempty" doc:"What is wrong, by field of the form"`
	Current any               `json:"current,omitempty" doc:"The present state, when a change came too late"`
}

func (p *problem) Error() string             { return p.Detail }
func (p *problem) GetStatus() int            { return p.Status }
func (p *problem) ContentType(string) string { return "application/problem+json" }

// The one place where kinds become statuses.
var statuses = map[study.ErrorKind]int{
	study.Invalid:         http.StatusUnprocessableEntity,
	study.Unauthenticated: http.StatusUnauthorized,
	study.Forbidden:       http.StatusForbidden,
	study.NotFound:        http.StatusNotFound,
	study.Conflict:        http.StatusConflict,
	study.TooLarge:        http.StatusRequestEntityTooLarge,
	study.TooMany:         http.StatusTooManyRequests,
	study.Full:            http.StatusInsufficientStorage,
	study.Internal:        http.StatusInternalServerError,
}

func init() {
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return invalid(status, message, errs)
	}
}

// invalid tells which fields of a request are wrong, without repeating what was in them.
func invalid(status int, message string, errs []error) *problem {
	p := &problem{Status: status, Title: http.StatusText(status), Detail: message}
	for _, err := range errs {
		if detail, ok := errors.AsType[*huma.ErrorDetail](err); ok {
			if p.Fields == nil {
				p.Fields, p.Detail = map[string]string{}, ""
			}
			field := strings.TrimPrefix(detail.Location, "body.")
			p.Fields[field] = detail.Message
			p.Detail = strings.TrimSpace(p.Detail + " " + field + ": " + detail.Message + ".")
		}
	}
	return p
}

func problemOf(err error) *problem {
	kind := study.KindOf(err)
	p := &problem{Status: statuses[kind], Detail: err.Error()}
	if known, ok := errors.AsType[*study.Error](err); ok {
		p.Fields, p.Current = known.Fields, known.Current
	}
	if p.Current != nil {
		p.Status = http.StatusPreconditionFailed
	}
	if kind == study.Internal {
		p.Detail = "Something went wrong here. It has been noted; try again."
	}
	p.Title = http.StatusText(p.Status)
	return p
}

// fault says whether an error is ours. What breaks off because whoever asked is gone is not: a
// database then says that the statement was interrupted, or that the transaction is over already.
func fault(ctx context.Context, err error) bool {
	return study.KindOf(err) == study.Internal && ctx.Err() == nil && !errors.Is(err, context.Canceled)
}

// problem turns any error into an answer, and notes in full what is our fault.
func (s *server) problem(ctx context.Context, err error) error {
	if status, ok := errors.AsType[huma.StatusError](err); ok {
		return status
	}
	if fault(ctx, err) {
		c := ginOf(ctx)
		s.log.Error("request failed", "method", c.Request.Method, "route", c.FullPath(), "error", err)
	}
	return problemOf(err)
}

func writeProblem(w http.ResponseWriter, err error) {
	p := problemOf(err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the reader is gone when this fails
}

func (s *server) recovered(c *gin.Context) {
	defer func() {
		if fault := recover(); fault != nil {
			s.log.Error("panic", "route", c.FullPath(), "fault", fault, "stack", string(debug.Stack()))
			writeProblem(c.Writer, study.Errorf(study.Internal, "panic"))
			c.Abort()
		}
	}()
	c.Next()
}
