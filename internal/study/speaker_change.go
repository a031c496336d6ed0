package study

import "sort"

// SpeakerChange is a turn whose words are meant to be someone else's now: as it is, and the
// turn that they stood in.
type SpeakerChange struct{ Was, Is Turn }

// SpeakerChanges gives the turns of the new text whose words someone else spoke in the old one,
// in text order. Each is held against the turn that most of them stood in; new words are nobody
// else's.
func (c *Carry) SpeakerChanges(was, is []Turn) (out []SpeakerChange) {
	for _, t := range is {
		if from := c.turnBefore(was, t.Range); from >= 0 && was[from].Speaker != t.Speaker {
			out = append(out, SpeakerChange{was[from], t})
		}
	}
	return out
}

// turnBefore gives the old turn that most words of a range stood in, -1 when all are new.
func (c *Carry) turnBefore(was []Turn, r Range) int {
	best, most := -1, 0
	shared := map[int]int{}
	for _, old := range c.origins(r) {
		first := sort.Search(len(was), func(i int) bool { return was[i].End > old.Start })
		for i := first; i < len(was) && was[i].Start < old.End; i++ {
			shared[i] += min(was[i].End, old.End) - max(was[i].Start, old.Start)
			if shared[i] > most {
				best, most = i, shared[i]
			}
		}
	}
	return best
}

// origins gives what of a range of the new text stood in the old one, as it stood there.
func (c *Carry) origins(r Range) (out []Range) {
	first := sort.Search(len(c.steps), func(i int) bool { return c.steps[i].is.End > r.Start })
	for i := first; i <= len(c.steps); i++ {
		same, shift := Range{0, c.is.n}, 0
		if i > 0 {
			same.Start, shift = c.steps[i-1].is.End, c.steps[i-1].shift()
		}
		if i < len(c.steps) {
			same.End = c.steps[i].is.Start
		}
		if same.Start >= r.End {
			break
		}
		if part := (Range{max(same.Start, r.Start), min(same.End, r.End)}); part.Len() > 0 {
			out = append(out, Range{part.Start - shift, part.End - shift})
		}
	}
	return out
}

// Merged gives the speakers who have nothing left to say in the new text while all that they
// said in the old one and that is still there is another's: who they are now.
func (c *Carry) Merged(was, is []Turn) map[ID]ID {
	speaks := map[ID]bool{}
	for _, t := range is {
		speaks[t.Speaker] = true
	}
	into, several := map[ID]ID{}, map[ID]bool{}
	for _, change := range c.SpeakerChanges(was, is) {
		from, to := change.Was.Speaker, change.Is.Speaker
		if from == "" || to == "" || speaks[from] {
			continue
		}
		if other, there := into[from]; there && other != to {
			several[from] = true
		}
		into[from] = to
	}
	for id := range several {
		delete(into, id)
	}
	return into
}
