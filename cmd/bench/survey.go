package main

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/selvedge/selvedge/internal/demo"
)

// surveying imports the survey of the sample study, takes that back and does it again, and asks
// for each kind of analysis.
func (b *bench) surveying(ctx context.Context) error {
	survey, err := b.bringing(demo.SurveyTable(demo.SurveyFirms))
	if err != nil {
		return err
	}
	first, err := b.firstTables(ctx, survey)
	if err != nil {
		return err
	}
	list, err := timed(10, func(int) error { return b.get(b.base+"/surveys/"+survey.ID+"/responses?limit=1", nil) })
	if err != nil {
		return err
	}
	for i, after := range []string{"it came", "the server began"} {
		b.row("survey, the first cross-table after "+after, ms(first[i]), "", ms(list.at(.5))+" one response", ratio(first[i], list.at(.5)))
	}
	for _, one := range b.analyses() {
		all, err := timed(10, func(int) error { return b.get(b.base+"/surveys/"+survey.ID+"/"+one.ask, nil) })
		if err != nil {
			return err
		}
		b.row("survey, "+one.what, ms(all.at(.5)), ms(all.at(.95)), ms(list.at(.5))+" one response", ratio(all.at(.5), list.at(.5)))
	}
	if err := b.afterChanges(survey, list.at(.5)); err != nil {
		return err
	}
	return b.answersInBrowser(ctx, survey.ID)
}

// firstTables asks for a cross-table before anything else is asked of the survey: when it has just
// come, and when the server has just begun.
func (b *bench) firstTables(ctx context.Context, survey made) (took [2]time.Duration, err error) {
	for i := range took {
		began := time.Now()
		if err := b.get(b.base+"/surveys/"+survey.ID+"/crosstab?row=Sector&column=District", nil); err != nil {
			return took, err
		}
		took[i] = time.Since(began)
		if i == 0 {
			if err := b.again(ctx); err != nil {
				return took, err
			}
		}
	}
	return took, nil
}

// afterChanges measures the first answers after a case came, a response changed hands, or the
// survey got another name.
func (b *bench) afterChanges(survey made, floor time.Duration) error {
	its := b.base + "/surveys/" + survey.ID
	var page struct{ Items []struct{ ID, Case string } }
	if err := b.get(its+"/responses?limit=1", &page); err != nil {
		return err
	}
	aCase := func(int) error { return b.post(b.base+"/cases", `{"name":"A new one"}`, nil) }
	aTie := func(i int) error {
		tied := map[bool]string{true: page.Items[0].Case}[i%2 == 1]
		return b.patch(its+"/responses/"+page.Items[0].ID, fmt.Sprintf(`{"case":%q}`, tied))
	}
	aName := func(i int) error { return b.patch(its, fmt.Sprintf(`{"name":"Survey %d"}`, i)) }
	for _, one := range []struct {
		what, ask string
		change    func(i int) error
	}{
		{"a case, then frequencies", its + "/frequencies?of=Sector", aCase},
		{"a case, then cases by name", b.base + "/cases?q=mill&sort=-name", aCase},
		{"a response tied, then frequencies", its + "/frequencies?of=Sector", aTie},
		{"the survey changed, then frequencies", its + "/frequencies?of=Sector", aName},
	} {
		all, err := timed(6, func(i int) error {
			if err := one.change(i); err != nil {
				return err
			}
			return b.get(one.ask, nil)
		})
		if err != nil {
			return err
		}
		b.row("survey, "+one.what, ms(all.at(.5)), ms(all.at(.95)), ms(floor)+" one response", ratio(all.at(.5), floor))
	}
	return nil
}

// bringing measures an import, a preview of it and undoing it, beside the bare rows of as many
// cases.
func (b *bench) bringing(table []byte) (survey made, err error) {
	floor, err := bareCases(demo.SurveyFirms)
	if err != nil {
		return survey, err
	}
	var done struct{ Seq int64 }
	for _, step := range []struct {
		what string
		do   func() error
	}{
		{"preview a survey", func() error { return b.send(b.base+"/surveys/preview", nil, "survey.csv", table, nil) }},
		{"import a survey", func() error { return b.send(b.base+"/surveys", nil, "survey.csv", table, &done) }},
		{"undo the import", func() error { return b.post(fmt.Sprintf("%s/journal/%d/undo", b.base, done.Seq), "{}", nil) }},
		{"import it again", func() error { return b.send(b.base+"/surveys", nil, "survey.csv", table, &survey) }},
	} {
		began := time.Now()
		if err := step.do(); err != nil {
			return survey, err
		}
		took := time.Since(began)
		b.row(fmt.Sprintf("%s of %d firms", step.what, demo.SurveyFirms), ms(took), "", ms(floor)+" as many bare cases", ratio(took, floor))
	}
	return survey, nil
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
		{"respondents, narrowed and sorted", "responses?where=Employees%3E20&sort=-Turnover&limit=100"},
		{"script for R", "crosstab.R?row=Sector&column=District"},
	}
}
