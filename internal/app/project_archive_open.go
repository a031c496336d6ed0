package app

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Limits of an archive, in bytes.
const (
	maxManifest     = 16 << 20
	maxArchiveTable = 4 << 30
)

// archiveIn is the archive of a project on its way in.
type archiveIn struct {
	app *App
	projectManifest
	members map[string]*zip.File
	renamed map[study.ID]study.ID // ids that others bear here already
	report  ExchangeReport
}

// archived reads what an archive says of itself; nil when the file is none.
func (a *App) archived(file io.ReaderAt, size int64) (*archiveIn, error) {
	z, err := refi.OpenZip(file, size)
	if err != nil {
		return nil, nil // what else it may be is found out by who reads that
	}
	at := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == manifestName })
	if at < 0 {
		return nil, nil
	}
	o := &archiveIn{app: a, members: map[string]*zip.File{}, renamed: map[study.ID]study.ID{}}
	in, err := z.File[at].Open()
	if err != nil {
		return nil, damagedArchive(manifestName)
	}
	defer in.Close()
	err = json.NewDecoder(io.LimitReader(in, maxManifest)).Decode(&o.projectManifest)
	if err != nil || o.Kind != projectArchive {
		return nil, damagedArchive(manifestName)
	}
	if o.Format > projectArchiveFormat {
		return nil, study.Errorf(study.Invalid, "This archive was made by a newer version of Selvedge. Open it there, or bring this server up to date.")
	}
	if _, err := study.ParseID(string(o.Project)); err != nil {
		return nil, damagedArchive(manifestName)
	}
	return o, o.list(z)
}

func damagedArchive(where string) error {
	return study.Errorf(study.Invalid, "The archive is damaged at %s. Nothing was saved.", study.Shorten(where, 100))
}

// list finds the members, of which each must be called as one of an archive is, and be there once.
func (o *archiveIn) list(z *zip.Reader) error {
	for _, f := range z.File {
		if f.Name == manifestName {
			continue
		}
		table, isTable := strings.CutPrefix(f.Name, "tables/")
		key, isFile := strings.CutPrefix(f.Name, "files/")
		raw, err := hex.DecodeString(key)
		switch {
		case f.Name == "README.txt":
		case isTable && (table == "accounts.jsonl" || slices.Contains(store.ProjectTables, strings.TrimSuffix(table, ".jsonl"))) && f.UncompressedSize64 <= maxArchiveTable:
		case isFile && err == nil && len(raw) == sha256.Size && f.UncompressedSize64 <= uint64(o.app.MaxRecording):
		default:
			return damagedArchive(f.Name)
		}
		if o.members[f.Name] != nil || o.SHA256[f.Name] == "" {
			return damagedArchive(f.Name)
		}
		o.members[f.Name] = f
	}
	for name := range o.SHA256 {
		if o.members[name] == nil {
			return damagedArchive(name)
		}
	}
	return nil
}

// check reads every member whole and holds it against its checksum.
func (o *archiveIn) check(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(o.members)) {
		in, err := o.members[name].Open()
		if err != nil {
			return damagedArchive(name)
		}
		sum := sha256.New()
		_, err = io.Copy(sum, stopping{ctx, io.LimitReader(in, int64(o.members[name].UncompressedSize64)+1), name})
		if err = errors.Join(err, in.Close()); ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil || hex.EncodeToString(sum.Sum(nil)) != o.SHA256[name] {
			return damagedArchive(name)
		}
	}
	return nil
}

// rename gives new ids to what others bear here: the project when it is here already, and the
// accounts of people who can sign in here, for an archive may say anything of who did what.
func (o *archiveIn) rename(ctx context.Context, by study.Actor) (accounts []study.Account, err error) {
	r := o.app.store.Read(ctx)
	o.report = o.tell()
	if _, err := r.Project(o.Project); err == nil {
		o.renamed[o.Project] = study.NewID()
		o.report.Findings = append(o.report.Findings, ExchangeFinding{What: refi.Changed, Count: 1, Text: "The project is on this server already. It comes as a copy beside it."})
	} else if study.KindOf(err) != study.NotFound {
		return nil, err
	}
	people, err := o.people()
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		if p.ID == by.Account.ID {
			continue
		}
		for _, id := range []study.ID{p.ID, refi.Derived("person", string(p.ID), p.Name)} {
			there, err := r.Account(id)
			if study.KindOf(err) == study.NotFound {
				there, err = study.NameOnly(id, p.Name, study.Now()), nil
				accounts = append(accounts, there)
			}
			if err != nil {
				return nil, err
			}
			if there.Address() == "" && there.Name == p.Name {
				o.renamed[p.ID] = id
				break
			}
		}
	}
	return accounts, nil
}

func (o *archiveIn) tell() ExchangeReport {
	n := o.Rows
	return ExchangeReport{Name: o.Name, Origin: "Selvedge", Findings: []ExchangeFinding{},
		Found: ExchangeCounts{Users: n["accounts"], Codes: n["codes"], Codings: n["codings"], Notes: n["memos"], Cases: n["cases"], Variables: n["variables"], Sets: n["code_sets"], Sources: map[string]int{}, Selections: map[string]int{}},
		Made:  ExchangeMade{Members: n["members"], Strands: n["strands"], Sources: n["sources"], Codes: n["codes"], CodeSets: n["code_sets"], Passages: n["passages"], Codings: n["codings"], Memos: n["memos"], Cases: n["cases"], Variables: n["variables"], Carried: n["carried"]}}
}

// people are those whom the archive names.
func (o *archiveIn) people() (out []study.Account, err error) {
	in, err := o.table("accounts")
	if err != nil {
		return nil, err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for n := 0; lines.Scan(); n++ {
		var row []string
		if n == 0 {
			continue // names of the columns
		}
		if json.Unmarshal(lines.Bytes(), &row) != nil || len(row) != 2 {
			return nil, damagedArchive(tableName("accounts"))
		}
		id, err := study.ParseID(row[0])
		if err != nil || study.CheckName("name", row[1]) != nil {
			return nil, damagedArchive(tableName("accounts"))
		}
		out = append(out, study.Account{ID: id, Name: row[1]})
	}
	return out, lines.Err()
}

// table opens a table, with the ids that are new here.
func (o *archiveIn) table(name string) (io.ReadCloser, error) {
	member := o.members[tableName(name)]
	if member == nil {
		return nil, damagedArchive(tableName(name))
	}
	in, err := member.Open()
	if err != nil {
		return nil, damagedArchive(tableName(name))
	}
	if name == "accounts" || len(o.renamed) == 0 {
		return in, nil
	}
	var pairs []string
	for was, is := range o.renamed {
		pairs = append(pairs, string(was), string(is))
	}
	return &rewritten{in: bufio.NewReaderSize(in, 1<<16), Closer: in, ids: strings.NewReplacer(pairs...)}, nil
}

// rewritten gives lines with other ids in them.
type rewritten struct {
	io.Closer
	in   *bufio.Reader
	ids  *strings.Replacer
	left bytes.Buffer
}

func (r *rewritten) Read(p []byte) (int, error) {
	for r.left.Len() == 0 {
		line, err := r.in.ReadString('\n')
		if _, failed := r.ids.WriteString(&r.left, line); failed != nil {
			return 0, failed
		}
		if err != nil && r.left.Len() == 0 {
			return 0, err
		}
	}
	return r.left.Read(p)
}

// preview says what the archive would become, when it is whole.
func (o *archiveIn) preview(ctx context.Context, by study.Actor) (ExchangeReport, error) {
	if err := o.check(ctx); err != nil {
		return ExchangeReport{}, err
	}
	_, err := o.rename(ctx, by)
	return o.report, err
}

// openArchive makes the project of an archive.
func (a *App) openArchive(ctx context.Context, by study.Actor, o *archiveIn) (p ProjectSummary, report ExchangeReport, err error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return p, report, ctx.Err()
	}
	id, err := o.open(ctx, by)
	if err != nil {
		return p, report, err
	}
	p, err = a.Project(ctx, by, id)
	return p, o.report, err
}

// open saves the project, with the actor as a lead of it.
func (o *archiveIn) open(ctx context.Context, by study.Actor) (study.ID, error) {
	if err := o.check(ctx); err != nil {
		return "", err
	}
	accounts, err := o.rename(ctx, by)
	if err != nil {
		return "", err
	}
	id := cmp.Or(o.renamed[o.Project], o.Project)
	if err = o.keepArchived(ctx, id); err == nil {
		err = o.app.store.LoadProject(ctx, store.Loading{Project: id, Accounts: accounts, Open: o.table}, by.Account.ID, func(tx *store.Tx) error {
			if err := soundProject(tx.Reader, id); err != nil {
				return err
			}
			return lead(tx, id, by)
		})
	}
	if err != nil {
		return "", errors.Join(err, o.app.blobs.Drop(context.WithoutCancel(ctx), id))
	}
	return id, nil
}

// keepArchived keeps the files of the archive.
func (o *archiveIn) keepArchived(ctx context.Context, project study.ID) error {
	for name, member := range o.members {
		key, isFile := strings.CutPrefix(name, "files/")
		if !isFile {
			continue
		}
		in, err := member.Open()
		if err != nil {
			return damagedArchive(name)
		}
		got, _, err := o.app.blobs.PutFrom(ctx, project, stopping{ctx, in, name}, o.app.MaxRecording)
		if err = errors.Join(err, in.Close()); err != nil {
			return err
		}
		if got != key {
			return damagedArchive(name)
		}
	}
	return nil
}

// lead makes the actor a lead of the project.
func lead(tx *store.Tx, project study.ID, by study.Actor) error {
	m, err := tx.Member(project, by.Account.ID)
	if study.KindOf(err) == study.NotFound {
		return tx.Add(study.Member{ProjectID: project, AccountID: by.Account.ID, Role: study.Lead, JoinedAt: tx.Now()})
	}
	if err != nil || m.Role == study.Lead {
		return err
	}
	now := m
	now.Role = study.Lead
	return tx.Set(m, now)
}
