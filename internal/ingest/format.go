package ingest

import (
	"bytes"
	"context"
	"slices"
	"unicode/utf16"

	"github.com/selvedge/selvedge/internal/study"
)

// format is one kind of file. To add a kind, write its reader in a file of its
// own, add a row here, and drop its sentence from refusals.
type format struct {
	name    string
	endings []string
	archive bool                 // not plain text: the reader takes the bytes themselves
	looks   func(in *input) bool // recognises the content whatever the ending; may be nil
	read    func(ctx context.Context, in *input) (*draft, error)
}

var formats []*format

func init() { // not a literal: readers refer back to the table through their input
	formats = []*format{
		{name: "docx", endings: []string{".docx", ".docm", ".dotx"}, archive: true, looks: looksDOCX, read: readDOCX},
		{name: "pdf", endings: []string{".pdf"}, archive: true, looks: looksPDF, read: readPDF},
		{name: "vtt", endings: []string{".vtt"}, looks: looksVTT, read: readVTT},
		{name: "srt", endings: []string{".srt"}, looks: looksSRT, read: readSRT},
		{name: "md", endings: []string{".md", ".markdown"}, read: readMarkdown},
		{name: "rst", endings: []string{".rst"}, read: readRST},
		{name: "txt", endings: []string{".txt", ".text", ".log", ".asc", ""}, read: readText},
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
	named := slices.IndexFunc(formats, func(f *format) bool { return slices.Contains(f.endings, ending) })
	if err := refuse(in.data, ending); err != nil {
		return err
	}
	if isZip(in.data) || looksPDF(in) || named >= 0 && formats[named].archive {
		return in.recogniseArchive(ending)
	}
	if err := in.decode(charset); err != nil {
		return err
	}
	if named >= 0 {
		in.format = formats[named]
	}
	for _, f := range formats {
		// Only a plain ending gives way: a .md may well quote subtitles.
		if !f.archive && f.looks != nil && f.looks(in) && (named < 0 || in.format.name == "txt") {
			in.format = f
			return nil
		}
	}
	if in.format == nil {
		return study.Errorf(study.Invalid, "Files ending in “%s” can't be read: save it as docx or txt and add it again.", ending)
	}
	return nil
}

func (in *input) recogniseArchive(ending string) error {
	for _, f := range formats {
		if f.archive && f.looks(in) {
			in.format, in.charset = f, "utf-8"
			return nil
		}
	}
	if ending == ".pdf" && !isZip(in.data) {
		return study.Errorf(study.Invalid, "The file is named pdf but is not a PDF: open it in the program that made it, save it as PDF and add it again.")
	}
	if !isZip(in.data) {
		return study.Errorf(study.Invalid, "The file is named docx but is not a Word file: open it in the program that made it, save it as docx and add it again.")
	}
	return study.Errorf(study.Invalid, "%s", archiveSentence(in.data))
}

func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// archiveSentence tells people which kind of zip they have. The names are looked
// for in the raw bytes, where zip keeps them unpacked.
func archiveSentence(data []byte) string {
	for _, kind := range []struct{ mark, sentence string }{
		{"application/vnd.oasis.opendocument.text", "An OpenDocument file: save it as docx and add it again."},
		{"xl/workbook", "A spreadsheet: save the texts in it as docx or txt and add them."},
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
	richText  = "A Rich Text file: save it as docx and add it again."
	webPage   = "A web page: save its text as docx or txt and add it again."
)

var refusals = []struct {
	at       int
	magic    string
	sentence string
}{
	{0, "\x89PNG", picture}, {0, "\xff\xd8\xff", picture}, {0, "GIF8", picture}, {0, "II*\x00", picture}, {0, "MM\x00*", picture}, {8, "WEBP", picture},
	{0, "ID3", recording}, {8, "WAVE", recording}, {0, "OggS", recording}, {0, "fLaC", recording}, {4, "ftyp", recording}, {0, "\x1aE\xdf\xa3", recording}, {0, "\xff\xfb", recording},
	{0, "\x1f\x8b", packed}, {0, "7z\xbc\xaf", packed}, {0, "Rar!", packed}, {0, "BZh", packed}, {0, "\xfd7zXZ", packed},
	{0, "{\\rtf", richText}, {0, "SQLite format 3", "A database, not text."},
}

// refuse recognises what can't be read and says what to do instead.
func refuse(data []byte, ending string) error {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return study.Errorf(study.Invalid, "%s", oldOffice(data))
	}
	for _, r := range refusals {
		if len(data) >= r.at && bytes.HasPrefix(data[r.at:], []byte(r.magic)) {
			return study.Errorf(study.Invalid, "%s", r.sentence)
		}
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 256)], "\xef\xbb\xbf \t\r\n"))
	if ending == ".html" || ending == ".htm" || bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) {
		return study.Errorf(study.Invalid, webPage)
	}
	return nil
}

// oldOffice tells an encrypted docx from the formats of before 2007; all are OLE containers.
func oldOffice(data []byte) string {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return "A Word file with a password: take the password off in Word and add it again."
	case bytes.Contains(data, wide("WordDocument")):
		return "A Word 97 file: save it as docx and add it again."
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
