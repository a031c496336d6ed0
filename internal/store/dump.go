package store

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// Tables are all tables of a backup, those that others refer to first. Sessions are left
// out: whoever restores a backup signs in anew.
var Tables = []string{"accounts", "tokens", "projects", "members", "invitations", "strands", "sources", "revisions", "pages", "speakers", "codes", "passages", "reviews", "codings", "memos", "code_sets", "saved_searches", "search_looks", "reports", "bookmarks", "recordings", "variables", "cases", "ties", "surveys", "responses", "pseudonyms", "pseudonym_names", "erasures", "carried", "journal", "journal_asides"}

// heading is the first line of a dumped table; every other line is a row, an array in the
// order of the columns. Times are RFC 3339 in UTC.
type heading struct {
	Columns []string `json:"columns"`
	Times   []bool   `json:"times"`
}

// Dump gives every table as lines of JSON, all of the same moment, while others go on
// writing. It gives the number of rows by table.
func (s *Store) Dump(ctx context.Context, table func(name string, write func(w io.Writer) error) error) (map[string]int, error) {
	return s.dump(ctx, Tables, func(db *gorm.DB, name string) *gorm.DB { return db.Table(name) }, table)
}

// dump gives some tables; rows says which of their rows.
func (s *Store) dump(ctx context.Context, tables []string, rows func(db *gorm.DB, name string) *gorm.DB, table func(name string, write func(w io.Writer) error) error) (map[string]int, error) {
	counts := map[string]int{}
	options := &sql.TxOptions{ReadOnly: true}
	if s.postgres != "" {
		options.Isolation = sql.LevelRepeatableRead
	}
	err := s.read.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		for _, name := range tables {
			err := table(name, func(w io.Writer) (err error) {
				counts[name], err = dumpRows(rows(db, name), w)
				return err
			})
			if err != nil {
				return fmt.Errorf("dump %s: %w", name, err)
			}
		}
		return nil
	}, options)
	return counts, study.Wrap(err, "dump the database")
}

func dumpRows(rows *gorm.DB, w io.Writer) (n int, err error) {
	list, err := rows.Rows()
	if err != nil {
		return 0, err
	}
	defer list.Close()
	types, err := list.ColumnTypes()
	if err != nil {
		return 0, err
	}
	var head heading
	bools := make([]bool, len(types))
	for i, t := range types {
		kind := strings.ToUpper(t.DatabaseTypeName())
		head.Columns, head.Times = append(head.Columns, t.Name()), append(head.Times, strings.HasPrefix(kind, "TIMESTAMP"))
		bools[i] = strings.HasPrefix(kind, "BOOL")
	}
	out := json.NewEncoder(w)
	if err := out.Encode(head); err != nil {
		return 0, err
	}
	for ; list.Next(); n++ {
		row, into := make([]any, len(types)), make([]any, len(types))
		for i := range row {
			into[i] = &row[i]
		}
		if err := list.Scan(into...); err != nil {
			return n, err
		}
		for i, v := range row {
			row[i] = plain(v, bools[i])
		}
		if err := out.Encode(row); err != nil {
			return n, err
		}
	}
	return n, list.Err()
}

// plain is a value that both databases and JSON understand.
func plain(v any, isBool bool) any {
	switch v := v.(type) {
	case time.Time:
		return v.UTC().Format(time.RFC3339Nano)
	case []byte:
		return string(v)
	case int64:
		if isBool {
			return v != 0
		}
	}
	return v
}

// Load fills an empty, migrated database from what Dump gave: all of it or nothing.
func (s *Store) Load(ctx context.Context, open func(table string) (io.ReadCloser, error)) error {
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		var there int64
		if err := db.Table("accounts").Count(&there).Error; err != nil {
			return err
		}
		if there > 0 {
			return study.Errorf(study.Conflict, "This database is not empty. Restore into a new data folder or a new database.")
		}
		for _, name := range Tables {
			if err := loadTable(db, name, open); err != nil {
				return fmt.Errorf("load %s: %w", name, err)
			}
		}
		return nil
	})
	return study.Wrap(err, "restore the database")
}

func loadTable(db *gorm.DB, name string, open func(string) (io.ReadCloser, error)) error {
	file, err := open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the backup is from before there was such a table
	}
	if err != nil {
		return err
	}
	defer file.Close()
	return loadRows(db, name, file, nil)
}

// within are the tables whose rows may stand under others of the same table, with the column
// that names those.
var within = map[string]string{"codes": "parent_id", "cases": "firm_id"}

// Rows are written so many at once, and no more bytes than these.
const (
	loadedAtOnce = 200
	bytesAtOnce  = 4 << 20
)

// loadRows writes the rows of a table as they come; check may refuse the columns or a row.
func loadRows(db *gorm.DB, name string, file io.Reader, check func(columns []string, row map[string]any) error) error {
	in := json.NewDecoder(bufio.NewReaderSize(file, 1<<20))
	in.UseNumber()
	var head heading
	if err := in.Decode(&head); err != nil {
		return err
	}
	var list []map[string]any
	since := in.InputOffset()
	for {
		var row []any
		if err := in.Decode(&row); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		named, err := head.name(row)
		if err == nil && check != nil {
			err = check(head.Columns, named)
		}
		if err != nil {
			return err
		}
		list = append(list, named)
		if within[name] == "" && (len(list) == loadedAtOnce || in.InputOffset()-since > bytesAtOnce) {
			if err := db.Table(name).Create(list).Error; err != nil {
				return err
			}
			list, since = list[:0], in.InputOffset()
		}
	}
	return createInOrder(db, name, list)
}

// createInOrder writes rows, each after the one that it stands under.
func createInOrder(db *gorm.DB, name string, list []map[string]any) (err error) {
	if within[name] != "" {
		if list, err = parentsFirst(list, within[name]); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(list, loadedAtOnce) {
		if err := db.Table(name).Create(some).Error; err != nil {
			return err
		}
	}
	return nil
}

func (h heading) name(row []any) (map[string]any, error) {
	if len(row) != len(h.Columns) || len(row) != len(h.Times) {
		return nil, errors.New("a row has not as many values as there are columns")
	}
	out := make(map[string]any, len(row))
	for i, v := range row {
		switch v := v.(type) {
		case json.Number:
			n, err := v.Int64()
			if err != nil {
				return nil, err
			}
			out[h.Columns[i]] = n
		case string:
			if !h.Times[i] {
				out[h.Columns[i]] = v
				continue
			}
			at, err := time.Parse(time.RFC3339Nano, v)
			if err != nil {
				return nil, err
			}
			out[h.Columns[i]] = at.UTC()
		default:
			out[h.Columns[i]] = v
		}
	}
	return out, nil
}

// parentsFirst orders rows so that each comes after the row of the same table that it names.
func parentsFirst(list []map[string]any, parent string) ([]map[string]any, error) {
	out, placed := make([]map[string]any, 0, len(list)), map[any]bool{nil: true}
	for len(out) < len(list) {
		before := len(out)
		for _, row := range list {
			if !placed[row["id"]] && placed[row[parent]] {
				placed[row["id"]] = true
				out = append(out, row)
			}
		}
		if len(out) == before {
			return nil, errors.New("rows stand under each other, or under one that is not there")
		}
	}
	return out, nil
}
