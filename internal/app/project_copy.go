package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// projectCopy is a copy of a project that was opened beside the house, in a database and files of
// its own that are thrown away: so every file that becomes a project can be merged too, and nothing
// of it is here before it is wanted.
type projectCopy struct {
	*App
	by      study.Actor
	folder  string
	project study.ID
	report  ExchangeReport
	held    refi.Held
}

// openCopy reads a file as the project that it holds.
func (a *App) openCopy(ctx context.Context, by study.Actor, file io.ReaderAt, size int64) (c *projectCopy, err error) {
	c = &projectCopy{by: by}
	if c.folder, err = os.MkdirTemp("", "selvedge-copy"); err != nil {
		return nil, study.Wrap(err, "make a temporary folder")
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.close())
		}
	}()
	s, err := store.Open(ctx, store.Options{Folder: c.folder})
	if err != nil {
		return nil, err
	}
	blobs, err := store.OpenBlobs(filepath.Join(c.folder, "files"))
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	c.App = unfollowing(s, blobs, filepath.Join(c.folder, "index"), slog.New(slog.DiscardHandler))
	c.imports, c.MaxRecording = a.imports, a.MaxRecording
	if err := s.Migrate(ctx); err != nil {
		return nil, err
	}
	account := by.Account
	account.PasswordHash = "" // nobody signs in there
	if err := s.InTx(ctx, func(tx *store.Tx) error { return tx.AddAccount(account) }); err != nil {
		return nil, err
	}
	p, report, err := c.ImportProject(ctx, by, file, size)
	c.project, c.report = p.ID, report
	return c, err
}

// close throws it away.
func (c *projectCopy) close() error {
	var err error
	if c.App != nil {
		c.App.Close()
		err = errors.Join(c.store.Close(), c.blobs.Close())
	}
	return errors.Join(err, os.RemoveAll(c.folder))
}

// read reads what the copy holds, after names that have pseudonyms here were replaced in it: in
// texts that are not here as they are, and in everything else.
func (c *projectCopy) read(ctx context.Context, ours refi.Held, pseudonyms []study.Named) (err error) {
	if c.held, err = c.App.held(c.store.Read(ctx), c.project, study.Lead); err != nil || len(pseudonyms) == 0 {
		return err
	}
	known, err := c.Pseudonyms(ctx, c.by, c.project)
	if err != nil {
		return err
	}
	for _, p := range pseudonyms {
		if slices.ContainsFunc(known, func(k study.Named) bool { return study.Fold(k.Name) == study.Fold(p.Name) }) {
			continue
		}
		if _, _, err := c.AddPseudonym(ctx, c.by, c.project, p.Name, p.Pseudonym.Pseudonym); err != nil {
			return err
		}
	}
	if _, err := c.ApplyPseudonyms(ctx, c.by, c.project, Replacing{Sources: c.unlike(ours)}); err != nil {
		return err
	}
	c.held, err = c.App.held(c.store.Read(ctx), c.project, study.Lead)
	return err
}

// unlike are the sources of the copy whose words are not here.
func (c *projectCopy) unlike(ours refi.Held) study.IDs {
	here, theirs := copyOf(ours), copyOf(c.held)
	which := study.MergedSources(here, theirs)
	out := study.IDs{c.project} // no source: an empty list would stand for all
	for _, s := range theirs.Sources {
		if here.Words[which[s.ID]] != theirs.Words[s.ID] {
			out = append(out, s.ID)
		}
	}
	return out
}

// copyOf gives what merging compares.
func copyOf(h refi.Held) study.ProjectCopy {
	c := study.ProjectCopy{Project: h.Project.ID, Strands: h.Strands, Codes: h.Codes, CodeSets: h.CodeSets, Variables: h.Variables, Cases: h.Cases, Ties: h.Ties,
		Passages: h.Passages, Codings: h.Codings, Memos: h.Memos, Words: map[study.ID]string{}}
	for _, s := range h.Sources {
		sum := sha256.Sum256([]byte(s.Text))
		c.Sources, c.Words[s.ID] = append(c.Sources, s.Source), hex.EncodeToString(sum[:])
	}
	return c
}
