package ingest

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/selvedge/selvedge/internal/study"
)

// format is one kind of file. To add a kind, write its reader in a file of its
// own and add a row here.
type format struct {
	name    string
	endings []string
	binary  bool                 // not plain text: the reader takes the bytes themselves
	lines   bool                 // each line may become a paragraph
	looks   func(in *input) bool // recognises the content whatever the ending; may be nil
	read    func(ctx context.Context, in *input) (*draft, error)
	tables  func(ctx context.Context, in *input) ([]table, error) // of a format that is made of tables; else nil
}

var formats []*format

func init() { // not a literal: readers refer back to the table through their input
	formats = []*format{
		{name: "docx", endings: []string{".docx", ".docm", ".dotx"}, binary: true, looks: looksDOCX, read: readDOCX},
		{name: "pdf", endings: []string{".pdf"}, binary: true, looks: looksPDF, read: readPDF},
		{name: "odt", endings: []string{".odt", ".ott"}, binary: true, looks: looksODT, read: readODT},
		{name: "xlsx", endings: []string{".xlsx", ".xlsm"}, binary: true, looks: looksXLSX, read: readXLSX, tables: tablesOfXLSX},
		{name: "rtf", endings: []string{".rtf"}, binary: true, looks: looksRTF, read: readRTF},
		{name: "html", endings: []string{".html", ".htm", ".xhtml"}, looks: looksHTML, read: readHTML},
		{name: "vtt", lines: true, endings: []string{".vtt"}, looks: looksVTT, read: readVTT},
		{name: "srt", lines: true, endings: []string{".srt"}, looks: looksSRT, read: readSRT},
		{name: "json", endings: []string{".json"}, read: readJSON},
		{name: "csv", lines: true, endings: []string{".csv", ".tsv", ".tab"}, read: readCSV, tables: tableOfCSV},
		{name: "md", lines: true, endings: []string{".md", ".markdown"}, read: readMarkdown},
		{name: "rst", lines: true, endings: []string{".rst"}, read: readRST},
		{name: "txt", lines: true, endings: []string{".txt", ".text", ".log", ".asc", ""}, read: readText},
	}
}

// Endings are the file name endings that can be read, with their dots.
func Endings() []string {
	var all []string
	for _, f := range formats {
		all = append(all, f.endings...)
	}
	return slices.DeleteFunc(all, func(e string) bool { return e == "" })
}

// recognise finds the format: content first, then the ending.
func (in *input) recognise(ending, charset string) error {
	if err := in.unlock(); err != nil {
		return err
	}
	if err := refuse(in.data); err != nil {
		return err
	}
	named := slices.IndexFunc(formats, func(f *format) bool { return slices.Contains(f.endings, ending) })
	if isBinary, err := in.recogniseBinary(named); isBinary {
		return err
	}
	if err := in.decode(charset); err != nil {
		return err
	}
	if named >= 0 {
		in.format = formats[named]
	}
	for _, f := range formats {
		// Only a plain ending gives way: a .md may well quote subtitles.
		if !f.binary && f.looks != nil && f.looks(in) && (named < 0 || in.format.name == "txt") {
			in.format = f
			break
		}
	}
	if in.format != nil && in.format.lines && strings.Count(in.text, "\n") > maxParagraphs {
		return errParagraphs
	}
	if in.format == nil {
		return study.Errorf(study.Invalid, "Files ending in “%s” can't be read: save it as docx, pdf or txt and add it again.", ending)
	}
	return nil
}

// recogniseBinary finds formats that are not plain text, and archives that are none.
func (in *input) recogniseBinary(named int) (is bool, err error) {
	for _, f := range formats {
		if f.binary && f.looks(in) {
			in.format, in.charset = f, "utf-8"
			return true, nil
		}
	}
	if isZip(in.data) {
		return true, study.Errorf(study.Invalid, "%s", archiveSentence(in.data))
	}
	if named < 0 || !formats[named].binary {
		return false, nil
	}
	f := formats[named]
	return true, study.Errorf(study.Invalid, "The file is named %s but holds something else: open it in the program that made it, save it as %s and add it again.", f.name, f.name)
}

func isOLE(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// archiveSentence tells people which kind of zip they have. The names are looked
// for in the raw bytes, where zip keeps them unpacked.
func archiveSentence(data []byte) string {
	for _, kind := range []struct{ mark, sentence string }{
		{"ppt/presentation", "A slide show: save its text as docx or txt and add it again."},
		{"application/epub", "An e-book: save its text as docx or txt and add it again."},
		{"[Content_Types].xml", "The Word file is damaged: open it in Word, save it anew and add it again."},
	} {
		if bytes.Contains(data, []byte(kind.mark)) {
			return kind.sentence
		}
	}
	return "A zip archive, not a document: unpack it and add the files in it."
}

const (
	picture   = "A picture, not text: type out what it shows, or add the document it came from."
	recording = "A recording: have it transcribed and add the transcript."
	packed    = "A packed archive: unpack it and add the files in it."
)

var refusals = []struct {
	at       int
	magic    string
	sentence string
}{
	{0, "\x89PNG", picture}, {0, "\xff\xd8\xff", picture}, {0, "GIF8", picture}, {0, "II*\x00", picture}, {0, "MM\x00*", picture}, {8, "WEBP", picture},
	{0, "ID3", recording}, {8, "WAVE", recording}, {0, "OggS", recording}, {0, "fLaC", recording}, {4, "ftyp", recording}, {0, "\x1aE\xdf\xa3", recording}, {0, "\xff\xfb", recording},
	{0, "\x1f\x8b", packed}, {0, "7z\xbc\xaf", packed}, {0, "Rar!", packed}, {0, "BZh", packed}, {0, "\xfd7zXZ", packed},
	{0, "SQLite format 3", "A database, not text: export its tables as csv and add them."},
}

// refuse recognises what can't be read and says what to do instead.
func refuse(data []byte) error {
	if isOLE(data) {
		return study.Errorf(study.Invalid, "%s", oldOffice(data))
	}
	for _, r := range refusals {
		if len(data) >= r.at && bytes.HasPrefix(data[r.at:], []byte(r.magic)) {
			return study.Errorf(study.Invalid, "%s", r.sentence)
		}
	}
	return nil
}

// oldOffice tells the formats of before 2007 apart; all are OLE containers.
func oldOffice(data []byte) string {
	switch {
	case bytes.Contains(data, wide("WordDocument")):
		return "A Word 97 file: save it as docx and add it again."
	case bytes.Contains(data, wide("Workbook")):
		return "An Excel 97 file: save it as xlsx or csv and add it again."
	case bytes.Contains(data, wide("PowerPoint Document")):
		return "A PowerPoint 97 file: save its text as docx or txt and add it again."
	}
	return "An old Office file: save it as docx or txt and add it again."
}

// wide is UTF-16LE, as OLE writes its names.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
