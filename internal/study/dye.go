package study

import (
	"fmt"
	"strconv"
	"strings"
)

// dyed are the colours of the dyes on a light ground, as other programs and papers are told them.
// The interface has its own list of them.
var dyed = map[Color]string{"madder": "#a03e45", "annatto": "#b06144", "moss": "#468e64", "verdigris": "#015c5b", "woad": "#2d8bd3", "indigo": "#0e32a6",
	"fustic": "#a68100", "walnut": "#593d1d", "cochineal": "#e04e8d", "logwood": "#804cbb", "lichen": "#5a6000", "oakgall": "#798891"}

// RGB is a colour as other programs know it, #rrggbb: the second form of a dye is halfway to white.
func (c Color) RGB() string {
	name, open := strings.CutSuffix(string(c), "/open")
	full, dye := dyed[Color(name)]
	switch {
	case !dye:
		return string(c)
	case !open:
		return full
	}
	n, _ := strconv.ParseUint(full[1:], 16, 32) // all of them are hexadecimal
	half := func(shift uint) uint64 { return (n>>shift&0xff + 0xff) / 2 }
	return fmt.Sprintf("#%02x%02x%02x", half(16), half(8), half(0))
}
