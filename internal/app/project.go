package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// ProjectSummary is a project as its members see it in a list.
type ProjectSummary struct {
	study.Project
	Role    study.Role `json:"role" doc:"The role of whoever asks"`
	Sources int        `json:"sources"`
	Codes   int        `json:"codes"`
	Codings int        `json:"codings"`
}

// Projects lists the projects that the actor is a member of.
func (a *App) Projects(ctx context.Context, by study.Actor) ([]ProjectSummary, error) {
	if _, err := a.Me(ctx, by); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.ProjectsOf(by.Account.ID)
	out := make([]ProjectSummary, 0, len(list))
	for _, m := range list {
		s, e := summary(r, m.Project, m.Role)
		if e != nil {
			return nil, e
		}
		out = append(out, s)
	}
	return out, err
}

// Project gives one project.
func (a *App) Project(ctx context.Context, by study.Actor, id study.ID) (ProjectSummary, error) {
	role, err := a.role(ctx, by, id, study.MayRead)
	if err != nil {
		return ProjectSummary{}, err
	}
	r := a.store.Read(ctx)
	p, err := r.Project(id)
	if err != nil {
		return ProjectSummary{}, err
	}
	return summary(r, p, role)
}

func summary(r store.Reader, p study.Project, role study.Role) (ProjectSummary, error) {
	n, err := r.Totals(p.ID)
	return ProjectSummary{Project: p, Role: role, Sources: n.Sources, Codes: n.Codes, Codings: n.Codings}, err
}

// NewProject is what it takes to begin a project. Template is lancashire, blank or empty.
type NewProject struct {
	Name, Aim, Template string
}

// AddProject begins a project with the actor as its lead.
func (a *App) AddProject(ctx context.Context, by study.Actor, n NewProject) (ProjectSummary, error) {
	if _, err := a.Me(ctx, by); err != nil {
		return ProjectSummary{}, err
	}
	template, err := study.TemplateNamed(n.Template)
	if err != nil {
		return ProjectSummary{}, err
	}
	p := study.Project{ID: study.NewID(), Name: n.Name, Aim: n.Aim, Version: 1, CreatedAt: study.Now()}
	if err := p.Validate(); err != nil {
		return ProjectSummary{}, err
	}
	if err := a.store.Begin(ctx, p, by.Account.ID, func(tx *store.Tx) error { return furnish(tx, p.ID, by.Account.ID, template) }); err != nil {
		return ProjectSummary{}, err
	}
	return a.Project(ctx, by, p.ID)
}

// furnish makes the first lead, the strands, the codebook and the variables of a new project.
func furnish(tx *store.Tx, project, lead study.ID, t study.Template) error {
	if err := join(tx, project, lead, study.Lead); err != nil {
		return err
	}
	for i, s := range t.Strands {
		s.ID, s.Position, s.Version = study.NewID(), i, 1
		if err := tx.Add(s); err != nil {
			return err
		}
	}
	for _, c := range t.Records(lead) {
		if err := tx.Add(c); err != nil {
			return err
		}
	}
	var variables []study.Variable
	for _, v := range t.Variables {
		v = v.New(variables, study.Stamp{Project: project, By: lead, At: tx.Now()})
		variables = append(variables, v)
		if err := tx.Add(v); err != nil {
			return err
		}
	}
	return nil
}

// ProjectChange is what can be changed about a project; nil leaves a field.
type ProjectChange struct{ Name, Aim *string }

// ChangeProject renames a project or rewrites its aim. Seen is the version that was seen, or 0.
func (a *App) ChangeProject(ctx context.Context, by study.Actor, id study.ID, seen int, c ProjectChange) (ProjectSummary, error) {
	if err := a.allow(ctx, by, id, study.MayManage); err != nil {
		return ProjectSummary{}, err
	}
	_, err := a.act(ctx, by, id, "changed the project", func(tx *store.Tx) error {
		before, err := tx.Project(id)
		if err != nil {
			return err
		}
		_, err = edit(tx, before, seen, func(after *study.Project) error {
			set(&after.Name, c.Name)
			set(&after.Aim, c.Aim)
			return after.Validate()
		})
		return err
	})
	if err != nil {
		return ProjectSummary{}, err
	}
	return a.Project(ctx, by, id)
}

// RemoveProject deletes a project with everything in it, for good.
func (a *App) RemoveProject(ctx context.Context, by study.Actor, id study.ID) error {
	if err := a.allow(ctx, by, id, study.MayManage); err != nil {
		return err
	}
	if err := a.store.InTx(ctx, func(tx *store.Tx) error { return tx.DropProject(id) }); err != nil {
		return err
	}
	if err := a.index.Drop(id); err != nil {
		return study.Wrap(err, "remove the index")
	}
	return a.blobs.Drop(ctx, id)
}
