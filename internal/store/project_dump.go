package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"gorm.io/gorm"

	"github.com/selvedge/selvedge/internal/study"
)

// ProjectTables are the tables of one project, those that others refer to first. How people sign
// in, who is invited, and what each has looked at stay behind.
var ProjectTables = slices.DeleteFunc(slices.Clone(Tables), func(name string) bool {
	return slices.Contains([]string{"accounts", "tokens", "invitations", "search_looks"}, name)
})

// DumpProject gives every table of a project as lines of JSON, and as the table accounts the ids
// and names of all who did something in it; all of the same moment, while others go on writing.
// It gives the number of rows by table.
func (s *Store) DumpProject(ctx context.Context, project study.ID, table func(name string, write func(w io.Writer) error) error) (map[string]int, error) {
	return s.dump(ctx, append([]string{"accounts"}, ProjectTables...), func(db *gorm.DB, name string) *gorm.DB {
		switch name {
		case "accounts":
			return db.Raw(`SELECT id, name FROM accounts WHERE id IN (SELECT account_id FROM members WHERE project_id = @p UNION SELECT actor_id FROM journal WHERE project_id = @p
				UNION SELECT coder_id FROM codings WHERE project_id = @p UNION SELECT author_id FROM memos WHERE project_id = @p) ORDER BY id`, map[string]any{"p": project})
		case "projects":
			return db.Table(name).Where("id = ?", project)
		}
		return db.Table(name).Where("project_id = ?", project)
	}, table)
}

// Loading is a project that comes in as DumpProject gave it.
type Loading struct {
	Project  study.ID
	Accounts []study.Account // that are not there yet
	Open     func(table string) (io.ReadCloser, error)
}

// LoadProject writes a project, and then what fn does about it, which may refuse it: all of it or
// nothing. What doesn't fit is Invalid and says where.
func (s *Store) LoadProject(ctx context.Context, l Loading, by study.ID, fn func(tx *Tx) error) error {
	defer s.queue.enter(l.Project)()
	seq := int64(0)
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		for _, account := range l.Accounts {
			if err := db.Table("accounts").Create(&account).Error; err != nil {
				return err
			}
		}
		for _, name := range ProjectTables {
			if err := l.table(ctx, db, name); err != nil {
				return err
			}
		}
		tx := &Tx{Reader: Reader{db: db, contents: newContents(), uncommitted: true}, project: l.Project, actor: by, now: study.Now()}
		err := fn(tx)
		if err == nil && len(tx.changes) > 0 {
			entry := study.Entry{ProjectID: l.Project, ActorID: by, Verb: "opened the archive", At: tx.now, Changes: tx.changes}
			if entry.Seq, err = nextSeq(db, l.Project); err == nil {
				err = writeEntry(db, &entry)
			}
		}
		if err == nil {
			seq, err = tx.Seq(l.Project)
		}
		return err
	})
	if err == nil {
		s.news.tell(l.Project, seq)
	}
	return study.Wrap(err, "open the archive")
}

// table writes the rows of a table, if they are of the project and of columns that are there.
func (l Loading) table(ctx context.Context, db *gorm.DB, name string) error {
	file, err := l.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	known, err := columnsOf(db, name)
	if err != nil {
		return err
	}
	key, row := "project_id", 0
	if name == "projects" {
		key = "id"
	}
	err = loadRows(db, name, file, func(columns []string, values map[string]any) error {
		if row++; row == 1 && slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(known, c) }) {
			return errors.New("it has columns of a newer version")
		}
		if values[key] != string(l.Project) || name == "projects" && row > 1 {
			return errors.New("it is of another project")
		}
		return nil
	})
	if err != nil && ctx.Err() == nil && study.KindOf(err) == study.Internal {
		return study.Errorf(study.Invalid, "The archive can’t be opened: in its table %s something doesn’t fit near row %d. Nothing was saved.", name, row)
	}
	return err
}

func columnsOf(db *gorm.DB, name string) ([]string, error) {
	rows, err := db.Table(name).Limit(0).Rows()
	if err != nil {
		return nil, fmt.Errorf("read the columns of %s: %w", name, err)
	}
	defer rows.Close()
	return rows.Columns()
}
