package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

// importable is a file on the disk or in a zip. Its name has slashes between folders.
type importable struct {
	name string
	size int64 // bytes
	open func() (io.ReadCloser, error)
}

// gathering walks through files, folders and zips, in the order of names.
type gathering struct {
	take     func(importable)
	refuse   func(name string, err error)
	archives []*os.File // open, since what is in them may be read later
}

func (g *gathering) Close() (err error) {
	for _, one := range g.archives {
		err = errors.Join(err, one.Close())
	}
	return err
}

// walk gives a file itself, and all that lies in a folder or a zip but what is hidden there.
func (g *gathering) walk(name string) error {
	return filepath.WalkDir(name, func(found string, entry fs.DirEntry, err error) error {
		if err != nil {
			g.refuse(found, err)
			return skip(entry)
		}
		if inside, err := filepath.Rel(name, found); err != nil || inside != "." && ingest.Hidden(inside) {
			return errors.Join(err, skip(entry))
		}
		if err := g.one(found); err != nil {
			g.refuse(found, err)
		}
		return nil
	})
}

// skip goes on beside a folder or a file.
func skip(entry fs.DirEntry) error {
	if entry != nil && entry.IsDir() {
		return filepath.SkipDir
	}
	return nil
}

func (g *gathering) one(found string) error {
	info, err := os.Stat(found)
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	if strings.EqualFold(filepath.Ext(found), ".zip") {
		return g.bundle(found, info.Size())
	}
	g.take(importable{filepath.ToSlash(found), info.Size(), func() (io.ReadCloser, error) { return os.Open(found) }})
	return nil
}

func (g *gathering) bundle(archive string, size int64) error {
	file, err := os.Open(archive)
	if err != nil {
		return err
	}
	g.archives = append(g.archives, file)
	list, err := ingest.OpenBundle(file, size)
	if err != nil {
		return err
	}
	for _, one := range list {
		g.take(importable{path.Join(filepath.ToSlash(archive), one.Name), one.Size, one.Open})
	}
	return nil
}

// tableRule reads how tables are to be read, their columns by the letters of spreadsheets.
func tableRule(given map[string]string) (*ingest.TableRule, error) {
	rule := ingest.TableRule{Header: 1, Each: ingest.RowTurn}
	for key, value := range given {
		var err error
		switch key {
		case "each":
			rule.Each = value
		case "sheet":
			rule.Sheet = value
		case "header":
			rule.Header, err = strconv.Atoi(value)
		case "text", "speaker", "title", "time":
			err = setColumn(&rule, key, value)
		default:
			err = strconv.ErrSyntax
		}
		if err != nil {
			return nil, study.Errorf(study.Invalid, "--table doesn't know “%s=%s”: it takes each, text, speaker, title, time with letters of columns, header with a number, and sheet.", key, value)
		}
	}
	if given["text"] == "" {
		return nil, study.Errorf(study.Invalid, "--table must say the column of the text, as text=C.")
	}
	return &rule, nil
}

func setColumn(rule *ingest.TableRule, key, letters string) error {
	column, err := ingest.Column(letters)
	if err != nil {
		return err
	}
	switch key {
	case "text":
		rule.Text = column
	case "speaker":
		rule.Speaker = &column
	case "title":
		rule.Title = &column
	case "time":
		rule.Time = &column
	}
	return nil
}
