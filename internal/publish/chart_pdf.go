package publish

// picture draws a picture as wide as the page, or as small as it must be to fit on one.
func (d *pdfDoc) picture(of Drawing) {
	shapes, height := of.draw()
	scale := pdfScale(height)
	d.room(height * scale)
	top := d.GetY()
	for _, s := range shapes {
		s.X, s.Y, s.W, s.H, s.Thick = pdfAside+s.X*scale, top+s.Y*scale, s.W*scale, s.H*scale, s.Thick*scale
		d.shape(s, scale)
	}
	d.SetLineWidth(.2)
	d.SetY(top + height*scale + 2)
}

// pdfCaption is the room of the caption over a picture.
const pdfCaption = 20

// pdfScale is how large a picture is drawn, so that a page has room for it and its caption.
func pdfScale(height float64) float64 {
	return min(pdfWide/chartWidth, (pdfBottom-pdfAbove-pdfCaption)/height)
}

// captionRoom keeps a caption on the page of its picture.
func captionRoom(p PagesPart) float64 {
	if p.Picture == nil {
		return 40
	}
	_, height := p.Picture.Drawing.draw()
	return pdfCaption + height*pdfScale(height)
}

// shape draws one, whose places and sizes are those of the page.
func (d *pdfDoc) shape(s shape, scale float64) {
	fill := shade(s.Fill)
	d.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
	switch s.form {
	case disced:
		d.Circle(s.X+s.W/2, s.Y+s.H/2, s.W/2, "F")
	case lined:
		d.SetDrawColor(int(fill.R), int(fill.G), int(fill.B))
		d.SetLineWidth(s.Thick)
		d.Line(s.X, s.Y, s.X+s.W, s.Y+s.H)
	case spelt:
		d.SetFont(pdfFont, "", chartText*scale*72/25.4)
		d.SetTextColor(int(fill.R), int(fill.G), int(fill.B))
		words := d.said(s.Text)
		d.Text(s.X-s.Before*d.GetStringWidth(words), s.Y, words)
	default:
		d.Rect(s.X, s.Y, s.W, s.H, "F")
	}
}
