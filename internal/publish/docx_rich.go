package publish

import (
	"fmt"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// bulleted is the list that all bulleted items belong to; numbered lists come after it.
const bulleted = 1

const (
	linkLook    = `<w:color w:val="264B86"/><w:u w:val="single"/>`
	mentionLook = `<w:color w:val="264B86"/>`
)

// richProse is prose with rich text in it.
type richProse struct {
	prose
	starts []int // the first numbers of the numbered lists so far
}

// rich writes blocks of rich text; items become lists of Word's own.
func (p *richProse) rich(blocks []study.Block) {
	for i, b := range blocks {
		rtl := rightToLeft(study.PlainText(blocks[i : i+1]))
		switch b.Kind {
		case study.Bullet:
			p.item(bulleted, rtl)
		case study.Numbered:
			if i == 0 || blocks[i-1].Kind != study.Numbered {
				p.starts = append(p.starts, b.Number)
			}
			p.item(bulleted+len(p.starts), rtl)
		case study.Quote:
			p.begin("Quote", false, rtl)
		default:
			p.begin("", false, rtl)
		}
		for _, run := range b.Runs {
			p.richRun(run, rtl)
		}
		p.end()
	}
}

// item opens a paragraph of a list.
func (p *richProse) item(list int, rtl bool) {
	fmt.Fprintf(p, `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, list)
	if rtl {
		p.WriteString("<w:bidi/>")
	}
	p.WriteString("</w:pPr>")
}

func (p *richProse) richRun(run study.Run, rtl bool) {
	look := ""
	if run.Bold {
		look += "<w:b/><w:bCs/>"
	}
	if run.Italic {
		look += "<w:i/><w:iCs/>"
	}
	switch text := clean(run.Text); {
	case run.URL != "":
		// a field leads there without a part of the package that names the address
		fmt.Fprintf(p, `<w:fldSimple w:instr="%s">`, escaped(` HYPERLINK "`+strings.NewReplacer(`\`, "%5C", `"`, "%22").Replace(clean(run.URL))+`" `))
		p.words(look+linkLook, text, rtl)
		p.WriteString("</w:fldSimple>")
	case run.Mention != nil:
		p.words(look+mentionLook, text, rtl)
	default:
		p.words(look, text, rtl)
	}
}

// numbering describes the lists: one for all bullets, and one for each numbered list with
// the number that it begins with.
func numbering(starts []int) string {
	const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="426" w:hanging="426"/></w:pPr></w:lvl>`
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpace + `>`)
	fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>`+level+`</w:abstractNum>`, "bullet", "•")
	fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>`+level+`</w:abstractNum>`, "decimal", "%1.")
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, bulleted)
	for i, start := range starts {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, bulleted+1+i, start)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}
