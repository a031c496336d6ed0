package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/selvedge/selvedge/internal/study"
	"github.com/selvedge/selvedge/migrations"
)

// Migrate brings the schema to what this program knows. Several processes may start
// at once: one migrates and the others wait or go on behind it. A database that a newer
// program has migrated is refused.
func (s *Store) Migrate(ctx context.Context) error {
	provider, err := s.migrator()
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	at, known, err := age(ctx, provider)
	if err != nil {
		return err
	}
	if err := s.up(ctx, provider, at); err != nil {
		return fmt.Errorf("migrate to schema %d: %w", known, err)
	}
	return nil
}

// up migrates on from schema at. goose has no lock for SQLite: a process that loses the
// race for a migration fails whole, and goes on behind the one that won.
func (s *Store) up(ctx context.Context, provider *goose.Provider, at int64) error {
	_, failed := provider.Up(ctx)
	if failed == nil || s.postgres != "" {
		return failed
	}
	now, err := provider.GetDBVersion(ctx)
	if err != nil || now <= at {
		return errors.Join(failed, err)
	}
	return s.up(ctx, provider, now)
}

func age(ctx context.Context, provider *goose.Provider) (at, known int64, err error) {
	for _, source := range provider.ListSources() {
		known = max(known, source.Version)
	}
	at, err = provider.GetDBVersion(ctx)
	if err != nil {
		return at, known, fmt.Errorf("read the schema's version: %w", err)
	}
	if at > known {
		return at, known, study.Errorf(study.Conflict, "This database was made by a newer Selvedge (schema %d, this program knows %d). Start that version, or restore a backup.", at, known)
	}
	return at, known, nil
}

func (s *Store) migrator() (*goose.Provider, error) {
	pool, err := s.write.DB()
	if err != nil {
		return nil, err
	}
	if s.postgres == "" {
		return goose.NewProvider(goose.DialectSQLite3, pool, migrations.Files)
	}
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 120))
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, pool, migrations.Files, goose.WithSessionLocker(locker))
}
