package study

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each does something with every number from 0 to n-1, on all cores. What is done with one must
// not touch what is done with another.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var hands sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		hands.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	hands.Wait()
}
