package web

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// shelf is a project with one empty strand.
type shelf struct {
	*person
	base, strand string
}

func openShelf(t *testing.T) shelf {
	lead := open(t).signedIn("lead")
	base := "/api/projects/" + lead.ask("POST", "/api/projects", `{"name":"Study"}`).is(201).id()
	return shelf{lead, base, lead.ask("POST", base+"/strands", `{"name":"Interviews"}`).is(201).id()}
}

func (s shelf) bring(name, content string) reply {
	return s.ask("POST", s.base+"/sources", form(name, content, "strand", s.strand))
}

func zipOf(name, content string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, _ := z.Create(name)
	_, _ = f.Write([]byte(content))
	_ = z.Close()
	return b.String()
}

func TestAnUploadLeavesNothingInTheTemporaryFolder(t *testing.T) {
	s := openShelf(t)
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	small, large := strings.Repeat("Words of one person.\n", 1000), strings.Repeat("x\n", maxHeld)
	s.bring("small.txt", small).is(201)
	s.bring("large.txt", large).is(413) // too many lines
	left, err := os.ReadDir(folder)
	must(t, err)
	if len(left) > 0 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestAFileThatCantBeReadIsRefusedWithASentenceAndChangesNothing(t *testing.T) {
	s := openShelf(t)
	real := zipOf("word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>`)
	for name, content := range map[string]string{
		"empty.txt":        "",
		"blank.txt":        " \n\t\n ",
		"zip.docx":         zipOf("readme.txt", "not a Word file"),
		"empty.vtt":        "",
		"truncated.docx":   real[:len(real)/2],
		"picture.txt":      "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00",
		"nul.txt":          "Some words\x00\x00\x00 and more\x00 of them\x00\x01\x02",
		"old.doc":          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600),
		"letters.txt":      strings.Repeat("a", 101<<20),
		"unknown.xyz":      "\x00\x01\x02\x03",
		"../../etc/passwd": "",
	} {
		t.Run(name, func(t *testing.T) {
			r := s.bring(name, content)
			if r.status < 400 || r.status > 499 {
				t.Fatalf("answered %d: %.200s", r.status, r.body)
			}
			var p problem
			r.into(&p)
			if len(p.Detail) < 15 || !strings.HasSuffix(p.Detail, ".") {
				t.Errorf("says %q", p.Detail)
			}
			t.Log(p.Detail)
		})
	}
	var sources page[app.SourceView]
	s.ask("GET", s.base+"/sources", "").is(200).into(&sources)
	var entries page[study.Entry]
	s.ask("GET", s.base+"/journal", "").is(200).into(&entries)
	if sources.Total != 0 || entries.Total != 2 {
		t.Errorf("%d sources and %d journal entries are there", sources.Total, entries.Total)
	}
}

func TestThePreviewSaysWhatIsHereAlreadyAndWhereTheFileGoes(t *testing.T) {
	s := openShelf(t)
	const words = "Ann: We grew.\nBen: Did you?\n"
	first := s.bring("First.txt", words).is(201).id()
	var p preview
	s.ask("POST", s.base+"/sources/preview", form("Again.txt", words, "folder", "Fieldwork/interviews")).is(200).into(&p)
	if len(p.Same) != 1 || p.Same[0].Title != "First" || string(p.Same[0].ID) != first || len(p.Hash) != 64 || p.Title != "Again" {
		t.Errorf("the same file is %+v", p)
	}
	if p.Strand == nil || string(p.Strand.ID) != s.strand || p.Strand.By != "interviews" {
		t.Errorf("it goes to %+v", p.Strand)
	}
	hash := p.Hash
	p = preview{}
	s.ask("POST", s.base+"/sources/preview", form("First.txt", words+"Ann: Yes.\n")).is(200).into(&p)
	if len(p.Same) > 0 || p.Hash == hash || p.Strand != nil {
		t.Errorf("another file is %+v", p)
	}
}

func TestManyCharacterSetsReadRight(t *testing.T) {
	s := openShelf(t)
	const words = "Ann: The café in Nelson cost £300 – naïve, I know.\nBob: And “then”?\nAnn: Then we grew.\n"
	for name, content := range map[string]string{
		"utf8.txt":      words,
		"bom.txt":       "\ufeff" + words,
		"crlf.txt":      strings.ReplaceAll(words, "\n", "\r\n"),
		"cr.txt":        strings.ReplaceAll(words, "\n", "\r"),
		"utf16le.txt":   "\xff\xfe" + utf16Bytes(words, true),
		"utf16be.txt":   "\xfe\xff" + utf16Bytes(words, false),
		"utf16bare.txt": utf16Bytes(words, true),
		"cp1252.txt":    strings.NewReplacer("é", "\xe9", "£", "\xa3", "–", "\x96", "ï", "\xef", "“", "\x93", "”", "\x94").Replace(words),
	} {
		t.Run(name, func(t *testing.T) {
			r := s.bring(name, content).is(201)
			got := string(s.ask("GET", s.base+"/sources/"+r.id()+"/text", "").is(200).body)
			want := "The café in Nelson cost £300 – naïve, I know.\nAnd “then”?\nThen we grew."
			if got != want {
				t.Errorf("reads %q", got)
			}
			original := s.ask("GET", s.base+"/sources/"+r.id()+"/original", "").is(200)
			if string(original.body) != content {
				t.Error("the uploaded bytes are not what was uploaded")
			}
		})
	}
}

func utf16Bytes(s string, little bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		if little {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		} else {
			b.WriteByte(byte(u >> 8))
			b.WriteByte(byte(u))
		}
	}
	return b.String()
}

func TestANameWithFoldersNeverBecomesAPath(t *testing.T) {
	s := openShelf(t)
	r := s.bring(`..\..\windows/../../etc/interview.txt`, "Some words that somebody said.").is(201)
	var v app.SourceView
	r.into(&v)
	if v.Filename != "interview.txt" || v.Title != "interview" {
		t.Errorf("it is called %q, titled %q", v.Filename, v.Title)
	}
}

func TestAPreviewSavesNothingAndItsCorrectionsAreKept(t *testing.T) {
	s := openShelf(t)
	const text = "INT: What stopped you?\nHW: Cash.\nINT: And?\nH.W.: More cash.\nINT: Thank you.\nHW: Ta.\n"
	var p preview
	s.ask("POST", s.base+"/sources/preview", form("a.txt", text)).is(200).into(&p)
	if len(p.Speakers) < 2 || !p.Speakers[0].Moderator {
		t.Fatalf("found %+v", p.Speakers)
	}
	options := `{"speakers":[{"label":"INT","name":"Amira Osei","moderator":true},{"label":"HW","name":"Helen"},{"label":"H.W.","name":"Helen"}]}`
	var v imported
	s.ask("POST", s.base+"/sources", form("a.txt", text, "strand", s.strand, "options", options)).is(201).into(&v)
	if len(v.Speakers) != 2 || v.Speakers[0].Name != "Amira Osei" || !v.Speakers[0].Moderator || v.Speakers[1].Name != "Helen" || v.Turns != 6 {
		t.Errorf("it has %d turns and %+v", v.Turns, v.Speakers)
	}
}
