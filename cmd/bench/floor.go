package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// scan is what a plain look through all texts takes: lower-cased, word by word.
func scan(texts []text, times int) time.Duration {
	began := time.Now()
	found := 0
	for range times {
		for _, one := range texts {
			found += strings.Count(strings.ToLower(string(one.data)), "barriers to growth")
		}
	}
	if found == 0 {
		return 0
	}
	return time.Since(began)
}

// bareInsert is what one row with its journal entry takes without HTTP, sessions,
// permissions or rules, on SQLite with the same settings.
func bareInsert(n int) (out times, err error) {
	err = onFloor(func(ctx context.Context, s *store.Store, p study.Project, who study.ID) error {
		out, err = timed(n, func(i int) error {
			_, err := s.Act(ctx, store.Action{Project: p.ID, Actor: who, Verb: "coded"}, func(tx *store.Tx) error { return tx.Add(code(i + 1)) })
			return err
		})
		return err
	})
	return out, err
}

// bareCases is what so many cases take, written in one transaction with one journal entry and
// nothing else: a third of the rows that an import of as many respondents writes.
func bareCases(n int) (took time.Duration, err error) {
	err = onFloor(func(ctx context.Context, s *store.Store, p study.Project, who study.ID) error {
		list := make([]study.Record, n)
		for i := range list {
			list[i] = study.Case{ProjectID: p.ID, ID: study.NewID(), Name: "A row", Sort: study.Firm, KeyText: fmt.Sprint(i), CreatedBy: who, CreatedAt: study.Now(), Version: 1}
		}
		began := time.Now()
		_, err := s.Act(ctx, store.Action{Project: p.ID, Actor: who, Verb: "imported"}, func(tx *store.Tx) error { return tx.AddAll(list) })
		took = time.Since(began)
		return err
	})
	return took, err
}

// onFloor does something with a project of a new SQLite.
func onFloor(do func(ctx context.Context, s *store.Store, p study.Project, who study.ID) error) error {
	folder, err := os.MkdirTemp("", "selvedge-floor")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	s, err := store.Open(ctx, store.Options{Folder: folder})
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.Migrate(ctx); err != nil {
		return err
	}
	who := study.Account{ID: study.NewID(), Email: "a@example.org", Name: "A", CreatedAt: study.Now()}
	if err := s.InTx(ctx, func(tx *store.Tx) error { return tx.AddAccount(who) }); err != nil {
		return err
	}
	p := study.Project{ID: study.NewID(), Name: "Floor", Version: 1, CreatedAt: study.Now()}
	if err := s.Begin(ctx, p, who.ID, func(tx *store.Tx) error { return tx.Add(code(0)) }); err != nil {
		return err
	}
	return do(ctx, s, p, who.ID)
}

func code(i int) study.Code {
	return study.Code{ID: study.NewID(), Position: i, Name: "A row", Color: "madder", Codable: true, CreatedAt: study.Now(), Version: 1}
}

// download reads an answer to its end and throws it away.
func (s *server) download(path string) error {
	answer, err := s.http.Get(s.url + path)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", path, answer.Status)
	}
	return err
}
