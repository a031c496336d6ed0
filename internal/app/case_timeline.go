package app

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CaseEvent is something that happened to a case or with it.
type CaseEvent struct {
	At      time.Time    `json:"at" doc:"Of coding: the last of the day"`
	Sort    string       `json:"kind" enum:"made,changed,deleted,tied,refused,untied,source,response,memo,coded"`
	By      study.ID     `json:"by,omitempty" doc:"Who did it, where that is known"`
	Seq     int64        `json:"seq,omitempty" doc:"Number of the journal entry"`
	Verb    string       `json:"verb,omitempty" doc:"Of made: what was done that made it"`
	Changes []CaseDiff   `json:"changes,omitempty" doc:"Of changed: from what to what"`
	Thing   study.ID     `json:"thing,omitempty" doc:"The source, the memo or the survey"`
	Name    string       `json:"name,omitempty" doc:"What that is called; of a source that is gone nothing"`
	Speaker string       `json:"speaker,omitempty" doc:"Of a tie to a speaker"`
	Place   *study.Range `json:"place,omitempty" doc:"Of a tie to a passage"`
	Codings int          `json:"codings,omitempty" doc:"Of coded: how many on that day by that coder"`
	Codes   []CodeUse    `json:"codes,omitempty" doc:"With what, the most frequent first"`
}

// CaseDiff is what one field or variable of a case was, and what it became.
type CaseDiff struct {
	Field    string `json:"field" enum:"name,key,kind,firm,value"`
	Variable string `json:"variable,omitempty" doc:"Of a value: the variable as it is called now; nothing when it is gone"`
	Was      string `json:"was"`
	Is       string `json:"is"`
}

// mostOfTimeline is how many journal entries about a case are looked at, newest first.
const mostOfTimeline = 500

// CaseTimeline gives what happened to a case and with it, the newest first: who made and
// changed it, what was tied to it, when its sources, answers and memos came, and who coded its
// words on which day, in UTC. A firm stands for its persons' sources and words.
func (a *App) CaseTimeline(ctx context.Context, by study.Actor, project, id study.ID) ([]CaseEvent, error) {
	role, err := a.role(ctx, by, project, study.MayRead)
	if err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	c, err := r.Case(project, id)
	if err != nil {
		return nil, err
	}
	t := &timeline{r: r, of: c}
	if t.sources, err = sourcesByID(r, project); err != nil {
		return nil, err
	}
	steps := []func() error{func() error { return t.readJournal(role) }, t.readTies, t.readResponses, t.readMemos, func() error { return t.readWords(a) }}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(t.events, func(x, y CaseEvent) int { return cmp.Or(y.At.Compare(x.At), cmp.Compare(y.Seq, x.Seq)) })
	return t.events, t.unread
}

// timeline is what is known of a case while its events are gathered.
type timeline struct {
	r       store.Reader
	of      study.Case
	sources map[study.ID]study.Source
	events  []CaseEvent
	unread  error // of a case whose name was asked for
}

func (t *timeline) add(e CaseEvent) { t.events = append(t.events, e) }

// readJournal tells what was done to the case itself, and what was taken from it.
func (t *timeline) readJournal(role study.Role) error {
	list, err := t.r.EntriesBefore(t.of.ProjectID, Pick{Before: math.MaxInt64, About: t.of.ID}, mostOfTimeline)
	if err != nil {
		return err
	}
	if err := veil(t.r, t.of.ProjectID, role, list); err != nil {
		return err
	}
	variables, err := t.r.Variables(t.of.ProjectID)
	if err != nil {
		return err
	}
	for _, e := range list {
		for _, change := range e.Changes {
			if err := t.tell(e, change, variables); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *timeline) tell(e study.Entry, change study.Change, variables []study.Variable) error {
	out := CaseEvent{At: e.At, By: e.ActorID, Seq: e.Seq}
	switch {
	case change.Kind == (study.Tie{}).Kind() && change.After == nil:
		return t.tellUntied(out, change)
	case change.Kind != t.of.Kind() || change.ID != t.of.ID:
		return nil
	case change.Before == nil:
		out.Sort, out.Verb = "made", e.Verb
	case change.After == nil:
		out.Sort = "deleted"
	default:
		var was, is study.Case
		if err := both(change, &was, &is); err != nil {
			return err
		}
		if out.Sort, out.Changes = "changed", t.compare(was, is, variables); len(out.Changes) == 0 {
			return nil
		}
	}
	t.add(out)
	return nil
}

// both reads a record before and after a change.
func both[T any](change study.Change, was, is *T) error {
	if err := json.Unmarshal(change.Before, was); err != nil {
		return study.Wrap(err, "read the journal")
	}
	return study.Wrap(json.Unmarshal(change.After, is), "read the journal")
}

func (t *timeline) compare(was, is study.Case, variables []study.Variable) (out []CaseDiff) {
	for _, d := range []CaseDiff{{Field: "name", Was: was.Name, Is: is.Name}, {Field: "key", Was: was.KeyText, Is: is.KeyText}, {Field: "kind", Was: was.Sort, Is: is.Sort},
		{Field: "firm", Was: t.nameOf(was.FirmID), Is: t.nameOf(is.FirmID)}} {
		if d.Was != d.Is {
			out = append(out, d)
		}
	}
	gone := study.Values{} // of variables that are no more
	maps.Copy(gone, was.Values)
	maps.Copy(gone, is.Values)
	for _, v := range variables {
		delete(gone, v.Slot())
		if a, b := was.Value(v), is.Value(v); a != b {
			out = append(out, CaseDiff{Field: "value", Variable: v.Name, Was: v.Text(a), Is: v.Text(b)})
		}
	}
	for _, slot := range slices.Sorted(maps.Keys(gone)) {
		if a, b := was.Values[slot], is.Values[slot]; a != b {
			out = append(out, CaseDiff{Field: "value", Was: a, Is: b})
		}
	}
	return out
}

// nameOf is what a case is called; nothing when it is gone.
func (t *timeline) nameOf(id study.ID) string {
	if id == "" {
		return ""
	}
	c, err := t.r.Case(t.of.ProjectID, id)
	if err != nil && study.KindOf(err) != study.NotFound {
		t.unread = err
	}
	return c.Name
}

func (t *timeline) tellUntied(out CaseEvent, change study.Change) error {
	var tie study.Tie
	if err := json.Unmarshal(change.Before, &tie); err != nil {
		return study.Wrap(err, "read the journal")
	}
	if tie.CaseID != t.of.ID || tie.Refused {
		return nil
	}
	out.Sort, out.Thing, out.Name = "untied", tie.SourceID, t.sources[tie.SourceID].Title
	t.add(out)
	return nil
}

// readTies tells what is tied to the case, and what is not to be.
func (t *timeline) readTies() error {
	ties, err := t.r.TiesOf(t.of.ProjectID, t.of.ID)
	if err != nil {
		return err
	}
	for _, tie := range ties {
		e := CaseEvent{At: tie.CreatedAt, Sort: "tied", By: tie.CreatedBy, Thing: tie.SourceID, Name: t.sources[tie.SourceID].Title}
		if tie.Refused {
			e.Sort = "refused"
		}
		switch tie.TargetKind {
		case "speaker":
			speaker, err := t.r.Speaker(t.of.ProjectID, tie.TargetID)
			if err != nil {
				return err
			}
			e.Speaker = speaker.Name
		case "passage":
			p, err := t.r.Passage(t.of.ProjectID, tie.TargetID)
			if err != nil {
				return err
			}
			e.Place = &p.Range
		}
		t.add(e)
	}
	return nil
}

// readResponses tells when its answers to surveys came.
func (t *timeline) readResponses() error {
	list, err := t.r.ResponsesOf(t.of.ProjectID, t.of.ID)
	if err != nil {
		return err
	}
	for _, one := range list {
		s, err := t.r.Survey(t.of.ProjectID, one.SurveyID)
		if err != nil {
			return err
		}
		t.add(CaseEvent{At: one.CreatedAt, Sort: "response", By: s.CreatedBy, Thing: s.ID, Name: s.Name})
	}
	return nil
}

// readMemos tells of the memos that are about the case.
func (t *timeline) readMemos() error {
	list, _, err := memos(t.r, t.of.ProjectID, study.MemoFilter{Target: t.of.ID})
	for _, m := range list {
		t.add(CaseEvent{At: m.CreatedAt, Sort: "memo", By: m.AuthorID, Thing: m.ID, Name: m.Title})
	}
	return err
}

// readWords tells when the sources came in which it speaks, and how its words were coded.
func (t *timeline) readWords(a *App) error {
	f := study.Filter{Cases: []study.ID{t.of.ID}}
	ties, err := a.tiesFor(t.r, t.of.ProjectID, f)
	if err != nil {
		return err
	}
	places, err := placesOf(t.r, t.of.ProjectID, t.sources, ties)
	if err != nil {
		return err
	}
	for source := range places {
		s := t.sources[source]
		t.add(CaseEvent{At: s.CreatedAt, Sort: "source", By: s.CreatedBy, Thing: s.ID, Name: s.Title})
	}
	coded, _, err := a.coded.read(t.r, t.of.ProjectID)
	if err != nil {
		return err
	}
	t.sumCoding(slices.DeleteFunc(slices.Clone(coded), func(c store.CodedRange) bool { return !study.Touches(c.Range, places[c.SourceID]) }))
	return nil
}

// sumCoding makes one event of what each coder did on a day.
func (t *timeline) sumCoding(list []store.CodedRange) {
	type key struct {
		day   time.Time
		coder study.ID
	}
	days := map[key][]store.CodedRange{}
	for _, c := range list {
		k := key{c.At.UTC().Truncate(24 * time.Hour), c.CoderID}
		days[k] = append(days[k], c)
	}
	for k, some := range days {
		e := CaseEvent{Sort: "coded", By: k.coder, Codings: len(some)}
		uses := map[study.ID]int{}
		for _, c := range some {
			uses[c.CodeID]++
			if c.At.After(e.At) {
				e.At = c.At
			}
		}
		for code, n := range uses {
			e.Codes = append(e.Codes, CodeUse{code, n})
		}
		slices.SortFunc(e.Codes, func(x, y CodeUse) int { return cmp.Or(y.Count-x.Count, cmp.Compare(x.Code, y.Code)) })
		t.add(e)
	}
}
