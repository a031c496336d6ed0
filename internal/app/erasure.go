package app

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Erasing says whose words are to go: what some speakers said, and all that is in some
// sources, also in those that were deleted before.
type Erasing struct {
	Speakers study.IDs `json:"speakers,omitempty" doc:"All that they say; the rest of their sources stays"`
	Sources  study.IDs `json:"sources,omitempty" doc:"Erased whole"`
	Phrases  []string  `json:"phrases,omitempty" maxItems:"100" doc:"Words to strike wherever they stand beside the sources, such as a name"`
}

// ErasureReport says what goes, or has gone, with a participant's words.
type ErasureReport struct {
	Words    int `json:"words"`
	Turns    int `json:"turns"`
	Passages int `json:"passages" doc:"Passages in those words, with their codings and memos"`
	Codings  int `json:"codings"`
	Records  int `json:"records" doc:"Memos, codes, titles, names and cases that quote them, from which the words are struck"`
	Texts    int `json:"texts" doc:"Texts, former ones too, that are deleted"`
	Files    int `json:"files" doc:"Uploaded files and recordings that are deleted"`
}

// erasing gathers, within one transaction, what goes.
type erasing struct {
	*store.Tx
	project study.ID
	said    []string // by those who are erased
	phrases []string
	alone   map[string]bool // struck from the journal where nothing stands beside it
	blobs   []string
	report  ErasureReport
}

// errRehearsed ends a transaction that was only to show what it would do.
var errRehearsed = errors.New("rehearsed")

// PreviewErasure says what Erase would erase, and changes nothing.
func (a *App) PreviewErasure(ctx context.Context, by study.Actor, project study.ID, what Erasing) (ErasureReport, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return ErasureReport{}, err
	}
	var report ErasureReport
	_, err := a.act(ctx, by, project, study.ErasedWords, func(tx *store.Tx) error {
		e := &erasing{Tx: tx, project: project, phrases: what.Phrases}
		if err := e.gather(what); err != nil {
			return err
		}
		report = e.report
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		err = nil
	}
	return report, err
}

// Erase removes a participant's words for good: from the texts and all former ones, with the
// passages in them, and whatever quotes them from memos, the codebook and the journal; with
// the uploaded files. The journal says so and quotes nothing.
func (a *App) Erase(ctx context.Context, by study.Actor, project study.ID, what Erasing) (report ErasureReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return report, entry, err
	}
	entry, err = a.act(ctx, by, project, study.ErasedWords, func(tx *store.Tx) error {
		e := &erasing{Tx: tx, project: project, phrases: what.Phrases}
		if err := e.gather(what); err != nil {
			return err
		}
		report = e.report
		return errors.Join(tx.Strike(e.journal()), tx.AddErasure(e.blobs...))
	})
	if err != nil {
		return report, entry, err
	}
	return report, entry, a.FinishErasures(ctx)
}

// gather removes everything but what the journal still says.
func (e *erasing) gather(what Erasing) error {
	if len(what.Speakers)+len(what.Sources) == 0 {
		return study.FieldError("speakers", "Choose whose words are to be erased.")
	}
	var err error
	if what.Speakers, err = e.respondents(what.Speakers); err != nil {
		return err
	}
	for _, id := range what.Sources.Distinct() {
		if err := e.source(id); err != nil {
			return err
		}
	}
	if err := e.speakers(what); err != nil {
		return err
	}
	records, err := reword(e.Tx, e.project, e.erased().Strike)
	e.report.Records = records
	return err
}

func (e *erasing) erased() *study.Erased { return study.NewErased(e.said, e.phrases) }

// speakers erases what speakers said, source by source.
func (e *erasing) speakers(what Erasing) error {
	by := map[study.ID]study.IDs{}
	for _, id := range what.Speakers.Distinct() {
		s, err := e.Speaker(e.project, id)
		if err != nil {
			return err
		}
		if !slices.Contains(what.Sources, s.SourceID) {
			by[s.SourceID] = append(by[s.SourceID], id)
		}
		e.name(s.Name)
		if err := e.person(s.ID); err != nil {
			return err
		}
		if _, err := edit(e.Tx, s, 0, func(after *study.Speaker) error { after.Name = study.ErasedMark; return nil }); err != nil {
			return err
		}
	}
	for source, speakers := range by {
		if err := e.voices(source, speakers); err != nil {
			return err
		}
	}
	return nil
}

// name has a name struck wherever it stands; a label such as P2 names nobody elsewhere.
func (e *erasing) name(name string) {
	if strings.Contains(name, " ") {
		e.phrases = append(e.phrases, name)
	}
}

// person takes the names from those persons whom a speaker or a source is tied to: they are who
// is erased.
func (e *erasing) person(target study.ID) error {
	ties, err := e.TiesTo(e.project, target)
	if err != nil {
		return err
	}
	for _, t := range standingTies(ties) {
		c, err := e.Case(e.project, t.CaseID)
		if err != nil {
			return err
		}
		if c.Sort != study.Person || c.Name == study.ErasedMark {
			continue
		}
		e.name(c.Name)
		e.name(c.KeyText)
		if _, err := edit(e.Tx, c, 0, func(after *study.Case) error { after.Name = study.ErasedMark; return nil }); err != nil {
			return err
		}
	}
	return nil
}

// hear keeps in mind what speakers said in any text of a source; all when there are none.
func (e *erasing) hear(source study.ID, speakers study.IDs) error {
	texts, err := e.Texts(e.project, source)
	if err != nil {
		return err
	}
	e.report.Texts += len(texts)
	for _, text := range texts {
		at := study.NewPositions(text.Text)
		for _, t := range text.Turns {
			if len(speakers) == 0 || slices.Contains(speakers, t.Speaker) {
				e.said = append(e.said, at.Slice(t.Range))
			}
		}
	}
	return nil
}

// voices erases what speakers of a source said; what others said stays, with its passages.
func (e *erasing) voices(source study.ID, speakers study.IDs) error {
	if err := e.hear(source, speakers); err != nil {
		return err
	}
	before, err := e.Source(e.project, source)
	if err != nil {
		return err
	}
	content, err := e.Content(before)
	if err != nil {
		return err
	}
	var gone []study.Range
	var edits []study.Edit
	for _, t := range content.Turns {
		if slices.Contains(speakers, t.Speaker) {
			gone, edits = append(gone, t.Range), append(edits, study.Edit{Range: t.Range, Text: study.ErasedMark})
			e.report.Turns++
			e.report.Words += study.WordCount(content.Slice(t.Range))
		}
	}
	if err := errors.Join(e.reviews(source), e.passagesIn(source, content, gone)); err != nil {
		return err
	}
	after, err := rewrite(e.Tx, before, content, edits)
	if err != nil {
		return err
	}
	return errors.Join(e.reviews(source), e.voice(source), e.files(after))
}

// reviews ends all reviews in a source: the words that they would show are gone.
func (e *erasing) reviews(source study.ID) error {
	list, err := e.Reviews(e.project, source)
	if err != nil {
		return err
	}
	return removeEach(e.Tx, records(list))
}

// passagesIn removes the passages of which nothing lies outside of what goes.
func (e *erasing) passagesIn(source study.ID, content *store.Content, gone []study.Range) error {
	passages, err := e.Passages(e.project, source)
	if err != nil {
		return err
	}
	for _, p := range passages {
		if !within(content, p.Range, gone) {
			continue
		}
		if err := e.passage(p); err != nil {
			return err
		}
	}
	return nil
}

// within says whether all words of a range lie in some others, which are in text order.
func within(content *store.Content, r study.Range, others []study.Range) bool {
	for _, o := range others {
		if !o.Overlaps(r) {
			continue
		}
		if left := content.Trim(study.Range{Start: r.Start, End: max(r.Start, o.Start)}); left.Len() > 0 {
			return false
		}
		r.Start = min(o.End, r.End)
	}
	return content.Trim(r).Len() == 0
}

func (e *erasing) passage(p study.Passage) error {
	memos, err := e.PassageMemos(e.project, p.SourceID, p.ID)
	if err != nil {
		return err
	}
	codings, err := e.CodingsOn(e.project, p.ID)
	if err != nil {
		return err
	}
	ties, err := e.TiesTo(e.project, p.ID)
	if err != nil {
		return err
	}
	e.report.Passages++
	e.report.Codings += len(codings)
	return removeEach(e.Tx, records(memos), records(ties), records(codings), records([]study.Passage{p}))
}

// source erases a source whole, whether it is still there or was deleted before.
func (e *erasing) source(id study.ID) error {
	if err := errors.Join(e.hear(id, nil), e.person(id), e.answers(id)); err != nil {
		return err
	}
	s, err := e.Source(e.project, id)
	switch {
	case study.KindOf(err) == study.NotFound:
		if s, err = e.deleted(id); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if err := e.standing(s); err != nil {
			return err
		}
	}
	return errors.Join(e.forget(s.Blob), e.DropRevisions(id, 0))
}

// forget has a file removed, when there is one. Other sources that were made of it, as those of
// one table are, lose it too: it holds the same words.
func (e *erasing) forget(blob string) error {
	if blob == "" {
		return nil
	}
	e.drop(blob)
	twins, err := e.SourcesOfBlob(e.project, blob)
	for _, s := range twins {
		if err == nil {
			_, err = edit(e.Tx, s, 0, func(after *study.Source) error {
				after.Blob, after.Filename = "", ""
				return nil
			})
		}
	}
	return err
}

// voice removes the recording of a source, in which a participant is heard, also where another
// source has the same one.
func (e *erasing) voice(source study.ID) error {
	list, err := e.Recordings(e.project, "")
	if err != nil {
		return err
	}
	var heard string
	for _, r := range list {
		if r.SourceID == source {
			heard = r.Blob
			e.drop(heard)
		}
	}
	same := slices.DeleteFunc(list, func(r study.Recording) bool { return heard == "" || r.Blob != heard })
	return errors.Join(removeEach(e.Tx, records(same)), e.carried(source))
}

// carried removes what came along with a source from another program, with its files: a
// recording that can't be played is among them.
func (e *erasing) carried(source study.ID) error {
	list, err := e.Carried(e.project)
	if err != nil {
		return err
	}
	own := slices.DeleteFunc(list, func(c study.Carried) bool { return c.OwnerID != source })
	for _, c := range own {
		for _, file := range c.Files {
			e.drop(file.Blob)
		}
	}
	return removeEach(e.Tx, records(own))
}

// drop has a file removed once the transaction is committed.
func (e *erasing) drop(blob string) {
	e.blobs = append(e.blobs, blob)
	e.report.Files++
}

// standing removes a source that is there, with all that stands on it.
func (e *erasing) standing(s study.Source) error {
	codings, err := e.Codings(e.project, s.ID)
	if err != nil {
		return err
	}
	passages, err := e.Passages(e.project, s.ID)
	if err != nil {
		return err
	}
	if err := e.voice(s.ID); err != nil {
		return err
	}
	e.report.Words, e.report.Turns = e.report.Words+s.Words, e.report.Turns+s.Turns
	e.report.Passages, e.report.Codings = e.report.Passages+len(passages), e.report.Codings+len(codings)
	return removeSource(e.Tx, s)
}

// deleted finds in the journal what a source was that is not there any more.
func (e *erasing) deleted(id study.ID) (s study.Source, err error) {
	entries, err := e.EntriesBefore(e.project, Pick{Before: math.MaxInt64, About: id, Kind: s.Kind()}, 1)
	if err != nil {
		return s, err
	}
	for _, entry := range entries {
		for _, c := range entry.Changes {
			if c.ID == id && c.Before != nil {
				return s, study.Wrap(json.Unmarshal(c.Before, &s), "read a source in the journal")
			}
		}
	}
	return s, study.Errorf(study.NotFound, "There is no such source.")
}

// files lets go of a source's former texts and its uploaded file.
func (e *erasing) files(s study.Source) error {
	return errors.Join(e.forget(s.Blob), e.DropRevisions(s.ID, s.Revision))
}

// EraseOriginal deletes the uploaded file of a source and its former texts for good. The text
// stays as it is.
func (a *App) EraseOriginal(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return study.Entry{}, err
	}
	entry, err := a.act(ctx, by, project, study.ErasedOriginal, func(tx *store.Tx) error {
		s, err := tx.Source(project, id)
		if err != nil {
			return err
		}
		e := &erasing{Tx: tx, project: project}
		return errors.Join(e.files(s), tx.AddErasure(e.blobs...))
	})
	if err != nil {
		return entry, err
	}
	return entry, a.FinishErasures(ctx)
}

// FinishErasures removes from files, the index and the database's own files what was erased
// in a transaction; also what another run had no time for.
func (a *App) FinishErasures(ctx context.Context) error {
	r := a.store.Read(ctx)
	list, err := r.Erasures()
	if err != nil || len(list) == 0 {
		return err
	}
	for _, e := range list {
		if err := a.finish(ctx, e); err != nil {
			return err
		}
	}
	a.cases.clear()
	a.ties.clear()
	a.rows.clear()
	a.given.clear()
	a.answers.clear()
	a.voices.clear()
	a.words.clear()
	a.marks.clear()
	for _, kind := range a.named {
		kind.clear()
	}
	if err := a.store.Scrub(ctx); err != nil {
		return err
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error {
		for _, e := range list {
			if err := tx.EndErasure(e); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *App) finish(ctx context.Context, e store.Erasure) error {
	if e.Blob == "" {
		return a.forgetFound(ctx, e.ProjectID)
	}
	twins, err := a.store.Read(ctx).SourcesOfBlob(e.ProjectID, e.Blob)
	if err != nil || len(twins) > 0 { // it was uploaded again since
		return err
	}
	return a.blobs.Remove(ctx, e.ProjectID, e.Blob)
}

// forgetFound takes what was erased out of the index, and out of what somebody saved of a search
// beside the erasure.
func (a *App) forgetFound(ctx context.Context, project study.ID) error {
	if err := a.index.Rebuild(ctx, project); err != nil {
		return err
	}
	return a.store.InTx(ctx, func(tx *store.Tx) error { return tx.ForgetLooks(project) })
}
