package ingest

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/rc4"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/pdfium"
	"github.com/selvedge/selvedge/internal/study"
)

// printed is a line on a page: its left end and base in points from the left bottom corner.
type printed struct {
	x, y, size float64
	text       string
}

// column sets lines below each other from a height on.
func column(x, top float64, lines ...string) (out []printed) {
	for i, l := range lines {
		out = append(out, printed{x, top - float64(i)*14, 11, l})
	}
	return out
}

// pdfBytes writes a PDF of A4 pages set in Helvetica. With a password it is encrypted.
func pdfBytes(password string, pages ...[]printed) string {
	var kids strings.Builder
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
	for _, page := range pages {
		var content strings.Builder
		for _, l := range page {
			fmt.Fprintf(&content, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", l.size, l.x, l.y, strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(l.text))
		}
		n := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", n+1)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", n+2), content.String())
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pages))
	return assembled(password, objects)
}

func assembled(password string, objects []string) string {
	const id = "0123456789abcdef"
	lock, key := "", []byte(nil)
	if password != "" {
		lock, key = locked(password, id)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		if !strings.HasPrefix(o, "<<") {
			if key != nil {
				o = string(scrambled(objectKey(key, i+1), []byte(o)))
			}
			o = fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(o), o)
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/ID[(%s)(%s)]%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, id, id, lock, start)
	return b.String()
}

const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// locked makes the entry and the key of the oldest kind of encryption, which needs no more
// than these lines (PDF 1.7, 7.6.3).
func locked(password, id string) (entry string, key []byte) {
	padded := []byte((password + padding)[:32])
	first := md5.Sum(padded)
	owner := scrambled(first[:5], padded)
	whole := md5.Sum([]byte(string(padded) + string(owner) + "\xff\xff\xff\xff" + id))
	key = whole[:5]
	return fmt.Sprintf("/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<%x>/U<%x>>>", owner, scrambled(key, []byte(padding))), key
}

func objectKey(key []byte, object int) []byte {
	sum := md5.Sum(append(bytes.Clone(key), byte(object), byte(object>>8), byte(object>>16), 0, 0))
	return sum[:10]
}

func scrambled(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err)
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// interview is a transcript of two pages with a head, page numbers, wrapped lines, a
// divided word, and a turn that goes on over the page's end.
func interview() [][]printed {
	return [][]printed{
		append(append([]printed{{72, 800, 9, "Study of small shops"}, {290, 30, 9, "1"}},
			column(72, 740, "Interviewer: How did you begin with the shop, and who was", "there to help you in the first year?", "Respondent: My mother did. She knew every cus-", "tomer by name and what each of them had", "bought.")...),
			printed{72, 640, 11, "We had no money for a sign, so that people had to ask for us,"}),
		append([]printed{{72, 800, 9, "Study of small shops"}, {290, 30, 9, "2"}},
			column(72, 740, "and they did. That was enough for a year or two, I would say,", "until the road came.", "Interviewer: And then?", "Respondent: Then came the trucks.")...),
	}
}

func TestATranscriptInAPDFBecomesTurns(t *testing.T) {
	doc := read(t, "a.pdf", pdfBytes("", interview()...))
	want := "Interviewer| How did you begin with the shop, and who was there to help you in the first year?\n" +
		"Respondent| My mother did. She knew every customer by name and what each of them had bought.⏎" +
		"We had no money for a sign, so that people had to ask for us, and they did. That was enough for a year or two, I would say, until the road came.\n" +
		"Interviewer| And then?\nRespondent| Then came the trucks."
	if got := strings.TrimSpace(script(doc)); got != want {
		t.Errorf("reads\n%s\nwant\n%s", got, want)
	}
	if doc.Format != "pdf" || doc.Title != "a" || len(doc.Warnings) > 0 {
		t.Errorf("format %q, title %q, warnings %q", doc.Format, doc.Title, doc.Warnings)
	}
}

func TestWordsOfAPDFKeepTheirPlacesOnThePages(t *testing.T) {
	doc := read(t, "a.pdf", pdfBytes("", interview()...))
	if len(doc.Pages) != 2 || doc.Pages[0].Width != 595 || doc.Pages[0].Height != 842 {
		t.Fatalf("pages %v", doc.Pages)
	}
	text := []rune(doc.Text)
	seen := make([]bool, len(text))
	for number, page := range doc.Pages {
		for _, w := range page.Words {
			for i := w.Start; i < w.End; i++ {
				seen[i] = true
			}
			if w.Left < 72 || w.Right > 595 || w.Top < 80 || w.Bottom > 300 || w.Left >= w.Right || w.Top >= w.Bottom {
				t.Errorf("page %d: %q stands at %+v", number+1, string(text[w.Start:w.End]), w.Box)
			}
		}
	}
	for i, r := range text {
		if !strings.ContainsRune(" \n", r) && !seen[i] {
			t.Fatalf("%q at %d has no place", r, i)
		}
	}
	first := doc.Pages[0].Words[0]
	if got := string(text[first.Start:first.End]); got != "How" || first.Left < 100 || first.Bottom < 100 || first.Bottom > 106 {
		t.Errorf("the first word is %q at %+v", got, first.Box)
	}
	if next := doc.Pages[1].Words[0]; string(text[next.Start:next.End]) != "and" {
		t.Errorf("the second page begins with %q", string(text[next.Start:next.End]))
	}
}

func TestNumbersInTheMarginAreNotText(t *testing.T) {
	var lines []printed
	for i, l := range []string{"Dan: What do you use these plots for in your work here?", "Participant: To find trends, and that is the whole of it", "for now, since nobody has asked for anything else from us", "so far.", "Dan: Good.", "Participant: Yes, 5 of them."} {
		y := 700 - float64(i)*14
		lines = append(lines, printed{40, y, 11, fmt.Sprint(i + 1)}, printed{72, y, 11, l})
	}
	want := "Dan| What do you use these plots for in your work here?\nParticipant| To find trends, and that is the whole of it for now, since nobody has asked for anything else from us so far.\nDan| Good.\nParticipant| Yes, 5 of them."
	if got := strings.TrimSpace(script(read(t, "a.pdf", pdfBytes("", lines)))); got != want {
		t.Errorf("reads\n%s", got)
	}
}

func TestTwoColumnsAreReadInTheirOrderAndSaidSo(t *testing.T) {
	var left, right []string
	for i := range 10 {
		left, right = append(left, fmt.Sprintf("The left column has line %d", i)), append(right, fmt.Sprintf("The right column has line %d", i))
	}
	doc := read(t, "a.pdf", pdfBytes("", append(column(72, 700, left...), column(320, 700, right...)...)))
	if strings.Index(doc.Text, "left column has line 9") > strings.Index(doc.Text, "right column has line 0") {
		t.Errorf("reads\n%s", doc.Text)
	}
	if doc.Warnings[0] != "Two columns on page 1: check the order." {
		t.Errorf("warnings %q", doc.Warnings)
	}
}

func TestAPasswordOpensAProtectedPDF(t *testing.T) {
	file := []byte(pdfBytes("open sesame", interview()...))
	for password, want := range map[string]string{"": "protected with a password", "guess": "doesn't open"} {
		_, err := Read(t.Context(), "a.pdf", file, Options{Password: password})
		known, ok := errors.AsType[*study.Error](err)
		if !ok || known.Kind != study.Invalid || !strings.Contains(known.Fields["password"], want) {
			t.Errorf("with %q: %v", password, err)
		}
	}
	doc, err := Read(t.Context(), "a.pdf", file, Options{Password: "open sesame"})
	if err != nil || len(doc.Turns) != 4 {
		t.Fatalf("%v, %v", doc, err)
	}
}

func TestAScanIsCalledAScan(t *testing.T) {
	scan := assembled("", []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>", "595 0 0 842 0 0 cm /I Do",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream"})
	if _, err := Read(t.Context(), "a.pdf", []byte(scan), Options{}); err == nil || !strings.HasPrefix(err.Error(), "A scan:") {
		t.Errorf("%v", err)
	}
}

func TestAFaultOnOnePageLeavesTheOthers(t *testing.T) {
	pages := interview()
	file := strings.Replace(pdfBytes("", pages[0], pages[1], pages[1]), "/Type/Page/Parent 2 0 R", "/Type/Fage/Parent 9 0 R", 1)
	doc := read(t, "a.pdf", file)
	if !strings.Contains(doc.Text, "until the road came") {
		t.Errorf("reads %q with %q", doc.Text, doc.Warnings)
	}
	var crowd []printed
	for y := range maxGlyphs / 1000 {
		crowd = append(crowd, printed{0, 20 + float64(y)*4, 1, strings.Repeat("x ", 501)})
	}
	pages = append(pages, crowd)
	doc = read(t, "a.pdf", pdfBytes("", pages...))
	if !strings.Contains(doc.Text, "until the road came") || doc.Warnings[0] != "Page 3 can't be read and is missing." {
		t.Errorf("reads %q with %q", doc.Text, doc.Warnings)
	}
}

func TestReadingAPDFStopsWhenTimeIsUp(t *testing.T) {
	read(t, "a.pdf", pdfBytes("", interview()...)) // compiled
	var many [][]printed
	for range 400 {
		many = append(many, interview()...)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Read(ctx, "a.pdf", []byte(pdfBytes("", many...)), Options{}); study.KindOf(err) != study.TooLarge {
		t.Errorf("%v", err)
	}
	read(t, "a.pdf", pdfBytes("", interview()...)) // the sandbox serves the next
}

func TestProtectedFilesOfTheCorpusOpen(t *testing.T) {
	for file, password := range map[string]string{"py-pdf_pypdf/r4-aes-user-password.pdf": "asdfzxcv", "py-pdf_pypdf/r6-user-password.pdf": "asdfzxcv",
		"py-pdf_pypdf/libreoffice-writer-password.pdf": "openpassword", "pdfminer_pdfminer.six/aes-256-r6.pdf": "usersecret", "apache_tika/testODTEncrypted.odt": "tika"} {
		data, err := os.ReadFile(filepath.Join(corpus(t), "awkward", file))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(t.Context(), file, data, Options{Password: password})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		sound(t, doc)
	}
}

func FuzzPDF(f *testing.F) {
	KeepCompiled(filepath.Join(os.TempDir(), "selvedge-fuzz")) // for all processes of the fuzzing
	if err := pdfium.Ready(); err != nil {
		f.Fatal(err)
	}
	fuzz(f, "a.pdf", pdfBytes("", interview()...), pdfBytes("x", interview()[0]), pdfBytes("", column(72, 700, "a-", "b", "1", "2")))
}
