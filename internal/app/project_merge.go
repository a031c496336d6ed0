package app

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// mostDifferences is how many a report lists.
const mostDifferences = 500

// MergeReport says what merging a copy of a project changes, or has changed.
type MergeReport struct {
	Name        string                  `json:"name" doc:"Of the project in the file"`
	Origin      string                  `json:"origin" doc:"The program that wrote the file, as it calls itself"`
	Counts      []study.MergeCount      `json:"counts"`
	Differences []study.MergeDifference `json:"differences" doc:"The first of them"`
	Different   int                     `json:"different" doc:"All differences"`
	Joining     []string                `json:"joining" doc:"Who becomes a member that can't sign in, as the author of what they did"`
	Findings    []ExchangeFinding       `json:"findings" doc:"What of the file was changed or lost when it was read, and what is not merged"`
	Empty       bool                    `json:"empty" doc:"Nothing in the copy that isn't here"`
}

// MergeUpload is a copy of a project on its way in, with what one chose of the differences. The
// file is not kept.
type MergeUpload struct {
	File io.ReaderAt
	Size int64 // bytes
	Take map[string]study.Taken
}

// MergeProject merges a copy of a project into it, an archive or a file of another program, as one
// action. With preview it only says what would happen. Merging the same copy again changes nothing.
func (a *App) MergeProject(ctx context.Context, by study.Actor, project study.ID, u MergeUpload, preview bool) (report MergeReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return report, entry, err
	}
	c, err := a.openCopy(ctx, by, u.File, u.Size)
	if err != nil {
		return report, entry, err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	m := &projectMerge{app: a, copy: c, by: by, project: project, take: u.Take}
	if err := m.plan(ctx, a.store.Read(ctx)); err != nil {
		return report, entry, err
	}
	if preview || m.Empty() {
		return m.report(), entry, nil
	}
	if err := m.keepFiles(ctx); err != nil {
		return report, entry, err
	}
	entry, err = a.act(ctx, by, project, "merged a copy", func(tx *store.Tx) error {
		if err := m.plan(ctx, tx.Reader); err != nil { // others may have worked meanwhile
			return err
		}
		return m.write(ctx, tx)
	})
	return m.report(), entry, err
}

// projectMerge is a copy of a project on its way into it.
type projectMerge struct {
	*study.ProjectMerge
	app     *App
	copy    *projectCopy
	by      study.Actor
	project study.ID
	take    map[string]study.Taken
	people  map[study.ID]study.ID
	joins   []study.Account // who become members, most of whom have no account yet
	added   []study.Account // who have none
	left    []ExchangeFinding
}

// plan decides what becomes of the copy.
func (m *projectMerge) plan(ctx context.Context, r store.Reader) error {
	ours, err := m.app.held(r, m.project, study.Lead)
	if err != nil {
		return err
	}
	pseudonyms, err := r.Pseudonyms(m.project)
	if err != nil {
		return err
	}
	if err := m.copy.read(ctx, ours, pseudonyms); err != nil {
		return err
	}
	if err := m.who(r); err != nil {
		return err
	}
	gone, undone, err := removed(r, m.project)
	if err != nil {
		return err
	}
	how := study.Merging{Ours: copyOf(ours), Theirs: copyOf(m.copy.held), Gone: gone, Undone: undone, People: m.people, By: m.by.Account.ID, Take: m.take, At: study.Now()}
	if err := errors.Join(alsoRead(r, &how.Ours), alsoRead(m.copy.store.Read(ctx), &how.Theirs)); err != nil {
		return err
	}
	carries, err := m.carries(r, how, ours)
	if err != nil {
		return err
	}
	m.ProjectMerge = study.MergeProject(how, carries)
	if err := m.CheckNames(ours.Codes); err != nil {
		return err
	}
	makers := m.Makers()
	idle := func(a study.Account) bool { return !makers[a.ID] }
	m.joins, m.added = slices.DeleteFunc(m.joins, idle), slices.DeleteFunc(m.added, idle)
	m.leave(ours)
	return nil
}

// carries are between texts that are in both and not alike.
func (m *projectMerge) carries(r store.Reader, how study.Merging, ours refi.Held) (map[study.ID]study.MergeCarry, error) {
	out, texts := map[study.ID]study.MergeCarry{}, map[study.ID]refi.HeldSource{}
	for _, s := range ours.Sources {
		texts[s.ID] = s
	}
	which := study.MergedSources(how.Ours, how.Theirs)
	for _, s := range m.copy.held.Sources {
		here := texts[which[s.ID]]
		if which[s.ID] == "" || here.Text == s.Text {
			continue
		}
		number, err := revisionOf(r, here.Source, s.Text)
		if err != nil {
			return nil, err
		}
		out[s.ID] = study.MergeCarry{Carry: study.CarryTo(study.NewPositions(s.Text), study.NewPositions(here.Text)), Revision: number}
	}
	return out, nil
}

// revisionOf gives the newest revision of a source with some words; 0 when none has them.
func revisionOf(r store.Reader, s study.Source, words string) (int, error) {
	heads, err := r.Revisions(s.ProjectID, s.ID)
	if err != nil {
		return 0, err
	}
	last := 0
	for _, head := range heads {
		content, err := r.ContentAt(s, head.Number)
		if err != nil {
			return 0, err
		}
		if content.Text == words {
			last = max(last, head.Number)
		}
	}
	return last, nil
}

// removed are the ids of all that was in a project and was removed, and of all that was taken back.
func removed(r store.Reader, project study.ID) (gone, undone map[study.ID]bool, err error) {
	gone, undone = map[study.ID]bool{}, map[study.ID]bool{}
	for after := int64(0); ; {
		entries, err := r.Entries(project, after, mostEntries)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range entries {
			after = e.Seq
			for _, c := range e.Changes {
				gone[c.ID], undone[c.ID] = c.After == nil && e.Undoes == 0, c.After == nil && e.Undoes > 0
			}
		}
		if len(entries) < mostEntries {
			return gone, undone, nil
		}
	}
}

// who finds whom the people of the copy are here: members by their ids, else someone who stands
// for the same person since an earlier import, or a new one that nobody can sign in to.
func (m *projectMerge) who(r store.Reader) error {
	members, err := r.Members(m.project)
	if err != nil {
		return err
	}
	names, err := memberNames(r, members)
	if err != nil {
		return err
	}
	m.people, m.joins, m.added = map[study.ID]study.ID{}, nil, nil
	member := func(id study.ID) bool {
		return slices.ContainsFunc(members, func(one study.Member) bool { return one.AccountID == id })
	}
	for _, one := range members { // a copy that was opened on this server has other ids for them
		m.people[refi.Derived("person", string(one.AccountID), names[one.AccountID])] = one.AccountID
	}
	for _, p := range m.copy.held.People {
		if member(p.ID) || p.ID == m.by.Account.ID {
			m.people[p.ID] = p.ID
		}
		if m.people[p.ID] != "" {
			continue
		}
		for _, id := range []study.ID{p.ID, refi.Derived("person", string(p.ID), p.Name)} {
			there, err := r.Account(id)
			added := study.KindOf(err) == study.NotFound
			if added {
				there, err = study.NameOnly(id, p.Name, study.Now()), nil
			}
			if err != nil {
				return err
			}
			if there.Address() != "" || there.Name != p.Name {
				continue
			}
			if m.people[p.ID] = id; added {
				m.added = append(m.added, there)
			}
			if !member(id) {
				m.joins = append(m.joins, there)
			}
			break
		}
	}
	return nil
}

func memberNames(r store.Reader, members []study.Member) (map[study.ID]string, error) {
	var ids []study.ID
	for _, m := range members {
		ids = append(ids, m.AccountID)
	}
	accounts, err := r.Accounts(ids...)
	out := make(map[study.ID]string, len(accounts))
	for _, a := range accounts {
		out[a.ID] = a.Name
	}
	return out, err
}

// alsoRead reads what merging compares beside what other programs know.
func alsoRead(r store.Reader, c *study.ProjectCopy) error {
	for _, read := range []func() error{
		func() (err error) { c.Speakers, err = r.Speakers(c.Project, ""); return err },
		func() (err error) { c.SavedSearches, err = r.SavedSearches(c.Project); return err },
		func() (err error) { c.Reports, err = r.Reports(c.Project); return err },
		func() (err error) { c.Bookmarks, err = r.Bookmarks(c.Project, "", ""); return err },
		func() (err error) { c.Surveys, err = r.Surveys(c.Project); return err },
	} {
		if err := read(); err != nil {
			return err
		}
	}
	for _, s := range c.Surveys {
		list, err := r.Responses(c.Project, s.ID)
		if err != nil {
			return err
		}
		c.Responses = append(c.Responses, list...)
	}
	return nil
}

// leave says what of the copy is not merged.
func (m *projectMerge) leave(ours refi.Held) {
	here := map[study.ID]bool{}
	for _, c := range ours.Carried {
		here[c.ID] = true
	}
	carried := slices.DeleteFunc(slices.Clone(m.copy.held.Carried), func(c study.Carried) bool { return here[c.ID] })
	m.left = nil
	for _, f := range []ExchangeFinding{
		{What: refi.Lost, Text: "Something that other programs show and Selvedge only keeps, such as a picture, stays in the copy.", Count: len(carried)},
		{What: refi.Lost, Text: "A response to a survey that is here too is new or another in the copy. What is here stays: import the newer table.", Count: m.OtherResponses},
	} {
		if f.Count > 0 {
			m.left = append(m.left, f)
		}
	}
}

func (m *projectMerge) report() MergeReport {
	out := MergeReport{Name: m.copy.report.Name, Origin: m.copy.report.Origin, Counts: append([]study.MergeCount{}, m.Counts...), Different: len(m.Differences), Joining: []string{},
		Differences: append([]study.MergeDifference{}, m.Differences[:min(len(m.Differences), mostDifferences)]...), Findings: append([]ExchangeFinding{}, m.left...), Empty: m.Empty()}
	for _, f := range m.copy.report.Findings {
		if f.What != refi.Kept {
			out.Findings = append(out.Findings, f)
		}
	}
	for _, p := range m.joins {
		out.Joining = append(out.Joining, p.Name)
	}
	return out
}
