package judged

import (
	"context"
	"log/slog"
	"strings"

	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/study"
)

// depth is down to which hit an answer counts, and page how many are asked for at once.
const (
	depth = 1000
	page  = 500
)

// Measure builds an index of a collection in a folder, with the analysis that interviews in English
// get, and asks it each question for any of its words.
func Measure(ctx context.Context, folder string, c Collection) (Figures, error) {
	source := newFeed(c)
	index := search.New(folder, source, slog.New(slog.DiscardHandler))
	defer index.Close()
	if err := index.Follow(ctx, source.project); err != nil {
		return Figures{}, err
	}
	var sum Figures
	for _, question := range c.Questions {
		ranked, err := source.rank(ctx, index, question)
		if err != nil {
			return Figures{}, err
		}
		sum.add(of(ranked, len(question.Answers)))
	}
	return sum.mean(), nil
}

// rank says of each hit whether it is an answer.
func (f *feed) rank(ctx context.Context, index *search.Index, question Question) (ranked []bool, err error) {
	asked := study.SearchQuery{Text: search.AnyWordOf(question.Text, "en"), Limit: page}
	for len(ranked) < depth {
		found, err := index.Search(ctx, f.project, asked)
		if err != nil {
			return nil, err
		}
		for _, hit := range found.Hits {
			ranked = append(ranked, question.Answers[f.names[hit.Turn]])
		}
		if asked.Cursor = found.Next; asked.Cursor == "" {
			break
		}
	}
	return ranked, nil
}

// feed is a collection as one source of which each text is a turn.
type feed struct {
	project, source study.ID
	names           []string
	content         search.SourceContent
}

func newFeed(c Collection) *feed {
	f := &feed{project: study.NewID(), source: study.NewID(), names: c.Names}
	var text strings.Builder
	at := 0
	for i, one := range c.Texts {
		end := at + study.TextLen(one)
		f.content.Turns = append(f.content.Turns, study.Turn{Index: i, Range: study.Range{Start: at, End: end}})
		text.WriteString(one + "\n")
		at = end + 1
	}
	f.content.Source = study.Source{ProjectID: f.project, ID: f.source, StrandID: study.NewID(), Language: "en"}
	f.content.Text = text.String()
	return f
}

func (f *feed) Seq(context.Context, study.ID) (int64, error) { return 0, nil }

func (f *feed) Entries(context.Context, study.ID, int64, int) ([]study.Entry, error) { return nil, nil }

func (f *feed) Sources(context.Context, study.ID) ([]study.Source, error) {
	return []study.Source{f.content.Source}, nil
}

func (f *feed) Content(context.Context, study.ID, study.ID) (search.SourceContent, error) {
	return f.content, nil
}

func (f *feed) Codebook(context.Context, study.ID) (*study.Codebook, error) {
	return study.NewCodebook(nil), nil
}

func (f *feed) Strands(context.Context, study.ID) ([]study.Strand, error) { return nil, nil }

func (f *feed) People(context.Context) (map[study.ID]string, error) { return nil, nil }
