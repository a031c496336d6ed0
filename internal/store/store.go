// Package store keeps a study in rows: GORM over SQLite or PostgreSQL, with one
// migration set, transactions that write the journal, and the news of it.
package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/selvedge/selvedge/internal/study"
)

// Options say where the rows are. URL is a postgres:// address; when it is empty,
// the database is selvedge.db in Folder.
type Options struct {
	URL    string
	Folder string
}

// Store is an open database. It is safe for concurrent use.
type Store struct {
	write    *gorm.DB // SQLite: one connection; PostgreSQL: the pool
	read     *gorm.DB // SQLite: four connections that can't write
	postgres string   // the address, empty on SQLite
	news     *news
	contents *contents
	queue    queue
}

// Open opens the database without migrating it.
func Open(ctx context.Context, o Options) (*Store, error) {
	s := &Store{postgres: o.URL, contents: newContents()}
	var err error
	if o.URL != "" {
		err = s.openPostgres(o.URL)
	} else {
		err = s.openSQLite(o.Folder)
	}
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	s.news = newNews(s)
	return s, nil
}

func config() *gorm.Config {
	return &gorm.Config{Logger: logger.Discard, SkipDefaultTransaction: true, TranslateError: true, NowFunc: study.Now}
}

func (s *Store) openPostgres(url string) error {
	if !strings.HasPrefix(url, "postgres://") && !strings.HasPrefix(url, "postgresql://") {
		return errors.New("the database address must begin with postgres://")
	}
	db, err := gorm.Open(postgres.Open(url), config())
	if err != nil {
		return err
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(16)
	pool.SetMaxIdleConns(16)
	s.write, s.read = db, db
	return nil
}

func (s *Store) openSQLite(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file := filepath.Join(folder, "selvedge.db")
	var err error
	if s.write, err = openSQLite(file, 1, ""); err != nil {
		return err
	}
	s.read, err = openSQLite(file, 4, "&_pragma=query_only(1)")
	return err
}

// Close ends the news and closes the database.
func (s *Store) Close() error {
	s.news.close()
	errs := []error{closePool(s.write)}
	if s.read != s.write {
		errs = append(errs, closePool(s.read))
	}
	return errors.Join(errs...)
}

func closePool(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// Ping says whether the database answers and has been migrated.
func (s *Store) Ping(ctx context.Context) error {
	var n int64
	return s.read.WithContext(ctx).Table("projects").Limit(1).Count(&n).Error
}

// fail translates what a driver says into what the house says.
func fail(err error, doing string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, gorm.ErrRecordNotFound):
		return study.Errorf(study.NotFound, "It is not there any more.")
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return study.Errorf(study.Conflict, "It is there already.")
	case errors.Is(err, gorm.ErrForeignKeyViolated):
		return study.Errorf(study.Conflict, "It belongs to something that is not there any more.")
	}
	return study.Wrap(err, doing)
}
