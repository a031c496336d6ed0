package ingest

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	maxGuest     = 256 << 20        // bytes of memory that PDFium may take for one file
	guestPage    = 64 << 10         // bytes of a page of WebAssembly's memory
	maxPDFs      = 2                // files that PDFium works on at once
	maxPDFTime   = 50 * time.Second // for the text of one file
	maxImageTime = 20 * time.Second // for the picture of one page
)

// sandbox is PDFium as WebAssembly: without files, network, clock or environment, with a
// cap on its memory, and a fresh instance for each file. It is made when the first PDF comes.
type sandbox struct {
	mu       sync.Mutex
	compiled string // folder that keeps what was compiled; empty for none
	pool     pdfium.Pool
}

var guests sandbox

// KeepCompiled names a folder in which PDFium's compiled code is kept, so that a new process
// needs no seconds for it. The folder may be deleted at any time. It counts before the first PDF.
func KeepCompiled(folder string) {
	guests.mu.Lock()
	defer guests.mu.Unlock()
	guests.compiled = folder
}

func (s *sandbox) open() (pdfium.Pool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pool != nil {
		return s.pool, nil
	}
	cache := wazero.NewCompilationCache()
	if s.compiled != "" {
		if kept, err := wazero.NewCompilationCacheWithDir(filepath.Clean(s.compiled)); err == nil {
			cache = kept // a folder that can't be written costs seconds, no PDF
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: maxPDFs,
		FSConfig: wazero.NewFSConfig(), // nil would mount the host's root
		Stdout:   io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(maxGuest / guestPage).WithCloseOnContextDone(true).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).WithCompilationCache(cache),
	})
	if err != nil {
		return nil, study.Wrap(err, "start PDFium")
	}
	s.pool = pool
	return pool, nil
}

// pdfFile is a file that is open in an instance of its own.
type pdfFile struct {
	pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	pages int
	close func()
}

var (
	errLockedPDF   = study.FieldError("password", "The file is protected with a password: give it to read the file.")
	errWrongPDF    = study.FieldError("password", "The password does not open the file: try another.")
	errDamagedPDF  = study.Errorf(study.Invalid, "The PDF is damaged or cut off: open it in the program that made it, save it anew and add it again.")
	errSecurityPDF = study.Errorf(study.Invalid, "The PDF is protected in a way that can't be read: save it without protection and add it again.")
)

// openPDF opens a file until ctx ends or close is called. Instances are thrown away after
// one file; one that works when ctx ends is stopped in the middle of its work.
func openPDF(ctx context.Context, data []byte, password string) (*pdfFile, error) {
	pool, err := guests.open()
	if err != nil {
		return nil, err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	var once sync.Once
	kill := func() { once.Do(func() { _ = instance.Kill() }) } // it ends with its memory, whatever it answers
	unwatch := context.AfterFunc(ctx, kill)
	f := &pdfFile{Pdfium: instance, close: func() { unwatch(); kill() }}
	if err := f.load(data, password); err != nil {
		f.close()
		return nil, timely(ctx, err)
	}
	return f, nil
}

func (f *pdfFile) load(data []byte, password string) error {
	opened, err := f.OpenDocument(&requests.OpenDocument{File: &data, Password: &password})
	if err != nil {
		return refusedPDF(err, password)
	}
	f.doc = opened.Document
	count, err := f.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil || count.PageCount < 1 {
		return errDamagedPDF
	}
	f.pages = count.PageCount
	return nil
}

func refusedPDF(err error, password string) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword) && password == "":
		return errLockedPDF
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return errWrongPDF
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return errSecurityPDF
	}
	return errDamagedPDF
}

// timely says that time ran out where that is why something failed.
func timely(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (f *pdfFile) page(number int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: number}}
}
