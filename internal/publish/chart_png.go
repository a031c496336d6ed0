package publish

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// pngScale is how many pixels a unit of a picture has: three for print.
const pngScale = 3

// drawnPNG draws a picture for programs that show no SVG.
func drawnPNG(w io.Writer, d Drawing) error {
	shapes, height := d.draw()
	face, err := chartFace()
	if err != nil {
		return err
	}
	img := image.NewRGBA(image.Rect(0, 0, int(chartWidth*pngScale), int(max(1, height)*pngScale)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range shapes {
		s.paint(img, face)
	}
	return png.Encode(w, img)
}

func (s shape) paint(img *image.RGBA, face font.Face) {
	src := image.NewUniform(shade(s.Fill))
	switch s.form {
	case disced:
		s.filled(img, src, s.round())
	case lined:
		s.filled(img, src, s.edges())
	case spelt:
		d := font.Drawer{Dst: img, Src: src, Face: face, Dot: fixed.P(int(s.X*pngScale), int(s.Y*pngScale))}
		d.Dot.X -= fixed.Int26_6(s.Before * float64(d.MeasureString(s.Text)))
		d.DrawString(s.Text)
	default:
		at := image.Rect(int(s.X*pngScale), int(s.Y*pngScale), int((s.X+s.W)*pngScale), int((s.Y+s.H)*pngScale))
		draw.Draw(img, at, src, image.Point{}, draw.Src)
	}
}

// filled fills what lies between some corners.
func (s shape) filled(img *image.RGBA, src image.Image, corners [][2]float64) {
	within := s.within().Intersect(img.Bounds())
	r := vector.NewRasterizer(within.Dx(), within.Dy())
	for i, at := range corners {
		x, y := float32(at[0]*pngScale)-float32(within.Min.X), float32(at[1]*pngScale)-float32(within.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(img, within, src, image.Point{})
}

// within gives pixels that a shape doesn't leave.
func (s shape) within() image.Rectangle {
	left, right := min(s.X, s.X+s.W)-s.Thick, max(s.X, s.X+s.W)+s.Thick
	top, bottom := min(s.Y, s.Y+s.H)-s.Thick, max(s.Y, s.Y+s.H)+s.Thick
	return image.Rect(int(left*pngScale)-1, int(top*pngScale)-1, int(right*pngScale)+2, int(bottom*pngScale)+2)
}

// round gives so many corners of a disc that it is round on paper.
func (s shape) round() (out [][2]float64) {
	const corners = 72
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		out = append(out, [2]float64{s.X + s.W/2*(1+cos), s.Y + s.H/2*(1+sin)})
	}
	return out
}

// edges gives the corners of a line.
func (s shape) edges() [][2]float64 {
	length := math.Hypot(s.W, s.H)
	if length == 0 {
		return nil
	}
	x, y := -s.H/length*s.Thick/2, s.W/length*s.Thick/2
	return [][2]float64{{s.X + x, s.Y + y}, {s.X + s.W + x, s.Y + s.H + y}, {s.X + s.W - x, s.Y + s.H - y}, {s.X - x, s.Y - y}}
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
