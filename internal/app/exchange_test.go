package app_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/refi/refitest"
	"github.com/selvedge/selvedge/internal/store/storetest"
	"github.com/selvedge/selvedge/internal/study"
)

// packed is a .qdpx with a project's XML and some files.
func packed(t *testing.T, inside string, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	all := maps.Clone(files)
	if all == nil {
		all = map[string]string{}
	}
	all["project.qde"] = `<?xml version="1.0"?><Project name="Weavers" origin="Elsewhere 1" xmlns="urn:QDA-XML:project:1.0">` + inside + `</Project>`
	for _, name := range slices.Sorted(maps.Keys(all)) {
		w, err := z.Create(name)
		must(t, err)
		_, err = io.WriteString(w, all[name])
		must(t, err)
	}
	must(t, z.Close())
	return out.Bytes()
}

// guid is the id of a small number.
func guid(n int) string { return fmt.Sprintf("00000000-0000-4000-8000-%012d", n) }

// woven is a project with something of everything.
func woven(t *testing.T) []byte {
	t.Helper()
	inside := strings.NewReplacer(numbered(60)...).Replace(`<Users><User guid="{01}" name="Ida Invented" id="II"/><User guid="{02}" name="Tom Invented"/></Users>
<CodeBook><Codes><Code guid="{03}" name="Trust" isCodable="true" color="#AA0000"><Description>Who is believed</Description><NoteRef targetGUID="{30}"/><Code guid="{04}" name="In banks" isCodable="true"/></Code><Code guid="{05}" name="Heading" isCodable="false"/></Codes></CodeBook>
<Variables><Variable guid="{06}" name="Staff" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="{07}" name="Harbour Bakery"><VariableValue><VariableRef targetGUID="{06}"/><IntegerValue>12</IntegerValue></VariableValue><SourceRef targetGUID="{10}"/><SelectionRef targetGUID="{12}"/></Case></Cases>
<Sources><TextSource guid="{10}" name="Talk" plainTextPath="internal://talk.txt" creatingUser="{01}" creationDateTime="2024-05-01T09:00:00Z"><Description>In the bakery</Description>
<PlainTextSelection guid="{12}" name="no bank" startPosition="12" endPosition="19" creatingUser="{02}" creationDateTime="2024-05-02T09:00:00Z"><Coding guid="{13}" creatingUser="{02}" creationDateTime="2024-05-02T10:00:00Z"><CodeRef targetGUID="{04}"/></Coding><NoteRef targetGUID="{31}"/></PlainTextSelection>
<PlainTextSelection guid="{15}" startPosition="12" endPosition="19" creatingUser="{02}" creationDateTime="2024-05-02T11:00:00Z" modifyingUser="{01}" modifiedDateTime="2024-05-03T11:00:00Z"><Coding guid="{16}" creatingUser="{02}"><CodeRef targetGUID="{03}"/></Coding><Coding guid="{17}" creatingUser="{02}"><CodeRef targetGUID="{04}"/></Coding></PlainTextSelection><PlainTextSelection guid="{14}" startPosition="0" endPosition="8"/></TextSource>
<PictureSource guid="{20}" name="Shop" path="internal://shop.png"><PictureSelection guid="{21}" firstX="1" firstY="2" secondX="30" secondY="40"/></PictureSource>
<AudioSource guid="{22}" name="Call" path="internal://call.mp3" currentPath="C:\Calls\By phone.mp3"><Transcript guid="{23}" plainTextPath="internal://call.txt"><SyncPoint guid="{24}" timeStamp="1500" position="0"/><SyncPoint guid="{25}" timeStamp="4000" position="6"/><TranscriptSelection guid="{26}" fromSyncPoint="{24}" toSyncPoint="{25}"><Coding guid="{27}"><CodeRef targetGUID="{03}"/></Coding></TranscriptSelection></Transcript></AudioSource></Sources>
<Notes><Note guid="{30}" name="On trust" creatingUser="{01}"><PlainTextContent>Read *again*</PlainTextContent></Note><Note guid="{31}"><PlainTextContent>Why banks?</PlainTextContent></Note></Notes>
<Links><Link guid="{40}" name="causes" originGUID="{03}" targetGUID="{05}"/></Links>
<Sets><Set guid="{41}" name="Core"><MemberCode targetGUID="{03}"/><MemberCode targetGUID="{05}"/></Set><Set guid="{42}" name="Bakers"><MemberSource targetGUID="{10}"/></Set></Sets>
<Graphs><Graph guid="{43}" name="Map"><Vertex guid="{44}" representedGUID="{03}" firstX="1" firstY="2"/></Graph></Graphs>`)
	return packed(t, inside, map[string]string{"sources/talk.txt": "\ufeff👩 said so, no bank would.\r\nNever.", "sources/shop.png": "\x89PNG picture", "sources/call.mp3": "ID3" + strings.Repeat("sound", 500), "sources/call.txt": "Hello there"})
}

// numbered puts ids for {00}, {01} and so on.
func numbered(most int) (out []string) {
	for n := range most {
		out = append(out, fmt.Sprintf("{%02d}", n), guid(n))
	}
	return out
}

func (w *team) bring(data []byte) (app.ProjectSummary, app.ExchangeReport) {
	w.t.Helper()
	p, report, err := w.ImportProject(w.t.Context(), w.people[0], bytes.NewReader(data), int64(len(data)))
	must(w.t, err)
	return p, report
}

func TestAProjectOfAnotherProgramComesInWhole(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		ctx, ann := t.Context(), w.people[0]
		p, report := w.bring(woven(t))
		if p.Name != "Weavers" || p.Role != study.Lead || p.Sources != 2 || p.Codes != 3 || p.Codings != 3 {
			t.Errorf("the project is %+v", p)
		}
		want := app.ExchangeMade{Members: 3, Strands: 2, Sources: 2, Codes: 3, CodeSets: 1, Passages: 3, Codings: 3, Memos: 3, Cases: 1, Variables: 1, Carried: 3}
		if report.Made != want || report.Origin != "Elsewhere 1" || report.Found.Selections["PictureSelection"] != 1 {
			t.Errorf("the report is %+v", report)
		}
		passages, err := w.Passages(ctx, ann, p.ID, study.ID(guid(10)))
		must(t, err)
		if len(passages) != 2 || passages[1].Text != "no bank" || passages[1].CreatedBy != study.ID(guid(2)) || passages[1].Codings[0].ID != study.ID(guid(13)) || passages[1].Memos[0].Body != "Why banks?" {
			t.Errorf("the passages are %+v", passages)
		}
		if at := passages[1].Codings[0].At.Format("2006-01-02T15:04"); at != "2024-05-02T10:00" {
			t.Errorf("it was coded at %s", at)
		}
		members, err := w.Members(ctx, ann, p.ID)
		must(t, err)
		if len(members) != 3 || !slices.ContainsFunc(members, func(m app.TeamMember) bool { return m.Name == "Tom Invented" && m.Email == "" }) {
			t.Errorf("the team is %+v", members)
		}
		turns, err := w.Turns(ctx, ann, p.ID, study.ID(guid(23)))
		must(t, err)
		if len(turns) != 1 || *turns[0].FromMs != 1500 {
			t.Errorf("the turns are %+v", turns)
		}
		_, sound, err := w.Recording(ctx, ann, p.ID, study.ID(guid(23)))
		must(t, err)
		heard, err := io.ReadAll(sound)
		must(t, err)
		must(t, sound.Close())
		if !bytes.HasPrefix(heard, []byte("ID3sound")) {
			t.Errorf("the recording is %.20q", heard)
		}
		memos, err := w.Memos(ctx, ann, p.ID, study.MemoFilter{})
		must(t, err)
		if len(memos) != 3 {
			t.Errorf("the memos are %+v", memos)
		}
	})
}

func TestAPreviewOfAProjectSavesNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		data := woven(t)
		before, err := w.Projects(t.Context(), w.people[0])
		must(t, err)
		seen, err := w.PreviewProject(t.Context(), w.people[0], bytes.NewReader(data), int64(len(data)))
		must(t, err)
		after, err := w.Projects(t.Context(), w.people[0])
		must(t, err)
		if len(after) != len(before) {
			t.Error("there is another project")
		}
		if _, report := w.bring(data); fmt.Sprint(report) != fmt.Sprint(seen) {
			t.Errorf("it was to become\n%+v, and has become\n%+v", seen, report)
		}
	})
}

func TestAProjectThatCanNotBeReadLeavesNothing(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		folders := func() int {
			list, err := os.ReadDir(filepath.Join(w.rows.Folder, "files"))
			must(t, err)
			return len(list)
		}
		before := folders()
		data := woven(t)
		broken := bytes.Clone(data)
		at := bytes.Index(broken, []byte("sources/shop.png"))
		for i := range 4 {
			broken[at+len("sources/shop.png")+i] ^= 0xff // the picture's own bytes
		}
		for what, one := range map[string][]byte{"cut off": data[:len(data)/2], "a damaged picture": broken, "a codebook": []byte(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="` + guid(1) + `" name="a" isCodable="true"/></Codes></CodeBook>`)} {
			_, _, err := w.ImportProject(t.Context(), w.people[0], bytes.NewReader(one), int64(len(one)))
			if kind := study.KindOf(err); kind != study.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		list, err := w.Projects(t.Context(), w.people[0])
		must(t, err)
		if len(list) != 1 || folders() != before {
			t.Errorf("there are %d projects, and %d folders instead of %d", len(list), folders(), before)
		}
	})
}

func TestNobodysAccountIsTakenForAPersonOfAFile(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		ben := w.people[1].Account
		data := packed(t, `<Users><User guid="`+string(ben.ID)+`" name="Somebody"/></Users>`, nil)
		first, _ := w.bring(data)
		second, _ := w.bring(data)
		for _, p := range []study.ID{first.ID, second.ID} {
			members, err := w.Members(t.Context(), w.people[0], p)
			must(t, err)
			if len(members) != 2 || slices.ContainsFunc(members, func(m app.TeamMember) bool { return m.AccountID == ben.ID }) {
				t.Errorf("the team is %+v", members)
			}
		}
	})
}

func TestWhatIsCarriedIsErasedToo(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		p, _ := w.bring(packed(t, `<Sources><TextSource guid="`+guid(1)+`" name="Talk"><PlainTextContent>We trusted Joan Whitfield and nobody else.</PlainTextContent></TextSource><PictureSource guid="`+guid(2)+`" name="Joan Whitfield &amp; sons" path="relative:///shop.png"><Description>Her shop</Description></PictureSource></Sources>`, nil))
		_, _, err := w.Erase(t.Context(), w.people[0], p.ID, app.Erasing{Sources: study.IDs{study.ID(guid(1))}, Phrases: []string{"Joan Whitfield"}})
		must(t, err)
		for table, rows := range storetest.Dump(t, w.rows, p.ID) {
			if strings.Contains(strings.Join(rows, "\n"), "Whitfield") {
				t.Errorf("she is still in %s: %s", table, rows)
			}
			if table == "carried" && !strings.Contains(strings.Join(rows, "\n"), "Her shop") {
				t.Errorf("all of it is gone: %s", rows)
			}
		}
	})
}

func TestFilesOfOtherProgramsComeIn(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(refitest.Samples(t), "*.q*"))
	must(t, err)
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		for _, name := range files {
			if strings.HasSuffix(name, ".qdc") {
				continue
			}
			data, err := os.ReadFile(name)
			must(t, err)
			p, report := w.bring(data)
			if p.Codes != report.Made.Codes || p.Codings != report.Made.Codings || p.Sources != report.Made.Sources {
				t.Errorf("%s is to become %+v, and is %+v", filepath.Base(name), report.Made, p)
			}
			list, err := w.Journal(t.Context(), w.people[0], p.ID, app.JournalPage{})
			must(t, err)
			if len(list) != 1 || list[0].Verb != "imported the project" {
				t.Errorf("the journal of %s is %+v", filepath.Base(name), list)
			}
			w.checkGoesOn(filepath.Base(name), p.ID)
		}
	})
}

func (w *team) sent(project study.ID) []byte {
	w.t.Helper()
	var out bytes.Buffer
	_, err := w.ExportProject(w.t.Context(), w.people[0], project, &out)
	must(w.t, err)
	return out.Bytes()
}

var (
	madeAt = regexp.MustCompile(`"created_at": ?"[^"]*"`)
	isText = regexp.MustCompile(`"format": ?"txt"`)
	file   = regexp.MustCompile(`"blob": ?"[^"]*"`)
)

// exchanged is all that a project holds, without what is of this one copy of it: its id, when
// people joined, and the bytes of plain texts, whose line ends are those of whoever wrote them.
func (w *team) exchanged(project study.ID) string {
	w.t.Helper()
	var out []string
	tables := storetest.Dump(w.t, w.rows, project)
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		switch name {
		case "journal", "journal_asides", "members", "projects":
			continue
		}
		rows := slices.Clone(tables[name])
		for i, row := range rows {
			row = strings.ReplaceAll(row, string(project), "project")
			if name == "revisions" {
				row = madeAt.ReplaceAllString(row, "") // when it was brought in
			}
			if name == "sources" && isText.MatchString(row) {
				row = file.ReplaceAllString(row, "")
			}
			rows[i] = name + ": " + row
		}
		slices.Sort(rows)
		out = append(out, rows...)
	}
	return strings.Join(out, "\n")
}

// inside are the files of an archive, with what they hold.
func inside(t *testing.T, archive []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	must(t, err)
	var out []string
	for _, f := range z.File {
		body, err := f.Open()
		must(t, err)
		raw, err := io.ReadAll(body)
		must(t, err)
		must(t, body.Close())
		out = append(out, f.Name, string(raw))
	}
	return strings.Join(out, "\n")
}

func differing(a, b string) string {
	var out []string
	inB := map[string]bool{}
	for line := range strings.SplitSeq(b, "\n") {
		inB[line] = true
	}
	for line := range strings.SplitSeq(a, "\n") {
		if !inB[line] && len(out) < 5 {
			out = append(out, study.Shorten(line, 600))
		}
	}
	return strings.Join(out, "\n")
}

// checkGoesOn exports a project that came in, brings that in, and exports it again: what was written
// is valid, the second is equal to the first in everything, and so are the two files.
func (w *team) checkGoesOn(what string, project study.ID) {
	w.t.Helper()
	first := w.sent(project)
	refitest.Validate(w.t, "Project.xsd", refitest.Inside(w.t, first))
	second, _ := w.bring(first)
	if a, b := w.exchanged(project), w.exchanged(second.ID); a != b {
		w.t.Errorf("%s was\n%s\nand is\n%s", what, differing(a, b), differing(b, a))
	}
	again := w.sent(second.ID)
	if !bytes.Equal(first, again) {
		w.t.Errorf("%s: a second trip gives other bytes:\n%s\nand\n%s", what, differing(inside(w.t, first), inside(w.t, again)), differing(inside(w.t, again), inside(w.t, first)))
	}
}

// leaving is somebody who is gone as soon as anything is written.
type leaving struct {
	io.Writer
	leave context.CancelFunc
}

func (l leaving) Write(p []byte) (int, error) {
	l.leave()
	return l.Writer.Write(p)
}

func TestAnExportEndsWithItsContext(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 97)
		exports := map[string]func(context.Context, study.Actor, study.ID, io.Writer) (string, error){"project": w.ExportProject, "archive": w.ArchiveProject}
		for what, export := range exports {
			ctx, cancel := context.WithCancel(t.Context())
			_, err := export(ctx, w.people[0], w.project, leaving{io.Discard, cancel})
			cancel()
			if !errors.Is(err, context.Canceled) {
				t.Errorf("the %s went on: %v", what, err)
			}
		}
	})
}

func TestAnyProjectOfATeamGoesOn(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		for seed := range uint64(3) {
			w := newTeam(t, open, seed)
			for range 60 {
				w.act(w.people[w.dice.IntN(2)])
			}
			copied, _ := w.bring(w.sent(w.project)) // in which Ben's account is not taken for him
			w.checkGoesOn(fmt.Sprintf("the project of team %d", seed), copied.ID)
		}
	})
}

func TestAProjectGoesOnToAnotherSelvedge(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		p, _ := w.bring(woven(t))
		w.checkGoesOn("what came from elsewhere", p.ID)
	})
}

func TestAPDFHasItsPagesWhoeverReadItsWords(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		w := newTeam(t, open, 3)
		ctx, ann := t.Context(), w.people[0]
		inside := `<Users><User guid="` + guid(9) + `" name="Ida"/></Users><CodeBook><Codes><Code guid="` + guid(1) + `" name="Mills" isCodable="true"/></Codes></CodeBook><Sources>
<PDFSource guid="` + guid(2) + `" name="Letter" path="internal://a.pdf"><PDFSelection guid="` + guid(3) + `" page="0" firstX="1" firstY="1" secondX="9" secondY="9"/><Representation guid="` + guid(4) + `" plainTextPath="internal://a.txt"><PlainTextSelection guid="` + guid(5) + `" startPosition="11" endPosition="19" creatingUser="` + guid(9) + `"><Coding guid="` + guid(6) + `"><CodeRef targetGUID="` + guid(1) + `"/></Coding></PlainTextSelection></Representation></PDFSource>
<PDFSource guid="` + guid(7) + `" name="No PDF" path="internal://b.pdf"><Representation guid="` + guid(8) + `" plainTextPath="internal://a.txt"/></PDFSource></Sources>`
		p, report := w.bring(packed(t, inside, map[string]string{"sources/a.pdf": refitest.PDF("The mill was sold in spring"), "sources/a.txt": "Page 1\nThe mill was\nsold, in spring.\n", "sources/b.pdf": "%PDF-1.4 and nothing else"}))
		area := "An area of a page is marked, without the words in it. It is kept, but isn't shown."
		if !slices.ContainsFunc(report.Findings, func(f app.ExchangeFinding) bool { return f.Text == area }) {
			t.Errorf("nothing is said of the area: %+v", report.Findings)
		}
		_, content, err := w.Content(ctx, ann, p.ID, study.ID(guid(2)))
		must(t, err)
		var words []string
		page, err := w.Page(ctx, ann, p.ID, study.ID(guid(2)), 1)
		must(t, err)
		for _, word := range page.Words {
			words = append(words, content.Slice(word.Range))
		}
		if got := strings.Join(words, " "); got != "The mill was sold, in spring." && got != "The mill was sold in spring" || page.Width != 600 {
			t.Errorf("the page has the words %q", got)
		}
		if pages, err := w.Pages(ctx, ann, p.ID, study.ID(guid(7))); err != nil || len(pages) != 0 {
			t.Errorf("what is no PDF has %d pages, %v", len(pages), err)
		}
		w.checkGoesOn("a PDF", p.ID)
	})
}

// rowsOf are the rows of a table by what they go by, each with its columns as texts.
func rowsOf(t *testing.T, table string, rows []string) map[string]map[string]string {
	t.Helper()
	out := map[string]map[string]string{}
	for n, row := range rows {
		var values map[string]any
		must(t, json.Unmarshal([]byte(row), &values))
		text := map[string]string{}
		for column, value := range values {
			text[column] = fmt.Sprint(value)
		}
		key := cmp.Or(text["id"], text["account_id"], text["source_id"]+" "+text["number"])
		if key == " " || table == "projects" {
			key = fmt.Sprint(table, n)
		}
		out[key] = text
	}
	return out
}

// unlike are the columns in which two projects differ, as table.column; a table alone where rows
// are gone.
func unlike(t *testing.T, a, b storetest.Tables) map[string]string {
	t.Helper()
	out := map[string]string{}
	for table := range a {
		was, is := rowsOf(t, table, a[table]), rowsOf(t, table, b[table])
		for id, row := range was {
			if is[id] == nil {
				out[table] = fmt.Sprint(row)
				continue
			}
			for column, value := range row {
				if is[id][column] != value {
					out[table+"."+column] = value + " is " + is[id][column]
				}
			}
		}
	}
	return out
}

// lost says by which words of a finding it is told that something of a project can't be written: a
// table, or a column of one.
var lost = map[string]string{
	"speakers": "has speakers", "revisions.turns": "has speakers", "ties": "tied to a speaker", "revisions": "former texts", "revisions.text": "former texts", "sources.revision": "former texts",
	"reviews": "to be looked at", "surveys": "A survey", "responses": "A survey", "bookmarks": "A bookmark", "pseudonyms": "A pseudonym", "pseudonym_names": "A pseudonym", "reports": "A report", "saved_searches": "A saved search",
	"journal": "The journal", "journal.changes": "The journal", "journal.verb": "The journal", "journal.undoes": "The journal", "journal.at": "The journal", "journal.aside": "The journal", "journal.actor_id": "The journal",
	"journal_asides": "The journal", "journal_asides.seq": "The journal", "journal_asides.place": "The journal", "journal_asides.record_id": "The journal", "journal_asides.after": "The journal", "journal_asides.before": "The journal", "journal_asides.kind": "The journal",
	"sources.withheld": "for leads only", "sources.language": "The language", "sources.format": "The uploaded file", "sources.blob": "The uploaded file", "sources.filename": "The uploaded file",
	"strands.asked": "interview guide", "projects.stop_words": "stop list", "codes.example_of": "without the passage", "codes.near_miss_of": "without the passage", "codings.checked_at": "looked at again", "codes.defined_at": "looked at again",
	"codes.created_by": "Who made codes", "codes.created_at": "Who made codes", "variables.created_by": "Who made codes", "variables.created_at": "Who made codes", "cases.created_by": "Who made codes", "cases.created_at": "Who made codes",
	"code_sets.created_by": "Who made codes", "code_sets.created_at": "Who made codes", "recordings.created_by": "Who made codes", "recordings.created_at": "Who made codes",
}

// own is what is of one copy of a project: versions, when it came, how it keeps what is carried, and
// that a set names codes which were removed.
var own = regexp.MustCompile(`\.version$|^code_sets\.codes$|\.seq$|^carried|^members\.joined_at$|^revisions\.(created_at|created_by|why|added|removed|words)$`)

func TestWhatAProjectLosesOnItsWayIsNamed(t *testing.T) {
	storetest.OnBoth(t, func(t *testing.T, open storetest.Open) {
		for seed := range uint64(3) {
			w := newTeam(t, open, 70+seed)
			w.everything()
			copied, _ := w.bring(w.sent(w.project))
			told, err := w.ExchangeLosses(t.Context(), w.people[0], w.project)
			must(t, err)
			for at, how := range unlike(t, storetest.Dump(t, w.rows, w.project), w.asIn(copied.ID)) {
				named := slices.ContainsFunc(told, func(f app.ExchangeFinding) bool { return strings.Contains(f.Text, lost[at]) })
				if !own.MatchString(at) && (lost[at] == "" || !named) {
					t.Errorf("team %d: nothing says that %s is lost: %.300s", seed, at, how)
				}
			}
			w.checkGoesOn(fmt.Sprintf("all that a team keeps, %d", seed), copied.ID)
		}
	})
}

// asIn are the rows of a copy, with the ids of the project and of the people that it is a copy of.
func (w *team) asIn(copied study.ID) storetest.Tables {
	w.t.Helper()
	members, err := w.Members(w.t.Context(), w.people[0], copied)
	must(w.t, err)
	pairs := []string{string(copied), string(w.project)}
	for _, m := range members {
		if m.Name == "Ben" {
			pairs = append(pairs, string(m.AccountID), string(w.people[1].Account.ID))
		}
	}
	out := storetest.Dump(w.t, w.rows, copied)
	for table, rows := range out {
		for i, row := range rows {
			out[table][i] = strings.NewReplacer(pairs...).Replace(row)
		}
	}
	return out
}
