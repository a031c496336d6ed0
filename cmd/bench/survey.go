package main

import (
	"fmt"
	"net/url"
	"time"

	"github.com/selvedge/selvedge/internal/demo"
)

// surveying imports the survey of the sample study and asks for each kind of analysis.
func (b *bench) surveying() error {
	table := demo.SurveyTable(demo.SurveyFirms)
	var survey made
	began := time.Now()
	if err := b.send(b.base+"/surveys", nil, "survey.csv", table, &survey); err != nil {
		return err
	}
	b.row(fmt.Sprintf("import a survey of %d firms", demo.SurveyFirms), ms(time.Since(began)), "", "", "")
	list, err := timed(10, func(int) error { return b.get(b.base+"/surveys/"+survey.ID+"/responses?limit=1", nil) })
	if err != nil {
		return err
	}
	for _, one := range b.analyses() {
		all, err := timed(10, func(int) error { return b.get(b.base+"/surveys/"+survey.ID+"/"+one.ask, nil) })
		if err != nil {
			return err
		}
		b.row("survey, "+one.what, ms(all.at(.5)), ms(all.at(.95)), ms(list.at(.5))+" one response", ratio(all.at(.5), list.at(.5)))
	}
	return nil
}

// analyses are one of each kind, of the sizes that a team asks for.
func (b *bench) analyses() []struct{ what, ask string } {
	items := demo.SurveyItems()
	named := func(field string, names []string) string {
		return url.Values{field: names}.Encode()
	}
	return []struct{ what, ask string }{
		{"all frequencies", "frequencies"},
		{"frequencies of some", "frequencies?where=Sector%3DConstruction&where=Employees%3E20"},
		{"cross-table", "crosstab?row=Sector&" + named("column", items[:1])},
		{"reliability of 7 items", "reliability?" + named("item", items[5:12])},
		{"means of 10 groups", "groups?outcome=Turnover&by=Sector"},
		{"ranks of 10 groups", "groups?method=ranks&outcome=Turnover&by=Sector"},
		{"15 correlations of ranks, two by two", "correlations?method=spearman&" + named("of", items[:15])},
		{"linear model, 15 coefficients", "regression?outcome=Turnover&predictor=Employees&" + named("predictor", items[:13])},
		{"ordered logit, 15 coefficients", "regression?kind=ordered&" + named("outcome", items[20:21]) + "&predictor=Employees&" + named("predictor", items[:13])},
		{"answers to an open question", "answers?show=Sector"},
		{"script for R", "crosstab.R?row=Sector&column=District"},
	}
}
