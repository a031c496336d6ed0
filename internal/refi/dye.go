package refi

import "github.com/selvedge/selvedge/internal/study"

// dyeOf is the dye that this program wrote as a colour; any other colour stays.
func dyeOf(color string) study.Color {
	for _, dye := range study.Dyes {
		for _, form := range []study.Color{dye, dye + "/open"} {
			if form.RGB() == color {
				return form
			}
		}
	}
	return study.Color(color)
}
