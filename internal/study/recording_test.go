package study

import (
	"fmt"
	"strings"
	"testing"
)

func TestARecordingIsKnownByItsFirstBytes(t *testing.T) {
	wave := func(code string) string {
		return "RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + code + "\x00\x01\x00"
	}
	for head, want := range map[string]string{
		"ID3\x04\x00": "audio/mpeg", "\xff\xfb\x90\x64\x00": "audio/mpeg", "\xff\xf3\x40\xc4": "audio/mpeg", "\xff\xf1\x50\x80": "audio/aac",
		"\x00\x00\x00\x20ftypM4A \x00": "audio/mp4", "\x00\x00\x00\x18ftypmp42\x00": "video/mp4", "\x00\x00\x00\x20ftypisom": "video/mp4",
		wave("\x01"): "audio/wav", wave("\x03"): "audio/wav", "OggS\x00\x02OpusHead": "audio/ogg", "\x1a\x45\xdf\xa3\x9fB\x82\x84webm": "video/webm", "fLaC\x00": "audio/flac",
	} {
		if got, err := MediaOf([]byte(head)); got != want || err != nil {
			t.Errorf("%.14q is %q, %v, not %q", head, got, err, want)
		}
	}
	for head, says := range map[string]string{
		"\x00\x00\x00\x14ftypqt  ": "QuickTime", "\x00\x00\x00\x14ftyp3gp4": "3GP", "RIFF\x00\x00\x00\x00AVI LIST": "AVI", wave("\x31"): "compressed WAV",
		"\x1a\x45\xdf\xa3\x9fB\x82\x88matroska": "Matroska", "OggS\x00\x02Speex   1": "Speex", "\x03ds2": "DS2", "#!AMR": "AMR",
		"RIFF\x00\x00\x00\x00WEBP": "no recording", "": "no recording", "\xff\xff\xff\xff": "no recording", "Ann: hello": "no recording", "PK\x03\x04": "no recording",
	} {
		if media, err := MediaOf([]byte(head)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.14q is %q, %v", head, media, err)
		}
	}
}

// clock writes the times of turns: "0-5 - 5-".
func clock(turns []Turn) string {
	var out []string
	for _, t := range turns {
		word := "-"
		if t.FromMs != nil {
			word = fmt.Sprint(*t.FromMs) + word
		}
		if t.ToMs != nil {
			word += fmt.Sprint(*t.ToMs)
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

func at(turn int, ms ...int) TurnTime {
	if len(ms) == 0 {
		return TurnTime{Turn: turn}
	}
	return TurnTime{Turn: turn, FromMs: &ms[0]}
}

func TestTimesRiseAndATurnEndsWhereTheNextBegins(t *testing.T) {
	turns := make([]Turn, 4)
	for _, step := range []struct {
		times []TurnTime
		want  string
	}{
		{[]TurnTime{at(0, 0), at(2, 50)}, "0-50 - 50- -"},
		{[]TurnTime{at(1, 20)}, "0-20 20-50 50- -"},
		{[]TurnTime{at(3, 90), at(2)}, "0-20 20-90 - 90-"},
		{[]TurnTime{at(1, 10), at(2, 10)}, "0-10 10-10 10-90 90-"},
		{[]TurnTime{at(3, 5), at(1), at(2)}, "0-5 - - 5-"},
		{[]TurnTime{at(3), at(0)}, "- - - -"},
	} {
		next, err := WithTimes(turns, step.times)
		if err != nil || clock(next) != step.want {
			t.Fatalf("the times are %q, not %q: %v", clock(next), step.want, err)
		}
		turns = next
	}
}

func TestTimesThatRunBackwardsAreRefusedAndChangeNothing(t *testing.T) {
	turns, err := WithTimes(make([]Turn, 3), []TurnTime{at(0, 10), at(2, 30)})
	if err != nil {
		t.Fatal(err)
	}
	for _, times := range [][]TurnTime{{at(1, 40)}, {at(1, 5)}, {at(0, 31)}, {at(2, 9)}, {at(3, 1)}, {at(-1, 1)}, {at(1, -1)}, {at(1, 20), at(1, 21)}, {at(1, 1<<40)}} {
		if _, err := WithTimes(turns, times); KindOf(err) != Invalid {
			t.Errorf("turn %d is taken: %v", times[0].Turn, err)
		}
	}
	if clock(turns) != "10-30 - 30-" {
		t.Errorf("the turns themselves are now %q", clock(turns))
	}
}
