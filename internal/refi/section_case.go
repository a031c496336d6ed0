package refi

import (
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// The parts of what is said of a variable or a case, beside Kind.
const (
	unitPart    = "Unit: "
	optionPart  = "Options:\n"
	missingPart = "Values that count as missing:\n"
	ofPart      = "Only of: "
	keyPart     = "Key: "
)

var (
	variableParts = []string{kindPart, unitPart, optionPart, missingPart, ofPart}
	caseParts     = []string{kindPart, keyPart}
	listKinds     = map[string]string{study.KindOne: "one of a list", study.KindSeveral: "several of a list"}
)

// saidOf is what a variable is, as one text: other programs know its name, its type and a
// description only.
func saidOf(v study.Variable) string {
	var options []string
	for _, o := range v.Options {
		line := backslashed.Replace(o.Value)
		if o.Label != "" {
			line += " = " + o.Label
		}
		options = append(options, line)
	}
	of := v.Of
	if of == "both" {
		of = ""
	}
	return joined(v.Label, variableParts, listKinds[v.Sort], v.Unit, strings.Join(options, "\n"), strings.Join(v.Missing, "\n"), of)
}

// backslashed keeps the value of an option apart from its label.
var backslashed = strings.NewReplacer(`\`, `\\`, `=`, `\=`)

// saySo reads what saidOf wrote.
func saySo(v *study.Variable, text string) {
	rest, parts := parted(text, variableParts...)
	v.Label, v.Unit = rest, parts[1]
	for sort, said := range listKinds {
		if parts[0] == said {
			v.Sort, v.Options = sort, optionsOf(parts[2])
		}
	}
	if parts[3] != "" {
		v.Missing = strings.Split(parts[3], "\n")
	}
	if slices.Contains([]string{study.Firm, study.Person}, parts[4]) {
		v.Of = parts[4]
	}
}

func optionsOf(text string) (out study.Options) {
	if text == "" {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		value, label, _ := strings.Cut(line, " = ")
		out = append(out, study.Option{Value: strings.NewReplacer(`\\`, `\`, `\=`, `=`).Replace(value), Label: label})
	}
	return out
}
