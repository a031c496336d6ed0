package refi

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// dyes are the colours of the dyes on a light ground, as other programs are told them. The
// interface has its own list of them.
var dyes = map[study.Color]string{"madder": "#a03e45", "annatto": "#b06144", "moss": "#468e64", "verdigris": "#015c5b", "woad": "#2d8bd3", "indigo": "#0e32a6",
	"fustic": "#a68100", "walnut": "#593d1d", "cochineal": "#e04e8d", "logwood": "#804cbb", "lichen": "#5a6000", "oakgall": "#798891"}

// rgb is a colour as other programs know it: the second form of a dye is halfway to white.
func rgb(c study.Color) string {
	name, open := strings.CutSuffix(string(c), "/open")
	full, dyed := dyes[study.Color(name)]
	switch {
	case !dyed:
		return string(c)
	case !open:
		return full
	}
	n, _ := strconv.ParseUint(full[1:], 16, 32) // all of them are hexadecimal
	half := func(shift uint) uint64 { return (n>>shift&0xff + 0xff) / 2 }
	return fmt.Sprintf("#%02x%02x%02x", half(16), half(8), half(0))
}

// dyeOf is the dye that this program wrote as a colour; any other colour stays.
func dyeOf(color string) study.Color {
	for _, dye := range study.Dyes {
		for _, form := range []study.Color{dye, dye + "/open"} {
			if rgb(form) == color {
				return form
			}
		}
	}
	return study.Color(color)
}
