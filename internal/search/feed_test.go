package search

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// database is a small project in memory that keeps a journal of every change.
type database struct {
	t       testing.TB
	project study.ID
	x       *Index // woken at every change, when set
	mu      sync.Mutex
	down    bool
	gate    chan struct{} // when set, reading a source waits for it
	entries []study.Entry
	content map[study.ID]*SourceContent
	codes   map[study.ID]study.Code
}

var errDown = errors.New("the database is down")

func newDatabase(t testing.TB) *database {
	return &database{t: t, project: study.NewID(), content: map[study.ID]*SourceContent{}, codes: map[study.ID]study.Code{}}
}

// open makes an index over the database in a folder.
func (d *database) open(dir string) *Index {
	x := New(dir, d, slog.New(slog.DiscardHandler))
	x.catchUp = time.Minute // however busy the machine is
	d.t.Cleanup(x.Close)
	return x
}

func (d *database) ask(project study.ID) error {
	if project != d.project {
		return study.Errorf(study.NotFound, "There is no such project.")
	}
	if d.down {
		return errDown
	}
	return nil
}

func (d *database) Seq(_ context.Context, project study.ID) (int64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return int64(len(d.entries)), d.ask(project)
}

func (d *database) Entries(_ context.Context, project study.ID, after int64, limit int) ([]study.Entry, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	rest := d.entries[min(int(after), len(d.entries)):]
	return slices.Clone(rest[:min(limit, len(rest))]), d.ask(project)
}

func (d *database) Sources(_ context.Context, project study.ID) ([]study.Source, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []study.Source
	for _, c := range d.content {
		out = append(out, c.Source)
	}
	return out, d.ask(project)
}

func (d *database) Content(_ context.Context, project, source study.ID) (SourceContent, error) {
	d.mu.Lock()
	gate := d.gate
	d.mu.Unlock()
	if gate != nil {
		<-gate
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	c, ok := d.content[source]
	if !ok {
		return SourceContent{}, study.Errorf(study.NotFound, "There is no such source.")
	}
	out := *c
	out.Turns, out.Speakers, out.Codings = slices.Clone(c.Turns), slices.Clone(c.Speakers), slices.Clone(c.Codings)
	return out, d.ask(project)
}

func (d *database) Codebook(_ context.Context, project study.ID) (*study.Codebook, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var codes []study.Code
	for _, c := range d.codes {
		codes = append(codes, c)
	}
	return study.NewCodebook(codes), d.ask(project)
}

func (d *database) Strands(_ context.Context, project study.ID) ([]study.Strand, error) {
	return []study.Strand{{ID: dropouts, Name: "Drop-outs"}, {ID: midcaps, Name: "Mid-caps"}}, d.ask(project)
}

func (d *database) People(context.Context) (map[study.ID]string, error) {
	return map[study.ID]string{anna: "Anna Leigh", ben: "Ben Ashworth", study.NewID(): "Somebody else"}, nil
}

// write appends one entry with the changes and wakes the index. Under mu.
func (d *database) write(verb string, changes ...study.Change) {
	d.entries = append(d.entries, study.Entry{
		ProjectID: d.project, Seq: int64(len(d.entries) + 1), At: study.Now(), Verb: verb, Changes: changes,
	})
	if d.x != nil {
		d.x.Wake(d.project, int64(len(d.entries)))
	}
}

func change(before, after study.Record) study.Change {
	var c study.Change
	for _, side := range []struct {
		record study.Record
		text   *json.RawMessage
	}{{before, &c.Before}, {after, &c.After}} {
		if side.record != nil {
			text, err := json.Marshal(side.record)
			must(err)
			*side.text, c.Kind, c.ID = text, side.record.Kind(), side.record.Key()
		}
	}
	return c
}

// said is one turn: who and what.
type said struct{ who, what string }

// add imports a source; turns stand on lines of their own.
func (d *database) add(strand study.ID, language string, turns ...said) study.ID {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := &SourceContent{Source: study.Source{ProjectID: d.project, ID: study.NewID(), StrandID: strand, Language: language, Revision: 1}}
	d.fill(c, turns)
	d.content[c.Source.ID] = c
	d.write("imported a source", change(nil, c.Source))
	return c.Source.ID
}

func (d *database) fill(c *SourceContent, turns []said) {
	var text strings.Builder
	c.Turns = nil
	for i, t := range turns {
		speaker := d.speaker(c, t.who)
		start := study.TextLen(text.String())
		text.WriteString(t.what)
		c.Turns = append(c.Turns, study.Turn{Index: i, Range: study.Range{Start: start, End: start + study.TextLen(t.what)}, Speaker: speaker})
		text.WriteString("\n")
	}
	c.Text = text.String()
}

func (d *database) speaker(c *SourceContent, name string) study.ID {
	if name == "" {
		return ""
	}
	for _, s := range c.Speakers {
		if s.Name == name {
			return s.ID
		}
	}
	s := study.Speaker{ID: study.NewID(), SourceID: c.Source.ID, Name: name}
	c.Speakers = append(c.Speakers, s)
	return s.ID
}

// revise gives a source other words.
func (d *database) revise(source study.ID, turns ...said) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.content[source]
	before := c.Source
	c.Source.Revision++
	c.Speakers, c.Codings = nil, nil
	d.fill(c, turns)
	d.write("corrected a source", change(before, c.Source))
}

func (d *database) remove(source study.ID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	before := d.content[source].Source
	delete(d.content, source)
	d.write("removed a source", change(before, nil))
}

func (d *database) move(source, strand study.ID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.content[source]
	before := c.Source
	c.Source.StrandID = strand
	d.write("moved a source", change(before, c.Source))
}

func (d *database) rename(source study.ID, from, to string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, s := range d.content[source].Speakers {
		if s.Name == from {
			d.content[source].Speakers[i].Name = to
			d.write("renamed a speaker", change(s, d.content[source].Speakers[i]))
		}
	}
}

// newCode makes a code; parent may be "".
func (d *database) newCode(name string, parent study.ID) study.ID {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := study.Code{ID: study.NewID(), Name: name, ParentID: parent, Codable: true}
	d.codes[c.ID] = c
	d.write("made a code", change(nil, c))
	return c.ID
}

// code codes a whole turn.
func (d *database) code(source study.ID, turn int, code, coder study.ID) {
	d.codeRange(source, d.turn(source, turn).Range, code, coder)
}

func (d *database) turn(source study.ID, turn int) study.Turn {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.content[source].Turns[turn]
}

func (d *database) codeRange(source study.ID, r study.Range, code, coder study.ID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.content[source]
	c.Codings = append(c.Codings, CodedRange{r, code, coder})
	d.write("coded", change(nil, study.Coding{ID: study.NewID(), SourceID: source, CodeID: code, CoderID: coder}))
}

// uncode takes back the newest coding of a source.
func (d *database) uncode(source study.ID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.content[source]
	last := c.Codings[len(c.Codings)-1]
	c.Codings = c.Codings[:len(c.Codings)-1]
	d.write("removed a coding", change(study.Coding{ID: study.NewID(), SourceID: source, CodeID: last.Code, CoderID: last.Coder}, nil))
}

func (d *database) setDown(down bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.down = down
}

// close makes readers of sources wait until what it returns is called.
func (d *database) close() (open func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	gate := make(chan struct{})
	d.gate = gate
	return func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.gate = nil
		close(gate)
	}
}

// find searches and fails the test on an error.
func find(t testing.TB, x *Index, d *database, q study.SearchQuery) study.SearchResult {
	t.Helper()
	result, err := x.Search(context.Background(), d.project, q)
	if err != nil {
		t.Fatalf("searching %q: %v", q.Text, err)
	}
	return result
}

// turnsOf lists the turns of the hits, in the order of the numbers.
func turnsOf(r study.SearchResult) []int {
	out := []int{}
	for _, h := range r.Hits {
		out = append(out, h.Turn)
	}
	slices.Sort(out)
	return out
}

func expect[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	g, err := json.Marshal(got)
	must(err)
	w, err := json.Marshal(want)
	must(err)
	if string(g) != string(w) {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

// expectRight compares the whole index with the database.
func expectRight(t testing.TB, x *Index, d *database) {
	t.Helper()
	difference, err := x.Verify(context.Background(), d.project)
	if err != nil {
		t.Fatal(err)
	}
	if !difference.None() {
		t.Fatalf("the index differs from the database: %+v", difference)
	}
}

// newIndexOver makes an index over any feed.
func newIndexOver(t testing.TB, feed Feed) *Index {
	x := New(t.TempDir(), feed, slog.New(slog.DiscardHandler))
	x.catchUp = time.Minute
	t.Cleanup(x.Close)
	return x
}
