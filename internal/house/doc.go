// Package house holds the rules of the building, kept by its test: which storey may
// import which, and where each foreign library and the environment may be used.
package house
