package app_test

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// team is two people at work on one project, who do what the dice say.
type team struct {
	*app.App
	t       *testing.T
	dice    *rand.Rand
	rows    store.Options
	people  []study.Actor // the first is the lead
	project study.ID
	log     []string
}

func newTeam(t *testing.T, open storetest.Open, seed uint64) *team {
	t.Helper()
	o := open(t)
	s := storetest.Migrated(t, o)
	blobs, err := store.OpenBlobs(filepath.Join(o.Folder, "files"))
	must(t, err)
	a := app.New(s, blobs, filepath.Join(o.Folder, "index"), slog.New(slog.DiscardHandler))
	t.Cleanup(func() {
		a.Close()
		must(t, blobs.Close())
	})
	w := &team{App: a, t: t, dice: rand.New(rand.NewPCG(seed, 0)), rows: o}
	for _, name := range []string{"Ann", "Ben"} {
		account, err := a.AddAccount(t.Context(), app.NewAccount{Email: strings.ToLower(name) + "@example.org", Name: name})
		must(t, err)
		w.people = append(w.people, study.Actor{Account: account})
	}
	w.furnish()
	return w
}

func (w *team) furnish() {
	ctx, ann := w.t.Context(), w.people[0]
	p, err := w.AddProject(ctx, ann, app.NewProject{Name: "Mills", Template: "lancashire"})
	must(w.t, err)
	w.project = p.ID
	must(w.t, w.AddMember(ctx, ann, p.ID, w.people[1].Account.ID, study.Researcher))
	for range 3 {
		must(w.t, w.importing(ann))
	}
	for range 12 {
		must(w.t, w.coding(ann))
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// state is all that an undo must restore.
func (w *team) state() storetest.Tables {
	w.t.Helper()
	return storetest.Dump(w.t, w.rows, w.project).Undoable()
}

func (w *team) seq() int64 {
	w.t.Helper()
	p, err := w.Project(w.t.Context(), w.people[0], w.project)
	must(w.t, err)
	return p.Seq
}

// act lets someone do something. It may be refused, with a reason that people understand.
func (w *team) act(by study.Actor) {
	w.t.Helper()
	actions := []struct {
		name string
		do   func(study.Actor) error
	}{
		{"coding", w.coding}, {"coding", w.coding}, {"coding", w.coding}, {"coding", w.coding}, {"uncoding", w.uncoding}, {"uncoding", w.uncoding},
		{"recoding", w.recoding}, {"moving a coding", w.movingCoding}, {"one gesture on many", w.gesturing}, {"resizing", w.resizing}, {"splitting", w.splitting},
		{"joining", w.joining}, {"bookmarking", w.bookmarking}, {"creating a code", w.creatingCode}, {"changing a code", w.changingCode}, {"moving a code", w.movingCode}, {"moving a code", w.movingCode},
		{"reorganising", w.reorganising}, {"reorganising", w.reorganising}, {"keeping sets", w.keepingSets}, {"merging codes", w.mergingCodes}, {"removing a code", w.removingCode}, {"writing a memo", w.writingMemo}, {"writing a memo", w.writingMemo},
		{"changing a memo", w.changingMemo}, {"removing a memo", w.removingMemo}, {"renaming a speaker", w.renamingSpeaker}, {"importing", w.importing},
		{"correcting", w.correcting}, {"correcting", w.correcting}, {"correcting", w.correcting}, {"restoring", w.restoring}, {"reviewing", w.reviewing},
		{"recording", w.recording}, {"changing a source", w.changingSource}, {"removing a source", w.removingSource}, {"changing a strand", w.changingStrand}, {"renaming the project", w.renaming},
	}
	action := actions[w.dice.IntN(len(actions))]
	err := action.do(by)
	w.log = append(w.log, fmt.Sprintf("%s: %s: %v", by.Account.Name, action.name, err))
	if study.KindOf(err) == study.Internal {
		w.t.Fatalf("%s failed: %v\n%s", action.name, err, strings.Join(w.log, "\n"))
	}
}

func pick[T any](w *team, list []T) (one T, err error) {
	if len(list) == 0 {
		return one, study.Errorf(study.NotFound, "There is none.")
	}
	return list[w.dice.IntN(len(list))], nil
}

func (w *team) anyCode(by study.Actor) (app.CountedCode, error) {
	list, err := w.Codes(w.t.Context(), by, w.project)
	must(w.t, err)
	return pick(w, list)
}

func (w *team) anySource(by study.Actor) (app.SourceView, error) {
	list, err := w.Sources(w.t.Context(), by, w.project, study.Filter{})
	must(w.t, err)
	return pick(w, list)
}

// anyRange is one of a few ranges of a source, so that people often mean the same words.
func (w *team) anyRange(s app.SourceView) study.Range {
	start := w.dice.IntN(6) * 5
	return study.Range{Start: start, End: min(start+5+5*w.dice.IntN(3), s.Length)}
}

func (w *team) word() string {
	return fmt.Sprintf("Wörter 👩‍👩‍👧 <%d>", w.dice.IntN(1000))
}

func (w *team) coding(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	if !code.Codable {
		return nil
	}
	_, err = w.Code(w.t.Context(), by, w.project, app.NewCoding{Source: source.ID, Range: w.anyRange(source), Code: code.ID})
	return err
}

func (w *team) uncoding(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	passages, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	passage, err := pick(w, passages)
	if err != nil {
		return err
	}
	coding, err := pick(w, passage.Codings)
	if err != nil {
		return err
	}
	_, err = w.Uncode(w.t.Context(), by, w.project, coding.ID)
	return err
}

func (w *team) creatingCode(by study.Actor) error {
	parent, _ := w.anyCode(by)
	var position *int
	if w.dice.IntN(2) == 0 {
		position = new(int)
	}
	_, _, err := w.AddCode(w.t.Context(), by, w.project, study.Code{ParentID: parent.ID, Name: w.word(), Codable: w.dice.IntN(5) > 0}, position)
	return err
}

func (w *team) changingCode(by study.Actor) error {
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	name, definition, color := w.word(), strings.Repeat(w.word()+"\n", 20), study.Color("woad/open")
	change := app.CodeChange{Name: &name, Definition: &definition}
	if w.dice.IntN(2) == 0 {
		change = app.CodeChange{Color: &color}
	}
	_, _, err = w.ChangeCode(w.t.Context(), by, w.project, code.ID, 0, change)
	return err
}

func (w *team) movingCode(by study.Actor) error {
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	parent, _ := w.anyCode(by)
	position := w.dice.IntN(3)
	change := app.CodeChange{Position: &position}
	if w.dice.IntN(2) == 0 {
		change.Parent = &parent.ID
	}
	_, _, err = w.ChangeCode(w.t.Context(), by, w.project, code.ID, 0, change)
	return err
}

func (w *team) mergingCodes(by study.Actor) error {
	from, err := w.anyCode(by)
	if err != nil {
		return err
	}
	into, err := w.anyCode(by)
	if err != nil {
		return err
	}
	_, err = w.MergeCode(w.t.Context(), by, w.project, from.ID, into.ID)
	return err
}

func (w *team) removingCode(by study.Actor) error {
	code, err := w.anyCode(by)
	if err != nil {
		return err
	}
	_, err = w.RemoveCode(w.t.Context(), by, w.project, code.ID)
	return err
}

func (w *team) writingMemo(by study.Actor) error {
	n := app.NewMemo{Memo: study.Memo{Title: w.word(), Body: strings.Repeat(w.word(), 30)}}
	switch w.dice.IntN(3) {
	case 0:
		source, err := w.anySource(by)
		if err != nil {
			return err
		}
		n.Source, n.Range = source.ID, w.anyRange(source)
	case 1:
		code, err := w.anyCode(by)
		if err != nil {
			return err
		}
		n.TargetKind, n.TargetID = "code", code.ID
	case 2:
		n.TargetKind, n.TargetID = "project", w.project
	}
	one, err := w.anything(by)
	if err != nil {
		return err
	}
	n.Links, n.Body = study.Links{one}, n.Body+w.mention(by)
	_, _, err = w.AddMemo(w.t.Context(), by, w.project, n)
	return err
}

// anything is a thing that a memo can be about.
func (w *team) anything(by study.Actor) (study.Link, error) {
	source, err := w.anySource(by)
	if err != nil {
		return study.Link{}, err
	}
	code, err := w.anyCode(by)
	if err != nil {
		return study.Link{}, err
	}
	things := []study.Link{{Kind: "project", ID: w.project}, {Kind: "source", ID: source.ID}, {Kind: "strand", ID: source.StrandID}, {Kind: "code", ID: code.ID}}
	passages, err := w.Passages(w.t.Context(), by, w.project, source.ID)
	must(w.t, err)
	for _, p := range passages {
		things = append(things, study.Link{Kind: "passage", ID: p.ID})
	}
	return pick(w, things)
}

// mention names a thing in a text, or nothing.
func (w *team) mention(by study.Actor) string {
	one, err := w.anything(by)
	if err != nil || one.Kind == "project" {
		return ""
	}
	return " See [this](" + one.String() + ")."
}

func (w *team) anyMemo(by study.Actor) (app.MemoView, error) {
	list, err := w.Memos(w.t.Context(), by, w.project, study.MemoFilter{})
	must(w.t, err)
	return pick(w, list)
}

func (w *team) changingMemo(by study.Actor) error {
	memo, err := w.anyMemo(by)
	if err != nil {
		return err
	}
	body := w.word() + w.mention(by)
	change := app.MemoChange{Body: &body}
	if one, err := w.anything(by); err == nil && w.dice.IntN(2) == 0 {
		change.Links = &study.Links{one}
	} else if err == nil {
		change.Target = &one
	}
	_, _, err = w.ChangeMemo(w.t.Context(), by, w.project, memo.ID, 0, change)
	return err
}

func (w *team) removingMemo(by study.Actor) error {
	memo, err := w.anyMemo(by)
	if err != nil {
		return err
	}
	_, err = w.RemoveMemo(w.t.Context(), by, w.project, memo.ID)
	return err
}

func (w *team) importing(by study.Actor) error {
	strands, err := w.Strands(w.t.Context(), by, w.project)
	must(w.t, err)
	strand, err := pick(w, strands)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("Ann: %s\nBen: We waited twelve weeks.\nAnn: And then? 🧵\nBen: Nobody came.\n", w.word())
	_, _, err = w.Import(w.t.Context(), by, w.project, app.Upload{Name: "interview.txt", Data: []byte(text), Strand: strand.ID})
	return err
}

func (w *team) renamingSpeaker(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	speaker, err := pick(w, source.Speakers)
	if err != nil {
		return err
	}
	name, moderator := w.word(), w.dice.IntN(2) == 0
	_, err = w.ChangeSpeaker(w.t.Context(), by, w.project, speaker.ID, 0, app.SpeakerChange{Name: &name, Moderator: &moderator})
	return err
}

func (w *team) changingSource(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	title := w.word()
	_, err = w.ChangeSource(w.t.Context(), by, w.project, source.ID, 0, app.SourceChange{Title: &title})
	return err
}

func (w *team) removingSource(by study.Actor) error {
	source, err := w.anySource(by)
	if err != nil {
		return err
	}
	_, err = w.RemoveSource(w.t.Context(), by, w.project, source.ID)
	return err
}

func (w *team) changingStrand(by study.Actor) error {
	strands, err := w.Strands(w.t.Context(), by, w.project)
	must(w.t, err)
	strand, err := pick(w, strands)
	if err != nil {
		return err
	}
	question := w.word()
	_, err = w.ChangeStrand(w.t.Context(), by, w.project, strand.ID, 0, app.StrandChange{Question: &question})
	return err
}

func (w *team) renaming(by study.Actor) error {
	name := w.word()
	_, err := w.ChangeProject(w.t.Context(), by, w.project, 0, app.ProjectChange{Name: &name})
	return err
}

const actionsEach = 60
