package app_test

import (
	"bytes"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

func (w *team) heard(by study.Actor, source study.ID) string {
	w.t.Helper()
	_, file, err := w.Recording(w.t.Context(), by, w.project, source)
	must(w.t, err)
	defer file.Close()
	all, err := io.ReadAll(file)
	must(w.t, err)
	return string(all)
}

func TestARecordingIsInTheBackup(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		long := "ID3" + strings.Repeat("how long it took", 200_000)
		_, _, err := d.PutRecording(t.Context(), d.me, d.project, d.source.ID, "../talk.mp3", strings.NewReader(long))
		must(t, err)
		var backup bytes.Buffer
		must(t, d.Backup(t.Context(), &backup))
		o := open(t)
		blobs, err := store.OpenBlobs(filepath.Join(o.Folder, "files"))
		must(t, err)
		other := *d.team
		other.App = app.New(storetest.Migrated(t, o), blobs, filepath.Join(o.Folder, "index"), slog.New(slog.DiscardHandler))
		t.Cleanup(func() {
			other.Close()
			must(t, blobs.Close())
		})
		must(t, other.Restore(t.Context(), &backup))
		if got := other.heard(d.me, d.source.ID); got != long {
			t.Errorf("%d bytes came back of %d", len(got), len(long))
		}
	})
}

func TestTimesAreOneEntryAndKeepEveryCoding(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		d := newTable(t, open)
		d.put(d.first, 4, 7)
		two := 2000
		after, entry, err := d.SetTimes(t.Context(), d.me, d.project, d.source.ID, 1, []study.TurnTime{{Turn: 1, FromMs: &two}})
		must(t, err)
		if after.Revision != 2 || len(entry.Changes) != 1 || entry.Changes[0].Kind != "source" {
			t.Errorf("revision %d, by %+v", after.Revision, entry.Changes)
		}
		coded, err := d.Passages(t.Context(), d.me, d.project, d.source.ID)
		must(t, err)
		if len(coded) != 1 || coded[0].Start != 4 || coded[0].End != 7 {
			t.Errorf("the codings are now on %+v", coded)
		}
		_, err = d.UndoEntry(t.Context(), d.me, d.project, entry.Seq)
		must(t, err)
		turns, err := d.Turns(t.Context(), d.me, d.project, d.source.ID)
		must(t, err)
		if turns[1].FromMs != nil {
			t.Errorf("the undone time is still %d", *turns[1].FromMs)
		}
	})
}
