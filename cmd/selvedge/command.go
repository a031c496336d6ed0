package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
	"github.com/selvedge/selvedge/internal/web"
)

type migrate struct{}

func (migrate) Run(w *world) error {
	s, err := w.openStore(w)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out, "The database is up to date.")
	return s.Close()
}

type user struct {
	Add      addUser     `cmd:"" help:"Make an account."`
	Password newPassword `cmd:"" help:"Set an account's password anew and end its sessions."`
}

type addUser struct {
	Email    string `arg:"" help:"E-mail address to sign in with."`
	Name     string `help:"Name that colleagues see." required:""`
	Password string `env:"SELVEDGE_PASSWORD" help:"Password; better given in SELVEDGE_PASSWORD." required:""`
	Admin    bool   `help:"May make accounts."`
}

func (u addUser) Run(w *world) error {
	return w.with(func(a *app.App) error {
		account, err := a.AddAccount(w, app.NewAccount{Email: u.Email, Name: u.Name, Password: u.Password, Admin: u.Admin})
		if err == nil {
			fmt.Fprintln(w.out, "Made the account "+account.Email)
		}
		return err
	})
}

type newPassword struct {
	Email    string `arg:"" help:"E-mail address of the account."`
	Password string `env:"SELVEDGE_PASSWORD" help:"New password; better given in SELVEDGE_PASSWORD." required:""`
}

func (n newPassword) Run(w *world) error {
	return w.with(func(a *app.App) error {
		err := a.SetPassword(w, n.Email, n.Password)
		if err == nil {
			fmt.Fprintln(w.out, "Set a new password for "+n.Email)
		}
		return err
	})
}

// with runs a command on the data folder of a server that may be running.
func (w *world) with(do func(a *app.App) error) (err error) {
	o, err := w.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	return do(o.App)
}

// as is the part of a command that names who acts, and where.
type as struct {
	Project string `help:"Project, by name or id; may be left out when there is one." short:"p"`
	As      string `help:"E-mail address of the account that acts; the oldest account when left out."`
}

func (c as) find(w *world, a *app.App) (by study.Actor, project study.ID, err error) {
	if by, err = a.AccountNamed(w, c.As); err != nil {
		return by, "", err
	}
	list, err := a.Projects(w, by)
	if err != nil {
		return by, "", err
	}
	for _, p := range list {
		if c.Project == "" && len(list) == 1 || strings.EqualFold(p.Name, c.Project) || string(p.ID) == c.Project {
			return by, p.ID, nil
		}
	}
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = "“" + p.Name + "”"
	}
	return by, "", study.Errorf(study.NotFound, "Name a project of %s with --project: %s.", by.Account.Email, strings.Join(names, ", "))
}

func strandNamed(w *world, a *app.App, by study.Actor, project study.ID, name string) (study.ID, error) {
	list, err := a.Strands(w, by, project)
	if err != nil {
		return "", err
	}
	for _, s := range list {
		if strings.EqualFold(s.Name, name) || string(s.ID) == name {
			return s.ID, nil
		}
	}
	return "", study.Errorf(study.NotFound, "There is no strand “%s” in this project.", name)
}

type searching struct {
	as
	Query string `arg:"" help:"What to look for."`
	Limit int    `default:"50" help:"Most hits to print."`
}

func (c searching) Run(w *world) error {
	return w.with(func(a *app.App) error {
		by, project, err := c.find(w, a)
		if err != nil {
			return err
		}
		result, err := a.Search(w, by, project, study.SearchQuery{Text: c.Query, Limit: c.Limit})
		if err != nil {
			return err
		}
		sources, err := a.Sources(w, by, project, study.Filter{})
		if err != nil {
			return err
		}
		titles := map[study.ID]string{}
		for _, s := range sources {
			titles[s.ID] = s.Title
		}
		fmt.Fprintf(w.out, "%d turns\n", result.Total)
		for _, h := range result.Hits {
			fmt.Fprintf(w.out, "\n%s, turn %d  %s\n%s\n", titles[h.Source], h.Turn+1, h.Speaker, h.Text)
		}
		return nil
	})
}

type exporting struct {
	as
	Format string   `help:"docx, xlsx, csv or html; by the file's ending when left out."`
	Code   []string `help:"Only these codes, by name, with those under them."`
	Strand []string `help:"Only these strands, by name."`
	File   string   `arg:"" help:"File to write; - for standard output."`
}

func (c exporting) Run(w *world) error {
	wanted := c.Format
	if wanted == "" {
		wanted = strings.TrimPrefix(filepath.Ext(c.File), ".")
	}
	at := slices.IndexFunc(publish.Formats, func(f publish.Format[publish.Report]) bool { return f.Extension == strings.ToLower(wanted) })
	if at < 0 {
		return study.Errorf(study.Invalid, "Choose --format docx, xlsx, csv or html.")
	}
	return w.with(func(a *app.App) error {
		by, project, err := c.find(w, a)
		if err != nil {
			return err
		}
		filter, err := c.filter(w, a, by, project)
		if err != nil {
			return err
		}
		report, err := a.Report(w, by, project, filter)
		if err != nil {
			return err
		}
		return c.write(w, publish.Formats[at], report)
	})
}

func (c exporting) write(w *world, f publish.Format[publish.Report], report publish.Report) (err error) {
	if c.File == "-" {
		return f.Write(w.out, report)
	}
	file, err := os.Create(c.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := f.Write(file, report); err != nil {
		return err
	}
	fmt.Fprintf(w.out, "%d excerpts written to %s\n", len(report.Excerpts), c.File)
	return nil
}

func (c exporting) filter(w *world, a *app.App, by study.Actor, project study.ID) (f study.Filter, err error) {
	codes, err := a.Codes(w, by, project)
	if err != nil {
		return f, err
	}
	for _, name := range c.Code {
		i := slices.IndexFunc(codes, func(one app.CountedCode) bool { return strings.EqualFold(one.Name, name) })
		if i < 0 {
			return f, study.Errorf(study.NotFound, "There is no code “%s” in this project.", name)
		}
		f.Codes = append(f.Codes, codes[i].ID)
	}
	for _, name := range c.Strand {
		id, err := strandNamed(w, a, by, project, name)
		if err != nil {
			return f, err
		}
		f.Strands = append(f.Strands, id)
	}
	return f, nil
}

type backingUp struct {
	File string `arg:"" help:"File to write, such as selvedge.tar.gz."`
}

func (b backingUp) Run(w *world) error {
	return w.with(func(a *app.App) error {
		if err := writeWhole(b.File, func(to io.Writer) error { return a.Backup(w, to) }); err != nil {
			return err
		}
		fmt.Fprintln(w.out, "Everything is in "+b.File)
		return nil
	})
}

type restoring struct {
	File string `arg:"" help:"Backup to restore." type:"existingfile"`
}

func (r restoring) Run(w *world) error {
	return w.with(func(a *app.App) error {
		file, err := os.Open(r.File)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := a.Restore(w, file); err != nil {
			return err
		}
		fmt.Fprintln(w.out, "Restored. Start the server; everyone signs in anew.")
		return nil
	})
}

type reindexing struct{}

// Run removes the server's index; it is built anew at the next search, at once when the
// server is running.
func (reindexing) Run(w *world) error {
	if err := os.RemoveAll(filepath.Join(w.Data, "index")); err != nil {
		return err
	}
	return w.with(func(a *app.App) error {
		projects, err := a.ProjectIDs(w)
		if err != nil {
			return err
		}
		for _, p := range projects {
			if err := a.Reindex(w, p); err != nil {
				return err
			}
		}
		fmt.Fprintf(w.out, "Indexed %d projects.\n", len(projects))
		return nil
	})
}

type showing struct{}

func (showing) Run(w *world) error {
	fmt.Fprint(w.out, w.Config.String())
	return nil
}

type health struct{}

// Run fails unless the server at the configured address is ready.
func (health) Run(w *world) error {
	host, port, err := net.SplitHostPort(w.Addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || ip.IsUnspecified() {
		host = "127.0.0.1" // it listens on all addresses
	}
	ctx, done := context.WithTimeout(w, 5*time.Second)
	defer done()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	if err := answer.Body.Close(); err != nil || answer.StatusCode != http.StatusOK {
		return errors.Join(err, fmt.Errorf("the server is not ready: %s", answer.Status))
	}
	fmt.Fprintln(w.out, "The server is ready.")
	return nil
}

type describing struct{}

func (describing) Run(w *world) error {
	text, err := web.Description(version)
	if err == nil {
		_, err = w.out.Write(append(text, '\n'))
	}
	return err
}

type versioning struct{}

func (versioning) Run(w *world) error {
	fmt.Fprintln(w.out, version)
	return nil
}
