package ingest

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

const maxMemory = 512 << 20

// TestEveryFileOfTheCorpusBecomesASourceOrSaysWhyNot prints one line a file, and holds what
// was read against the counts of the corpus.
func TestEveryFileOfTheCorpusBecomesASourceOrSaysWhyNot(t *testing.T) {
	root := corpus(t)
	facts := factsOf(t, root)
	read, refused, deviating := 0, 0, map[string]bool{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path == filepath.Join(root, "README.md") {
			return err
		}
		name, _ := filepath.Rel(root, path)
		name = filepath.ToSlash(name)
		docs, took, memory, err := readMeasured(t, path)
		if took > maxTime || memory > maxMemory {
			t.Errorf("%s took %v and %d MiB", name, took, memory>>20)
		}
		if err != nil {
			refused++
			t.Logf("%-5s %6d ms %4d MiB  %s: %s", "-", took.Milliseconds(), memory>>20, name, err)
			checkRefusal(t, name, err)
			if facts[name].words > 0 && slices.Contains(Endings(), filepath.Ext(name)) {
				deviating[name] = true
				if deviations[name] == "" {
					t.Errorf("%s is refused, though the list tells of %d words", name, facts[name].words)
				}
			}
			return nil
		}
		read++
		words, turns, spoken, labels, speakers := 0, 0, 0, 0, map[string]bool{}
		for _, doc := range docs {
			sound(t, doc)
			words, turns, spoken = words+study.WordCount(doc.Text), turns+len(doc.Turns), spoken+labelled(doc)
			for _, s := range doc.Speakers {
				speakers[s.Name], labels = true, labels+s.Turns*study.WordCount(s.Labels[0])
			}
		}
		t.Logf("%-5s %6d ms %4d MiB  %s: %d documents, %d words, %d turns, %d of %d speakers", docs[0].Format, took.Milliseconds(), memory>>20, name, len(docs), words, turns, spoken, len(speakers))
		for _, difference := range facts[name].against(words, labels, turns, spoken) {
			deviating[name] = true
			if deviations[name] == "" {
				t.Errorf("%s: %s", name, difference)
			}
		}
		return nil
	})
	if err != nil || read+refused < 300 {
		t.Fatalf("%d files read: %v", read+refused, err)
	}
	for name := range deviations {
		if !deviating[name] {
			t.Errorf("%s doesn't deviate any more", name)
		}
	}
	t.Logf("%d files became sources, %d said why not", read, refused)
}

// deviations are the files whose counts are not those of the corpus, with the reason;
// docs/import.md tells them too.
var deviations = map[string]string{
	"auto-transcripts/Podcastindex-org_podcast-namespace/example.html":                                  "the list counts the tags; the same transcript as srt has 2477 words too",
	"auto-transcripts/asticode_go-astisub/example-in-html-entities.vtt":                                 "the list counts the times",
	"auto-transcripts/asticode_go-astisub/example-in.vtt":                                               "the list counts notes, styles and regions",
	"auto-transcripts/ethereum_pm/2026-02-19_175-chat.txt":                                              "the list counts the times, which leave the text",
	"auto-transcripts/ethereum_pm/2026-02-19_175-transcript_changelog.tsv":                              "a table: one of its three columns is the text",
	"auto-transcripts/talkpython_talk-python-transcripts/042_startups_and_python.txt":                   "the list counts the times, which leave the text",
	"auto-transcripts/talkpython_talk-python-transcripts/231-freelancing.txt":                           "the list counts the times, which leave the text",
	"awkward/apache_poi/MultipleBodyBug.docx":                                                           "pandoc reads only the last of three bodies",
	"awkward/apache_poi/form_footnotes.docx":                                                            "pandoc leaves out the text boxes of the form",
	"awkward/apache_tika/testHTML_charset_utf16le.html":                                                 "the list counts the tags",
	"awkward/apache_tika/testOptionalHyphen.docx":                                                       "a soft hyphen doesn't cut a word in two",
	"awkward/apache_tika/testPDF_bad_page_303226.pdf":                                                   "heads, feet and the numbers of pages leave the text",
	"awkward/apache_tika/testRTFJapanese.rtf":                                                           "pandoc takes Japanese for Windows-1252",
	"awkward/apache_tika/testRTFVarious.rtf":                                                            "pandoc leaves out a text box and what fields show, and adds the numbers of a list",
	"awkward/apache_tika/testRTFWindowsCodepage1250.rtf":                                                "pandoc takes Windows-1250 for Windows-1252, which cuts words",
	"awkward/apache_tika/testWORD_2006ml.docx":                                                          "pandoc leaves out text boxes and word art",
	"awkward/apache_tika/testWORD_various.docx":                                                         "pandoc leaves out a text box, cuts words at changes of style and adds the numbers of a list",
	"awkward/jgm_pandoc/formatting.rtf":                                                                 "pandoc puts marks of superscript and subscript into words, which cut them",
	"awkward/jgm_pandoc/hiddenTextByStyle.odt":                                                          "all its text is hidden; pandoc shows it",
	"awkward/jgm_pandoc/lists_restart_8367.docx":                                                        "pandoc adds the numbers of lists",
	"awkward/jgm_pandoc/tableWithSpans.odt":                                                             "pandoc leaves out the header rows",
	"awkward/jgm_pandoc/text_in_shape_format.docx":                                                      "pandoc leaves out text boxes",
	"awkward/jgm_pandoc/unicode.docx":                                                                   "pandoc leaves out a symbol",
	"awkward/mozilla_pdf.js/french_diacritics.pdf":                                                      "the letters stand apart on the page; pdftotext takes them for one word",
	"awkward/mwilliamson_mammoth.js/text-box.docx":                                                      "pandoc leaves out text boxes",
	"awkward/pdfminer_pdfminer.six/issue-1113-evil-xobjects.pdf":                                        "a page that draws itself again and again; pdftotext stops after the second time",
	"awkward/py-pdf_pypdf/multilang.pdf":                                                                "pdftotext writes marks of direction, which count as words",
	"awkward/py-pdf_pypdf/r6-user-password.pdf":                                                         "its owner password is empty, its user password is not: it is asked for",
	"transcripts/DanielKerrigan_PDPilotUserStudy/P1.pdf":                                                "the numbers of paragraphs leave the text",
	"transcripts/DanielKerrigan_PDPilotUserStudy/P3.pdf":                                                "the numbers of paragraphs leave the text",
	"transcripts/DanielKerrigan_PDPilotUserStudy/P5.pdf":                                                "the numbers of paragraphs leave the text",
	"transcripts/bitcointranscripts_bitcointranscripts/2020-03-12-matt-corallo-compact-blocks-fibre.md": "the list leaves out three turns under full names",
	"transcripts/bitcointranscripts_bitcointranscripts/2020-11-09-enterprise-walletsutxo-management.md": "the list counts the times, which leave the text",
	"transcripts/dracos_pohi/human-impact-hearing-2022-02-16.rst":                                       "the list counts the marks and directives of RST",
	"transcripts/dracos_pohi/human-impact-hearing-2022-02-18.rst":                                       "the list counts the marks and directives of RST",
	"transcripts/dracos_pohi/phase-2-2022-11-08.rst":                                                    "the list counts the marks and directives of RST",
	"transcripts/sealuzh_quality-perception-appendix/transcript_interview_1.txt":                        "the list counts the times, which leave the text",
	"transcripts/sealuzh_quality-perception-appendix/transcript_interview_3.txt":                        "the list counts the times, which leave the text",
	"transcripts/servika_conversations-analysis/Consultant-00224.md":                                    "the list leaves out the first turn, whose label is Assistant",
	"transcripts/servika_conversations-analysis/Consultant-00610.md":                                    "the list counts four labels of a chat that is quoted in an answer",
	"transcripts/servika_conversations-analysis/Consultant-00909.md":                                    "the list leaves out the first turn, whose label is Assistant",
	"transcripts/servika_conversations-analysis/Real_Estate_Professional-00089.md":                      "the list leaves out the first turn, whose label is Assistant",
	"transcripts/servika_conversations-analysis/Real_Estate_Professional-00481.md":                      "the list leaves out the first turn, whose label is Assistant",
	"transcripts/servika_conversations-analysis/Small_Business_Owner-00172.md":                          "the list leaves out the first turn, whose label is Assistant",
	"transcripts/servika_conversations-analysis/Small_Business_Owner-00627.md":                          "the list leaves out the first turn, whose label is Assistant",
	"transcripts/stacksgov_resources/2020-09-10-Meeting-0023.md":                                        "the list counts the times, which leave the text",
	"transcripts/thechangelog_transcripts/founders-talk-91.md":                                          "the list counts &quot; and &#39; as words",
}

func checkRefusal(t *testing.T, name string, err error) {
	t.Helper()
	if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge {
		t.Errorf("%s: %s: %v", name, kind, err)
	}
	if sentence := err.Error(); len(sentence) < 15 || !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, "damaged and can't be read") {
		t.Errorf("%s says %q", name, sentence)
	}
}

// fact is what the list of the corpus says of a file; -1 where it says nothing.
type fact struct{ words, turns, cues int }

var (
	factLine = regexp.MustCompile("^- `([^`]+)`(?: ← `[^`]+`)?: (.*)$")
	facting  = map[string]*regexp.Regexp{
		"words": regexp.MustCompile(`(\d+) words`), "turns": regexp.MustCompile(`(\d+) labelled turns`), "cues": regexp.MustCompile(`(\d+) cues`),
	}
)

func factsOf(t *testing.T, root string) map[string]fact {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]fact{}
	for line := range strings.SplitSeq(string(list), "\n") {
		parts := factLine.FindStringSubmatch(line)
		if parts == nil {
			continue
		}
		number := func(what string) int {
			if found := facting[what].FindStringSubmatch(parts[2]); found != nil {
				n, _ := strconv.Atoi(found[1])
				return n
			}
			return -1
		}
		facts[parts[1]] = fact{number("words"), number("turns"), number("cues")}
	}
	if len(facts) < 100 {
		t.Fatalf("the list of the corpus tells of %d files", len(facts))
	}
	return facts
}

// against gives what differs: words by more than 3 %, with or without the labels that left
// the text, labelled turns by more than 2 %, cues at all.
func (f fact) against(words, labels, turns, spoken int) (differ []string) {
	if f == (fact{}) {
		return nil
	}
	near := func(got, want int, share float64) bool { return math.Abs(float64(got-want)) <= share*float64(want) }
	if f.words >= 0 && !near(words, f.words, 0.03) && !near(words+labels, f.words, 0.03) {
		differ = append(differ, fmt.Sprintf("%d words (%d with labels), listed %d", words, words+labels, f.words))
	}
	if f.turns >= 0 && !near(spoken, f.turns, 0.02) {
		differ = append(differ, fmt.Sprintf("%d labelled turns, listed %d", spoken, f.turns))
	}
	if f.cues >= 0 && turns != f.cues {
		differ = append(differ, fmt.Sprintf("%d cues, listed %d", turns, f.cues))
	}
	return differ
}

// readMeasured reads a file, and gives the time and the memory that it took beyond what
// the process held before.
func readMeasured(t *testing.T, path string) (docs []*Document, took time.Duration, memory int, err error) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), maxTime)
	defer cancel()
	debug.FreeOSMemory()
	before := resident("VmRSS")
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // the peak counts from here, where the system allows
	began := time.Now()
	docs, err = ReadAll(ctx, filepath.Base(path), data, Options{})
	return docs, time.Since(began), max(0, resident("VmHWM")-before), err
}

// resident reads a figure of the process in bytes; 0 where the system doesn't tell.
func resident(what string) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), what+":")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(fields[0])
	return n << 10
}
