package search

import (
	"context"

	"github.com/selvedge/selvedge/internal/study"
)

// Feed is where the index learns what a project says. The journal tells what
// changed; the sources tell how they are now.
type Feed interface {
	// Seq is the number of the newest journal entry, 0 before the first.
	Seq(ctx context.Context, project study.ID) (int64, error)
	// Entries gives up to limit entries that follow number after, oldest first.
	Entries(ctx context.Context, project study.ID, after int64, limit int) ([]study.Entry, error)
	Sources(ctx context.Context, project study.ID) ([]study.Source, error)
	// Content is one source as it is now; NotFound when it is gone.
	Content(ctx context.Context, project, source study.ID) (SourceContent, error)
	Codebook(ctx context.Context, project study.ID) (*study.Codebook, error)
	Strands(ctx context.Context, project study.ID) ([]study.Strand, error)
	// People gives the names of accounts, among them all who coded.
	People(ctx context.Context) (map[study.ID]string, error)
}

// SourceContent is a source with its words and everything that search knows of it.
// Turns lie within Text.
type SourceContent struct {
	Source   study.Source
	Text     string
	Turns    []study.Turn
	Speakers []study.Speaker
	Codings  []CodedRange
}

// CodedRange is a coding and where it lies.
type CodedRange struct {
	study.Range
	Code  study.ID
	Coder study.ID
}
