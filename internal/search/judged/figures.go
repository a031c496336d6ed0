package judged

import "math"

// Figures are means over the questions of a collection. Published is what the Anserini project
// measured with BM25 (k1 0.9, b 0.4, Porter's stems) on CACM.
type Figures struct {
	Questions int
	MAP       float64 // mean of the averages of the shares of answers down to each answer, to the 1,000th hit
	P30       float64 // share of answers among the first 30
	P10       float64
	NDCG10    float64 // answers among the first 10, the later the less
}

// Published are the figures to be reached.
var Published = Figures{Questions: 52, MAP: 0.3123, P30: 0.1942, P10: 0.3154, NDCG10: 0.4543}

// of gives the figures of one question, by whether each hit answers it.
func of(ranked []bool, answers int) Figures {
	return Figures{1, averagePrecision(ranked, answers), share(ranked, 30), share(ranked, 10), ndcg(ranked, answers, 10)}
}

func (f *Figures) add(one Figures) {
	f.Questions += one.Questions
	f.MAP, f.P30, f.P10, f.NDCG10 = f.MAP+one.MAP, f.P30+one.P30, f.P10+one.P10, f.NDCG10+one.NDCG10
}

func (f Figures) mean() Figures {
	n := float64(max(f.Questions, 1))
	return Figures{f.Questions, f.MAP / n, f.P30 / n, f.P10 / n, f.NDCG10 / n}
}

func averagePrecision(ranked []bool, answers int) float64 {
	sum, seen := 0.0, 0
	for i, answer := range ranked {
		if answer {
			seen++
			sum += float64(seen) / float64(i+1)
		}
	}
	return sum / float64(answers)
}

// share counts what isn't there as wrong.
func share(ranked []bool, depth int) float64 {
	n := 0
	for _, answer := range ranked[:min(depth, len(ranked))] {
		if answer {
			n++
		}
	}
	return float64(n) / float64(depth)
}

func ndcg(ranked []bool, answers, depth int) float64 {
	got, best := 0.0, 0.0
	for i := range depth {
		discount := 1 / math.Log2(float64(i+2))
		if i < len(ranked) && ranked[i] {
			got += discount
		}
		if i < answers {
			best += discount
		}
	}
	return got / best
}
