package publish

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Network is what goes together: names round a circle, and lines between those that do.
type Network struct {
	Nodes []Node
	Ties  []Tie
}

// Node is a name, and how much there is of it.
type Node struct {
	Name string
	N    int
}

// Tie is two nodes by their places, and how often they go together: once or more.
type Tie struct{ A, B, N int }

// Limits of a network that can still be read on a page.
const (
	MostNodes = 30
	MostTies  = 60
)

// Measures of a network.
const (
	networkWide   = 136.0 // from its middle to the nodes at its sides
	networkHigh   = 100.0 // from its middle to its top, at least
	networkLead   = 20.0  // from name to name
	networkMargin = 16.0
	mostDot       = 9.0 // the radius of the largest dot
	mostThick     = 8.0
)

// tieInk is that of lines, which dots stand out from.
var tieInk = chartInks[1]

// Most gives as many nodes as can be read, those that are together most, in the order that they have,
// and of the ties between them as many as can be read, the strongest first.
func (n Network) Most() Network {
	sums := make([]int, len(n.Nodes))
	for _, t := range n.Ties {
		sums[t.A] += t.N
		sums[t.B] += t.N
	}
	return n.only(Largest(sums, MostNodes))
}

// Largest gives the places of the largest of some numbers, most of them at most, in order.
func Largest(numbers []int, most int) []int {
	places := make([]int, len(numbers))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return numbers[b] - numbers[a] })
	return slices.Sorted(slices.Values(places[:min(len(places), most)]))
}

// only gives some nodes with the strongest ties between them.
func (n Network) only(kept []int) (out Network) {
	places := make(map[int]int, len(kept))
	for at, node := range kept {
		places[node] = at
		out.Nodes = append(out.Nodes, n.Nodes[node])
	}
	for _, t := range n.Ties {
		a, hasA := places[t.A]
		if b, hasB := places[t.B]; hasA && hasB {
			out.Ties = append(out.Ties, Tie{a, b, t.N})
		}
	}
	slices.SortStableFunc(out.Ties, func(x, y Tie) int { return y.N - x.N })
	out.Ties = out.Ties[:min(len(out.Ties), MostTies)]
	return out
}

// draw puts the widest lines on top, and dots on all of them.
func (n Network) draw() (shapes []shape, height float64) {
	most := 1
	for _, t := range n.Ties {
		most = max(most, t.N)
	}
	for _, t := range slices.Backward(n.Ties) {
		x, y := n.place(t.A)
		toX, toY := n.place(t.B)
		shapes = append(shapes, line(x, y, toX, toY, max(.75, mostThick*float64(t.N)/float64(most)), tieInk))
	}
	for i := range n.Nodes {
		shapes = append(shapes, n.dot(i)...)
	}
	return shapes, 2 * (n.high() + networkMargin)
}

// dot is a node with its name beside it, outside the circle. Its area goes with its number.
func (n Network) dot(i int) []shape {
	most := 1
	for _, node := range n.Nodes {
		most = max(most, node.N)
	}
	x, y := n.place(i)
	dot := disc(x, y, max(2.5, mostDot*math.Sqrt(float64(n.Nodes[i].N)/float64(most))), chartInks[0])
	if n.right(i) {
		return []shape{dot, text(x+mostDot+5, y+4, n.shown(i, chartWidth-x))}
	}
	return []shape{dot, textTo(x-mostDot-5, y+4, n.shown(i, x))}
}

// shown is the name of a node with its number, as far as there is room for it.
func (n Network) shown(i int, room float64) string {
	number := " " + figure(n.Nodes[i].N)
	return shortened(n.Nodes[i].Name, int((room-mostDot-5)/chartLetter)-len(number)) + number
}

// The first half of the nodes goes down the right side, the other up the left one: names have the same
// distance from each other, and no name lies in the circle.
func (n Network) right(i int) bool { return i < n.half() }

func (n Network) half() int { return (len(n.Nodes) + 1) / 2 }

func (n Network) high() float64 { return max(networkHigh, float64(n.half())*networkLead/2) }

func (n Network) place(i int) (x, y float64) {
	high, of, at, side := n.high(), n.half(), i, 1.0
	if !n.right(i) {
		of, at, side = len(n.Nodes)-of, len(n.Nodes)-1-i, -1
	}
	down := (float64(at)+.5)/float64(of)*2 - 1 // from −1 to 1
	return chartWidth/2 + side*networkWide*math.Sqrt(1-down*down), networkMargin + high*(1+down)
}

// Pairs tells each line in words, the widest first.
func (n Network) Pairs() string {
	var out []string
	for _, t := range n.Ties {
		a, b := cleanName(n.Nodes[t.A].Name), cleanName(n.Nodes[t.B].Name)
		out = append(out, a+" and "+b+" "+figure(t.N))
	}
	return cmp.Or(strings.Join(out, "; "), "none") + "."
}

// Alt says in words what the network shows.
func (n Network) Alt() string {
	return "Names round a circle, and a line between each two that are together: " + n.Pairs()
}
