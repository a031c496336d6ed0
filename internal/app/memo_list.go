package app

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// MemoView is a memo with the words that it is on, when it is on a passage, and what it is
// linked to.
type MemoView struct {
	study.Memo
	On     *Words  `json:"on,omitempty" doc:"The words it is on"`
	Linked []Thing `json:"linked" doc:"What it is linked to, as it is now"`
}

// Words are a range of a source with its text.
type Words struct {
	Source study.ID `json:"source"`
	study.Range
	Text string `json:"text"`
}

// Thing is something that a memo is linked to.
type Thing struct {
	study.Link
	Name  string `json:"name,omitempty" doc:"Name or title; none for a passage"`
	Words *Words `json:"words,omitempty" doc:"Of a passage"`
	Gone  bool   `json:"gone,omitempty" doc:"It was deleted; the link holds again when that is undone"`
}

// Memos lists the memos that a filter lets through, the newest first.
func (a *App) Memos(ctx context.Context, by study.Actor, project study.ID, f study.MemoFilter) ([]MemoView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	list, _, err := memos(a.store.Read(ctx), project, f)
	return list, err
}

func memos(r store.Reader, project study.ID, f study.MemoFilter) ([]MemoView, *aboutMemos, error) {
	list, err := memosAbout(r, project, f.Target)
	if err != nil {
		return nil, nil, err
	}
	a, err := readAbout(r, project, list)
	if err != nil {
		return nil, nil, err
	}
	lets, err := a.sieve(f)
	if err != nil {
		return nil, nil, err
	}
	out := []MemoView{}
	for _, m := range list {
		if !lets(m) {
			continue
		}
		v, err := a.view(m)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, v)
	}
	return out, a, nil
}

func memosAbout(r store.Reader, project, thing study.ID) ([]study.Memo, error) {
	if thing == "" {
		return r.Memos(project, "")
	}
	return r.MemosAbout(project, thing)
}

// aboutMemos knows the things that memos are about.
type aboutMemos struct {
	*lines
	project  study.Project
	passages map[study.ID]study.Passage
}

func readAbout(r store.Reader, project study.ID, list []study.Memo) (*aboutMemos, error) {
	p, err := r.Project(project)
	if err != nil {
		return nil, err
	}
	l, err := sourceLines(r, project)
	if err != nil {
		return nil, err
	}
	var ids []study.ID
	for _, m := range list {
		for _, one := range m.About() {
			if one.Kind == "passage" {
				ids = append(ids, one.ID)
			}
		}
	}
	slices.Sort(ids)
	passages, err := r.PassagesOf(project, slices.Compact(ids))
	return &aboutMemos{l, p, passages}, err
}

func (a *aboutMemos) view(m study.Memo) (v MemoView, err error) {
	v = MemoView{Memo: m, Linked: []Thing{}}
	if m.TargetKind == "passage" {
		if v.On, err = a.words(m.TargetID); err != nil {
			return v, err
		}
	}
	for _, l := range m.Links {
		t, err := a.thing(l)
		if err != nil {
			return v, err
		}
		v.Linked = append(v.Linked, t)
	}
	return v, nil
}

func (a *aboutMemos) thing(l study.Link) (t Thing, err error) {
	t.Link = l
	switch l.Kind {
	case "project":
		t.Name = a.project.Name
	case "strand":
		t.Name = a.strands[l.ID].Name
	case "source":
		t.Name = a.sources[l.ID].Title
	case "code":
		code, _ := a.book.Code(l.ID)
		t.Name = code.Name
	case "case":
		var c study.Case
		if c, err = a.r.Case(a.project.ID, l.ID); study.KindOf(err) == study.NotFound {
			err = nil
		}
		t.Name = c.Name
	case "passage":
		t.Words, err = a.words(l.ID)
	}
	t.Gone = t.Name == "" && t.Words == nil
	return t, err
}

// words gives the words of a passage; nil when it is gone.
func (a *aboutMemos) words(passage study.ID) (*Words, error) {
	p, there := a.passages[passage]
	if !there {
		return nil, nil
	}
	content, err := a.r.Content(a.sources[p.SourceID])
	if err != nil {
		return nil, err
	}
	return &Words{Source: p.SourceID, Range: p.Range, Text: content.Slice(p.Range)}, nil
}

// sieve makes the test that a filter is.
func (a *aboutMemos) sieve(f study.MemoFilter) (func(study.Memo) bool, error) {
	codes := a.book.WithDescendants(f.Codes...)
	coded, err := a.codedWith(codes)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(folded(f.Text))
	return func(m study.Memo) bool {
		return among(f.Kinds, m.Sort) && among(f.On, m.TargetKind) && among(f.Authors, m.AuthorID) && says(m, words) &&
			(len(f.Strands) == 0 || isAbout(m, f.Strands, a.strandOf)) &&
			(len(f.Sources) == 0 || isAbout(m, f.Sources, a.sourceOf)) &&
			(len(f.Codes) == 0 || coded[m.TargetID] || isAbout(m, codes, codeOf))
	}, nil
}

// codedWith gives the passages that bear any of some codes.
func (a *aboutMemos) codedWith(codes []study.ID) (map[study.ID]bool, error) {
	if len(codes) == 0 {
		return nil, nil
	}
	ranges, err := a.r.CodedRanges(a.project.ID, study.Filter{Codes: codes})
	out := make(map[study.ID]bool, len(ranges))
	for _, c := range ranges {
		out[c.PassageID] = true
	}
	return out, err
}

func among[T comparable](wanted []T, one T) bool {
	return len(wanted) == 0 || slices.Contains(wanted, one)
}

// says says whether all words occur in a memo.
func says(m study.Memo, words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := folded(m.Title + "\n" + study.PlainText(study.ReadMarkdown(m.Body)))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// folded takes case and accents from a text.
func folded(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		plain = s // what is not Unicode is compared as it is
	}
	return strings.ToLower(plain)
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}

// isAbout says whether anything that a memo is about belongs to one of some ids.
func isAbout(m study.Memo, wanted []study.ID, of func(study.Link) study.ID) bool {
	return slices.ContainsFunc(m.About(), func(l study.Link) bool { return slices.Contains(wanted, of(l)) })
}

func (a *aboutMemos) sourceOf(l study.Link) study.ID {
	switch l.Kind {
	case "source":
		return l.ID
	case "passage":
		return a.passages[l.ID].SourceID
	}
	return ""
}

func (a *aboutMemos) strandOf(l study.Link) study.ID {
	if l.Kind == "strand" {
		return l.ID
	}
	return a.sources[a.sourceOf(l)].StrandID
}

func codeOf(l study.Link) study.ID {
	if l.Kind == "code" {
		return l.ID
	}
	return ""
}
