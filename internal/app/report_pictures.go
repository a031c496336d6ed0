package app

import (
	"cmp"
	"fmt"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// pictured is a picture with what it is called where the part has no caption, and how it is to be read.
type pictured struct {
	of    publish.Drawing
	title string
	notes []string
}

// pictureMakers draw the pictures that a part can have.
var pictureMakers = map[string]func(*reporting, study.ReportPart) (pictured, error){
	study.PictureTable:      (*reporting).tableBars,
	study.PictureWords:      (*reporting).wordBars,
	study.PictureSaturation: (*reporting).saturationBars,
	study.PictureNetwork:    (*reporting).network,
	study.PictureHeat:       (*reporting).heat,
	study.PicturePortrait:   (*reporting).portrait,
}

// picture draws what a part asks for.
func (b *reporting) picture(p study.ReportPart, out *publish.PagesPart) error {
	drawn, err := pictureMakers[cmp.Or(p.Picture, study.PictureTable)](b, p)
	out.Heading, out.Notes = cmp.Or(out.Heading, drawn.title), drawn.notes
	if err != nil {
		return err
	}
	out.Picture = publish.Pictured(drawn.of)
	return nil
}

// fitting refuses bars that don't fit on a page.
func fitting(bars publish.Bars) error {
	if len(bars.Rows) > publish.MostBars || len(bars.Series) > publish.MostSeries {
		return study.Errorf(study.TooLarge, "A picture has at most %d rows and %d columns. Choose some of them.", publish.MostBars, publish.MostSeries)
	}
	return nil
}

func (b *reporting) tableBars(p study.ReportPart) (out pictured, err error) {
	p.Quotes, p.Show = 0, ShowNumber
	t, err := b.crossed(p)
	if err != nil {
		return out, err
	}
	var bars publish.Bars
	for _, column := range t.view.Columns {
		bars.Series = append(bars.Series, fmt.Sprintf("%s (N %d)", column.Name, column.N))
	}
	for i, row := range t.view.Rows {
		bars.Rows = append(bars.Rows, publish.BarRow{Name: row.Name, Values: t.view.Cells[i]})
	}
	return pictured{bars, t.title(), append(t.view.Says, t.notes()...)}, fitting(bars)
}

// wordsShown is how many words a picture of them shows.
const wordsShown = 30

func (b *reporting) wordBars(p study.ReportPart) (pictured, error) {
	view, err := b.Words(b.ctx, b.by, b.project, WordsAsk{Filter: study.Filter{Strands: p.Strands, Sources: p.Sources, Speakers: p.Speakers}, Moderators: p.Moderators, Least: 3, Limit: wordsShown})
	bars := publish.Bars{Series: []string{"Times said"}}
	for _, w := range view.Words {
		bars.Rows = append(bars.Rows, publish.BarRow{Name: w.Word, Values: []int{w.N}})
	}
	return pictured{bars, "Words said most", view.Says}, err
}

func (b *reporting) saturationBars(p study.ReportPart) (pictured, error) {
	view, err := b.Saturation(b.ctx, b.by, b.project, study.Filter{Strands: p.Strands, Sources: p.Sources, Coders: p.Coders})
	bars := publish.Bars{Series: []string{"New codes", "Codes so far"}}
	for _, s := range view.Sources {
		bars.Rows = append(bars.Rows, publish.BarRow{Name: b.lines.sources[s.Source].Title, Values: []int{len(s.New), s.All}})
	}
	return pictured{bars, "New codes, source by source", view.Says}, cmp.Or(err, fitting(bars))
}
