package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

func TestASearchSeesWhatWasWrittenJustBefore(t *testing.T) {
	d, x, source := oneInterview(t)
	code := d.newCode("Barriers", "")
	coded := study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}}
	expect(t, "before", turnsOf(find(t, x, d, coded)), []int{})
	d.code(source, 7, code, anna)
	expect(t, "coded", turnsOf(find(t, x, d, coded)), []int{7})
	d.uncode(source)
	expect(t, "taken back", turnsOf(find(t, x, d, coded)), []int{})
	d.rename(source, "Jo Firth", "Participant 4")
	expect(t, "a speaker's new name", find(t, x, d, study.SearchQuery{Filter: study.Filter{Speakers: []string{"participant 4"}}}).Total, 4)
	expect(t, "a speaker's old name", turnsOf(find(t, x, d, study.SearchQuery{Filter: study.Filter{Speakers: []string{"Jo Firth"}}})), []int{3})
	d.move(source, midcaps)
	expect(t, "another strand", find(t, x, d, study.SearchQuery{Filter: study.Filter{Strands: []study.ID{midcaps}}}).Total, len(interview))
	d.revise(source, said{"Chair", "Only looms."})
	expect(t, "other words", turnsOf(find(t, x, d, study.SearchQuery{Text: "loom"})), []int{0})
	expect(t, "turns left", find(t, x, d, study.SearchQuery{}).Total, 1)
	d.remove(source)
	expect(t, "after the source is gone", find(t, x, d, study.SearchQuery{}).Total, 0)
	expectRight(t, x, d)
}

func TestAMovedCodeIsFoundUnderItsNewParentWithoutIndexing(t *testing.T) {
	d, x, source := oneInterview(t)
	parent, code := d.newCode("Capital", ""), d.newCode("Trust", "")
	d.code(source, 3, code, anna)
	under := study.SearchQuery{Filter: study.Filter{Codes: []study.ID{parent}}}
	expect(t, "before", find(t, x, d, under).Total, 0)
	d.mu.Lock()
	before := d.codes[code]
	after := before
	after.ParentID = parent
	d.codes[code] = after
	d.write("moved a code", change(before, after))
	d.mu.Unlock()
	expect(t, "after", turnsOf(find(t, x, d, under)), []int{3})
}

func TestACodingIsIndexedWithoutASearchAskingForIt(t *testing.T) {
	d, x, source := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	d.x = x
	d.code(source, 1, d.newCode("Trust", ""), anna)
	until(t, x, d, func(s *shelf) bool { return s.cursor == 3 })
}

// until waits for a project's index to come to a state without asking for it.
func until(t testing.TB, x *Index, d *database, reached func(*shelf) bool) {
	t.Helper()
	s, leave, err := x.enter(d.project)
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	late := time.After(10 * time.Second)
	for {
		x.mu.Lock()
		progress, done := s.progress, reached(s)
		x.mu.Unlock()
		if done {
			return
		}
		select {
		case <-progress:
		case <-late:
			t.Fatal("the index does not get there by itself")
		}
	}
}

func TestOnlyTheTurnsOfACodingAreWritten(t *testing.T) {
	d, x, source := oneInterview(t)
	if err := x.Follow(context.Background(), d.project); err != nil {
		t.Fatal(err)
	}
	g := x.shelves[d.project].current
	content, err := d.Content(context.Background(), d.project, source)
	must(err)
	content.Codings = []CodedRange{{content.Turns[4].Range, anna, ben}}
	b := g.newBatch()
	gone, err := b.reconcile(source, records(content))
	if err != nil || gone || b.Size() != 1 {
		t.Errorf("%d turns are written, words gone: %v, error: %v", b.Size(), gone, err)
	}
}

func TestWithTheDatabaseDownASearchSaysSoAndTheIndexStays(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", interview...)
	dir := t.TempDir()
	x := d.open(dir)
	find(t, x, d, study.SearchQuery{})
	x.Close()
	before := generationsIn(t, dir, d)
	d.setDown(true)
	x = d.open(dir)
	if _, err := x.Search(context.Background(), d.project, study.SearchQuery{}); study.KindOf(err) != study.Internal {
		t.Errorf("got %v", err)
	}
	if err := x.Follow(context.Background(), d.project); err == nil {
		t.Error("following a dead database succeeds")
	}
	d.setDown(false)
	expect(t, "hits", find(t, x, d, study.SearchQuery{}).Total, len(interview))
	expect(t, "generations", generationsIn(t, dir, d), before)
}

func TestASearchThatCantWaitAnswersWithWhatItHas(t *testing.T) {
	d, x, source := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	x.catchUp = time.Millisecond
	open := d.close()
	d.revise(source, said{"", "Only looms."})
	expect(t, "hits before", find(t, x, d, study.SearchQuery{Text: "growth"}).Total, 5)
	open()
	x.catchUp = time.Minute
	expect(t, "hits after", find(t, x, d, study.SearchQuery{Text: "growth"}).Total, 0)
}

func TestASearchWithoutAnIndexYetSaysThatItIsBeingBuilt(t *testing.T) {
	d, x, _ := oneInterview(t)
	x.catchUp, x.building = time.Millisecond, time.Millisecond
	open := d.close()
	if _, err := x.Search(context.Background(), d.project, study.SearchQuery{}); study.KindOf(err) != study.TooMany {
		t.Errorf("got %v", err)
	}
	open()
	x.building = time.Minute
	expect(t, "hits", find(t, x, d, study.SearchQuery{}).Total, len(interview))
}

func TestASearchThatIsGivenUpEndsAtOnce(t *testing.T) {
	d, x, _ := oneInterview(t)
	defer d.close()()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, d.project, study.SearchQuery{}); err == nil {
		t.Error("it has an answer")
	}
}

func TestAReopenedIndexGoesOnWhereItWas(t *testing.T) {
	d := newDatabase(t)
	source := d.add(dropouts, "en", interview...)
	dir := t.TempDir()
	x := d.open(dir)
	find(t, x, d, study.SearchQuery{})
	x.Close()
	before := generationsIn(t, dir, d)
	code := d.newCode("Trust", "")
	d.code(source, 2, code, anna)
	x = d.open(dir)
	expect(t, "hits", turnsOf(find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}})), []int{2})
	expect(t, "generations", generationsIn(t, dir, d), before)
	expectRight(t, x, d)
}

func TestTheLeastUsedProjectIsClosedAndOpensAgain(t *testing.T) {
	all := &several{}
	for i := range 4 {
		d := newDatabase(t)
		d.add(dropouts, "en", said{"", fmt.Sprintf("Project number%d.", i)})
		all.databases = append(all.databases, d)
	}
	x := newIndexOver(t, all)
	x.open = 2
	for range 2 {
		for i, d := range all.databases {
			expect(t, "hits", find(t, x, d, study.SearchQuery{Text: fmt.Sprintf("number%d", i)}).Total, 1)
			expect(t, "hits of another project", find(t, x, d, study.SearchQuery{Text: fmt.Sprintf("number%d", (i+1)%4)}).Total, 0)
			if len(x.shelves) > 2 {
				t.Fatalf("%d projects are open", len(x.shelves))
			}
			expect(t, "generations", len(generationsIn(t, x.dir, d)), 1)
		}
	}
}

func TestADroppedProjectLeavesNothing(t *testing.T) {
	d, x, _ := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	if err := x.Drop(d.project); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(x.folder(d.project)); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
	expect(t, "hits when asked again", find(t, x, d, study.SearchQuery{}).Total, len(interview))
}

func TestWordsOfARemovedSourceLeaveTheFiles(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", interview...)
	secret := d.add(dropouts, "en", said{"Jo", "Zebracrossing."})
	x := d.open(t.TempDir())
	x.grace = 0
	find(t, x, d, study.SearchQuery{})
	if !grep(t, x.folder(d.project), "zebracross") {
		t.Fatal("the word was never in the files")
	}
	old := x.shelves[d.project].current.path
	d.x = x
	d.remove(secret)
	until(t, x, d, func(s *shelf) bool { return s.rebuilds > 0 })
	x.awaitClosed(old)
	if grep(t, x.folder(d.project), "zebracross") {
		t.Error("the word is still in the files")
	}
	expectRight(t, x, d)
}

func TestSearchesGoOnWhileTheIndexIsRebuilt(t *testing.T) {
	d, x, source := oneInterview(t)
	find(t, x, d, study.SearchQuery{})
	code := d.newCode("Trust", "")
	done := make(chan error, 1)
	go func() {
		for range 5 {
			if err := x.Rebuild(context.Background(), d.project); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for coded := 0; ; coded++ {
		d.code(source, coded%len(interview), code, anna)
		expect(t, "coded turns", find(t, x, d, study.SearchQuery{Filter: study.Filter{Codes: []study.ID{code}}}).Total, min(coded+1, len(interview)))
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			expectRight(t, x, d)
			return
		default:
		}
	}
}

func TestManySearchesAndChangesAtOnceLeaveTheIndexRight(t *testing.T) {
	d, x, source := oneInterview(t)
	d.x = x
	code := d.newCode("Trust", "")
	var all sync.WaitGroup
	for worker := range 6 {
		all.Go(func() {
			for i := range 20 {
				if worker < 2 {
					d.code(source, (worker*20+i)%len(interview), code, anna)
				} else if _, err := x.Search(context.Background(), d.project, study.SearchQuery{Text: "growth"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	expectRight(t, x, d)
}

func TestAfterAnyChangesTheIndexEqualsARebuiltOne(t *testing.T) {
	for seed := range uint64(6) {
		d := newDatabase(t)
		x := d.open(t.TempDir())
		r := rand.New(rand.NewPCG(seed, 1))
		var codes []study.ID
		for step := range 60 {
			randomChange(d, r, &codes)
			if r.IntN(6) == 0 || step == 59 {
				expectRight(t, x, d)
			}
		}
		followed := find(t, x, d, study.SearchQuery{Text: "growth OR firm", Limit: 500})
		words := x.shelves[d.project].current.words.Load()
		if err := x.Rebuild(context.Background(), d.project); err != nil {
			t.Fatal(err)
		}
		expectRight(t, x, d)
		expect(t, "words", words, x.shelves[d.project].current.words.Load())
		rebuilt := find(t, x, d, study.SearchQuery{Text: "growth OR firm", Limit: 500})
		expect(t, "turns", turnsOf(rebuilt), turnsOf(followed))
		expect(t, "facets", rebuilt.Facets, followed.Facets)
	}
}

func randomChange(d *database, r *rand.Rand, codes *[]study.ID) {
	var sources []study.ID
	for id, c := range d.content {
		if len(c.Turns) > 0 {
			sources = append(sources, id)
		}
	}
	pick := func() study.ID { return sources[r.IntN(len(sources))] }
	turns := func() []said { return interview[r.IntN(5) : 5+r.IntN(6)] }
	switch n := r.IntN(20); {
	case len(sources) < 2 || n == 0:
		d.add(dropouts, "en", turns()...)
	case len(*codes) < 2:
		*codes = append(*codes, d.newCode(fmt.Sprint(r.Int()), ""))
	case n == 1:
		d.remove(pick())
	case n == 2:
		d.move(pick(), midcaps)
	case n == 3:
		d.rename(pick(), "Jo Firth", fmt.Sprint("Speaker ", r.IntN(9)))
	case n == 4:
		d.revise(pick(), turns()...)
	case n < 8:
		if source := pick(); len(d.content[source].Codings) > 0 {
			d.uncode(source)
		}
	default:
		source := pick()
		length := study.TextLen(d.content[source].Text)
		start := r.IntN(length - 1)
		d.codeRange(source, study.Range{Start: start, End: start + 1 + r.IntN(length-start)}, (*codes)[r.IntN(len(*codes))], []study.ID{anna, ben}[r.IntN(2)])
	}
}

// several is a feed of more than one project.
type several struct{ databases []*database }

func (f *several) of(project study.ID) *database {
	for _, d := range f.databases {
		if d.project == project {
			return d
		}
	}
	return f.databases[0]
}

func (f *several) Seq(ctx context.Context, p study.ID) (int64, error) { return f.of(p).Seq(ctx, p) }
func (f *several) Entries(ctx context.Context, p study.ID, after int64, limit int) ([]study.Entry, error) {
	return f.of(p).Entries(ctx, p, after, limit)
}
func (f *several) Sources(ctx context.Context, p study.ID) ([]study.Source, error) {
	return f.of(p).Sources(ctx, p)
}
func (f *several) Content(ctx context.Context, p, source study.ID) (SourceContent, error) {
	return f.of(p).Content(ctx, p, source)
}
func (f *several) Codebook(ctx context.Context, p study.ID) (*study.Codebook, error) {
	return f.of(p).Codebook(ctx, p)
}
func (f *several) Strands(ctx context.Context, p study.ID) ([]study.Strand, error) {
	return f.of(p).Strands(ctx, p)
}
func (f *several) People(ctx context.Context) (map[study.ID]string, error) {
	return f.databases[0].People(ctx)
}

// generationsIn lists the folders of a project's generations.
func generationsIn(t testing.TB, dir string, d *database) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, string(d.project)))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// grep says whether any file under a folder holds a word.
func grep(t testing.TB, dir, word string) bool {
	t.Helper()
	var holds bool
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		holds = holds || strings.Contains(strings.ToLower(string(text)), word)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return holds
}
