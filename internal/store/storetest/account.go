package storetest

import (
	"reflect"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var accountClaims = []claim{
	{"an account comes back as it was written, and its address belongs to it alone", func(t *testing.T, open Open) {
		s := Migrated(t, open(t))
		a := study.Account{ID: study.NewID(), Email: "ann@example.org", Name: strange, Admin: true, PasswordHash: "$argon2id$", CreatedAt: instant}
		must(t, s.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddAccount(a) }))
		a.DisabledAt, a.Admin, a.PasswordHash = &instant, false, ""
		must(t, s.InTx(t.Context(), func(tx *store.Tx) error { return tx.SetAccount(a) }))
		got, err := s.Read(t.Context()).AccountByEmail(a.Email)
		must(t, err)
		if !reflect.DeepEqual(got, a) {
			t.Errorf("wrote %+v and read %+v", a, got)
		}
		twin := study.Account{ID: study.NewID(), Email: a.Email, CreatedAt: instant}
		wantKind(t, s.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddAccount(twin) }), study.Conflict)
	}},
	{"sessions are found by their token's hash, seen, ended and swept", sessions},
	{"a token is found by its hash, seen, and ended by its owner only", func(t *testing.T, open Open) {
		d := furnished(t, open)
		token := study.Token{ID: study.NewID(), AccountID: d.ann, Name: strange, Hash: "hash", CreatedAt: instant, ExpiresAt: &instant}
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddToken(token) }))
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { now := tx.Now(); token.SeenAt = &now; return tx.TouchToken(token.ID) }))
		got, err := d.reader(t).TokenByHash("hash")
		must(t, err)
		if !reflect.DeepEqual(got, token) {
			t.Errorf("wrote %+v and read %+v", token, got)
		}
		wantKind(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.RemoveToken(d.ben, token.ID) }), study.NotFound)
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.RemoveToken(d.ann, token.ID) }))
		_, err = d.reader(t).TokenByHash("hash")
		wantKind(t, err, study.NotFound)
	}},
	{"an invitation is used once, whoever else holds its link", func(t *testing.T, open Open) {
		d := furnished(t, open)
		i := study.Invitation{ProjectID: d.project, ID: study.NewID(), Role: study.Reader, TokenHash: "hash", CreatedBy: d.ann, CreatedAt: instant, ExpiresAt: instant.Add(time.Hour)}
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddInvitation(i) }))
		got, err := d.reader(t).InvitationByToken("hash")
		must(t, err)
		if !reflect.DeepEqual(got, i) {
			t.Errorf("wrote %+v and read %+v", i, got)
		}
		accept := func() error {
			return d.InTx(t.Context(), func(tx *store.Tx) error { return tx.AcceptInvitation(i, d.ben) })
		}
		must(t, accept())
		wantKind(t, accept(), study.Conflict)
		got, err = d.reader(t).InvitationByToken("hash")
		must(t, err)
		if got.AcceptedBy != d.ben || got.AcceptedAt == nil {
			t.Errorf("it reads %+v", got)
		}
	}},
}

func sessions(t *testing.T, open Open) {
	d := furnished(t, open)
	add := func(hash string, account study.ID, expires time.Time) study.Session {
		s := study.Session{ID: study.NewID(), TokenHash: hash, AccountID: account, Agent: strange, CreatedAt: instant, SeenAt: instant, ExpiresAt: expires}
		must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.AddSession(s) }))
		return s
	}
	later := study.Now().Add(time.Hour)
	one, two, three, bens := add("one", d.ann, later), add("two", d.ann, later), add("three", d.ann, later), add("four", d.ben, later)
	must(t, d.InTx(t.Context(), func(tx *store.Tx) error {
		return tx.TouchSession(one.ID, instant.Add(time.Minute), later.Add(time.Hour))
	}))
	one.SeenAt, one.ExpiresAt = instant.Add(time.Minute), later.Add(time.Hour)
	got, _, err := d.reader(t).SessionByToken("one")
	must(t, err)
	if !reflect.DeepEqual(got, one) {
		t.Errorf("wrote %+v and read %+v", one, got)
	}
	left := func(want ...study.Session) {
		t.Helper()
		list, err := d.reader(t).Sessions(d.ann)
		must(t, err)
		if len(list) != len(want) || len(want) > 0 && list[0].ID != want[0].ID {
			t.Errorf("the sessions left are %v", list)
		}
	}
	end := func(account, only, kept study.ID) error {
		return d.InTx(t.Context(), func(tx *store.Tx) error { return tx.RemoveSessions(account, only, kept) })
	}
	wantKind(t, end(d.ann, bens.ID, ""), study.NotFound)
	must(t, end(d.ann, three.ID, ""))
	left(one, two)
	must(t, end(d.ann, "", two.ID))
	left(two)
	add("old", d.ann, study.Now().Add(-time.Second))
	must(t, d.InTx(t.Context(), func(tx *store.Tx) error { return tx.SweepSessions() }))
	left(two)
	must(t, end(d.ann, "", ""))
	left()
	if list, err := d.reader(t).Sessions(d.ben); err != nil || len(list) != 1 {
		t.Errorf("Ben's sessions are %v, %v", list, err)
	}
}
