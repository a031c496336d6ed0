package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// feed is what the index reads of the store.
type feed struct{ store *store.Store }

func (f feed) Seq(ctx context.Context, project study.ID) (int64, error) {
	return f.store.Read(ctx).Seq(project)
}

func (f feed) Entries(ctx context.Context, project study.ID, after int64, limit int) ([]study.Entry, error) {
	return f.store.Read(ctx).Entries(project, after, limit)
}

func (f feed) Sources(ctx context.Context, project study.ID) ([]study.Source, error) {
	return f.store.Read(ctx).Sources(project, "")
}

func (f feed) Codebook(ctx context.Context, project study.ID) (*study.Codebook, error) {
	return codebook(f.store.Read(ctx), project)
}

func (f feed) Content(ctx context.Context, project, source study.ID) (c search.SourceContent, err error) {
	r := f.store.Read(ctx)
	if c.Source, err = r.Source(project, source); err != nil {
		return c, err
	}
	content, err := r.Content(c.Source)
	if err != nil {
		return c, err
	}
	if c.Speakers, err = r.Speakers(project, source); err != nil {
		return c, err
	}
	ranges, err := r.CodedRanges(project, study.Filter{Sources: []study.ID{source}})
	c.Text, c.Turns = content.Text, content.Turns
	for _, x := range ranges {
		c.Codings = append(c.Codings, search.CodedRange{Range: x.Range, Code: x.CodeID, Coder: x.CoderID})
	}
	return c, err
}

func (f feed) Strands(ctx context.Context, project study.ID) ([]study.Strand, error) {
	return f.store.Read(ctx).Strands(project)
}

func (f feed) People(ctx context.Context) (map[study.ID]string, error) {
	list, err := f.store.Read(ctx).Accounts()
	names := make(map[study.ID]string, len(list))
	for _, p := range list {
		names[p.ID] = p.Name
	}
	return names, err
}
