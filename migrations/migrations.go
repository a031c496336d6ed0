// Package migrations holds the schema: one forward-only set of SQL files that runs
// on SQLite and on PostgreSQL.
package migrations

import "embed"

// Files are the migrations in the order of their names.
//
//go:embed *.sql
var Files embed.FS
