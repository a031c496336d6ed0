package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"time"
)

// The size of the study's survey.
const surveyRows, surveyColumns = 8900, 60

// surveyTable makes a table of invented answers: a key, two numbers, groups, words, and items
// that are moved by something behind all of them.
func surveyTable() ([]byte, error) {
	dice := rand.New(rand.NewPCG(8900, 60))
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	row := []string{"Firm no", "Sector", "Exports", "Staff", "Turnover", "What holds you back?"}
	for i := len(row); i < surveyColumns; i++ {
		row = append(row, fmt.Sprintf("Item %d", i-5))
	}
	err := w.Write(row)
	for i := 0; i < surveyRows && err == nil; i++ {
		g := dice.NormFloat64()
		row = append(row[:0], fmt.Sprint("F", i), []string{"Food", "Textiles", "Metal", "Services"}[dice.IntN(4)], []string{"No", "Yes"}[min(max(int(math.Round(0.4+g/2)), 0), 1)],
			fmt.Sprint(int(12*math.Exp(g/2+dice.NormFloat64()/2))), fmt.Sprintf("%.1f", 50+10*g+8*dice.NormFloat64()), fmt.Sprintf("It is the %d months that a bank takes, and then the rent of the mill.", i%37))
		for len(row) < surveyColumns {
			row = append(row, []string{"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"}[min(max(int(math.Round(2+g+dice.NormFloat64())), 0), 4)])
		}
		err = w.Write(row)
	}
	w.Flush()
	return out.Bytes(), err
}

// surveying imports a survey of the study's size and asks for each kind of analysis.
func (b *bench) surveying() error {
	table, err := surveyTable()
	if err != nil {
		return err
	}
	var survey made
	began := time.Now()
	if err := b.send(b.base+"/surveys", nil, "survey.csv", table, &survey); err != nil {
		return err
	}
	b.row(fmt.Sprintf("import a survey, %d x %d", surveyRows, surveyColumns), ms(time.Since(began)), "", "", "")
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
	items := func(name string, n int) (out string) {
		for i := range n {
			out += "&" + name + "=" + url.QueryEscape(fmt.Sprint("Item ", i+1))
		}
		return out
	}
	return []struct{ what, ask string }{
		{"all frequencies", "frequencies"},
		{"frequencies of some", "frequencies?where=Sector%3DFood&where=Staff%3E20"},
		{"cross-table", "crosstab?row=Sector&column=" + url.QueryEscape("Item 1")},
		{"reliability of 8 items", "reliability?" + items("item", 8)},
		{"means of 4 groups", "groups?outcome=Turnover&by=Sector"},
		{"ranks of 4 groups", "groups?method=ranks&outcome=Turnover&by=Sector"},
		{"15 correlations of ranks, two by two", "correlations?method=spearman" + items("of", 15)},
		{"linear model, 14 coefficients", "regression?outcome=Turnover&predictor=Sector&predictor=Exports" + items("predictor", 10)},
		{"ordered logit, 14 coefficients", "regression?kind=ordered&outcome=" + url.QueryEscape("Item 20") + "&predictor=Sector&predictor=Exports" + items("predictor", 10)},
		{"script for R", "crosstab.R?row=Sector&column=Exports"},
	}
}
