package main

import (
	"errors"
	"strconv"
	"strings"
)

// size is a number of bytes, written as 4096, 500M or 2G.
type size int64

// UnmarshalText reads a size; units are powers of 1024.
func (s *size) UnmarshalText(text []byte) error {
	digits := strings.TrimRight(strings.ToUpper(strings.TrimSpace(string(text))), "IB")
	number := strings.TrimRight(digits, "KMGT")
	n, err := strconv.ParseInt(number, 10, 64)
	power, known := map[string]int{"": 0, "K": 10, "M": 20, "G": 30, "T": 40}[digits[len(number):]]
	if err != nil || !known || n <= 0 || n > 1<<62>>power {
		return errors.New("write a size such as 500M or 2G")
	}
	*s = size(n << power)
	return nil
}
