package app

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// WordsAsk says which words are counted. Of the filter, codes and coders don't narrow.
type WordsAsk struct {
	study.Filter
	Moderators bool // what moderators say counts too
	All        bool // stop words count too
	Least      int  // letters that a word has
	Limit      int  // words that are given, those said most
}

// WordsView is the words that are said most, with what it takes to count them again.
type WordsView struct {
	Words    []study.CountedWord `json:"words"`
	N        int                 `json:"n" doc:"How many words are said that count"`
	Said     int                 `json:"said" doc:"How many words are said in all"`
	Distinct int                 `json:"distinct" doc:"How many different words count"`
	Sources  int                 `json:"sources" doc:"How many sources were looked through"`
	Stop     []string            `json:"stop" doc:"The words that are left out"`
	Says     []string            `json:"says" doc:"What is counted, and how it was narrowed"`
	Narrowed []NarrowedBy        `json:"narrowed,omitempty" doc:"By what it was narrowed"`
	Codebook int                 `json:"codebook" doc:"How many times the codebook had been changed"`
	Seq      int64               `json:"seq" doc:"The last change that is counted"`
	At       time.Time           `json:"at"`
}

// newKeptWords keeps how often each word is said by whom, which takes a second for a million words.
func newKeptWords() *kept[[]study.WordsSaid] {
	return newKept(2, readWords, study.Source{}.Kind(), study.Speaker{}.Kind())
}

func readWords(r store.Reader, project, _ study.ID) ([]study.WordsSaid, error) {
	return readWordsIn(r, project, nil)
}

// readWordsIn counts the words that somebody says at some places, or all when these are nil.
func readWordsIn(r store.Reader, project study.ID, at places) (out []study.WordsSaid, err error) {
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	list, err := r.Speakers(project, "")
	if err != nil {
		return nil, err
	}
	speakers := make(map[study.ID]study.Speaker, len(list))
	for _, s := range list {
		speakers[s.ID] = s
	}
	for _, s := range sources {
		within := at[s.ID]
		if at == nil {
			within = []study.Range{{End: s.Length}}
		}
		if len(within) == 0 {
			continue
		}
		content, err := r.Content(s)
		if err != nil {
			return nil, err
		}
		out = append(out, wordsOf(s, content, speakers, within)...)
	}
	return out, nil
}

// wordsOf counts what each speaker of a source says within some ranges, which are in text order
// and apart.
func wordsOf(s study.Source, content *store.Content, speakers map[study.ID]study.Speaker, within []study.Range) (out []study.WordsSaid) {
	at := map[study.ID]int{}
	for _, place := range within {
		for _, t := range study.TurnsIn(content.Turns, place) {
			if _, seen := at[t.Speaker]; !seen {
				at[t.Speaker] = len(out)
				who := speakers[t.Speaker]
				out = append(out, study.WordsSaid{Source: s.ID, Strand: s.StrandID, Speaker: who.Name, Moderator: who.Moderator, Language: s.Language, Counts: map[string]int{}})
			}
			said := study.Range{Start: max(t.Start, place.Start), End: min(t.End, place.End)}
			for _, word := range search.WordsIn(content.Slice(said)) {
				out[at[t.Speaker]].Counts[word]++
			}
		}
	}
	return out
}

// mostWords is how many words are given at most.
const mostWords = 1000

// Words counts the words that are said, those of one stem as one.
func (a *App) Words(ctx context.Context, by study.Actor, project study.ID, ask WordsAsk) (out WordsView, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return out, err
	}
	if ask.Limit < 1 || ask.Limit > mostWords {
		return out, study.FieldError("limit", "1 to %d words are given.", mostWords)
	}
	r := a.store.Read(ctx)
	if out.Seq, err = r.Seq(project); err != nil {
		return out, err
	}
	if out.Codebook, err = a.books.read(r, project, project); err != nil {
		return out, err
	}
	all, err := a.words.read(r, project, project)
	if err != nil {
		return out, err
	}
	if out.Stop, err = stopWords(r, project, all, ask.All); err != nil {
		return out, err
	}
	lines, err := sourceLines(r, project)
	if err != nil {
		return out, err
	}
	if err = lines.loadNamed(project, ask.Filter); err != nil {
		return out, err
	}
	said, err := a.saidFor(ctx, r, project, lines, ask, all)
	if err != nil {
		return out, err
	}
	counting := study.WordCounting{Least: ask.Least, Stop: setOf(out.Stop), Stem: stems()}
	totals := counting.Count(said)
	out.Words, out.Distinct = totals.List[:min(ask.Limit, len(totals.List))], len(totals.List)
	if out.Words == nil {
		out.Words = []study.CountedWord{}
	}
	out.N, out.Said, out.Sources, out.At = totals.N, totals.Said, totals.Sources, study.Now()
	out.Says, out.Narrowed = ask.says(lines, len(out.Stop)), lines.narrowedBy(ask.Filter)
	return out, nil
}

// saidFor gives what counts of all that is said.
func (a *App) saidFor(ctx context.Context, r store.Reader, project study.ID, l *lines, ask WordsAsk, all []study.WordsSaid) ([]study.WordsSaid, error) {
	at, err := a.placesFor(ctx, r, project, l.sources, ask.Filter)
	if err != nil {
		return nil, err
	}
	if at == nil {
		all = slices.Clone(all)
	} else if all, err = readWordsIn(r, project, at); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(s study.WordsSaid) bool { return !ask.hears(s) }), nil
}

// hears says whether what somebody says in a source counts.
func (ask WordsAsk) hears(s study.WordsSaid) bool {
	return (ask.Moderators || !s.Moderator) && among(ask.Strands, s.Strand) && among(ask.Sources, s.Source) &&
		(len(ask.Speakers) == 0 || slices.ContainsFunc(ask.Speakers, func(name string) bool { return study.Fold(name) == study.Fold(s.Speaker) }))
}

func (ask WordsAsk) says(l *lines, stop int) []string {
	out := []string{"Words are counted with all their forms, by the rules of each source's language; the form that is said most stands for them."}
	if ask.Least > 1 {
		out = append(out, fmt.Sprintf("Words of fewer than %d letters are left out.", ask.Least))
	}
	if stop > 0 {
		out = append(out, fmt.Sprintf("%d stop words are left out.", stop))
	}
	if ask.Moderators {
		out = append(out, "What moderators say is counted.")
	} else {
		out = append(out, "What moderators say is left out.")
	}
	if narrowed := l.inWords(ask.Filter); len(narrowed) > 0 {
		out = append(out, "Narrowed to "+strings.Join(narrowed, "; ")+".")
	}
	return out
}

// stopWords gives the project's own list, or the usual ones of the languages of its sources.
func stopWords(r store.Reader, project study.ID, said []study.WordsSaid, none bool) ([]string, error) {
	p, err := r.Project(project)
	if err != nil || none {
		return []string{}, err
	}
	if own := strings.Fields(p.StopWords); len(own) > 0 {
		return own, nil
	}
	languages, out := map[string]bool{}, []string{}
	for _, s := range said {
		if !languages[s.Language] {
			languages[s.Language] = true
			out = append(out, search.StopWords(s.Language)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func setOf(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// stems remembers what a word's stem is.
func stems() func(word, language string) string {
	var mu sync.Mutex
	known := map[[2]string]string{}
	return func(word, language string) string {
		mu.Lock()
		defer mu.Unlock()
		key := [2]string{word, language}
		stem, seen := known[key]
		if !seen {
			stem = search.StemOf(word, language)
			known[key] = stem
		}
		return stem
	}
}

// SetStopWords gives a project a stop list of its own; an empty one is the usual one.
func (a *App) SetStopWords(ctx context.Context, by study.Actor, project study.ID, words []string) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayCodes); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "changed the stop list", func(tx *store.Tx) error {
		before, err := tx.Project(project)
		if err != nil {
			return err
		}
		_, err = edit(tx, before, 0, func(after *study.Project) error {
			after.StopWords = asWords(words)
			return after.Validate()
		})
		return err
	})
}

// asWords gives words as they are compared with those of texts, each once, in order.
func asWords(list []string) string {
	out := search.WordsIn(strings.Join(list, " "))
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// WordsGrid is the words as a table to be taken along. Base is how people reach the server.
func (a *App) WordsGrid(ctx context.Context, by study.Actor, project study.ID, ask WordsAsk, base string) (publish.Grid, error) {
	view, err := a.Words(ctx, by, project, ask)
	if err != nil {
		return publish.Grid{}, err
	}
	p, err := a.store.Read(ctx).Project(project)
	out := publish.Grid{Project: p.Name, Title: "Words said most", Made: view.At, Heads: []string{"Word", "Times", "Sources", "Forms"}, Under: true}
	for _, w := range view.Words {
		out.Rows = append(out.Rows, publish.GridRow{Name: w.Word, Cells: []any{w.N, w.Sources, strings.Join(w.Forms, ", ")}})
	}
	out.Says = append(view.Says, fmt.Sprintf("%s in %s; %d different ones.", publish.Many(view.N, "word"), publish.Many(view.Sources, "source"), view.Distinct), asOf(view.Codebook, view.Seq, view.At),
		"The same again: "+base+"/p/"+string(project)+"/pictures/words?"+ask.query())
	return out, err
}

// query is what is asked as an address has it.
func (ask WordsAsk) query() string {
	q := url.Values{"least": {fmt.Sprint(ask.Least)}, "limit": {fmt.Sprint(ask.Limit)}}
	for key, on := range map[string]bool{"moderators": ask.Moderators, "all": ask.All} {
		if on {
			q.Set(key, "true")
		}
	}
	putFilter(q, ask.Filter)
	return q.Encode()
}
