package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type projects struct {
	Export exportProject `cmd:"" help:"Write a project to one file: a .zip is its archive, a .qdpx is for other programs."`
	Import importProject `cmd:"" help:"Make a project of an archive or of a .qdpx."`
}

type exportProject struct {
	as
	File string `arg:"" help:"File to write, such as weavers.zip or weavers.qdpx."`
}

// Run says beside a .qdpx what of the project can't be told in it.
func (c exportProject) Run(w *world) error {
	ending := strings.ToLower(filepath.Ext(c.File))
	if ending != ".zip" && ending != ".qdpx" {
		return study.Errorf(study.Invalid, "Name a file that ends in .zip, for the archive, or in .qdpx, for other programs.")
	}
	return w.with(func(a *app.App) error {
		by, project, err := c.find(w, a)
		if err != nil {
			return err
		}
		write, losses := a.ArchiveProject, []app.ExchangeFinding(nil)
		if ending == ".qdpx" {
			write = a.ExportProject
			if losses, err = a.ExchangeLosses(w, by, project); err != nil {
				return err
			}
		}
		name := ""
		err = writeWhole(c.File, func(to io.Writer) (err error) { name, err = write(w, by, project, to); return err })
		if err != nil {
			return err
		}
		fmt.Fprintf(w.out, "“%s” is in %s\n", name, c.File)
		tellFindings(w, losses)
		return nil
	})
}

// writeWhole writes beside the file first, so that one that was cut off never bears its name.
func writeWhole(name string, write func(to io.Writer) error) error {
	part := name + ".part"
	file, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(part, name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return nil
}

type importProject struct {
	As      string `help:"E-mail address of the account that becomes the project's lead; the oldest account when left out."`
	Preview bool   `help:"Only say what would become of the file."`
	File    string `arg:"" help:"Archive or .qdpx to read." type:"existingfile"`
}

// Run leaves nothing behind when the file can't be read.
func (c importProject) Run(w *world) error {
	return w.with(func(a *app.App) (err error) {
		by, err := a.AccountNamed(w, c.As)
		if err != nil {
			return err
		}
		file, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, file.Close()) }()
		info, err := file.Stat()
		if err != nil {
			return err
		}
		report, says := app.ExchangeReport{}, "would be made"
		if c.Preview {
			report, err = a.PreviewProject(w, by, file, info.Size())
		} else {
			_, report, err = a.ImportProject(w, by, file, info.Size())
			says = "was made"
		}
		if err != nil {
			return err
		}
		made := report.Made
		fmt.Fprintf(w.out, "“%s” %s: %d sources, %d codes, %d codings, %d memos, %d cases\n", report.Name, says, made.Sources, made.Codes, made.Codings, made.Memos, made.Cases)
		tellFindings(w, report.Findings)
		return nil
	})
}

func tellFindings(w *world, list []app.ExchangeFinding) {
	for _, f := range list {
		fmt.Fprintf(w.out, "  %s", f.What)
		if f.Place != "" {
			fmt.Fprintf(w.out, ", %s", f.Place)
		}
		fmt.Fprintf(w.out, ": %s", f.Text)
		if f.Count > 1 {
			fmt.Fprintf(w.out, " (%d times)", f.Count)
		}
		fmt.Fprintln(w.out)
	}
}
