package ingest

import (
	"bytes"
	"context"
	"image/png"
	"time"

	"github.com/selvedge/selvedge/internal/pdfium"
	"github.com/selvedge/selvedge/internal/study"
)

const (
	minWidth  = 200 // pixels
	maxWidth  = 2400
	maxPixels = 8_000_000 // of one picture

	maxImageTime = 20 * time.Second
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
	defer file.Close()
	if number < 1 || number > file.Pages {
		return nil, study.Errorf(study.NotFound, "There is no such page.")
	}
	picture, err := drawSheet(file, number-1, ImageWidth(width))
	if ctx.Err() != nil {
		return nil, study.Errorf(study.TooLarge, "This page takes too long to draw.")
	}
	return picture, err
}

func drawSheet(file *pdfium.Document, number, width int) ([]byte, error) {
	wide, high, err := file.Size(number)
	if err != nil || wide <= 0 || high <= 0 {
		return nil, errDrawing
	}
	height := int(min(float64(width)*high/wide, maxPixels/float64(width)))
	page, err := file.Page(number)
	if err != nil {
		return nil, errDrawing
	}
	drawn, err := page.Draw(width, max(1, height))
	if err != nil {
		return nil, errDrawing
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, drawn); err != nil {
		return nil, study.Wrap(err, "draw a page")
	}
	return out.Bytes(), nil
}
