package study

import (
	"fmt"
	"regexp"
	"strconv"
)

var itemName = regexp.MustCompile(`^(.*\D)(\d{1,3})$`)

const fewestItems = 3

// items makes scale items of number questions that are called alike and go over the same few
// whole numbers.
func (a *asking) items(list Questions) {
	groups := map[string][]int{}
	for i, q := range list {
		if q.Sort != AskNumber || len(q.Columns) != 1 {
			continue
		}
		if key, is := a.itemKey(q); is {
			groups[key] = append(groups[key], i)
		}
	}
	for _, group := range groups {
		if len(group) >= fewestItems {
			a.asItems(list, group)
		}
	}
}

// itemKey is what items of one scale have in common: their name but for a number.
func (a *asking) itemKey(q Question) (string, bool) {
	at := a.named(q.Columns[0])
	low, high := a.reach(q)
	if low < 0 || high > 10 || high-low < 2 {
		return "", false
	}
	if h := a.heads[at]; h.stem != "" {
		return Fold(h.stem), true
	}
	part := itemName.FindStringSubmatch(q.Name)
	if part == nil {
		return "", false
	}
	return Fold(part[1]), true
}

// reach is from where to where the whole numbers of a question go; -1 when there are others.
func (a *asking) reach(q Question) (low, high int) {
	low, high = 99, -1
	v := q.Variable()
	for _, text := range a.cells[a.named(q.Columns[0])].values {
		value, err := v.Read(text, q.Reading())
		if err != nil || v.IsMissing(value) {
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			return -1, 99
		}
		low, high = min(low, n), max(high, n)
	}
	return low, high
}

func (a *asking) asItems(list Questions, group []int) {
	low, high := 99, -1
	for _, i := range group {
		l, h := a.reach(list[i])
		low, high = min(low, l), max(high, h)
	}
	for _, i := range group {
		list[i].Sort, list[i].Comma = AskScale, false
		for n := low; n <= high; n++ {
			list[i].Options = append(list[i].Options, Option{Value: fmt.Sprint(n)})
		}
	}
}
