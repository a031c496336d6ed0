package publish

import "iter"

// aheadBy is how much of a sequence is handed over at once.
const aheadBy = 64

// ahead goes through a sequence beside whoever takes what it gives: the next rows are made while those
// before them are written. It ends when the sequence has, and panics as that does.
func ahead[T any](seq iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		made, enough := make(chan []T, 2), make(chan struct{})
		var panicked any
		go func() {
			defer close(made)
			defer func() { panicked = recover() }()
			batches(seq, func(batch []T) bool {
				select {
				case made <- batch:
					return true
				case <-enough:
					return false
				}
			})
		}()
		defer func() {
			close(enough)
			for range made {
			} // until it has ended: what it reads is not read by anybody else meanwhile
			if panicked != nil {
				panic(panicked)
			}
		}()
		handOver(made, yield)
	}
}

// batches gives a sequence some at a time.
func batches[T any](seq iter.Seq[T], yield func([]T) bool) {
	batch := make([]T, 0, aheadBy)
	for one := range seq {
		if batch = append(batch, one); len(batch) < aheadBy {
			continue
		}
		if !yield(batch) {
			return
		}
		batch = make([]T, 0, aheadBy)
	}
	yield(batch)
}

func handOver[T any](made <-chan []T, yield func(T) bool) {
	for batch := range made {
		for _, one := range batch {
			if !yield(one) {
				return
			}
		}
	}
}
