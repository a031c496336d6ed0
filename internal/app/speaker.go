package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// SpeakerNames gives the names of speakers that some words are in, whatever their case and accents:
// those that begin so first, then in order, at most limit of them. It says how many there are in all.
func (a *App) SpeakerNames(ctx context.Context, by study.Actor, project study.ID, words string, limit int) (names []string, total int, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, 0, err
	}
	all, err := a.named[study.Speaker{}.Kind()].read(a.store.Read(ctx), project, project)
	if err != nil {
		return nil, 0, err
	}
	wanted := strings.Fields(folded(words))
	var begin, hold []string
	for _, one := range all.list {
		name := one.Texts[0].Text
		plain := folded(name)
		if name == "" || slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(plain, w) }) {
			continue
		}
		if len(wanted) > 0 && strings.HasPrefix(plain, wanted[0]) {
			begin = append(begin, name)
		} else {
			hold = append(hold, name)
		}
	}
	names = append(begin, hold...)
	return names[:min(limit, len(names))], len(names), nil
}
