package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

// lay writes files by name into a new folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		must(t, os.MkdirAll(filepath.Join(folder, filepath.Dir(name)), 0o700))
		must(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600))
	}
	return folder
}

func packed(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := z.Create(files[i])
		must(t, err)
		_, err = io.WriteString(f, files[i+1])
		must(t, err)
	}
	must(t, z.Close())
	return b.String()
}

// protected is a workbook of one column that asks for a password.
func protected(t *testing.T, password string) string {
	t.Helper()
	f, dice := excelize.NewFile(), rand.New(rand.NewPCG(1, 2))
	for row := range 300 { // a short one is kept in another way
		must(t, f.SetCellValue("Sheet1", fmt.Sprintf("A%d", row+1), fmt.Sprintf("In year %d we made %x looms.", row, dice.Uint64())))
	}
	var b bytes.Buffer
	must(t, f.Write(&b, excelize.Options{Password: password}))
	return b.String()
}

type listed struct {
	Items []struct {
		Title, Strand, Format string
		Speakers              []study.Speaker
		Recording             *study.Recording
	}
}

// sources are those of the desk's project, as "strand/title" with their moderators and recordings.
func (p *process) sources(d desk) map[string]string {
	var strands struct {
		Items []study.Strand
	}
	p.ask("GET", d.base+"/strands", "", 200, &strands)
	var list listed
	p.ask("GET", d.base+"/sources", "", 200, &list)
	found := map[string]string{}
	for _, s := range list.Items {
		name := s.Title
		for _, strand := range strands.Items {
			if string(strand.ID) == s.Strand {
				name = strand.Name + "/" + name
			}
		}
		found[name] = s.Format
		for _, speaker := range s.Speakers {
			if speaker.Moderator {
				found[name] += " asked by " + speaker.Name
			}
		}
		if s.Recording != nil {
			found[name] += " heard"
		}
	}
	return found
}

const spoken = "QX: How did it begin?\nRuth: With a kiln, and %s.\nQX: And then?\n"

func TestFoldersAndZipsAreImportedFromTheCommandLine(t *testing.T) {
	onBoth(t, func(t *testing.T, database string) {
		data := t.TempDir()
		p := start(t, data, database).signIn()
		d := p.desk()
		p.make(d.base+"/strands", `{"name":"Drop-outs"}`)
		folder := lay(t, map[string]string{
			"Interviews/First.txt":   fmt.Sprintf(spoken, "nerve"),
			"Interviews/First.mp3":   "ID3\x04\x00\x00\x00\x00\x00\x00 and so on",
			"Interviews/.hidden.txt": "x",
			"Interviews/Table.csv":   "Name,Comment,Said\nAnn,none,We grew\nBen,none,Did you?\n",
			"Interviews/Torn.docx":   "not a Word file",
			"all.zip":                packed(t, "D01 Later.txt", fmt.Sprintf(spoken, "luck"), "__MACOSX/._D01 Later.txt", "x", "../../Stray.txt", "Words without a strand.\n"),
			"Interviews/Locked.xlsx": protected(t, "open sesame"),
			"Interviews/Copy.txt":    fmt.Sprintf(spoken, "nerve"),
			"key":                    "open sesame\n",
		})
		must(t, os.Rename(filepath.Join(folder, "key"), filepath.Join(data, "key")))
		args := []string{"import", "--moderator", "QX=Amira", "--table", "each=turn,speaker=A,text=C", "--recording", folder}

		out, err := commandOn(t, data, database, args...)
		if err == nil || !strings.HasPrefix(err.Error(), "3 of 7 files") {
			t.Errorf("it ended with %v", err)
		}
		for _, line := range []string{
			"Interviews/Copy.txt: txt, 11 words, 3 turns, speakers: Amira, Ruth", "Interviews/First.txt: left out, the same file is here already as “Copy”",
			"Interviews/First.mp3: attached", "Interviews/Table.csv: csv, 4 words, 2 turns, speakers: Ann, Ben",
			"Interviews/Torn.docx: The file is named docx but holds something else", "Interviews/Locked.xlsx: The file is protected with a password",
			"all.zip/D01 Later.txt: txt, 11 words", "all.zip/Stray.txt: Neither its folder nor its name tells a strand",
		} {
			if !strings.Contains(out, line) {
				t.Errorf("it doesn't say %q:\n%s", line, out)
			}
		}
		want := map[string]string{"Interviews/long": "txt", "Interviews/Copy": "txt asked by Amira heard", "Interviews/Table": "csv", "Drop-outs/D01 Later": "txt asked by Amira"}
		if got := p.sources(d); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("there are %v", got)
		}

		locked := filepath.Join(folder, "Interviews/Locked.xlsx")
		if out, err := commandOn(t, data, database, "import", "--password-file", filepath.Join(data, "key"), locked); err != nil || !strings.Contains(out, "299 turns") {
			t.Errorf("with the password: %q, %v", out, err)
		}
		if out, err := commandOn(t, data, database, "import", "--again", "--strand", "Drop-outs", filepath.Join(folder, "Interviews/First.txt")); err != nil || !strings.Contains(out, "The same file is here already as “Copy”.") {
			t.Errorf("once more: %q, %v", out, err)
		}
		if got := p.sources(d); got["Drop-outs/First"] != "txt" || got["Interviews/Locked"] != "xlsx" {
			t.Errorf("then there are %v", got)
		}
	})
}

func TestWhatTheCommandLineIsToldWronglyIsRefusedInWords(t *testing.T) {
	data := t.TempDir()
	p := start(t, data, "").signIn()
	p.desk()
	for says, args := range map[string][]string{
		"no such file":                     {"nowhere.txt"},
		"There is no strand “Nowhere”":     {"--strand", "Nowhere", "a.txt"},
		"--table doesn't know “text=3”":    {"--table", "text=3", "a.txt"},
		"--table must say the column":      {"--table", "each=turn", "a.txt"},
		"The archive is damaged or cut of": {lay(t, map[string]string{"a.zip": "PK\x03\x04"})},
	} {
		out, err := commandOn(t, data, "", append([]string{"import"}, args...)...)
		if err == nil || !strings.Contains(out+explain(err), says) {
			t.Errorf("%v said %q, %v", args, out, err)
		}
	}
}
