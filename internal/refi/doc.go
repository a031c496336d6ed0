// Package refi reads and writes the exchange formats of REFI-QDA: a whole project as .qdpx
// (or its bare .qde), and a codebook as .qdc.
//
// The values of the package mirror the schema of the standard: their fields stand in the
// order that the schema asks for, so that what is written is valid by construction. Files of
// other programs are seldom valid: shape.go knows the schema, clean.go mends what doesn't
// follow it while it is read, and says so in a Finding. Positions are counted differently by
// each program: counting.go finds out by which of them the words of a file fit.
package refi
