package ingest

import (
	"bytes"
	"context"
	"image/png"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	minWidth  = 200 // pixels
	maxWidth  = 2400
	maxPixels = 8_000_000 // of one picture
)

var errDrawing = study.Errorf(study.Invalid, "This page can't be drawn.")

// ImageWidth draws a width in pixels into the limits of a page's picture.
func ImageWidth(width int) int { return min(max(width, minWidth), maxWidth) }

// DrawPage draws a page of a PDF, counted from 1, as PNG, width pixels wide unless that
// were too many pixels in all.
func DrawPage(ctx context.Context, data []byte, number, width int) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, maxImageTime)
	defer stop()
	file, err := openPDF(ctx, data, "")
	if err != nil {
		return nil, inTime(err)
	}
	defer file.close()
	if number < 1 || number > file.pages {
		return nil, study.Errorf(study.NotFound, "There is no such page.")
	}
	picture, err := file.draw(number-1, ImageWidth(width))
	if ctx.Err() != nil {
		return nil, study.Errorf(study.TooLarge, "This page takes too long to draw.")
	}
	return picture, err
}

func (f *pdfFile) draw(number, width int) ([]byte, error) {
	size, err := f.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: f.doc, Index: number})
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		return nil, errDrawing
	}
	height := int(min(float64(width)*size.Height/size.Width, maxPixels/float64(width)))
	drawn, err := f.RenderPageInPixels(&requests.RenderPageInPixels{Page: f.page(number), Width: width, Height: max(1, height), RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT})
	if err != nil {
		return nil, errDrawing
	}
	defer drawn.Cleanup()
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, drawn.Result.RenderedImage); err != nil {
		return nil, study.Wrap(err, "draw a page")
	}
	return out.Bytes(), nil
}
