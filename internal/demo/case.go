package demo

import (
	"context"
	"fmt"
	"slices"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// firms are the invented firms of the interviews, as a table would bring them: what was not
// asked is empty. The key is how their source is numbered.
const firms = `Key,Name,Sector,Size band,Employees,District,Took part,Dropped out
D01,Calder Print,Manufacturing,10 to 49,11,Burnley,yes,yes
D02,Fylde Marine,Manufacturing,,,Fylde,yes,yes
D03,Rossendale Footwear,Manufacturing,,,Rossendale,yes,yes
D04,Wyre Joinery,Construction,,,Wyre,yes,yes
D05,Colne Audio,Digital and creative,,,Pendle,yes,yes
M01,Whinfield Seals,Manufacturing,50 to 249,,Pendle,,no
M02,Lune Valley Foods,Food and drink,50 to 249,,Lancaster,,no
M03,Accrington Springs,Manufacturing,50 to 249,,Hyndburn,,no
M04,Bowland Packaging,Manufacturing,50 to 249,,Ribble Valley,,no
M05,Hyndburn Tools,Manufacturing,50 to 249,,Hyndburn,,no
P01,"Nadia, soft furnishings",Retail and wholesale,None yet,0,Pendle,no,
P02,"Gareth, drone surveys",Business services,None yet,0,Rossendale,no,
P03,"Shabnam and Lee, bakery",Food and drink,None yet,0,Blackburn with Darwen,no,
P04,"Ian, after redundancy",,None yet,0,South Ribble,no,
`

// persons are who speaks for each firm: the firm's key, their name, their part in it, and how
// their source calls them when it is otherwise.
var persons = [][4]string{
	{"D01", "Mohammed", "Owner", ""}, {"D02", "Colin Rimmer", "Owner", ""}, {"D03", "Sheila Haworth", "Director", ""}, {"D03", "Kirsty Haworth", "Manager", ""},
	{"D04", "Dave Cartmell", "Owner", "SPEAKER 2"}, {"D04", "Lynne Cartmell", "Manager", "SPEAKER 3"}, {"D05", "Beth Ormerod", "Owner", ""}, {"D05", "Wojtek Banas", "Employee", ""},
	{"M01", "Helen Whinfield", "Director", ""}, {"M02", "Gareth Bleasdale", "Director", ""}, {"M02", "Shazia Iqbal", "Director", ""}, {"M03", "Wasim Akhtar", "Director", ""},
	{"M04", "Neil Fairhurst", "Director", "RESP"}, {"M05", "Brian Catlow", "Director", ""}, {"M05", "Jenny Catlow", "", ""},
	{"P01", "Nadia", "Founder to be", ""}, {"P02", "Gareth Holden", "Founder to be", ""}, {"P03", "Shabnam Desai", "Founder to be", "Shabnam"}, {"P03", "Lee Cronshaw", "Founder to be", "Lee"}, {"P04", "Ian Rigby", "Founder to be", "Ian"},
}

// workshop is the title of the source in which the chambers and the programmes speak.
const workshop = "W01 Chamber workshop"

// advisers are who speaks in the workshop: their chamber, if it is one that they speak for, their
// name and their part in it. Whoever runs a programme speaks for themselves.
var advisers = [][3]string{
	{"East Lancashire Chamber", "Malcolm Pomfret", "Director"}, {"North and Western Lancashire Chamber", "Fiona Threlfall", ""},
	{"", "Geoff Ormerod", "Adviser"}, {"", "Shabana Mirza", "Adviser"}, {"", "Dominic Ashcroft", "Adviser"}, {"", "Colin Raby", "Adviser"}, {"", "Priti Solanki", "Adviser"}, {"", "Bernadette Walsh", "Adviser"},
}

// cases makes the firms and persons, and ties them to what they said.
func (s *seeding) cases(ctx context.Context, _ study.Actor) error {
	by := s.people["amira"]
	table := app.CaseUpload{Name: "firms.csv", Data: []byte(firms), CaseMapping: study.CaseMapping{Key: "Key"}}
	report, _, err := s.app.ImportCases(ctx, by, s.project, table)
	if err != nil {
		return err
	}
	if report.Refused > 0 || len(report.Warnings) > 0 {
		return fmt.Errorf("the firms: %v, %v", report.Faults, report.Warnings)
	}
	firm, err := s.tieFirms(ctx, by)
	if err != nil {
		return err
	}
	for _, p := range persons {
		if err := s.person(ctx, by, firm[p[0]], p); err != nil {
			return fmt.Errorf("%s: %w", p[1], err)
		}
	}
	return s.advisers(ctx, by)
}

// advisers makes the persons of the workshop and the chambers that some speak for.
func (s *seeding) advisers(ctx context.Context, by study.Actor) error {
	sources, err := s.app.Sources(ctx, by, s.project, study.Filter{})
	if err != nil {
		return err
	}
	at := slices.IndexFunc(sources, func(one app.SourceView) bool { return one.Title == workshop })
	if at < 0 {
		return fmt.Errorf("there is no %s", workshop)
	}
	for _, p := range advisers {
		of := told{source: sources[at].ID}
		if p[0] != "" {
			chamber, _, err := s.app.AddCase(ctx, by, s.project, app.NewCase{Name: p[0]})
			if err != nil {
				return err
			}
			of.firm = chamber.ID
		}
		if err := s.person(ctx, by, of, [4]string{"", p[1], p[2], ""}); err != nil {
			return fmt.Errorf("%s: %w", p[1], err)
		}
	}
	return nil
}

// told is a firm with the source in which it is told of.
type told struct {
	firm   study.ID
	source study.ID
}

// tieFirms ties each firm to its source, and gives both by the firm's key.
func (s *seeding) tieFirms(ctx context.Context, by study.Actor) (map[string]told, error) {
	page, err := s.app.Cases(ctx, by, s.project, study.CaseQuery{Sort: "key"}, "", 100)
	if err != nil {
		return nil, err
	}
	sources, err := s.app.Sources(ctx, by, s.project, study.Filter{})
	if err != nil {
		return nil, err
	}
	out := map[string]told{}
	for _, c := range page.Items {
		for _, source := range sources {
			if source.Title != c.KeyText+" "+c.Name {
				continue
			}
			if _, _, err := s.app.AddTie(ctx, by, s.project, c.ID, app.NewTie{Link: study.Link{Kind: "source", ID: source.ID}}); err != nil {
				return nil, err
			}
			out[c.KeyText] = told{c.ID, source.ID}
		}
		if _, tied := out[c.KeyText]; !tied {
			return nil, fmt.Errorf("no source tells of %s", c.Name)
		}
	}
	return out, nil
}

func (s *seeding) person(ctx context.Context, by study.Actor, of told, p [4]string) error {
	n := app.NewCase{Name: p[1], Sort: study.Person, FirmID: of.firm}
	if p[2] != "" {
		n.Values = map[string]any{"Part in the firm": p[2]}
	}
	c, _, err := s.app.AddCase(ctx, by, s.project, n)
	if err != nil {
		return err
	}
	label := p[3]
	if label == "" {
		label = p[1]
	}
	_, _, err = s.app.AddTie(ctx, by, s.project, c.ID, app.NewTie{Link: study.Link{Kind: "speaker"}, Source: of.source, Label: label})
	return err
}
