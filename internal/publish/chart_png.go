package publish

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// pngScale is how many pixels a unit of a chart has: three for print.
const pngScale = 3

// PNG draws the chart for programs that show no SVG.
func (c Chart) PNG(w io.Writer) error {
	shapes, height := c.draw()
	face, err := chartFace()
	if err != nil {
		return err
	}
	img := image.NewRGBA(image.Rect(0, 0, int(chartWidth*pngScale), int(max(1, height)*pngScale)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range shapes {
		if s.Text == "" {
			at := image.Rect(int(s.X*pngScale), int(s.Y*pngScale), int((s.X+s.W)*pngScale), int((s.Y+s.H)*pngScale))
			draw.Draw(img, at, image.NewUniform(shade(s.Fill)), image.Point{}, draw.Src)
			continue
		}
		d := font.Drawer{Dst: img, Src: image.NewUniform(shade(s.Fill)), Face: face, Dot: fixed.P(int(s.X*pngScale), int(s.Y*pngScale))}
		if s.Right {
			d.Dot.X -= d.MeasureString(s.Text)
		}
		d.DrawString(s.Text)
	}
	return png.Encode(w, img)
}

func chartFace() (font.Face, error) {
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: chartText * pngScale, DPI: 72, Hinting: font.HintingNone})
}

// shade reads six hexadecimal digits.
func shade(hex string) color.RGBA {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return color.RGBA{A: 0xff}
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xff}
}
