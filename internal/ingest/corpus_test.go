package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"html"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// corpus finds ../shared/corpus beside the repository, or under SELVEDGE_SHARED.
func corpus(t testing.TB) string {
	t.Helper()
	if shared := os.Getenv("SELVEDGE_SHARED"); shared != "" {
		return filepath.Join(shared, "corpus")
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if found := filepath.Join(dir, "shared", "corpus"); exists(found) {
			return found
		}
	}
	t.Skip("../shared/corpus is not there")
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// readAll reads every file below a folder of the corpus, with a minute for each.
func readAll(t *testing.T, folder string, visit func(path string, doc *Document, err error)) {
	t.Helper()
	root, n := corpus(t), 0
	err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		doc, err := Read(ctx, filepath.Base(path), data, Options{})
		relative, _ := filepath.Rel(filepath.Join(root, folder), path)
		visit(filepath.ToSlash(relative), doc, err)
		n++
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d files read: %v", n, err)
	}
}

func labelled(doc *Document) int {
	n := 0
	for _, s := range doc.Speakers {
		n += s.Turns
	}
	return n
}

// realTurns are the turns and speakers of real transcripts, as their list has them.
var realTurns = map[string]struct{ turns, speakers int }{
	"dracos_pohi/human-impact-focus-group-2022-03-11.rst": {235, 6},
	"dracos_pohi/human-impact-focus-group-2022-03-18.rst": {296, 5},
	"dracos_pohi/human-impact-hearing-2022-02-16.rst":     {675, 7},
	"dracos_pohi/human-impact-hearing-2022-02-18.rst":     {538, 7}, // README has 6 labels: Mr Stein speaks once
	"dracos_pohi/human-impact-hearing-2022-05-19.rst":     {269, 6},
	"dracos_pohi/phase-2-2022-11-08.rst":                  {801, 7},
	// README leaves out those with few turns: Mr Keith, Mr Lavery, Ms Blackwell, The Witness.
	"c19witness_uk-covid19-inquiry/2023-07-06_module-1-1_Dr_Denis_McMahon.rst": {478, 8},
	"c19witness_uk-covid19-inquiry/2024-01-30_module-2A-1_Ms_Kate_Forbes.rst":  {433, 5},
	"thechangelog_transcripts/founders-talk-63.md":                             {128, 2},
	"thechangelog_transcripts/founders-talk-68.md":                             {78, 2},
	"thechangelog_transcripts/founders-talk-78.md":                             {71, 2},
	"thechangelog_transcripts/founders-talk-91.md":                             {42, 2},
	"stacksgov_resources/2020-07-01-Meeting-0019.md":                           {126, 6},
	"stacksgov_resources/2020-09-10-Meeting-0023.md":                           {407, 8},
	"sealuzh_quality-perception-appendix/transcript_interview_1.txt":           {83, 2},
	"sealuzh_quality-perception-appendix/transcript_interview_3.txt":           {86, 2},
	// One "Adam Jonas:00:02:57" without a blank is a turn too; README has 97.
	"bitcointranscripts_bitcointranscripts/2020-11-09-enterprise-walletsutxo-management.md": {98, 3},
	// README has 48: it counts AJ, MC and JN but not the three turns under their full names.
	"bitcointranscripts_bitcointranscripts/2020-03-12-matt-corallo-compact-blocks-fibre.md": {51, 3},
	// In all of these README leaves out the first turn, whose label is "Assistant".
	"servika_conversations-analysis/Small_Business_Owner-00172.md":     {25, 3},
	"servika_conversations-analysis/Small_Business_Owner-00627.md":     {25, 3},
	"servika_conversations-analysis/Small_Business_Owner-00992.md":     {24, 3}, // and one "AI:" without words is no turn
	"servika_conversations-analysis/Consultant-00224.md":               {21, 3},
	"servika_conversations-analysis/Consultant-00909.md":               {25, 3},
	"servika_conversations-analysis/Real_Estate_Professional-00089.md": {27, 3},
	"servika_conversations-analysis/Real_Estate_Professional-00481.md": {21, 3},
	// README has 26: it counts four labels of a chat that is quoted in an answer.
	"servika_conversations-analysis/Consultant-00610.md": {23, 3},
	// README has no counts for these two.
	"ccbogel_QualCoder/transcript.txt":                     {7, 3},
	"parliament/18101-machinery-of-government-excerpt.txt": {8, 4},
	// Prose: reports, notes of interviews, a text of three paragraphs.
	"dracos_pohi/3-the-human-impact-b-categories-of-persons-affected.rst": {0, 0},
	"dracos_pohi/3-the-human-impact-c-case-illustrations.rst":             {0, 0},
	"stacksgov_resources/interview-001.md":                                {0, 0},
	"DanielKerrigan_PDPilotUserStudy/P1.pdf":                              {94, 2},
	"DanielKerrigan_PDPilotUserStudy/P3.pdf":                              {122, 2},
	// One "Particpant" is a third label.
	"DanielKerrigan_PDPilotUserStudy/P5.pdf": {136, 3},
	"stacksgov_resources/interview-003.md":   {0, 0},
	"ccbogel_QualCoder/ID1.docx":             {0, 0},
	// README tells of about 610 turns under 22 labels, two of which are slips of a title.
	"gtfintechlab_CoCoHD/test.html": {615, 22},
}

func TestTheTurnsOfRealTranscriptsAreFound(t *testing.T) {
	seen := 0
	readAll(t, "transcripts", func(path string, doc *Document, err error) {
		w, counted := realTurns[path]
		if !counted {
			return // pdf and tables have tests of their own
		}
		if seen++; err != nil {
			t.Errorf("%s: %v", path, err)
			return
		}
		sound(t, doc)
		if got := labelled(doc); math.Abs(float64(got-w.turns)) > 0.02*float64(w.turns) || len(doc.Speakers) != w.speakers {
			t.Errorf("%s: %d turns of %d speakers, want %d of %d", path, got, len(doc.Speakers), w.turns, w.speakers)
		}
	})
	if seen != len(realTurns) {
		t.Errorf("%d of %d transcripts were there", seen, len(realTurns))
	}
}

func TestRealFilesWithBareCRAndOldMacLettersReadRight(t *testing.T) {
	readAll(t, "transcripts/sealuzh_quality-perception-appendix", func(path string, doc *Document, err error) {
		if err != nil || doc.Charset != "macintosh" || strings.ContainsAny(doc.Text, "«Õ�") || !strings.Contains(doc.Text, "it´s") {
			t.Errorf("%s: %v", path, err)
		}
	})
}

func TestTheCuesOfRealSubtitlesAreFound(t *testing.T) {
	want := map[string]struct {
		cues   int
		voices []string
	}{
		"Podcastindex-org_podcast-namespace/example.vtt": {7, []string{"Sarah", "Gillian"}},
		// README names two: Sarah speaks under her label once.
		"Podcastindex-org_podcast-namespace/example.srt":     {222, []string{"Travis", "Sarah", "Gilon"}},
		"asticode_go-astisub/example-in.vtt":                 {6, nil},
		"asticode_go-astisub/example-in.srt":                 {6, nil},
		"asticode_go-astisub/missing-sequence-in.srt":        {6, nil},
		"asticode_go-astisub/example-in-styled.srt":          {10, nil},
		"asticode_go-astisub/example-in-carriage-return.vtt": {3, nil},
		"asticode_go-astisub/example-in-carriage-return.srt": {3, nil},
		"asticode_go-astisub/example-in-html-entities.vtt":   {3, nil},
		// README names the four with most turns.
		"ethereum_pm/2026-02-19_175-transcript.vtt":           {139, []string{"stokes", "pk910", "Parithosh Jayanthi", "Justin Traglia", "Josh Davis", "Justin Florentine (Besu)", "Trent"}},
		"ethereum_pm/2026-02-19_175-transcript_corrected.vtt": {139, []string{"stokes", "pk910", "Parithosh Jayanthi", "Justin Traglia", "Josh Davis", "Justin Florentine (Besu)", "Trent"}},
		// README has 13 names, this one also the two with two turns each.
		"ethereum_pm/2026-02-05_174-transcript.vtt":                           {348, []string{"stokes", "Marco Munizaga", "Mario Havel", "Potuz", "Pooja Ranjan", "Leo", "soispoke", "Raúl Kripalani", "Barnabas", "Justin Traglia", "Dustin", "Ansgar Dietrichs", "ashah", "Matthew Keil", "Daniel Knopik"}},
		"linto-ai_whisper-timestamped/punctuations.mp3_20.vtt":                {3, nil},
		"linto-ai_whisper-timestamped/punctuations.mp3_20.srt":                {3, nil},
		"talkpython_talk-python-transcripts/042_startups_and_python.vtt":      {1080, nil},
		"talkpython_talk-python-transcripts/231-freelancing.vtt":              {907, nil},
		"talkpython_talk-python-transcripts/414-stroll-down-startup-lane.vtt": {1299, nil},
		"talkpython_talk-python-transcripts/042_startups_and_python.txt":      {1079, nil},
		"talkpython_talk-python-transcripts/231-freelancing.txt":              {906, nil},
	}
	seen := 0
	readAll(t, "auto-transcripts", func(path string, doc *Document, err error) {
		w, counted := want[path]
		if !counted {
			return
		}
		if seen++; err != nil {
			t.Errorf("%s: %v", path, err)
			return
		}
		sound(t, doc)
		var names []string
		for _, s := range doc.Speakers {
			names = append(names, s.Name)
		}
		slices.Sort(names)
		if slices.Sort(w.voices); len(doc.Turns) != w.cues || !slices.Equal(names, w.voices) {
			t.Errorf("%s: %d cues by %q, want %d by %q", path, len(doc.Turns), names, w.cues, w.voices)
		}
		if i := slices.IndexFunc(doc.Turns, func(turn Turn) bool { return turn.FromMs == nil }); i >= 0 {
			t.Errorf("%s: turn %d has no time", path, i)
		}
	})
	if seen != len(want) {
		t.Errorf("%d of %d files were there", seen, len(want))
	}
}

// TestTheCasesOfTheWebVTTSuiteAreReadAsExpected takes the expected cues of a browser's
// own tests; cues without words are no turns.
func TestTheCasesOfTheWebVTTSuiteAreReadAsExpected(t *testing.T) {
	root, compared := corpus(t), 0
	readAll(t, "auto-transcripts/mozilla_vtt.js", func(path string, doc *Document, err error) {
		if filepath.Ext(path) != ".vtt" {
			return
		}
		if err == nil {
			sound(t, doc)
		} else if study.KindOf(err) != study.Invalid {
			t.Errorf("%s: %v", path, err)
		}
		raw, missing := os.ReadFile(filepath.Join(root, "auto-transcripts/mozilla_vtt.js", strings.TrimSuffix(path, "vtt")+"json"))
		if errors.Is(missing, fs.ErrNotExist) {
			return
		}
		compared++
		compareCues(t, path, raw, doc)
	})
	if compared < 70 {
		t.Errorf("only %d cases were compared", compared)
	}
}

// lenientCases are read with this many turns more than the suite expects.
var lenientCases = map[string]int{
	"cue-times/fraction-digits.vtt":       1, // two digits after the point: dropping the cue would lose words
	"cuetext/voice/with-closing-span.vtt": 1, // words after </v> are nobody's, so the cue is two turns
	"integration/id.vtt":                  1, // an id "-->": today's specification begins a new cue after it
}

// keptCases keep words that the suite's own parser, like a browser's, does not show.
var keptCases = map[string]string{
	"cuetext/lang/no-end-gt.vtt":                  "<lang en-Us It's a blue apple tree!", // a tag without an end is no tag, or what follows would be lost
	"cuetext/tag-format/end-tag-no-gt.vtt":        "This is </c awesome!",
	"cuetext/tag-format/no-closing-gt.vtt":        "<c It's a blue apple tree!",
	"cuetext/tag-format/start-tag-missing-gt.vtt": "<c.first That's awesome!",
	"cuetext/timestamp/non-digit.vtt":             "<a0:01.000>It's a blue apple tree!", // no tag of WebVTT: <town> may be how a name was taken out
}

var cueMarkup = regexp.MustCompile(`<[^>]*>?`)

// shownText is what a browser shows of a cue's text, without its breaks.
func shownText(raw string) string {
	return strings.Join(strings.Fields(html.UnescapeString(cueMarkup.ReplaceAllString(raw, ""))), " ")
}

// compareCues compares times and words. The ids of cues leave the file: that they are not
// in the text is part of the texts being equal.
func compareCues(t *testing.T, path string, raw []byte, doc *Document) {
	t.Helper()
	var expected struct {
		Cues []struct {
			Text               string
			StartTime, EndTime float64
		}
	}
	if err := json.Unmarshal(raw, &expected); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	cues := slices.DeleteFunc(expected.Cues, func(c struct {
		Text               string
		StartTime, EndTime float64
	}) bool {
		return strings.TrimSpace(c.Text) == ""
	})
	var turns []Turn
	if doc != nil {
		turns = doc.Turns
	}
	if more, lenient := lenientCases[path]; lenient && len(turns) == len(cues)+more {
		return
	}
	if len(turns) != len(cues) {
		t.Errorf("%s: %d turns, want %d", path, len(turns), len(cues))
		return
	}
	text := []rune(doc.mustText())
	for i, c := range cues {
		if from, to := int(math.Round(c.StartTime*1000)), int(math.Round(c.EndTime*1000)); *turns[i].FromMs != from || *turns[i].ToMs != to {
			t.Errorf("%s: cue %d at %d-%d, want %d-%d", path, i, *turns[i].FromMs, *turns[i].ToMs, from, to)
		}
		want, kept := keptCases[path]
		if !kept {
			want = shownText(c.Text)
		}
		if got := strings.Join(strings.Fields(string(text[turns[i].Start:turns[i].End])), " "); got != want {
			t.Errorf("%s: cue %d reads %q, want %q", path, i, got, want)
		}
	}
}

func (d *Document) mustText() string {
	if d == nil {
		return ""
	}
	return d.Text
}

func TestAwkwardFilesGiveTextOrASentence(t *testing.T) {
	readAll(t, "awkward", func(path string, doc *Document, err error) {
		if err == nil {
			sound(t, doc)
			return
		}
		if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge {
			t.Errorf("%s: %s: %v", path, kind, err)
		}
		for _, mark := range []string{"damaged and can't be read", "too long to read"} {
			if strings.Contains(err.Error(), mark) { // a panic, or a hang
				t.Errorf("%s: %v", path, err)
			}
		}
	})
}

func TestRealWordFilesReadAsWritten(t *testing.T) {
	for path, want := range map[string]string{
		"jgm_pandoc/notes.docx":                     "A footnote\nTest footnote.[1] Test endnote.[2]\n[1] My note.\n[2] This is an endnote at the end of the document.",
		"jgm_pandoc/special_punctuation.docx":       "Soft hyphen: []\nNon-breaking hyphen: [\u2011]",
		"jgm_pandoc/sdt_elements.docx":              "col1Header\ncol2Header\ncol3Header\ncol1 content\nBody copy\ncol3 content",
		"jgm_pandoc/track_changes_move.docx":        "Here is some text.\nHere is the text to be moved.\nHere is some more text.",
		"apache_tika/testOptionalHyphen.docx":       "optionalhyphen",
		"mwilliamson_mammoth.js/strict-format.docx": "Test",
		"mwilliamson_mammoth.js/text-box.docx":      "Datum plane",
		"python-openxml_python-docx/tab-stops.docx": "",
		"apache_poi/MultipleBodyBug.docx":           "START BODY 1 The quick, brown fox jumps over a lazy dog. END BODY 1.\nSTART BODY 2 The quick, brown fox jumps over a lazy dog. END BODY 2.\nSTART BODY 3 The quick, brown fox jumps over a lazy dog. END BODY 3.",
	} {
		data, err := os.ReadFile(filepath.Join(corpus(t), "awkward", path))
		if err != nil {
			t.Fatal(err)
		}
		if doc := read(t, path, string(data)); doc.Text != want && want != "" {
			t.Errorf("%s reads\n%s\nwant\n%s", path, doc.Text, want)
		}
	}
}

func TestNoWordOfARealTranscriptIsLost(t *testing.T) {
	count := func(text string) map[string]int {
		words := map[string]int{}
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			words[word]++
		}
		return words
	}
	for _, folder := range []string{"servika_conversations-analysis", "sealuzh_quality-perception-appendix"} {
		readAll(t, "transcripts/"+folder, func(path string, doc *Document, err error) {
			if err != nil || doc.Format == "csv" {
				return
			}
			data, err := os.ReadFile(filepath.Join(corpus(t), "transcripts", folder, path))
			if err != nil {
				t.Fatal(err)
			}
			in, err := open(path, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := count(doc.Text)
			for _, s := range doc.Speakers {
				got[s.Labels[0]] = count(in.text)[s.Labels[0]] // labels leave the text
			}
			if want := count(in.text); !maps.Equal(got, want) {
				t.Errorf("%s: the words of the text are not those of the file", path)
			}
		})
	}
}
