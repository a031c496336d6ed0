package ingest

import (
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func at(n int) *int { return &n }

func TestTheUseOfATableIsGuessedAndSaid(t *testing.T) {
	long := strings.Repeat("word ", 300)
	for name, c := range map[string]struct {
		csv  string
		want TableRule
	}{
		"answers":             {"id,Age,What stopped you?\n1,34,Nothing at all really\n2,50,The bank said no to us\n", TableRule{Header: 1, Each: RowAnswer, Text: 2}},
		"turns":               {"time;speaker;text\n00:01;Ann;We grew\n00:04;Ben;Did you?\n00:09;Ann;Yes we did\n", TableRule{Header: 1, Each: RowTurn, Text: 2, Speaker: at(1), Time: at(0)}},
		"documents":           {"file\ttranscript\na\t" + long + "\nb\t" + long + "\n", TableRule{Header: 1, Each: RowSource, Text: 1, Title: at(0)}},
		"a title and two":     {"My survey,,\nWho,Why,\n,Closed,Open-Ended Response\n3,4,It was the money that failed\n", TableRule{Header: 2, Each: RowAnswer, Text: 2}},
		"who answers once":    {"Respondent,Answer\nR1,It was the money\nR2,It was the time\n", TableRule{Header: 1, Each: RowAnswer, Text: 1, Speaker: at(0)}},
		"ticks beside words":  {"Which,Why\nA very long option that many chose\nA very long option that many chose,Since it works\nA very long option that many chose,It is cheap to run\nA very long option that many chose,No reason at all for it\n", TableRule{Header: 1, Each: RowAnswer, Text: 1}},
		"no header, one line": {"1,2\n", TableRule{Header: 0, Each: RowAnswer, Text: 0}},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := open("a.csv", []byte(c.csv), Options{})
			if err != nil {
				t.Fatal(err)
			}
			found, err := in.format.read(t.Context(), in)
			if err != nil {
				t.Fatal(err)
			}
			got := found.tables[0].Guess
			if got.Header != c.want.Header || got.Each != c.want.Each || got.Text != c.want.Text || !same(got.Speaker, c.want.Speaker) || !same(got.Title, c.want.Title) || !same(got.Time, c.want.Time) {
				t.Errorf("guessed %+v", got)
			}
		})
	}
}

func same(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func TestARowBecomesATurnAnAnswerOrASource(t *testing.T) {
	const table = "who,said,at\nAnn,\"We grew,\n\nand then\",1.5\n,Nobody speaks,3\nBen,,4\nAnn,Yes,00:09\n"
	turns := readTable(t, table, &TableRule{Header: 1, Each: RowTurn, Text: 1, Speaker: at(0), Time: at(2)})[0]
	if turns.Text != "We grew,\nand then\nNobody speaks\nYes" || len(turns.Speakers) != 1 || turns.Speakers[0].Turns != 2 || *turns.Turns[0].FromMs != 1500 || *turns.Turns[2].FromMs != 9000 {
		t.Errorf("turns: %q, %+v", turns.Text, turns.Turns)
	}
	answers := readTable(t, table, &TableRule{Header: 0, Each: RowAnswer, Text: 1})[0]
	if answers.Text != "said\nWe grew,\nand then\nNobody speaks\nYes" || len(answers.Turns) != 4 {
		t.Errorf("answers: %q", answers.Text)
	}
	sources := readTable(t, "name,talk\nOne,\"Ann: We grew.\nBen: Did you?\nAnn: Yes.\"\nTwo,-\nThree,Words\n", &TableRule{Header: 1, Each: RowSource, Text: 1, Title: at(0)})
	if len(sources) != 2 || sources[0].Title != "One" || len(sources[0].Speakers) != 2 || sources[1].Title != "Three" || sources[0].Tables[0].Rows != 3 {
		t.Errorf("sources: %+v", sources)
	}
}

func TestTheNamesOfColumnsFollowTheRuleAndTheGuessStays(t *testing.T) {
	doc := readTable(t, "Export of May,\nwho,said\nAnn,We grew\nBen,Did you?\n", &TableRule{Header: 3, Each: RowTurn, Text: 1, Speaker: at(0)})[0]
	if found := doc.Tables[0]; found.Rows != 1 || found.Columns[1] != "said · We grew" || found.Guess.Header != 2 {
		t.Errorf("found %+v", found)
	}
}

func readTable(t *testing.T, csv string, rule *TableRule) []*Document {
	t.Helper()
	docs, err := ReadAll(t.Context(), "a.csv", []byte(csv), Options{Table: rule})
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range docs {
		sound(t, doc)
	}
	return docs
}

func TestARuleThatDoesNotFitIsRefused(t *testing.T) {
	for name, rule := range map[string]TableRule{
		"a column too many": {Each: RowTurn, Text: 2}, "a column below 0": {Each: RowTurn, Text: 0, Speaker: at(-1)}, "no use": {Text: 1},
		"a header of many rows": {Each: RowTurn, Header: 21}, "another sheet": {Each: RowTurn, Sheet: "x"},
	} {
		if _, err := Read(t.Context(), "a.csv", []byte("a,b\nc,d\n"), Options{Table: &rule}); study.KindOf(err) != study.Invalid || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func workbook(sheet string, parts ...string) string {
	const rels = `<Relationships xmlns="x"><Relationship Id="r1" Type="` + office
	return zipped(append([]string{"[Content_Types].xml", "<Types/>", "_rels/.rels", rels + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels", rels + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + office + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="` + office + `styles" Target="styles.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook xmlns="x" xmlns:r="y"><sheets><sheet name="Hidden" state="hidden" r:id="r1"/><sheet name="Talks" r:id="r1"/></sheets></workbook>`,
		"xl/sharedStrings.xml", `<sst><si><t>Ann</t></si><si><r><t>We </t></r><r><t>grew_x000D_</t></r><rPh><t>no</t></rPh></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;Day&quot; 0"/><numFmt numFmtId="171" formatCode="[$-409]d mmm yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + sheet + `</sheetData></worksheet>`}, parts...)...)
}

func TestCellsOfAWorkbookReadAsTheyAreShown(t *testing.T) {
	in, err := open("a.xlsx", []byte(workbook(`<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="inlineStr"><is><t>in line</t></is></c></row>
		<row r="9"><c><v>0.1</v></c><c s="1"><v>45000</v></c><c s="1"><v>45000.5</v></c><c s="2"><v>7</v></c><c s="3"><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>formula</v></c><c t="s"><v>99</v></c></row>`)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := openArchive(in.data)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{archive: a, main: "xl/workbook.xml"}
	if err := b.open(t.Context()); err != nil || len(b.sheets) != 1 {
		t.Fatalf("%+v: %v", b.sheets, err)
	}
	got, err := b.sheet(t.Context(), b.sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	want := "Ann||We grew\r|in line\n0.1|2023-03-15|2023-03-15 12:00:00|7|1899-12-31|TRUE||formula|"
	var rows []string
	for _, row := range got.rows {
		rows = append(rows, strings.Join(row, "|"))
	}
	if strings.Join(rows, "\n") != want {
		t.Errorf("reads %q", rows)
	}
}

func TestHostileWorkbooksAreRefused(t *testing.T) {
	for name, data := range map[string]string{
		"a cell far out":     workbook(`<row><c r="ZZZZZZZ1"><v>1</v></c></row>`),
		"a document type":    workbook("", "xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`),
		"a bomb of cells":    workbook(strings.Repeat(`<row><c r="XFD1"/></row>`, maxCells/maxColumns+2)),
		"no workbook":        zipped("[Content_Types].xml", "", "xl/x.xml", ""),
		"a sheet of nothing": workbook(""),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(t.Context(), "a.xlsx", []byte(data), Options{})
			if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge || strings.Contains(err.Error(), "damaged and can't be read") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestATableOfMillionsOfEmptyCellsIsRefused(t *testing.T) {
	if _, err := Read(t.Context(), "a.csv", []byte("a"+strings.Repeat(",", maxCells+1)), Options{}); study.KindOf(err) != study.TooLarge {
		t.Errorf("got %v", err)
	}
}
