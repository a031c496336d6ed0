package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

type importing struct {
	as
	Strand       string            `help:"Strand, by name or id; when left out, the one that a file's folder or name tells."`
	Moderator    []string          `help:"Label that is a moderator in all files, as INT or INT=\"Amira Osei\"." placeholder:"LABEL[=NAME]" sep:"none"`
	Charset      string            `help:"Character set of plain text, as windows-1252; found out when left out."`
	Language     string            `help:"Language of the files that don't say it, as en or de."`
	Password     string            `help:"Password that opens protected files among them; better given in a file."`
	PasswordFile string            `help:"File whose first line is that password." type:"existingfile"`
	Table        map[string]string `help:"How tables are read: each=turn|answer|source,text=C,speaker=B,title=A,time=D,header=1,sheet=NAME." mapsep:"," placeholder:"KEY=VALUE,…"`
	Again        bool              `help:"Import also what is in the project already."`
	Recording    bool              `help:"Attach recordings to the transcripts of the same name beside them."`
	Paths        []string          `arg:"" name:"path" help:"Files, folders and zip archives to import."`
}

// Run imports file by file: one that can't be read says why, and the others go on.
func (c importing) Run(w *world) error {
	options, err := c.options()
	if err != nil {
		return err
	}
	return w.with(func(a *app.App) error {
		by, project, err := c.find(w, a)
		if err != nil {
			return err
		}
		into, err := c.strands(w, a, by, project)
		if err != nil {
			return err
		}
		run := &importRun{world: w, app: a, by: by, project: project, wish: c, options: options, strands: into}
		files := gathering{take: run.take, refuse: run.refuse}
		for _, name := range c.Paths {
			err = errors.Join(err, files.walk(name))
		}
		return errors.Join(err, run.finish(), files.Close())
	})
}

func (c importing) options() (o ingest.Options, err error) {
	o.Charset, o.Password = c.Charset, c.Password
	if c.PasswordFile != "" {
		file, err := os.ReadFile(c.PasswordFile)
		if err != nil {
			return o, err
		}
		first, _, _ := strings.Cut(string(file), "\n")
		o.Password = strings.TrimSuffix(first, "\r")
	}
	for _, who := range c.Moderator {
		label, name, called := strings.Cut(who, "=")
		if !called {
			name = label
		}
		o.Speakers = append(o.Speakers, ingest.SpeakerRule{Label: label, Name: name, Moderator: true})
	}
	if c.Table != nil {
		o.Table, err = tableRule(c.Table)
	}
	return o, err
}

// strands are where files may go: the one that was named, or all that their names may tell.
func (c importing) strands(w *world, a *app.App, by study.Actor, project study.ID) ([]study.Strand, error) {
	list, err := a.Strands(w, by, project)
	if err != nil || c.Strand == "" {
		return list, err
	}
	id, err := strandNamed(w, a, by, project, c.Strand)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(list, func(s study.Strand) bool { return s.ID != id }), nil
}

// importRun is one call of the command.
type importRun struct {
	*world
	app        *app.App
	by         study.Actor
	project    study.ID
	wish       importing
	options    ingest.Options
	strands    []study.Strand
	recordings []importable          // kept until the transcripts are in
	sources    map[string][]study.ID // by what a recording of theirs would be called
	done, bad  int                   // files
}

func (r *importRun) take(one importable) {
	if study.IsRecording(one.name) {
		r.recordings = append(r.recordings, one)
		return
	}
	if err := r.bring(one); err != nil {
		r.refuse(one.name, err)
	}
}

func (r *importRun) refuse(name string, err error) {
	r.bad++
	fmt.Fprintf(r.out, "%s: %s\n", name, explain(err))
}

// bring makes a source of a file, and prints what it became.
func (r *importRun) bring(one importable) error {
	data, err := one.read()
	if err != nil {
		return err
	}
	if left, err := r.isHere(one.name, data); left || err != nil {
		return err
	}
	strand, err := r.strandOf(one.name)
	if err != nil {
		return err
	}
	source, report, err := r.app.Import(r, r.by, r.project, app.Upload{Name: path.Base(one.name), Data: data, Strand: strand, Language: r.wish.Language, Options: r.options})
	if err != nil {
		return err
	}
	r.done++
	r.noteSource(one.name, source.ID)
	fmt.Fprintf(r.out, "%s: %s, %d words, %d turns, speakers: %s", one.name, source.Format, report.Words, report.Turns, strings.Join(report.Speakers, ", "))
	if n := len(report.Others); n > 0 {
		fmt.Fprintf(r.out, "; %d sources", n+1)
	}
	fmt.Fprintln(r.out)
	for _, warning := range report.Warnings {
		fmt.Fprintln(r.out, "  "+warning)
	}
	return nil
}

// isHere leaves out what is in the project already, unless that is wished.
func (r *importRun) isHere(name string, data []byte) (bool, error) {
	twins, err := r.app.Twins(r, r.by, r.project, data)
	if err != nil || len(twins) == 0 {
		return false, err
	}
	r.noteSource(name, twins[0].ID)
	if !r.wish.Again {
		fmt.Fprintf(r.out, "%s: left out, the same file is here already as “%s”\n", name, twins[0].Title)
	}
	return !r.wish.Again, nil
}

func (r *importRun) strandOf(name string) (study.ID, error) {
	if r.wish.Strand != "" {
		return r.strands[0].ID, nil
	}
	if found := app.StrandOf(name, r.strands); found != nil {
		return found.ID, nil
	}
	return "", study.Errorf(study.Invalid, "Neither its folder nor its name tells a strand: name one with --strand.")
}

func (r *importRun) noteSource(name string, id study.ID) {
	if r.sources == nil {
		r.sources = map[string][]study.ID{}
	}
	r.sources[stem(name)] = append(r.sources[stem(name)], id)
}

// finish attaches recordings, and fails when a file was refused.
func (r *importRun) finish() error {
	for _, one := range r.recordings {
		if !r.wish.Recording {
			fmt.Fprintf(r.out, "%s: left out, a recording; --recording attaches it to the transcript of the same name\n", one.name)
			continue
		}
		if err := r.attach(one); err != nil {
			r.refuse(one.name, err)
		}
	}
	if r.bad > 0 {
		return fmt.Errorf("%d of %d files were not imported", r.bad, r.done+r.bad)
	}
	return nil
}

func (r *importRun) attach(one importable) (err error) {
	sources := r.sources[stem(one.name)]
	if len(sources) == 0 {
		return study.Errorf(study.Invalid, "A recording without a transcript of its name beside it.")
	}
	file, err := one.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	recording, _, err := r.app.PutRecording(r, r.by, r.project, sources[len(sources)-1], path.Base(one.name), file)
	if err == nil {
		r.done++
		fmt.Fprintf(r.out, "%s: attached, %s\n", one.name, study.Bytes(recording.Size))
	}
	return err
}

// stem is what a transcript and its recording have in common.
func stem(name string) string { return strings.ToLower(strings.TrimSuffix(name, path.Ext(name))) }

// read takes a file into memory if it is no larger than a file may be.
func (one importable) read() (data []byte, err error) {
	if one.size > ingest.MaxFile {
		return nil, study.Errorf(study.TooLarge, "The file is larger than %d MB: split it and add the parts.", ingest.MaxFile>>20)
	}
	file, err := one.open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return io.ReadAll(io.LimitReader(file, ingest.MaxFile+1))
}
