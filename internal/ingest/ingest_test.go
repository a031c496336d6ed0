package ingest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// read reads a file that must be readable, and checks what holds for every document.
func read(t *testing.T, name, content string, rules ...SpeakerRule) *Document {
	t.Helper()
	doc, err := Read(t.Context(), name, []byte(content), Options{Speakers: rules})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	sound(t, doc)
	return doc
}

// sound checks that turns are in order, don't overlap and cover every word, that the
// text is clean, and that the counts agree.
func sound(t *testing.T, doc *Document) {
	t.Helper()
	text := []rune(doc.Text)
	if !utf8.ValidString(doc.Text) || strings.ContainsAny(doc.Text, "\r\x00\ufeff") || strings.Contains(doc.Text, "\n\n") {
		t.Error("the text is not clean")
	}
	if err := study.CheckName("title", doc.Title); err != nil {
		t.Errorf("title %q: %v", doc.Title, err)
	}
	at, counts := 0, make([]int, len(doc.Speakers))
	for i, turn := range doc.Turns {
		if turn.Start < at || turn.End <= turn.Start || turn.End > len(text) || turn.Speaker < -1 || turn.Speaker >= len(doc.Speakers) {
			t.Fatalf("turn %d is %+v after %d of %d", i, turn, at, len(text))
		}
		if between := string(text[at:turn.Start]); strings.TrimSpace(between) != "" {
			t.Fatalf("%q stands between turns", between)
		}
		if unicode.IsSpace(text[turn.Start]) || unicode.IsSpace(text[turn.End-1]) {
			t.Errorf("turn %d has blanks at its ends: %q", i, string(text[turn.Start:turn.End]))
		}
		if at = turn.End; turn.Speaker >= 0 {
			counts[turn.Speaker]++
		}
	}
	if at != len(text) {
		t.Errorf("the last turn ends at %d of %d", at, len(text))
	}
	for i, s := range doc.Speakers {
		if s.Turns != counts[i] || s.Name == "" || len(s.Labels) == 0 {
			t.Errorf("speaker %+v has %d turns", s, counts[i])
		}
	}
}

// script writes a document as a test can compare it: "Name@ms-ms| words", with ⏎ for
// line ends within a turn.
func script(doc *Document) string {
	var out strings.Builder
	text := []rune(doc.Text)
	for _, turn := range doc.Turns {
		if turn.Speaker >= 0 {
			out.WriteString(doc.Speakers[turn.Speaker].Name)
		}
		if turn.FromMs != nil {
			fmt.Fprintf(&out, "@%d", *turn.FromMs)
		}
		if turn.ToMs != nil {
			fmt.Fprintf(&out, "-%d", *turn.ToMs)
		}
		out.WriteString("| " + strings.ReplaceAll(string(text[turn.Start:turn.End]), "\n", "⏎") + "\n")
	}
	return strings.TrimSpace(out.String())
}

func expect(t *testing.T, doc *Document, want string) {
	t.Helper()
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(want), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	if got := script(doc); got != strings.Join(lines, "\n") {
		t.Errorf("read as\n%s\nwant\n%s", got, strings.Join(lines, "\n"))
	}
}

func TestLabelsAndTimesLeaveTheWordsOfATranscript(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"a title block has no speaker",
			"M07 Whinfield Seals\nPresent: Helen and Amira\n\nAmira: What do you make?\n\nHelen: Seals.\n\nAmira: And you stayed.\n\nHelen: I did.",
			"| M07 Whinfield Seals\n| Present: Helen and Amira\nAmira| What do you make?\nHelen| Seals.\nAmira| And you stayed.\nHelen| I did."},
		{"paragraphs without a label go on",
			"INT: One?\n\nRESP: Yes.\n\nBut also no.\n\nINT: Two?\n\nRESP: No.",
			"INT| One?\nRESP| Yes.⏎But also no.\nINT| Two?\nRESP| No."},
		{"a short form is tied to its name",
			"Amira Osei (AO): Hello.\n\nHelen Whinfield (HW): Hello.\n\nAO: Well?\n\nHW: Well.\n\nAO: So.",
			"Amira Osei| Hello.\nHelen Whinfield| Hello.\nAmira Osei| Well?\nHelen Whinfield| Well.\nAmira Osei| So."},
		{"Speaker (F) and Speaker (M) are two",
			"Speaker (F): One.\nSpeaker (M): Two.\nSpeaker (F): Three.\nSpeaker (M): Four.",
			"Speaker (F)| One.\nSpeaker (M)| Two.\nSpeaker (F)| Three.\nSpeaker (M)| Four."},
		{"numbers of questions are dropped",
			"Q1 Chair: Welcome.\n\nAlex Thomas: Thank you.\n\nChair: And?\n\nAlex Thomas: Nothing.\n\nQ2 Daniel Zeichner: How so?\n\nAlex Thomas: Just so.",
			"Chair| Welcome.\nAlex Thomas| Thank you.\nChair| And?\nAlex Thomas| Nothing.\nDaniel Zeichner| How so?\nAlex Thomas| Just so."},
		{"numbered questions and answers are two voices",
			"Q1: Who?\nA1: Me.\nQ2: When?\nA2: Now.\nQ3: Why?\nA3: Because.",
			"Q| Who?\nA| Me.\nQ| When?\nA| Now.\nQ| Why?\nA| Because."},
		{"times before, after and around labels",
			"[00:00:01] INT: One?\n\nRESP: [00:00:05] Yes.\n\nINT (00:01:09): Two?\n\n00:02:00 - RESP: No.\n\n#00:02:10-5# INT: Three?\n\nRESP: 00:02:20\nPerhaps.",
			"INT@1000| One?\nRESP@5000| Yes.\nINT@69000| Two?\nRESP@120000| No.\nINT@130500| Three?\nRESP@140000| Perhaps."},
		{"times on lines of their own",
			"00:00:19\nQ: Ready?\n00:00:28\nA: Sure.\n00:00:29\nQ: Then go.\n00:00:41\nA: Gone.",
			"Q@19000| Ready?\nA@28000| Sure.\nQ@29000| Then go.\nA@41000| Gone."},
		{"a name and a time on a line of their own",
			"SPEAKER 1 00:00:03\nIt's only small.\n\nSPEAKER 2  0:08\nAye.\n\nSPEAKER 1\t[00:00:09]\nSo?\n\nSPEAKER 2 (00:12):\nSo.\nAnd so.",
			"SPEAKER 1@3000| It's only small.\nSPEAKER 2@8000| Aye.\nSPEAKER 1@9000| So?\nSPEAKER 2@12000| So.⏎And so."},
		{"labels on lines of their own",
			"Interviewer:\nWhere?\n\nMohammed:\nNelson.\n\nInterviewer:\nWhen?\n\nMohammed:\nIn 2022.\n\nActual examples:\nnone",
			"Interviewer| Where?\nMohammed| Nelson.\nInterviewer| When?\nMohammed| In 2022.⏎Actual examples:⏎none"},
		{"labels in brackets, when all are",
			"[id1] I like the course.\n\n[id2] I am struggling.\n\n[id1] It paid off.\n\n[id2] Hmm.",
			"id1| I like the course.\nid2| I am struggling.\nid1| It paid off.\nid2| Hmm."},
		{"labels before a tab, when all are",
			"AO\tWhat for?\nHW\tFor food.\nAO\tAnd then?\nHW\tThen more.",
			"AO| What for?\nHW| For food.\nAO| And then?\nHW| Then more."},
		{"Zoom's chat log",
			"00:05:41\tSanggu Han:\tsounds great\n00:07:06\tstokes:\tmore\n00:07:54\tstokes:\tand more\n00:08:00\tSanggu Han:\tfine\n00:08:09\tstokes:\tok",
			"Sanggu Han@341000| sounds great\nstokes@426000| more\nstokes@474000| and more\nSanggu Han@480000| fine\nstokes@489000| ok"},
		{"cue numbers and times that were pasted into a text",
			"1\n\n00:00:00.750 --> 00:00:01.020\n\nJason: Yeah.\n\n2\n\n00:00:01.079 --> 00:00:06.120\n\nRyan: Cool.\n\n3\n\n00:00:07 --> 00:00:08\n\nJason: Go on.\n\n4\n\n00:00:08 --> 00:00:09\n\nRyan: Done.",
			"Jason@750-1020| Yeah.\nRyan@1079-6120| Cool.\nJason@7000-8000| Go on.\nRyan@8000-9000| Done."},
		{"a speaker who is not known",
			"AO: Who is that?\n\nHW: Hm.\n\n?: Denmark on two.\n\nAO: Go on.\n\n?: It’s urgent.\n\nHW: Yes.",
			"AO| Who is that?\nHW| Hm.\n?| Denmark on two.\nAO| Go on.\n?| It’s urgent.\nHW| Yes."},
		{"four lines in which nobody speaks twice",
			"Anna Bell: Are you in?\nBen Cole: I am.\nCleo Dane: So am I.",
			"Anna Bell| Are you in?\nBen Cole| I am.\nCleo Dane| So am I."},
		{"lines broken at a width are joined",
			"Q: Thank you very much. So first I would like to start with some background\nquestion if that is allowed then.\nA: Sure. I wrote my first production code in 2013, working as an assurance\nengineer in a company where nobody tested anything, which was\na pity.\nQ: And then I would go into a discussion of the general procedure by which\nyou make tests.\nA: Fine.",
			"Q| Thank you very much. So first I would like to start with some background question if that is allowed then.\nA| Sure. I wrote my first production code in 2013, working as an assurance engineer in a company where nobody tested anything, which was a pity.\nQ| And then I would go into a discussion of the general procedure by which you make tests.\nA| Fine."},
		{"times without speakers make turns",
			"00:00:00 Have you ever dreamt?\n\n00:00:03 You and your friends.\n\n00:00:08 Go heads down.",
			"@0| Have you ever dreamt?\n@3000| You and your friends.\n@8000| Go heads down."},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, read(t, "a.txt", c.file), c.want) })
	}
}

func TestWhatOnlyLooksLikeALabelStaysInTheText(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"clocks and addresses",
			"AO: When?\n\nHW: Late.\n\n17:30 we closed.\n\nhttps://example.org is it.\n\nAO: And then?\n\nHW: Home.",
			"AO| When?\nHW| Late.⏎17:30 we closed.⏎https://example.org is it.\nAO| And then?\nHW| Home."},
		{"sentences with a colon",
			"AO: Why?\n\nHW: Because.\n\nNote: the press was running.\n\nI will say this: no.\n\nThree things: one.\n\nAO: And?\n\nHW: No.",
			"AO| Why?\nHW| Because.⏎Note: the press was running.⏎I will say this: no.⏎Three things: one.\nAO| And?\nHW| No."},
		{"a chat that is quoted",
			"AI: Examples?\n\nUser: Here.\n\nYou said:\n1. Everything.\n\nChatGPT said:\n\nThanks.\n\nYou said:\nYes.\n\nChatGPT said:\n\nGood.\n\nAI: Great.\n\nUser: Right.\n\nAI: Bye.",
			"AI| Examples?\nUser| Here.⏎You said:⏎1. Everything.⏎ChatGPT said:⏎Thanks.⏎You said:⏎Yes.⏎ChatGPT said:⏎Good.\nAI| Great.\nUser| Right.\nAI| Bye."},
		{"prose with two notes",
			"Births are counted late.\n\nNote: figures are invented.\n\nDeaths are counted later.\n\nNote: so are these.\n\nThat is all there is to say.",
			"| Births are counted late.\n| Note: figures are invented.\n| Deaths are counted later.\n| Note: so are these.\n| That is all there is to say."},
		{"prose in which a word comes back before a colon",
			strings.Repeat("A paragraph of the report.\n\n", 19) + "Finding: one.\n\nFinding: two.",
			strings.Repeat("| A paragraph of the report.\n", 19) + "| Finding: one.\n| Finding: two."},
		{"a lone time of day", "We met in the yard.\n\n17:30\n\nThen it rained.", "| We met in the yard.\n| 17:30\n| Then it rained."},
		{"a form", "Name: Helen\nAge: 52\nName: Neil\nAge: 61", "| Name: Helen\n| Age: 52\n| Name: Neil\n| Age: 61"},
		{"stage directions in brackets",
			"[laughter] So.\n\nThat was it.\n\n[pause] And then we went home and nothing more was said.\n\n[laughter] Truly.",
			"| [laughter] So.\n| That was it.\n| [pause] And then we went home and nothing more was said.\n| [laughter] Truly."},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, read(t, "a.txt", c.file), c.want) })
	}
}

const four = "AO: One?\n\nHW: Two.\n\nHelen: Two and a half.\n\nAO: Three?\n\nHW: Four.\n\nNote: five.\n\nHelen: Six."

func TestRulesNameMergeAndDismissSpeakers(t *testing.T) {
	doc := read(t, "a.txt", four,
		SpeakerRule{Label: "AO", Name: "Amira", Moderator: true},
		SpeakerRule{Label: "hw", Name: "Helen W"}, SpeakerRule{Label: "Helen", Name: "Helen W"},
		SpeakerRule{Label: "Note", Name: "Typist"})
	expect(t, doc, "Amira| One?\nHelen W| Two.\nHelen W| Two and a half.\nAmira| Three?\nHelen W| Four.\nTypist| five.\nHelen W| Six.")
	if s := doc.Speakers[1]; !slices.Equal(s.Labels, []string{"HW", "Helen"}) || s.Turns != 4 || s.Moderator {
		t.Errorf("the merged speaker is %+v", s)
	}
	if !doc.Speakers[0].Moderator {
		t.Error("the rule's moderator is none")
	}
	doc = read(t, "a.txt", four, SpeakerRule{Label: "Helen"})
	expect(t, doc, "AO| One?\nHW| Two.⏎Helen: Two and a half.\nAO| Three?\nHW| Four.⏎Note: five.⏎Helen: Six.")
}

func TestARuleWithAnImpossibleNameIsRefused(t *testing.T) {
	_, err := Read(t.Context(), "a.txt", []byte(four), Options{Speakers: []SpeakerRule{{Label: "AO", Name: strings.Repeat("x", 300)}}})
	if study.KindOf(err) != study.Invalid {
		t.Errorf("got %v", err)
	}
}

func TestThoseWhoAskAreGuessedToModerate(t *testing.T) {
	for _, label := range []string{"Interviewer", "INT", "INT1", "Interviewer B", "Facilitator", "MODERATOR", "Q", "Chair", "I", "Dame Chi (Chair)"} {
		doc := read(t, "a.txt", label+": Well?\nRESP: Well.\n"+label+": So?\nRESP: So.")
		if len(doc.Speakers) != 2 || !doc.Speakers[0].Moderator || doc.Speakers[1].Moderator {
			t.Errorf("%s: %+v", label, doc.Speakers)
		}
	}
	doc := read(t, "a.txt", "Q1 Nadia: So?\nBeth: So.\nQ2 Nadia: Well?\nBeth: Well.")
	if !doc.Speakers[0].Moderator {
		t.Error("who asks numbered questions is no moderator")
	}
}

func TestNamesThatMayBeOnePersonAreWarnedOf(t *testing.T) {
	doc := read(t, "a.txt", "Dr. Kizer: One.\nMr Horn: Two.\nDr Kizer: Three.\nMr Horn: Four.\nDr Kizer: Five.\nDr. Kizer: Six.")
	if want := "“Dr. Kizer” and “Dr Kizer” may be one person."; !slices.Contains(doc.Warnings, want) {
		t.Errorf("warnings are %q", doc.Warnings)
	}
}

func TestWhatCannotBeReadIsRefusedWithASentence(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 512)
	for _, c := range []struct {
		name, file, data string
		kind             study.ErrorKind
		says             string
	}{
		{"nothing", "a.txt", "", study.Invalid, "is empty"},
		{"nothing in a vtt", "a.vtt", "", study.Invalid, "is empty"},
		{"nothing in a docx", "a.docx", "", study.Invalid, "is empty"},
		{"only blanks", "a.txt", " \n\t\r\n \u00a0", study.Invalid, "no words"},
		{"only front matter", "a.md", "---\ntitle: x\n---\n", study.Invalid, "no words"},
		{"a vtt without its first line", "a.vtt", "00:01.000 --> 00:02.000\nHello", study.Invalid, "WEBVTT"},
		{"a vtt without cues", "a.vtt", "WEBVTT\n\nNOTE nothing", study.Invalid, "no words"},
		{"a picture called txt", "a.txt", png, study.Invalid, "A picture"},
		{"a PDF", "a.pdf", "%PDF-1.7\n", study.Invalid, "PDF"},
		{"a PDF called docx", "a.docx", "%PDF-1.7\n", study.Invalid, "PDF"},
		{"a recording", "a.mp3", "ID3\x04", study.Invalid, "A recording"},
		{"a web page without words", "a.html", "<script>hello</script><p hidden>Hello", study.Invalid, "no words"},
		{"rich text without words", "a.rtf", `{\rtf1{\fonttbl Times;}}`, study.Invalid, "no words"},
		{"words called rtf", "a.rtf", "AO: hello", study.Invalid, "named rtf"},
		{"words called odt", "a.odt", "AO: hello", study.Invalid, "named odt"},
		{"JSON of something else", "a.json", `[{"a":1}]`, study.Invalid, "not a transcript"},
		{"JSON that is cut off", "a.json", `{"segments":[{"text":"a"},`, study.Invalid, "not a transcript"},
		{"Word 97", "a.doc", ole + string(wide("WordDocument")), study.Invalid, "A Word 97 file: save it as docx and add it again."},
		{"an encrypted docx", "a.docx", ole + string(wide("EncryptedPackage")), study.Invalid, "password"},
		{"an old spreadsheet", "a.xls", ole + string(wide("Workbook")), study.Invalid, "An Excel 97 file"},
		{"words called docx", "a.docx", "AO: hello", study.Invalid, "named docx"},
		{"NUL among words", "a.txt", "hello \x00 world, this is a long line of plain text", study.Invalid, "not text"},
		{"a program", "a.txt", "\x7fELF\x02\x01\x01\x03\x04\x05\x06\x07\x08\x0e\x0f" + strings.Repeat("\x01\x02\x90", 50), study.Invalid, "not text"},
		{"an unknown ending", "a.xyz", "hello", study.Invalid, ".xyz"},
		{"a name that leads elsewhere", "../a.txt", "hello", study.Invalid, "another folder"},
		{"a name that leads elsewhere in Windows", `..\a.txt`, "hello", study.Invalid, "another folder"},
		{"a file above the limit", "a.txt", strings.Repeat("a", MaxFile+1), study.TooLarge, "larger than 100 MB"},
		{"millions of lines", "a.txt", strings.Repeat("x\n", maxParagraphs+1), study.TooLarge, "million lines"},
		{"millions of paragraphs in a web page", "a.html", strings.Repeat("<p>x", maxParagraphs+2), study.TooLarge, "million lines"},
		{"millions of paragraphs in Rich Text", "a.rtf", `{\rtf1 ` + strings.Repeat(`x\par `, maxParagraphs+1), study.TooLarge, "million lines"},
		{"millions of letters", "a.txt", strings.Repeat("a", MaxText+1), study.TooLarge, "10 million"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read(t.Context(), c.file, []byte(c.data), Options{})
			if err == nil {
				t.Fatalf("read as %.80q", doc.Text)
			}
			if text := err.Error(); study.KindOf(err) != c.kind || !strings.Contains(text, c.says) || !strings.HasSuffix(text, ".") || !unicode.IsUpper([]rune(text)[0]) {
				t.Errorf("refused as %s: %s", study.KindOf(err), text)
			}
		})
	}
}

func TestAPanicInAReaderBecomesASentence(t *testing.T) {
	in := formats[len(formats)-1]
	whole := in.read
	in.read = func(context.Context, *input) (*draft, error) { panic("broken") }
	defer func() { in.read = whole }()
	if _, err := Read(t.Context(), "a.txt", []byte("hello"), Options{}); study.KindOf(err) != study.Invalid || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v", err)
	}
}

func TestAPassedDeadlineIsASentence(t *testing.T) {
	ctx, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	for name, data := range map[string]string{"a.txt": four, "a.md": four, "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "a.srt": "00:01 --> 00:02\nHello", "a.docx": docx(para("Hello"))} {
		if _, err := Read(ctx, name, []byte(data), Options{}); study.KindOf(err) != study.TooLarge || !strings.Contains(err.Error(), "too long") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestTheContentDecidesWhereTheEndingIsWrong(t *testing.T) {
	for name, c := range map[string][2]string{
		"a.txt":  {"WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "vtt"},
		"b.txt":  {"1\n00:00:01,000 --> 00:00:02,000\nHello", "srt"},
		"c.txt":  {docx(para("Hello")), "docx"},
		"d":      {"Hello", "txt"},
		"E.TXT":  {"Hello", "txt"},
		"f.srt":  {"WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "srt"},
		"g.Docx": {docx(para("Hello")), "docx"},
	} {
		if doc := read(t, name, c[0]); doc.Format != c[1] || !strings.Contains(doc.Text, "Hello") {
			t.Errorf("%s was read as %s: %q", name, doc.Format, doc.Text)
		}
	}
}

func TestTheTitleComesFromTheFileBeforeItsName(t *testing.T) {
	for _, c := range [][3]string{
		{"a/M07 Whinfield.txt", "Hello", "M07 Whinfield"},
		{"x.md", "---\ntitle: \"Two words\"\n---\n# Other\n\nText", "Two words"},
		{"x.md", "# A *heading*\n\nText", "A heading"},
		{"x.md", "AO: Hello.\n\nHW: Hello.\n\n# Late\n\nAO: Yes.\n\nHW: No.", "x"},
		{".txt", "Hello", "Untitled"},
		{strings.Repeat("n", 400) + ".txt", "Hello", strings.Repeat("n", study.MaxName-1) + "…"},
	} {
		if doc := read(t, c[0], c[1]); doc.Title != c[2] {
			t.Errorf("%s has the title %q", c[0], doc.Title)
		}
	}
}

func TestEndingsAreThoseThatCanBeRead(t *testing.T) {
	if got := Endings(); !slices.Contains(got, ".docx") || !slices.Contains(got, ".rst") || slices.Contains(got, "") {
		t.Errorf("endings are %q", got)
	}
}

func TestAFileThatTakesTooLongIsRefused(t *testing.T) {
	slow := &format{name: "slow", endings: []string{".slow"}, read: func(ctx context.Context, _ *input) (*draft, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	formats = append(formats, slow)
	t.Cleanup(func() { formats = formats[:len(formats)-1] })
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		if _, err := Read(t.Context(), "a.slow", []byte("Hello"), Options{}); err == nil || !strings.Contains(err.Error(), "takes too long") || time.Since(begun) != maxTime {
			t.Errorf("after %v: %v", time.Since(begun), err)
		}
	})
}
