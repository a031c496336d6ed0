package publish

import (
	"fmt"
	"strings"
)

const headingLevels = 6

// Serif is what people said or wrote, sans what the tool says; both come with Word.
const (
	serif = `<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>`
	sans  = `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>`
	ink2  = `<w:color w:val="474C54"/>`
	ink3  = `<w:color w:val="5F656D"/>`
)

// The looks of words within a paragraph.
const (
	bold   = `<w:b/><w:bCs/>`
	italic = `<w:i/><w:iCs/>`
)

// memoBox is a wash; borders of its own colour give it an edge around the words.
const memoBox = `<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="F3F4F2"/><w:left w:val="single" w:sz="4" w:space="5" w:color="F3F4F2"/>` +
	`<w:bottom w:val="single" w:sz="4" w:space="3" w:color="F3F4F2"/><w:right w:val="single" w:sz="4" w:space="5" w:color="F3F4F2"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F3F4F2"/>`

// docxStyle is a paragraph style. Paragraph and Run are its properties in the schema's order.
type docxStyle struct {
	ID, Name, Next, Paragraph, Run string
	Ours                           bool // not one that Word knows by itself
}

var docxStyles = []docxStyle{
	{"Title", "Title", "Subtitle", `<w:keepNext/><w:spacing w:before="3600" w:after="120" w:line="240" w:lineRule="auto"/>`, size(28), false},
	{"Subtitle", "Subtitle", "Fact", `<w:spacing w:before="0" w:after="360"/>`, ink2 + size(15), false},
	{"Quote", "Quote", "SourceLine", `<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="8" w:space="12" w:color="1A1D21"/></w:pBdr><w:spacing w:before="200" w:after="40"/><w:ind w:left="284"/>`, "", false},
	{"SourceLine", "Source Line", "Quote", `<w:keepLines/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/><w:ind w:left="284"/>`, sans + ink3 + size(9), true},
	{"Memo", "Memo", "Quote", memoBox + `<w:spacing w:before="0" w:after="240" w:line="264" w:lineRule="auto"/><w:ind w:left="384" w:right="100"/>`, size(10), true},
	{"Definition", "Definition", "Quote", `<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="160" w:line="264" w:lineRule="auto"/>`, italic + ink2 + size(10), true},
	{"Turn", "Turn", "Turn", `<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs><w:spacing w:before="0" w:after="120" w:line="288" w:lineRule="auto"/><w:ind w:left="567" w:hanging="567"/>`, "", true},
	{"Fact", "Fact", "Fact", `<w:spacing w:before="0" w:after="60" w:line="264" w:lineRule="auto"/>`, sans + ink2 + size(11), true},
	{"Caption", "caption", "Cell", `<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="100" w:line="252" w:lineRule="auto"/>`, sans + bold + size(10), false},
	{"FootnoteText", "footnote text", "FootnoteText", `<w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/>`, sans + ink2 + size(9), false},
	{"TOC1", "toc 1", "TOC1", `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs><w:spacing w:before="120" w:after="20"/>`, bold, false},
	{"TOC2", "toc 2", "TOC2", `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs><w:spacing w:before="0" w:after="20"/><w:ind w:left="284"/>`, "", false},
	{"TOC3", "toc 3", "TOC3", `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs><w:spacing w:before="0" w:after="20"/><w:ind w:left="568"/>`, "", false},
	{"ContentsHeading", "Contents Heading", "TOC1", `<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="160"/>`, size(20), true},
	{"Marked", "Marked Quotation", "SourceLine", `<w:spacing w:before="120" w:after="40"/>`, "", true},
	{"Cell", "Cell", "Cell", `<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>`, sans + size(9), true},
	{"CellQuote", "Cell Quote", "CellSource", `<w:spacing w:before="40" w:after="0" w:line="252" w:lineRule="auto"/>`, size(9), true},
	{"CellSource", "Cell Source", "CellQuote", `<w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>`, sans + ink3 + size(8), true},
	{"Footer", "footer", "Footer", `<w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`, sans + ink3 + size(8), false},
}

// size is in points, which the format counts in halves.
func size(points int) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/>`, points*2)
}

func stylesXML() string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` + serif + `<w:color w:val="1A1D21"/>` + size(11) +
		`<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	for level := 1; level <= headingLevels; level++ {
		b.WriteString(headingStyle(level).xml())
	}
	for _, s := range docxStyles {
		b.WriteString(s.xml())
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

func (s docxStyle) xml() string {
	custom := ""
	if s.Ours {
		custom = ` w:customStyle="1"`
	}
	return fmt.Sprintf(`<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="%s"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
		custom, s.ID, s.Name, s.Next, s.Paragraph, s.Run)
}

// headingStyle is Word's own style of that level, so that its outline and contents find it.
func headingStyle(level int) docxStyle {
	points, before, weight := 11, 280, bold
	switch level {
	case 1:
		points, before, weight = 20, 600, ""
	case 2:
		points, before = 14, 400
	case 3:
		points, before = 12, 320
	}
	return docxStyle{fmt.Sprintf("Heading%d", level), fmt.Sprintf("heading %d", level), "Quote",
		fmt.Sprintf(`<w:keepNext/><w:keepLines/><w:spacing w:before="%d" w:after="80" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="%d"/>`, before, level-1),
		weight + size(points), false}
}
