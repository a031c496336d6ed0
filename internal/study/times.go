package study

import "slices"

// TurnTime says when a turn begins; nil takes its time away.
type TurnTime struct {
	Turn   int  `json:"turn" doc:"Index of the turn"`
	FromMs *int `json:"fromMs,omitempty" nullable:"true" doc:"Milliseconds from the start of the recording; null or absent takes the time away"`
}

// longest is the time that no recording is long for: a hundred hours, in milliseconds.
const longest = 100 * 60 * 60 * 1000

// WithTimes gives turns new times. Those that are set must not run backwards against the
// turns beside them; where a turn ends follows from where the next one with a time begins.
func WithTimes(turns []Turn, times []TurnTime) ([]Turn, error) {
	out := slices.Clone(turns)
	for i, t := range times {
		switch {
		case t.Turn < 0 || t.Turn >= len(out):
			return nil, FieldError("times", "There is no turn %d in this source.", t.Turn+1)
		case t.FromMs != nil && (*t.FromMs < 0 || *t.FromMs > longest):
			return nil, FieldError("times", "The time of turn %d is not between 0 and 100 hours.", t.Turn+1)
		case slices.ContainsFunc(times[:i], func(other TurnTime) bool { return other.Turn == t.Turn }):
			return nil, FieldError("times", "Turn %d is given two times.", t.Turn+1)
		}
		out[t.Turn].FromMs, out[t.Turn].ToMs = t.FromMs, nil
	}
	for _, t := range times {
		if err := inOrder(out, t.Turn); err != nil {
			return nil, err
		}
		closeAtNext(out, t.Turn)
		closeAtNext(out, timed(out, t.Turn, -1))
	}
	return out, nil
}

// inOrder refuses a turn that begins before the one before it or after the one after it.
func inOrder(turns []Turn, at int) error {
	before, after := timed(turns, at, -1), timed(turns, at, 1)
	switch {
	case turns[at].FromMs == nil:
		return nil
	case before >= 0 && *turns[before].FromMs > *turns[at].FromMs:
		return FieldError("times", "Turn %d would begin before turn %d.", at+1, before+1)
	case after < len(turns) && *turns[after].FromMs < *turns[at].FromMs:
		return FieldError("times", "Turn %d would begin before turn %d.", after+1, at+1)
	}
	return nil
}

// closeAtNext lets a turn that has a time end where the next one with a time begins.
func closeAtNext(turns []Turn, at int) {
	if at < 0 || turns[at].FromMs == nil {
		return
	}
	turns[at].ToMs = nil
	if next := timed(turns, at, 1); next < len(turns) {
		turns[at].ToMs = turns[next].FromMs
	}
}

// timed is the nearest turn with a time, from at on in steps of 1 or -1, or the place beyond
// the last turn that was looked at.
func timed(turns []Turn, at, step int) int {
	for at += step; at >= 0 && at < len(turns) && turns[at].FromMs == nil; at += step {
	}
	return at
}
