package app

import (
	"context"

	"github.com/selvedge/selvedge/internal/search"
	"github.com/selvedge/selvedge/internal/study"
)

// ParsedQuery reads a query of the project's text into its parts.
func (a *App) ParsedQuery(ctx context.Context, by study.Actor, project study.ID, text string) (study.ParsedQuery, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return study.ParsedQuery{}, err
	}
	return search.Parsed(text)
}
