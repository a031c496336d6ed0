package study

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// ladders are the answers that items of scales offer, each from the least to the most. Answers
// of one step are alternatives of wording, with bars between them.
var ladders = [][]string{
	{"strongly disagree|completely disagree|totally disagree|disagree strongly", "disagree", "somewhat disagree|slightly disagree|tend to disagree|rather disagree", "neither agree nor disagree|neither|neutral|undecided|neither agree or disagree|unsure", "somewhat agree|slightly agree|tend to agree|rather agree", "agree", "strongly agree|completely agree|totally agree|agree strongly"},
	{"never", "hardly ever|almost never|very rarely", "rarely|seldom|infrequently", "occasionally|sometimes|now and then", "often|regularly", "frequently|usually|very often|most of the time", "almost always", "always"},
	{"not at all|none", "to a very small extent|very little|hardly at all", "to a small extent|to a little extent|a little|slightly", "to some extent|somewhat|to a moderate extent|moderately", "quite|quite a bit|quite a lot|fairly", "to a large extent|to a great extent|very|a lot|very much|a great deal", "to a very large extent|to a very great extent|extremely|completely|entirely"},
	{"very poor|very bad|terrible", "poor|bad", "fair|average|acceptable|neutral|ok|okay", "good", "very good", "excellent|outstanding"},
	{"well below average|far below average", "below average", "average", "above average", "well above average|far above average"},
	{"very dissatisfied", "dissatisfied", "somewhat dissatisfied", "neither satisfied nor dissatisfied|neutral", "somewhat satisfied", "satisfied", "very satisfied"},
	{"very unlikely", "unlikely", "somewhat unlikely", "neither likely nor unlikely|neutral", "somewhat likely", "likely", "very likely"},
	{"much worse", "worse", "somewhat worse|a little worse", "the same|about the same|no change|unchanged", "somewhat better|a little better", "better", "much better"},
	{"decreased a lot|fell a lot", "decreased|fell", "decreased a little", "stayed the same|no change|about the same", "increased a little", "increased|rose", "increased a lot|rose a lot"},
	{"much smaller", "smaller", "a little smaller", "the same size|about the same size", "a little larger", "larger", "much larger"},
	{"very low", "low", "medium|moderate", "high", "very high"},
	{"stimme gar nicht zu|stimme überhaupt nicht zu", "stimme nicht zu|stimme eher nicht zu", "teils teils|teils, teils|weder noch|unentschieden", "stimme eher zu", "stimme zu", "stimme voll zu|stimme voll und ganz zu|stimme völlig zu"},
	{"nie|niemals", "sehr selten", "selten", "manchmal|gelegentlich", "häufig|oft", "sehr oft|sehr häufig", "immer"},
	{"sehr schlecht", "schlecht", "mittel|mittelmäßig", "gut", "sehr gut"},
}

// rungs says which step of which ladders an answer is.
var rungs = func() map[string]map[int]int {
	out := map[string]map[int]int{}
	for l, ladder := range ladders {
		for step, wordings := range ladder {
			for wording := range strings.SplitSeq(wordings, "|") {
				if out[wording] == nil {
					out[wording] = map[int]int{}
				}
				out[wording][l] = step
			}
		}
	}
	return out
}()

// degrees go before a word, as in “very important”.
var degrees = regexp.MustCompile(`^(not at all|not|a little|slightly|somewhat|moderately|fairly|quite|very|highly|extremely) (.+)$`)

var degreeSteps = []string{"not at all", "not", "a little", "slightly", "somewhat", "moderately", "fairly", "quite", "very", "highly", "extremely"}

const (
	fewestRungs = 3
	mostRungs   = 11
)

// laddered gives answers from the least to the most when they are steps of one ladder, or
// begin with different figures.
func laddered(values []string) ([]string, bool) {
	if len(values) < fewestRungs || len(values) > mostRungs {
		return nil, false
	}
	for _, steps := range []func([]string) map[string]int{stepsOfLadder, stepsOfDegrees, stepsOfFigures} {
		if step := steps(values); step != nil {
			out := slices.Clone(values)
			slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(step[a], step[b]) })
			return out, true
		}
	}
	return nil, false
}

func stepsOfLadder(values []string) map[string]int {
	for l := range ladders {
		step := map[string]int{}
		for _, v := range values {
			if at, is := rungs[Fold(v)][l]; is {
				step[v] = at
			}
		}
		if len(step) == len(values) {
			return step
		}
	}
	return nil
}

func stepsOfDegrees(values []string) map[string]int {
	step, of := map[string]int{}, ""
	for _, v := range values {
		part := degrees.FindStringSubmatch(Fold(v))
		if part == nil {
			return nil
		}
		word := strings.TrimSuffix(part[2], " at all")
		if of != "" && word != of {
			return nil
		}
		of, step[v] = word, slices.Index(degreeSteps, part[1])
	}
	return step
}

var leadStep = regexp.MustCompile(`^(\d{1,2})\s*[-–—=:.)]\s*\pL`)

func stepsOfFigures(values []string) map[string]int {
	step, seen := map[string]int{}, map[string]bool{}
	for _, v := range values {
		part := leadStep.FindStringSubmatch(v)
		if part == nil || seen[part[1]] {
			return nil
		}
		seen[part[1]] = true
		step[v] = len(part[1])*100 + int(part[1][0]-'0')*10 + int(part[1][len(part[1])-1]-'0')
	}
	return step
}
