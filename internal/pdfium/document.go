package pdfium

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tetratelabs/wazero/api"
)

// Why a file can't be opened or a page can't be read.
var (
	ErrPassword = errors.New("the password doesn't open the file")
	ErrSecurity = errors.New("the file is protected in an unknown way")
	ErrDamaged  = errors.New("the file is damaged")
	ErrGlyphs   = errors.New("the page has too many characters")
)

// Document is a file that is open in an instance of its own.
type Document struct {
	Pages   int
	guest   *guest
	doc     uint64
	scratch uint64 // four numbers of eight bytes, for answers
}

// Open opens a file until ctx ends, which stops it in the middle of its work, or Close is
// called. It answers ErrPassword, ErrSecurity or ErrDamaged, or ctx's error.
func Open(ctx context.Context, data []byte, password string) (*Document, error) {
	g, err := newGuest(ctx)
	if err != nil {
		return nil, err
	}
	d := &Document{guest: g}
	if err := d.load(data, password); err != nil {
		d.Close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	return d, nil
}

// Close gives up the instance. It may be called twice.
func (d *Document) Close() { d.guest.close() }

func (d *Document) load(data []byte, password string) error {
	file, err := d.guest.put(data)
	if err != nil {
		return ErrDamaged
	}
	secret, err := d.guest.put([]byte(password))
	if err != nil {
		return ErrDamaged
	}
	if d.doc, err = d.guest.call("FPDF_LoadMemDocument", file, uint64(len(data)), secret); err != nil {
		return ErrDamaged
	}
	if uint32(d.doc) == 0 {
		return d.refusal()
	}
	if d.scratch, err = d.guest.room(4 * 8); err != nil {
		return ErrDamaged
	}
	count, err := d.guest.call("FPDF_GetPageCount", d.doc)
	if d.Pages = int(int32(count)); err != nil || d.Pages < 1 {
		return ErrDamaged
	}
	return nil
}

func (d *Document) refusal() error {
	const wrongPassword, unknownSecurity = 4, 5
	switch code, _ := d.guest.call("FPDF_GetLastError"); uint32(code) {
	case wrongPassword:
		return ErrPassword
	case unknownSecurity:
		return ErrSecurity
	}
	return ErrDamaged
}

// Title is the one the file states, or "".
func (d *Document) Title() string {
	tag, err := d.guest.put([]byte("Title"))
	if err != nil {
		return ""
	}
	return d.text("FPDF_GetMetaText", d.doc, tag)
}

// Language is the one the file states, or "".
func (d *Document) Language() string { return d.text("FPDFCatalog_GetLanguage", d.doc) }

const maxSaid = 64 << 10 // bytes of a title or a language

// text asks a function that fills a buffer with UTF-16, first for its size.
func (d *Document) text(name string, params ...uint64) string {
	size, err := d.guest.call(name, append(params, 0, 0)...)
	if size = size & 0xffffffff; err != nil || size == 0 || size > maxSaid {
		return ""
	}
	at, err := d.guest.room(int(size))
	if err != nil {
		return ""
	}
	if _, err := d.guest.call(name, append(params, at, size)...); err != nil {
		return ""
	}
	raw, err := d.guest.seen(at, int(size)&^1)
	if err != nil {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}

// Size is a page's width and height in points, as it is shown; pages count from 0.
func (d *Document) Size(page int) (width, height float64, err error) {
	done, err := d.guest.call("FPDF_GetPageSizeByIndex", d.doc, uint64(page), d.scratch, d.scratch+8)
	if err == nil && uint32(done) == 0 {
		err = ErrDamaged
	}
	if err != nil {
		return 0, 0, err
	}
	numbers, err := d.numbers()
	return numbers[0], numbers[1], err
}

// numbers are those of the scratch.
func (d *Document) numbers() (list [4]float64, err error) {
	raw, err := d.guest.seen(d.scratch, 4*8)
	if err != nil {
		return list, err
	}
	for i := range list {
		list[i] = math.Float64frombits(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	return list, nil
}

// Page is a page that is open.
type Page struct {
	document *Document
	page     uint64
}

// Page opens a page, counted from 0.
func (d *Document) Page(number int) (*Page, error) {
	page, err := d.guest.call("FPDF_LoadPage", d.doc, uint64(number))
	if err == nil && uint32(page) == 0 {
		err = ErrDamaged
	}
	return &Page{d, page}, err
}

// Close gives back the page's memory.
func (p *Page) Close() error {
	_, err := p.document.guest.call("FPDF_ClosePage", p.page)
	return err
}

// Device gives the pixel that a point of the file's coordinates falls on, when the page is
// shown width by height pixels large.
func (p *Page) Device(width, height int, x, y float64) (atX, atY int, err error) {
	d := p.document
	done, err := d.guest.call("FPDF_PageToDevice", p.page, 0, 0, uint64(width), uint64(height), 0, api.EncodeF64(x), api.EncodeF64(y), d.scratch, d.scratch+8)
	if err == nil && uint32(done) == 0 {
		err = ErrDamaged
	}
	if err != nil {
		return 0, 0, err
	}
	raw, err := d.guest.seen(d.scratch, 2*8)
	if err != nil {
		return 0, 0, err
	}
	return int(int32(binary.LittleEndian.Uint32(raw))), int(int32(binary.LittleEndian.Uint32(raw[8:]))), nil
}

// Glyph is a character where it stands, in points of the file's coordinates, which count
// upwards. Blanks stand nowhere.
type Glyph struct {
	Rune                     rune // utf8.RuneError for what is no character
	Left, Right, Bottom, Top float64
}

// Glyphs are the characters of a page in the order of the file. More than limit are
// ErrGlyphs.
func (p *Page) Glyphs(limit int) (list []Glyph, err error) {
	g := p.document.guest
	text, err := g.call("FPDFText_LoadPage", p.page)
	if err == nil && uint32(text) == 0 {
		err = ErrDamaged
	}
	if err != nil {
		return nil, err
	}
	count, err := g.call("FPDFText_CountChars", text)
	if err != nil {
		return nil, err
	}
	if int(int32(count)) > limit {
		return nil, ErrGlyphs
	}
	list = make([]Glyph, 0, max(0, int(int32(count))))
	for i := range uint64(cap(list)) {
		if list, err = p.glyph(list, text, i); err != nil {
			return nil, err
		}
	}
	_, err = g.call("FPDFText_ClosePage", text)
	return list, err
}

func (p *Page) glyph(list []Glyph, text, i uint64) ([]Glyph, error) {
	d := p.document
	code, err := d.guest.call("FPDFText_GetUnicode", text, i)
	if err != nil || uint32(code) == 0 {
		return list, err
	}
	r := rune(int32(code))
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	if r <= ' ' {
		return append(list, Glyph{Rune: r}), nil
	}
	if _, err = d.guest.call("FPDFText_GetCharBox", text, i, d.scratch, d.scratch+8, d.scratch+16, d.scratch+24); err != nil {
		return nil, err
	}
	at, err := d.numbers()
	return append(list, Glyph{r, at[0], at[1], at[2], at[3]}), err
}

// Pictures says whether there is a picture, or a drawing that is used like one, among the
// first hundred things on the page.
func (p *Page) Pictures() (bool, error) {
	const picture, form = 3, 5
	g := p.document.guest
	count, err := g.call("FPDFPage_CountObjects", p.page)
	for i := range uint64(max(0, min(int32(count), 100))) {
		object, err := g.call("FPDFPage_GetObject", p.page, i)
		if err != nil {
			return false, err
		}
		kind, err := g.call("FPDFPageObj_GetType", object)
		if err != nil || uint32(kind) == picture || uint32(kind) == form {
			return err == nil, err
		}
	}
	return false, err
}

// Draw draws the page on white, width by height pixels large.
func (p *Page) Draw(width, height int) (*image.RGBA, error) {
	const white, withAnnotations, redFirst = 0xffffffff, 0x01, 0x10
	g := p.document.guest
	bitmap, err := g.call("FPDFBitmap_Create", uint64(width), uint64(height), 1)
	if err == nil && uint32(bitmap) == 0 {
		err = errMemory
	}
	if err != nil {
		return nil, err
	}
	if _, err := g.call("FPDFBitmap_FillRect", bitmap, 0, 0, uint64(width), uint64(height), white); err != nil {
		return nil, err
	}
	if _, err := g.call("FPDF_RenderPageBitmap", bitmap, p.page, 0, 0, uint64(width), uint64(height), 0, withAnnotations|redFirst); err != nil {
		return nil, err
	}
	buffer, err := g.call("FPDFBitmap_GetBuffer", bitmap)
	if err != nil {
		return nil, err
	}
	pixels, err := g.seen(buffer, 4*width*height)
	if err != nil {
		return nil, err
	}
	drawn := &image.RGBA{Pix: bytes.Clone(pixels), Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	_, err = g.call("FPDFBitmap_Destroy", bitmap)
	return drawn, err
}
