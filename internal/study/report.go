package study

import (
	"database/sql/driver"
	"slices"
	"strings"
	"time"
)

// Report is what a team writes of its study: parts in an order, kept under a name. What stands in
// its parts is gathered anew each time it is read.
type Report struct {
	ProjectID ID          `json:"-"`
	ID        ID          `json:"id"`
	Name      string      `json:"name"`
	Parts     ReportParts `json:"parts"`
	CreatedBy ID          `json:"createdBy"`
	CreatedAt time.Time   `json:"createdAt"`
	Version   int         `json:"version"`
}

// Kind and Key name the record in the journal.
func (Report) Kind() string { return "report" }
func (r Report) Key() ID    { return r.ID }

// Edition is the version of it; each change makes the next.
func (r *Report) Edition() *int { return &r.Version }

// The kinds of parts.
const (
	PartTitle    = "title"    // the first page: title, words of one's own, what the report is of
	PartContents = "contents" // the headings with their pages
	PartText     = "text"     // a heading and words of one's own
	PartExcerpts = "excerpts" // a heading, words of one's own, and excerpts
	PartTable    = "table"    // a cross-reference
	PartPicture  = "picture"  // a picture of one, of a source, of the words said most, or of saturation
	PartSources  = "sources"  // the sources it quotes
	PartCodebook = "codebook" // codes with what they mean
)

// What a picture shows; "" is PictureTable.
const (
	PictureTable      = "table"      // a cross-reference as bars
	PictureHeat       = "heat"       // a cross-reference with shaded cells
	PictureNetwork    = "network"    // codes that are together
	PicturePortrait   = "portrait"   // the passages of one source along it
	PictureWords      = "words"      // those said most
	PictureSaturation = "saturation" // new codes, source by source
)

var pictures = []string{PictureTable, PictureHeat, PictureNetwork, PicturePortrait, PictureWords, PictureSaturation}

// ReportPart is one part of a report with its settings. Those that don't belong to its kind are
// not looked at.
type ReportPart struct {
	ID      ID     `json:"id,omitempty" doc:"Tells it from the other parts; made when there is none"`
	Sort    string `json:"kind" enum:"title,contents,text,excerpts,table,picture,sources,codebook"`
	Level   int    `json:"level,omitempty" minimum:"0" maximum:"3" doc:"Of its heading, 1 when it isn't said"`
	Heading string `json:"heading,omitempty" doc:"The caption of a table or picture"`
	Text    string `json:"text,omitempty" doc:"Words of one's own, in the Markdown of memos"`

	SavedFilter
	Searches   IDs  `json:"search,omitempty" doc:"Saved searches"`
	Alone      bool `json:"alone,omitempty" doc:"Codes don't stand for those under them"`
	Moderators bool `json:"moderators,omitempty" doc:"What moderators say counts in a table or picture"`

	Chosen     string          `json:"chosen,omitempty" enum:"all,picked" doc:"Whether all excerpts that the filter lets through stand here, or those that were picked, in that order"`
	Picked     IDs             `json:"picked,omitempty" doc:"Passages; one that is no longer coded is passed over"`
	LeftOut    IDs             `json:"leftOut,omitempty" doc:"Passages that stand here no more although the filter lets them through"`
	Order      ExcerptOrder    `json:"order,omitempty" enum:"text,code,coder,recent,length"`
	Group      ExcerptGrouping `json:"group,omitempty" enum:"none,code,source,strand,speaker,coder,case"`
	Line       string          `json:"line,omitempty" enum:"under,footnote,comment,none" doc:"Where it says whence an excerpt comes"`
	Style      string          `json:"style,omitempty" enum:"block,marks" doc:"Set apart, or in quotation marks"`
	Variables  Texts           `json:"variables,omitempty" doc:"Variables of cases whose values are told of each excerpt or source"`
	Unnamed    bool            `json:"unnamed,omitempty" doc:"Leaves out who speaks"`
	Coder      bool            `json:"withCoder,omitempty" doc:"Says who coded it"`
	Memo       bool            `json:"withMemo,omitempty"`
	Others     bool            `json:"withCodes,omitempty" doc:"All codes on the words beside each excerpt"`
	Definition bool            `json:"withDefinition,omitempty" doc:"What a code means, under its heading"`
	Counts     bool            `json:"withCounts,omitempty" doc:"How many, and out of how many"`

	Picture  string `json:"picture,omitempty" enum:"table,heat,network,portrait,words,saturation"`
	Rows     string `json:"rows,omitempty" doc:"As a cross-reference has them"`
	Columns  string `json:"columns,omitempty"`
	Count    string `json:"count,omitempty" enum:"passages,sources,cases,words"`
	Together string `json:"together,omitempty" enum:"overlap,turn,near,source"`
	Turns    int    `json:"turns,omitempty" minimum:"0" maximum:"100"`
	Quotes   int    `json:"quotes,omitempty" minimum:"0" maximum:"20" doc:"At most so many passages in each cell"`
	Show     string `json:"show,omitempty" enum:"number,row,column,presence"`
}

// Where it says whence an excerpt comes.
const (
	LineUnder    = "under"
	LineFootnote = "footnote"
	LineComment  = "comment"
	LineNone     = "none"
)

// Asks is the filter of a part.
func (p ReportPart) Asks() Filter {
	f := p.SavedFilter.Asks()
	f.Searches, f.Alone = p.Searches, p.Alone
	return f
}

// ByHand says whether its excerpts were picked one by one.
func (p ReportPart) ByHand() bool { return p.Chosen == "picked" }

// Limits of reports.
const (
	MaxReports     = 200
	MaxReportParts = 200
	MaxReportProse = 500_000 // code points of all parts
	MaxPicked      = 2000    // excerpts that are picked or left out, of each part
)

// Validate checks what a person can set, but for what tables ask, which is known when they are made.
func (r Report) Validate() error {
	if err := CheckName("name", r.Name); err != nil {
		return err
	}
	if len(r.Parts) > MaxReportParts {
		return Errorf(TooLarge, "A report has at most %d parts.", MaxReportParts)
	}
	prose, seen := 0, map[ID]bool{}
	for _, p := range r.Parts {
		if err := p.validate(); err != nil {
			return err
		}
		if seen[p.ID] {
			return FieldError("parts", "Two parts of the report have the same id.")
		}
		seen[p.ID] = true
		prose += TextLen(p.Text)
	}
	if prose > MaxReportProse {
		return Errorf(TooLarge, "The words of a report are at most %d characters in all.", MaxReportProse)
	}
	return nil
}

func (p ReportPart) validate() error {
	if _, err := ParseID(string(p.ID)); err != nil {
		return FieldError("parts", "A part of the report has an id that is none.")
	}
	if p.Heading != "" {
		if err := CheckName("heading", p.Heading); err != nil {
			return err
		}
	}
	if p.Level < 0 || p.Level > 3 {
		return FieldError("level", "A heading is of level 1 to 3.")
	}
	if err := p.validateLists(); err != nil {
		return err
	}
	for _, choice := range partChoices(p) {
		if !slices.Contains(choice.of, choice.is) {
			return FieldError(choice.field, "The %s of a part is none there is.", choice.field)
		}
	}
	if TextLen(p.Rows) > MaxSavedQuery || TextLen(p.Columns) > MaxSavedQuery {
		return FieldError("rows", "What a table is of has at most %d characters.", MaxSavedQuery)
	}
	return CheckProse("text", p.Text)
}

func (p ReportPart) validateLists() error {
	if len(p.Picked) > MaxPicked || len(p.LeftOut) > MaxPicked {
		return Errorf(TooLarge, "At most %d excerpts of a part can be picked or left out one by one. A part of all that its codes and filters find has no such limit.", MaxPicked)
	}
	if p.SavedFilter.tooMany() || len(p.Searches) > maxSavedValues || len(p.Variables) > maxSavedValues {
		return Errorf(TooLarge, "A part is narrowed by at most %d of each kind.", maxSavedValues)
	}
	return nil
}

// partChoice is a setting that is one of a few; "" is the usual one.
type partChoice struct {
	field, is string
	of        []string
}

func partChoices(p ReportPart) []partChoice {
	return []partChoice{
		{"kind", p.Sort, []string{PartTitle, PartContents, PartText, PartExcerpts, PartTable, PartPicture, PartSources, PartCodebook}},
		{"chosen", p.Chosen, []string{"", "all", "picked"}},
		{"order", string(p.Order), []string{"", string(ByText), string(ByCode), string(ByCoder), string(ByTime), string(ByLength)}},
		{"group", string(p.Group), []string{"", string(Ungrouped), string(GroupByCode), string(GroupBySource), string(GroupByStrand), string(GroupBySpeaker), string(GroupByCoder), string(GroupByCase)}},
		{"line", p.Line, []string{"", LineUnder, LineFootnote, LineComment, LineNone}},
		{"style", p.Style, []string{"", "block", "marks"}},
		{"picture", p.Picture, append([]string{""}, pictures...)},
	}
}

// Reworded puts what a person wrote of a report through a function, and says whether that changed it.
func (r Report) Reworded(say func(string) string) (Report, bool) {
	changed := false
	reword := func(text string) string {
		said := say(text)
		changed = changed || said != text
		return said
	}
	r.Name, r.Parts = reword(r.Name), slices.Clone(r.Parts)
	for i := range r.Parts {
		r.Parts[i].reword(reword)
	}
	return r, changed
}

func (p *ReportPart) reword(say func(string) string) {
	for _, text := range []*string{&p.Heading, &p.Text, &p.Rows, &p.Columns} {
		*text = say(*text)
	}
	for _, list := range []*Texts{&p.Speakers, &p.Conditions, &p.Variables} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i] = say((*list)[i])
		}
	}
}

// Merged gives the report after codes were merged, which it follows wherever it names them; false
// when it names none of them.
func (r Report) Merged(into map[ID]ID) (Report, bool) {
	changed := false
	r.Parts = slices.Clone(r.Parts)
	for i := range r.Parts {
		p := &r.Parts[i]
		codes, rows, columns := p.Codes.Merged(into), mergedAxis(p.Rows, into), mergedAxis(p.Columns, into)
		changed = changed || !slices.Equal(codes, p.Codes) || rows != p.Rows || columns != p.Columns
		p.Codes, p.Rows, p.Columns = codes, rows, columns
	}
	return r, changed
}

// mergedAxis follows the codes that rows or columns of a table name.
func mergedAxis(asked string, into map[ID]ID) string {
	kind, named, some := strings.Cut(asked, ":")
	if kind != "codes" || !some {
		return asked
	}
	var out []string
	for id := range strings.SplitSeq(named, ",") {
		for next, gone := into[ID(id)]; gone; next, gone = into[ID(id)] {
			id = string(next)
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return kind + ":" + strings.Join(out, ",")
}

// WithPicked gives the report with passages at the end of those that were picked for a part, each
// once, and how many of them are new there.
func (r Report) WithPicked(part ID, passages IDs) (after Report, added int, err error) {
	at := slices.IndexFunc(r.Parts, func(p ReportPart) bool { return p.ID == part })
	if at < 0 {
		return r, 0, Errorf(NotFound, "The report doesn’t have this part any more.")
	}
	if p := r.Parts[at]; p.Sort != PartExcerpts || !p.ByHand() {
		return r, 0, FieldError("part", "Excerpts are added one by one only to a part whose excerpts are chosen by hand.")
	}
	r.Parts = slices.Clone(r.Parts)
	p := &r.Parts[at]
	before := p.Picked.Distinct()
	p.Picked = slices.Concat(before, passages).Distinct()
	return r, len(p.Picked) - len(before), nil
}

// Identified gives the report with an id for every part that has none.
func (r Report) Identified() Report {
	r.Parts = slices.Clone(r.Parts)
	for i := range r.Parts {
		if r.Parts[i].ID == "" {
			r.Parts[i].ID = NewID()
		}
	}
	return r
}

// ReportParts are parts in order; the database keeps them as a JSON array.
type ReportParts []ReportPart

// MarshalJSON writes an empty list as [], however it is kept.
func (l ReportParts) MarshalJSON() ([]byte, error) { return listJSON(l) }

// Value writes the list as JSON.
func (l ReportParts) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *ReportParts) Scan(v any) error { return scanList((*[]ReportPart)(l), v) }
