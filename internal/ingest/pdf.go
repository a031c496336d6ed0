package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/pdfium"
	"github.com/selvedge/selvedge/internal/study"
)

const (
	maxSheets  = 5000 // pages of one file
	minGlyphs  = 20   // characters that a page with a text layer has at least
	maxLost    = 20   // pages that can't be read before the file counts as damaged
	maxPDFTime = 50 * time.Second
)

var (
	errDamagedPDF  = study.Errorf(study.Invalid, "The PDF is damaged or cut off: open it in the program that made it, save it anew and add it again.")
	errSecurityPDF = study.Errorf(study.Invalid, "The PDF is protected in a way that can't be read: save it without protection and add it again.")
	errScan        = study.Errorf(study.Invalid, "A scan: its pages are pictures without text. Have the text recognised (OCR) and add the result.")
)

func looksPDF(in *input) bool {
	return bytes.Contains(in.data[:min(len(in.data), 1024)], []byte("%PDF-"))
}

// KeepCompiled names a folder for what the reader of PDFs needs seconds to make. The folder
// may be deleted at any time. It counts before the first PDF.
func KeepCompiled(folder string) { pdfium.KeepCompiled(folder) }

// openPDF opens a file until ctx ends.
func openPDF(ctx context.Context, data []byte, password string) (*pdfium.Document, error) {
	file, err := pdfium.Open(ctx, data, password)
	switch {
	case errors.Is(err, pdfium.ErrPassword) && password == "":
		return nil, errLocked
	case errors.Is(err, pdfium.ErrPassword):
		return nil, errWrongKey
	case errors.Is(err, pdfium.ErrSecurity):
		return nil, errSecurityPDF
	case errors.Is(err, pdfium.ErrDamaged):
		return nil, errDamagedPDF
	}
	return file, err
}

// readPDF reads the words of a PDF page by page, puts lines together to paragraphs, and
// keeps where each word stands.
func readPDF(ctx context.Context, in *input) (*draft, error) {
	if err := pdfium.Ready(); err != nil { // which counts for no file
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, maxPDFTime)
	defer stop()
	file, err := openPDF(ctx, in.data, in.options.Password)
	if err != nil {
		return nil, err
	}
	r := &pdfReader{in: in, file: file}
	defer func() { r.file.Close() }()
	if file.Pages > maxSheets {
		return nil, study.Errorf(study.TooLarge, "The PDF has more than %d pages: split it and add the parts.", maxSheets)
	}
	found := &draft{title: r.title(), language: r.language()}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	if r.scanned() {
		return nil, errScan
	}
	found.warnings = r.warnings()
	found.paragraphs = layOut(r.sheets)
	for i, s := range r.sheets {
		found.pages = append(found.pages, study.Page{Number: i + 1, Width: s.width, Height: s.height})
	}
	return found, nil
}

// pdfReader is a PDF on its way.
type pdfReader struct {
	in     *input
	file   *pdfium.Document
	sheets []*pdfSheet
	lost   int
	glyphs int
}

func (r *pdfReader) read(ctx context.Context) error {
	for number := range r.file.Pages {
		s, err := readSheet(r.file, number)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if s, err = r.lose(ctx, s, err); err != nil {
				return err
			}
		}
		r.sheets = append(r.sheets, s)
		if r.glyphs += s.glyphs; r.glyphs > MaxText {
			return study.Errorf(study.TooLarge, "The text is longer than %d million characters: split the file and add the parts.", MaxText/1_000_000)
		}
	}
	return nil
}

// lose goes on after a page that can't be read. What failed in the sandbox may have left
// it in disorder, so that the next page gets a new one.
func (r *pdfReader) lose(ctx context.Context, s *pdfSheet, cause error) (*pdfSheet, error) {
	if r.lost++; r.lost > maxLost {
		return nil, errDamagedPDF
	}
	if s == nil {
		s = &pdfSheet{}
	}
	if s.lost, s.lines = true, nil; errors.Is(cause, pdfium.ErrGlyphs) {
		return s, nil
	}
	r.file.Close()
	file, err := openPDF(ctx, r.in.data, r.in.options.Password)
	if err != nil {
		return nil, err
	}
	r.file = file
	return s, nil
}

// scanned says that the pages are pictures of text. A word or two may have been laid over
// them, such as the stamp of the machine.
func (r *pdfReader) scanned() bool {
	pictures := 0
	for _, s := range r.sheets {
		if s.pictures {
			pictures++
		}
	}
	return r.glyphs < minGlyphs*len(r.sheets) && 2*pictures >= len(r.sheets) && pictures > 0
}

func (r *pdfReader) warnings() (list []string) {
	var lost, bare, columns []int
	for i, s := range r.sheets {
		switch {
		case s.lost:
			lost = append(lost, i+1)
		case s.pictures && s.glyphs < minGlyphs:
			bare = append(bare, i+1)
		}
		if s.columns = twoColumns(s); s.columns {
			columns = append(columns, i+1)
		}
	}
	for _, w := range []struct {
		pages            []int
		before, one, all string
	}{
		{lost, "", " can't be read and is missing.", " can't be read and are missing."},
		{bare, "", " is a picture without text.", " are pictures without text."},
		{columns, "Two columns on ", ": check the order.", ": check the order."},
	} {
		if len(w.pages) == 0 {
			continue
		}
		tail := w.all
		if len(w.pages) == 1 {
			tail = w.one
		}
		list = append(list, upperFirst(w.before+pagesSaid(w.pages)+tail))
	}
	return list
}

// pagesSaid lists pages as people do: "page 3", "pages 3, 5 to 9 and 12".
func pagesSaid(pages []int) string {
	var runs []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		switch j - i {
		case 0:
			runs = append(runs, fmt.Sprint(pages[i]))
		case 1:
			runs = append(runs, fmt.Sprint(pages[i]), fmt.Sprint(pages[j]))
		default:
			runs = append(runs, fmt.Sprintf("%d to %d", pages[i], pages[j]))
		}
		i = j + 1
	}
	if len(pages) == 1 {
		return "page " + runs[0]
	}
	if last := len(runs) - 1; last > 0 {
		return "pages " + strings.Join(runs[:last], ", ") + " and " + runs[last]
	}
	return "pages " + runs[0]
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// title is the one the file states, unless a program wrote it by itself.
func (r *pdfReader) title() string {
	said := r.file.Title()
	title, lower := tidy(said), strings.ToLower(said)
	made := strings.HasPrefix(lower, "microsoft ") || strings.HasPrefix(lower, "untitled") ||
		slices.ContainsFunc([]string{".doc", ".docx", ".pdf", ".rtf", ".odt", ".indd", ".qxd", ".tex", ".dvi", ".ppt", ".pptx", ".xls", ".xlsx", ".txt", ".html"}, func(ending string) bool { return strings.HasSuffix(lower, ending) })
	if made {
		return ""
	}
	return title
}

func (r *pdfReader) language() string {
	said := r.file.Language()
	if len(said) > 35 {
		return ""
	}
	return said
}
