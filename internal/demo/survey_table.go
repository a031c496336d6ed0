package demo

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// SurveyFirms is how many firms answered the survey of the sample study.
const SurveyFirms = 8900

// construct is one of the five that the plan relates: the items that ask after it, as firms agree
// with them, and which of them run the other way.
type construct struct {
	name     string
	items    []string
	reversed int // index of the reversed item
}

var constructs = []construct{
	{"Productivity", []string{"We get more done per person than three years ago", "Jobs leave the door on the day we said", "A lot of work here has to be done twice", "Our margins have grown with our sales", "We know what an hour of ours is worth"}, 2},
	{"Leadership and management", []string{"We look at our figures together every month", "Everyone here knows this year's targets", "Managers are trained before they manage", "Important decisions wait until the owner is back", "We talk with each person about their work twice a year", "We have a plan that is written down", "Problems are looked into until the cause is found"}, 3},
	{"ICT and e-business strategy", []string{"Orders, stock and invoices are in one system", "Customers can order from us without a phone call", "Our website brings us work", "We decide about software when something breaks", "We use our data to set prices", "Staff can get at what they need from anywhere"}, 3},
	{"Innovation", []string{"We brought out something new in the last two years", "We changed how we make or do things in the last two years", "We try things that may not work", "Ideas of the staff end up in a drawer", "We work with customers on new things", "We set money aside for development"}, 3},
	{"International activities", []string{"Selling abroad is part of our plan", "We have somebody who knows customs and shipping", "We look for suppliers abroad", "The world beyond Britain is not for firms like ours", "We visit customers or fairs abroad"}, 3},
}

// leanings say how each construct leans on those before it, and on the size of a firm: the last
// number is what is its own.
var leanings = [][]float64{
	{0, 0, 0, 0, 0, 0}, // productivity, made last
	{0, 0, 0, 0, 0.45, 0.9},
	{0, 0.45, 0, 0, 0.25, 0.8},
	{0, 0.35, 0.35, 0, 0.05, 0.75},
	{0, 0.1, 0.15, 0.3, 0.35, 0.8},
}

var agreement = []string{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"}

// place is a district or sector with the share of firms that are there, in per mille.
type place struct {
	name  string
	share int
}

var (
	surveyDistricts = []place{{"Blackburn with Darwen", 96}, {"Blackpool", 79}, {"Burnley", 55}, {"Chorley", 78}, {"Fylde", 69}, {"Hyndburn", 49}, {"Lancaster", 93}, {"Pendle", 59}, {"Preston", 105}, {"Ribble Valley", 73}, {"Rossendale", 54}, {"South Ribble", 74}, {"West Lancashire", 76}, {"Wyre", 40}}
	surveySectors   = []place{{"Manufacturing", 122}, {"Food and drink", 46}, {"Construction", 158}, {"Retail and wholesale", 176}, {"Transport", 54}, {"Digital and creative", 72}, {"Business services", 168}, {"Care and health", 72}, {"Hospitality", 86}, {"Other", 46}}
	surveyColumns   = []string{"Firm no", "Firm", "Date answered", "Sector", "District", "Size band", "Employees", "Years trading", "Legal form", "Family firm", "Took part in a programme", "Left it early", "Turnover", "Turnover three years ago", "Turnover per person", "Owner's hours a week", "Training days per person", "Apprentices", "Sells to", "Share sold abroad", "Barriers", "Finance", "Growth aspiration", "Effect of Brexit", "Uses [website]", "Uses [online shop]", "Uses [accounts in the cloud]", "Uses [planning system]", "Uses [customer database]"}
	openQuestions   = []string{"What holds your firm back most?", "Which support would have helped?", "What does productivity mean in your firm?"}
)

// SurveyItems are the items of the survey's five constructs, in the order of the table.
func SurveyItems() (items []string) {
	for _, c := range constructs {
		items = append(items, c.items...)
	}
	return items
}

// respondent is one firm of the survey.
type respondent struct {
	key, name, sector, district string
	employees                   int
	dropped                     bool
	traits                      []float64 // by construct
	barriers                    []theme
	means                       int // of meanings
}

// SurveyTable is the survey of the sample study as its table would be brought, the same each
// time. The first firms are those that were interviewed.
func SurveyTable(firms int) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	head := slices.Clone(surveyColumns)
	head = append(append(head, SurveyItems()...), "Weight")
	write(w, append(head, openQuestions...))
	dice := rand.New(rand.NewPCG(1785, 8900))
	names := map[string]bool{}
	for i := range firms {
		write(w, surveyRow(dice, newRespondent(dice, i, names)))
	}
	w.Flush()
	return out.Bytes()
}

// write writes to memory, which can't fail.
func write(w *csv.Writer, row []string) {
	if err := w.Write(row); err != nil {
		panic(err)
	}
}

func newRespondent(dice *rand.Rand, at int, names map[string]bool) respondent {
	r := respondent{key: fmt.Sprintf("L%04d", at+1), sector: drawn(dice, surveySectors), district: drawn(dice, surveyDistricts), employees: int(math.Exp(dice.NormFloat64()*1.15+1.9)) + 1}
	r.employees = min(r.employees, 249)
	r.name = inventedFirm(dice, r.sector, names)
	firm, known := interviewed(at)
	if known {
		r = firm
	}
	size := (math.Log(float64(r.employees)) - 1.9) / 1.15
	r.traits = make([]float64, len(constructs))
	for k := 1; k < len(constructs); k++ {
		lean := leanings[k]
		r.traits[k] = lean[4]*size + lean[5]*dice.NormFloat64()
		for j := 1; j < k; j++ {
			r.traits[k] += lean[j] * r.traits[j]
		}
	}
	r.traits[0] = 0.4*r.traits[1] + 0.2*r.traits[2] + 0.3*r.traits[3] + 0.12*r.traits[4] + 0.75*dice.NormFloat64()
	r.barriers, r.means = drawnBarriers(dice, r, size), dice.IntN(len(meanings))
	if known {
		r.barriers = []theme{barrierThemes[toldOf[r.key]]}
	}
	return r
}

// toldOf is what the firms of the interviews tell there of what holds them back.
var toldOf = map[string]int{"D01": 0, "D02": 0, "D03": 1, "D04": 6, "D05": 3, "M01": 2, "M02": 5, "M03": 2, "M04": 1, "M05": 1}

// interviewed gives the firms of the interviews, who answered first.
func interviewed(at int) (respondent, bool) {
	rows, err := csv.NewReader(strings.NewReader(firms)).ReadAll()
	if err != nil || at+1 >= len(rows) {
		return respondent{}, false
	}
	row := rows[at+1]
	if strings.HasPrefix(row[0], "P") {
		return respondent{}, false // not yet a firm
	}
	people, err := strconv.Atoi(row[4])
	if err != nil {
		people = map[string]int{"10 to 49": 18, "50 to 249": 64}[row[3]] + 6
	}
	return respondent{key: row[0], name: row[1], sector: row[2], district: row[5], employees: people, dropped: row[7] == "yes"}, true
}

func drawn(dice *rand.Rand, list []place) string {
	total := 0
	for _, p := range list {
		total += p.share
	}
	n := dice.IntN(total)
	for _, p := range list {
		if n -= p.share; n < 0 {
			return p.name
		}
	}
	return list[0].name
}

// drawnBarriers are one to three: small firms lack finance and time, large ones people and
// premises, and those who sell abroad speak of it.
func drawnBarriers(dice *rand.Rand, r respondent, size float64) (out []theme) {
	leans := []float64{-0.5 * size, 0.5 * size, -0.3*size - 0.4*r.traits[1], -0.2 * size, -0.2, 0.3 * size, 0.1, 0.9*r.traits[4] - 0.3}
	order := []int{0, 1, 2, 3, 4, 5, 6, 7}
	urge := make([]float64, len(order))
	for i := range urge {
		urge[i] = leans[i] + 0.9*dice.NormFloat64()
	}
	slices.SortFunc(order, func(a, b int) int {
		if urge[a] > urge[b] {
			return -1
		}
		return 1
	})
	for _, i := range order[:1+dice.IntN(3)] {
		out = append(out, barrierThemes[i])
	}
	return out
}

func surveyRow(dice *rand.Rand, r respondent) []string {
	row := append(r.facts(dice), r.trade(dice)...)
	for k, c := range constructs {
		for i := range c.items {
			row = append(row, r.agrees(dice, k, i == c.reversed))
		}
	}
	weight := 0.7 + 0.6*dice.Float64()
	if r.employees < 10 {
		weight += 0.4
	}
	row = append(row, fmt.Sprintf("%.3f", weight))
	return append(row, r.words(dice)...)
}

func (r respondent) facts(dice *rand.Rand) []string {
	band := "1 to 9"
	if r.employees >= 50 {
		band = "50 to 249"
	} else if r.employees >= 10 {
		band = "10 to 49"
	}
	took := r.dropped || dice.Float64() < 0.14
	left := ""
	if took {
		left = yes(r.dropped || dice.Float64() < 0.3 && !r.known()) // as the interviews tell it
	}
	form := []string{"Sole trader", "Partnership", "Limited company", "Limited company", "Limited company"}[min(4, dice.IntN(4)+min(1, r.employees/10))]
	perHead := math.Exp(4.25 + 0.22*r.traits[0] + 0.35*dice.NormFloat64())
	turnover := perHead * float64(r.employees)
	before := turnover / math.Exp(0.08+0.1*r.traits[0]+0.2*dice.NormFloat64())
	years := strconv.Itoa(1 + int(math.Abs(14+11*dice.NormFloat64())))
	if r.known() {
		years = "" // their interviews tell it
	}
	return []string{r.key, r.name, fmt.Sprintf("%d/%d/2026", 1+dice.IntN(28), 1+dice.IntN(3)), r.sector, r.district, band, strconv.Itoa(r.employees), years, form, yes(dice.Float64() < 0.62),
		yes(took), left, silent(dice, 9, fmt.Sprintf("%.0f", turnover)), silent(dice, 14, fmt.Sprintf("%.0f", before)), silent(dice, 9, fmt.Sprintf("%.1f", perHead)), silent(dice, 6, strconv.Itoa(int(math.Max(20, 52-3*r.traits[1]+8*dice.NormFloat64()))))}
}

func (r respondent) trade(dice *rand.Rand) []string {
	training := math.Max(0, 2+1.2*r.traits[1]+1.5*dice.NormFloat64())
	abroad := 0.0
	sells := []string{"Lancashire"}
	if dice.Float64() < 0.7 {
		sells = append(sells, "Rest of Britain")
	}
	if r.traits[4]+dice.NormFloat64() > 1 {
		sells, abroad = append(sells, "European Union"), math.Min(95, math.Max(1, 14+12*r.traits[4]+9*dice.NormFloat64()))
	}
	if r.traits[4]+dice.NormFloat64() > 1.7 {
		sells, abroad = append(sells, "Elsewhere"), math.Min(95, abroad+4+6*dice.Float64())
	}
	var barriers []string
	for _, b := range r.barriers {
		barriers = append(barriers, b.barrier)
	}
	finance := []string{"Did not ask", "Did not ask", "Asked and got it", "Asked and got some of it", "Asked and was refused"}[dice.IntN(5)]
	row := []string{silent(dice, 8, fmt.Sprintf("%.1f", training)), strconv.Itoa(int(math.Max(0, float64(r.employees)/30+dice.NormFloat64()))), strings.Join(sells, "; "), fmt.Sprintf("%.0f", abroad), strings.Join(barriers, "; "), silent(dice, 7, finance),
		silent(dice, 4, step(dice, []string{"Smaller", "The same size", "A little larger", "Much larger"}, 0.5*r.traits[3]+0.3*r.traits[0])), silent(dice, 5, step(dice, []string{"Much worse", "Worse", "No change", "Better", "Much better"}, -0.3-0.4*r.traits[4]))}
	for _, ease := range []float64{1.3, -0.6, 0.2, -0.9, -0.3} {
		row = append(row, map[bool]string{true: "1", false: "0"}[r.traits[2]+ease+0.8*dice.NormFloat64() > 0])
	}
	return row
}

// step draws one of some steps, the higher the further the firm leans up.
func step(dice *rand.Rand, steps []string, lean float64) string {
	at := float64(len(steps)-1)/2 + 0.8*lean + 0.9*dice.NormFloat64()
	return steps[min(len(steps)-1, max(0, int(math.Round(at))))]
}

func (r respondent) agrees(dice *rand.Rand, construct int, reversed bool) string {
	lean := 0.85 * r.traits[construct]
	if reversed {
		lean = -lean
	}
	at := int(math.Round(2.2 + lean + 0.75*dice.NormFloat64()))
	return silent(dice, 5, agreement[min(4, max(0, at))])
}

// silent leaves some answers out, in per cent, and says of a few that the firm doesn't know.
func silent(dice *rand.Rand, share int, text string) string {
	switch n := dice.IntN(400); {
	case n < 4*share-4:
		return ""
	case n < 4*share:
		return "Don't know"
	}
	return text
}

func yes(is bool) string { return map[bool]string{true: "Yes", false: "No"}[is] }

// words are the open answers; most firms leave most of them out, but for those interviewed.
func (r respondent) words(dice *rand.Rand) []string {
	out := make([]string, len(openQuestions))
	for i, s := range []said{r.barriers[0].held, r.barriers[0].help, meanings[r.means].said} {
		if r.known() || dice.IntN(100) < []int{34, 22, 27}[i] {
			out[i] = s.sentences(dice, r)
		}
	}
	return out
}

// known says whether the firm was interviewed.
func (r respondent) known() bool { return !strings.HasPrefix(r.key, "L") }

func (s said) sentences(dice *rand.Rand, r respondent) string {
	text := s.first[dice.IntN(len(s.first))]
	if dice.IntN(10) < 6 {
		text += " " + s.then[dice.IntN(len(s.then))]
	}
	if !r.known() && dice.IntN(10) < 7 {
		text += " " + strings.NewReplacer("{n}", strconv.Itoa(r.employees), "{district}", r.district, "{sector}", strings.ToLower(r.sector)).Replace(closing[dice.IntN(len(closing))])
	}
	return text
}

var (
	firmFirst = []string{"Alder", "Aspen", "Barley", "Beacon", "Birch", "Bracken", "Bramble", "Brindle", "Brook", "Calder", "Cinder", "Clough", "Copper", "Coppice", "Cotton", "Cowslip", "Curlew", "Dale", "Dunnock", "Elder", "Ember", "Fell", "Fern", "Flax", "Foxglove", "Garth", "Gorse", "Hazel", "Heather", "Heron", "Hollin", "Iron", "Ivy", "Kestrel", "Lantern", "Lapwing", "Larch", "Linnet", "Loom", "Lune", "Mallard", "Marl", "Meadow", "Mill Lane", "Moor", "Moss", "Nettle", "North Field", "Oak", "Osprey", "Otter", "Pebble", "Pendle Foot", "Plover", "Quarry", "Raven", "Reed", "Ribble Side", "Rowan", "Rush", "Saddle", "Sedge", "Shale", "Shuttle", "Skylark", "Slate", "Sorrel", "Sparrow", "Spindle", "Starling", "Stile", "Swift", "Teasel", "Thistle", "Thorn", "Tide", "Warp", "Weaver", "Weft", "Willow", "Wharf", "Wren", "Yarrow", "Yew"}
	firmThen  = []string{"and Daughters", "and Sons", "Brothers", "Sisters", "and Lane", "and Holt", "and Marsh", "and Croft", "of the Valley", "North West", "at the Lock", "Works", ""}
	firmTrade = map[string][]string{
		"Manufacturing": {"Castings", "Coatings", "Fabrications", "Gears", "Plastics", "Springs", "Tools", "Valves", "Weaving", "Joinery Works"}, "Food and drink": {"Bakery", "Brewery", "Cheese", "Dairy", "Foods", "Pies", "Preserves", "Smokehouse"},
		"Construction": {"Builders", "Electrical", "Groundworks", "Joinery", "Plumbing", "Roofing", "Scaffolds", "Stonework"}, "Retail and wholesale": {"Carpets", "Furnishings", "Garden Centre", "Hardware", "Interiors", "Motors", "Stores", "Wholesale"},
		"Transport": {"Couriers", "Freight", "Haulage", "Logistics", "Removals", "Coaches"}, "Digital and creative": {"Design", "Digital", "Films", "Games", "Print Studio", "Sound", "Software", "Web"},
		"Business services": {"Accountants", "Cleaning", "Consulting", "Engineering Design", "Payroll", "Recruitment", "Surveyors", "Training"}, "Care and health": {"Care", "Dental", "Home Care", "Opticians", "Physiotherapy", "Nursery"},
		"Hospitality": {"Café", "Catering", "Guest House", "Hotel", "Inn", "Kitchen", "Tea Rooms"}, "Other": {"Farm Supplies", "Forestry", "Hair", "Kennels", "Laundry", "Sports"},
	}
)

// inventedFirm is a name that no other firm of the survey has.
func inventedFirm(dice *rand.Rand, sector string, taken map[string]bool) string {
	for {
		trade := firmTrade[sector]
		name := strings.Join(strings.Fields(firmFirst[dice.IntN(len(firmFirst))]+" "+firmThen[dice.IntN(len(firmThen))]+" "+trade[dice.IntN(len(trade))]), " ")
		if dice.IntN(3) == 0 {
			name = firmFirst[dice.IntN(len(firmFirst))] + " " + name
		}
		if !taken[name] {
			taken[name] = true
			return name
		}
	}
}
