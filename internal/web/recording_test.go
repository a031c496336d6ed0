package web

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
)

// tone is a WAV file of a second of silence.
var tone = wav(8000)

func wav(samples int) string {
	var b bytes.Buffer
	b.WriteString("RIFF")
	_ = binary.Write(&b, binary.LittleEndian, uint32(36+samples))
	b.WriteString("WAVEfmt ")
	for _, field := range []any{uint32(16), uint16(1), uint16(1), uint32(8000), uint32(8000), uint16(1), uint16(8)} {
		_ = binary.Write(&b, binary.LittleEndian, field)
	}
	b.WriteString("data")
	_ = binary.Write(&b, binary.LittleEndian, uint32(samples))
	return b.String() + strings.Repeat("\x80", samples)
}

// recorded is a shelf with a transcript on it.
func recorded(t *testing.T) (s shelf, recording string) {
	s = openShelf(t)
	id := s.bring("a.txt", "Ann: One.\nBen: Two.\nAnn: Three.\n").is(201).id()
	return s, s.base + "/sources/" + id + "/recording"
}

func TestARecordingIsServedWholeAndInRanges(t *testing.T) {
	s, url := recorded(t)
	s.ask("GET", url, "").is(404)
	var done recordingDone
	s.ask("PUT", url, form("Ann & Ben.wav", tone)).is(200).into(&done)
	whole := s.ask("GET", url, "").is(200)
	if string(whole.body) != tone {
		t.Fatalf("%d bytes came back of %d", len(whole.body), len(tone))
	}
	for name, want := range map[string]string{"Content-Type": "audio/wav", "Accept-Ranges": "bytes", "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache", "ETag": `"` + done.Blob + `"`} {
		if got := whole.header.Get(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if !strings.HasPrefix(whole.header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("it may run as %q", whole.header.Get("Content-Security-Policy"))
	}
	part := s.ask("GET", url, "", "Range", "bytes=40-49").is(206)
	if string(part.body) != tone[40:50] || part.header.Get("Content-Range") != fmt.Sprintf("bytes 40-49/%d", len(tone)) {
		t.Errorf("the range is %q, %q", part.header.Get("Content-Range"), part.body)
	}
	s.ask("GET", url, "", "Range", "bytes=-10").is(206)
	s.ask("GET", url, "", "Range", "bytes=99999-").is(416)
	s.ask("GET", url, "", "If-None-Match", whole.header.Get("ETag")).is(304)
}

func TestARecordingIsReplacedRemovedAndBroughtBack(t *testing.T) {
	s, url := recorded(t)
	s.ask("PUT", url, form("one.wav", tone)).is(200)
	var second, gone struct{ Seq int64 }
	s.ask("PUT", url, form("two.wav", wav(80))).is(200).into(&second)
	undo := func(seq int64) { s.ask("POST", fmt.Sprintf("%s/journal/%d/undo", s.base, seq), "").is(200) }
	undo(second.Seq)
	if got := s.ask("GET", url, "").is(200); string(got.body) != tone {
		t.Error("the first recording did not come back")
	}
	s.ask("DELETE", url, "").is(200).into(&gone)
	s.ask("GET", url, "").is(404)
	undo(gone.Seq)
	s.ask("GET", url, "").is(200)
	var list page[app.SourceView]
	s.ask("GET", s.base+"/sources", "").is(200).into(&list)
	if r := list.Items[0].Recording; r == nil || r.Filename != "one.wav" || r.Size != int64(len(tone)) {
		t.Errorf("the list shows %+v", r)
	}
	var removed struct{ Seq int64 }
	s.ask("DELETE", strings.TrimSuffix(url, "/recording"), "").is(200).into(&removed)
	undo(removed.Seq)
	s.ask("GET", url, "").is(200)
}

func TestARecordingTooLargeOrBrokenOffLeavesNothing(t *testing.T) {
	s, url := recorded(t)
	before := kept(t, s.w.folder)
	s.w.app.MaxRecording = 20_000
	var p problem
	s.ask("PUT", url, form("long.wav", wav(30_000))).is(413).into(&p)
	if !strings.Contains(p.Detail, "19.5 kB") {
		t.Errorf("it says %q", p.Detail)
	}
	s.ask("PUT", url, form("long.wav", wav(2<<20))).is(413)
	s.w.app.MaxRecording = 1 << 20
	whole := form("broken.wav", wav(200_000))
	r, err := http.NewRequest("PUT", s.w.url+url, io.MultiReader(strings.NewReader(whole[:100_000]), breaking{}))
	must(t, err)
	r.Header.Set("Content-Type", "multipart/form-data; boundary="+boundary)
	if answer, err := s.http.Do(r); err == nil {
		t.Errorf("a broken upload is answered %d", answer.StatusCode)
	}
	cut := whole[:100_000] // and one that ends too soon
	s.ask("PUT", url, cut).is(422).into(&p)
	if !strings.Contains(p.Detail, "broke off") {
		t.Errorf("it says %q", p.Detail)
	}
	s.ask("GET", url, "").is(404)
	s.w.rest()
	if after := kept(t, s.w.folder); after != before {
		t.Errorf("%d files are kept, %d before", after, before)
	}
}

type breaking struct{}

func (breaking) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// kept counts the files in the data folder that hold uploads.
func kept(t *testing.T, folder string) (n int) {
	must(t, filepath.WalkDir(filepath.Join(folder, "files"), func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			n++
		}
		return err
	}))
	return n
}

func TestWhatBrowsersCantPlayIsRefusedByName(t *testing.T) {
	s, url := recorded(t)
	for content, says := range map[string]string{
		"\x00\x00\x00\x14ftypqt  \x00\x00": "QuickTime", "#!AMR\n\x0c": "AMR", "words\n": "no recording", "": "no recording", tone[:20] + "\x11" + tone[21:]: "compressed WAV",
	} {
		var p problem
		s.ask("PUT", url, form("a.mp3", content)).is(422).into(&p)
		if !strings.Contains(p.Fields["file"], says) {
			t.Errorf("%.12q is refused with %q", content, p.Detail)
		}
	}
	s.ask("PUT", url, `{}`).is(422)
}

func TestTimesAreARevisionOfTheSameWordsAndCanBeTakenBack(t *testing.T) {
	s, url := recorded(t)
	source := strings.TrimSuffix(url, "/recording")
	text := string(s.ask("GET", source+"/text", "").is(200).body)
	var done struct {
		Revision int
		Seq      int64
	}
	s.ask("POST", source+"/times", `{"times":[{"turn":0,"fromMs":500},{"turn":2,"fromMs":4000}],"revision":1}`).is(200).into(&done)
	times := func() (out []string) {
		var turns page[app.SpokenTurn]
		s.ask("GET", source+"/turns", "").is(200).into(&turns)
		for _, turn := range turns.Items {
			out = append(out, shown(turn.FromMs)+"-"+shown(turn.ToMs))
		}
		return out
	}
	if got := fmt.Sprint(times()); got != "[500-4000 - 4000-]" {
		t.Errorf("the times are %s", got)
	}
	if again := string(s.ask("GET", source+"/text", "").is(200).body); again != text || done.Revision != 2 {
		t.Errorf("revision %d reads %q", done.Revision, again)
	}
	s.ask("POST", source+"/times", `{"times":[{"turn":1,"fromMs":1000}],"revision":1}`).is(412)
	s.ask("POST", source+"/times", `{"times":[{"turn":1,"fromMs":5000}],"revision":2}`).is(422)
	s.ask("POST", fmt.Sprintf("%s/journal/%d/undo", s.base, done.Seq), "").is(200)
	if got := fmt.Sprint(times()); got != "[- - -]" {
		t.Errorf("after the undo the times are %s", got)
	}
	s.ask("POST", source+"/times", `{"times":[{"turn":1,"fromMs":5000}],"revision":1}`).is(200).into(&done)
	if done.Revision != 3 {
		t.Errorf("the number of an undone revision is used again: %d", done.Revision)
	}
}

func shown(ms *int) string {
	if ms == nil {
		return ""
	}
	return fmt.Sprint(*ms)
}
