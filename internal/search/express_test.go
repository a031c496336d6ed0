package search

import (
	"context"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// A watchedFeed is a database that tells which source is read.
type watchedFeed struct {
	*database
	reads func(source study.ID)
}

func (w watchedFeed) Content(ctx context.Context, project, source study.ID) (SourceContent, error) {
	w.reads(source)
	return w.database.Content(ctx, project, source)
}

func TestACodingIsFoundBeforeTheInterviewsThatCameInBeforeIt(t *testing.T) {
	d := newDatabase(t)
	first := d.add(dropouts, "en", interview...)
	code := d.newCode("Trust", "")
	var last study.ID
	found := -1
	var x *Index
	x = newIndexOver(t, watchedFeed{d, func(source study.ID) {
		if source != "" && source == last {
			found = find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}}).Total
		}
	}})
	expect(t, "hits before", find(t, x, d, study.SearchQuery{Text: "growth"}).Total, 5)
	for range 5 {
		last = d.add(midcaps, "en", interview...)
	}
	d.code(first, 2, code, anna)
	x.mu.Lock()
	x.catchUp = time.Millisecond // the search in the middle doesn't wait for what it is in the middle of
	x.mu.Unlock()
	if err := x.Follow(context.Background(), d.project); err != nil {
		t.Fatal(err)
	}
	expect(t, "turns coded so, found while the last interview is read", found, 1)
	expectRight(t, x, d)
}
