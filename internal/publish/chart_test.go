package publish

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
)

// drawings are one of each kind, whose names are to be escaped.
func drawings() map[string]Drawing {
	return map[string]Drawing{
		"bars":     Bars{Series: []string{"Mid-caps (N 3)", "Drop-outs (N 4)"}, Rows: []BarRow{{"Banks & <co>", []int{3, 1}}, {"Rules", []int{0, 2}}}},
		"network":  Network{Nodes: []Node{{"Banks & <co>", 12}, {"Rules", 3}, {"Family", 1}}, Ties: []Tie{{0, 1, 4}, {1, 2, 1}}},
		"heat":     Heat{Of: "Share of N", Key: []string{"under 25%", "", "45–64%"}, Columns: []string{"Banks & <co>", "Rules"}, Rows: []HeatRow{{"Mid-caps", []HeatCell{{"12 (45%)", 3}, {"not asked", 0}}}, {"Drop-outs", []HeatCell{{"", 0}, {"0", 0}}}}},
		"portrait": Portrait{[]Lane{{"Banks & <co>", []Stretch{{0, .25}, {.5, .5001}}}, {"Rules", []Stretch{{.9999, 1}}}}},
	}
}

func painted(t *testing.T, d Drawing) image.Image {
	t.Helper()
	var out bytes.Buffer
	if err := drawnPNG(&out, d); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestEveryPictureIsDrawnWithItsNamesEscapedAndTheSameEachTime(t *testing.T) {
	for kind, d := range drawings() {
		svg := drawnSVG(d)
		for read := xml.NewDecoder(strings.NewReader(svg)); ; {
			_, err := read.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s isn't XML: %v", kind, err)
			}
		}
		if !strings.Contains(svg, ">Banks &amp; &lt;co&gt;") || !strings.Contains(d.Alt(), "Banks & <co>") {
			t.Errorf("%s names %s and %s", kind, svg, d.Alt())
		}
		var first, second bytes.Buffer
		if drawnPNG(&first, d) != nil || drawnPNG(&second, d) != nil || svg != drawnSVG(d) || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s differs from time to time", kind)
		}
	}
}

func TestEveryShapeOfAPictureLiesOnIt(t *testing.T) {
	for kind, d := range drawings() {
		shapes, height := d.draw()
		for _, s := range shapes {
			if s.X < 0 || s.Y < 0 || s.X+s.W > chartWidth || s.Y+s.H > height || s.X+s.W < 0 || s.Y+s.H < 0 {
				t.Errorf("%s, %v high, has %+v", kind, height, s)
			}
		}
	}
}

func TestEveryPictureStandsInEveryDocument(t *testing.T) {
	for kind, d := range drawings() {
		p := Pages{Name: "Pictures", Made: made, Parts: []PagesPart{{ID: "pic", Kind: "picture", Level: 1, Number: "Figure 1", Heading: kind, Picture: Pictured(d)}}}
		if body := unzipped(t, filed(t, PagesFormats, "docx", p), "word/document.xml"); !strings.Contains(body, `descr="`+escaped(d.Alt())+`"`) {
			t.Errorf("%s has no words in Word", kind)
		}
		if page := string(filed(t, PagesFormats, "html", p)); !strings.Contains(page, ">Banks &amp;") {
			t.Errorf("%s isn't on the page", kind)
		}
		if n := len(filed(t, PagesFormats, "pdf", p)); n < 2000 {
			t.Errorf("%s as PDF has %d bytes", kind, n)
		}
	}
}

func TestAPictureHigherThanAPageOfWordIsMadeSmaller(t *testing.T) {
	long := Bars{Series: []string{"N"}}
	for range MostBars {
		long.Rows = append(long.Rows, BarRow{"Banks", []int{1}})
	}
	if cx, _ := onPage(Network{}); cx != pageWidth*emuOfTwip {
		t.Errorf("a low one is %d wide", cx)
	}
	if cx, cy := onPage(long); cx >= pageWidth*emuOfTwip || cy > pictureHeight*emuOfTwip {
		t.Errorf("it is %d wide and %d high", cx, cy)
	}
}

func TestLinesAndDiscsOfANetworkArePaintedWhereTheyLie(t *testing.T) {
	n := Network{Nodes: []Node{{"Banks", 4}, {"Rules", 4}}, Ties: []Tie{{0, 1, 4}}}
	img := painted(t, n)
	x, y := n.place(0)
	for at, want := range map[float64]string{x: chartInks[0], chartWidth / 2: tieInk} {
		if got := img.At(int(at*pngScale), int(y*pngScale)); got != shade(want) {
			t.Errorf("at %v it is %v", at, got)
		}
	}
}

func TestANetworkShowsTheNodesAndTheTiesThatAreMost(t *testing.T) {
	var n Network
	for i := range MostNodes + 10 {
		n.Nodes = append(n.Nodes, Node{strconv.Itoa(i), 1})
		for j := range i {
			n.Ties = append(n.Ties, Tie{j, i, i + j})
		}
	}
	got := n.Most()
	if len(got.Nodes) != MostNodes || got.Nodes[0].Name != "10" || len(got.Ties) != MostTies || got.Nodes[got.Ties[0].B].Name != "39" || got.Ties[0].N != 77 {
		t.Errorf("it shows %+v", got)
	}
	ends := map[float64][]float64{}
	for i := range got.Nodes {
		x, y := got.place(i)
		side := map[bool]float64{true: 1, false: -1}[x > chartWidth/2]
		for _, other := range ends[side] {
			if y-other < chartText && other-y < chartText {
				t.Errorf("names lie at %v and %v", y, other)
			}
		}
		ends[side] = append(ends[side], y)
	}
}

// light is how light a colour is, as WCAG 2 reckons it.
func light(hex string) float64 {
	c, sum := shade(hex), 0.0
	for i, part := range []uint8{c.R, c.G, c.B} {
		sum += []float64{.2126, .7152, .0722}[i] * math.Pow((float64(part)/255+.055)/1.055, 2.4)
	}
	return sum
}

func TestFiguresStandOutFromEveryShadeOfAHeatMap(t *testing.T) {
	for warmth, shade := range heatInks {
		a, b := light(shade), light(heatLetters(warmth))
		if contrast := (max(a, b) + .05) / (min(a, b) + .05); contrast < 4.5 {
			t.Errorf("warmth %d has a contrast of %.2f", warmth, contrast)
		}
	}
}

func TestColumnsOfAHeatMapHaveNumbersWhereTheirNamesHaveNoRoom(t *testing.T) {
	var h Heat
	for i := range MostHeatColumns {
		h.Columns = append(h.Columns, "Reluctance "+strconv.Itoa(i))
	}
	h.Rows = []HeatRow{{Name: "Mid-caps"}}
	if svg := drawnSVG(h); !strings.Contains(svg, ">12<") || !strings.Contains(svg, ">12 Reluctance 11<") {
		t.Errorf("it is %s", svg)
	}
	h.Columns = h.Columns[:2]
	if svg := drawnSVG(h); !strings.Contains(svg, ">Reluctance 1<") {
		t.Errorf("it is %s", svg)
	}
}

func TestAPortraitPaintsPassagesWhereTheyStandAndTellsTheFirst(t *testing.T) {
	p := Portrait{[]Lane{{"Banks", []Stretch{{.25, .5}}}}}
	img := painted(t, p)
	for share, want := range map[float64]string{.3: chartInks[1], .45: chartInks[1], .1: chartPaper, .6: chartPaper} {
		if got := img.At(int((chartNames+laneLong*share)*pngScale), int((laneHigh/2+3)*pngScale)); got != shade(want) {
			t.Errorf("at %v it is %v", share, got)
		}
	}
	for range laneTold + 2 {
		p.Lanes[0].Stretches = append(p.Lanes[0].Stretches, Stretch{.5, 1})
	}
	if got := p.Alt(); !strings.HasPrefix(got, "Banks: 15 passages, at 25%, 50%") || !strings.HasSuffix(got, "50%, and 3 more of the text.") {
		t.Errorf("it says %q", got)
	}
}

func TestNamesAreBrokenBetweenWordsAndAfterHyphens(t *testing.T) {
	for name, want := range map[string]string{"Winning Pitch drop-outs (N 5)": "Winning|Pitch|drop-outs|(N 5)", "Pre-start-ups (N 4)": "Pre-start-|ups (N 4)", "Secondary sources (N 0)": "Secondary|sources|(N 0)", "- -a": "- -a", "Internationalisation": "Internationalisation", "": ""} {
		if got := strings.Join(folded(name, 10), "|"); got != want {
			t.Errorf("%q is %q", name, got)
		}
	}
}
