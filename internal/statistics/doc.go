// Package statistics describes and relates columns of numbers and categories: pure functions,
// without a database and without words beyond the names of methods, reasons and errors.
//
// Missing values. A row takes part in an analysis if every column of that analysis, its weight
// included, has a value there (listwise). Each result says how many rows took part (N) and how
// many were left out (Missing). Only a correlation matrix chooses its rows pair by pair, and
// each pair says its own N.
//
// Weights. Frequency weights are whole numbers, and every analysis treats a row of weight 3 as
// three rows. Sampling weights say how many of the population a row stands for: means, shares
// and cross-tables are weighted by them, regressions are weighted with robust standard errors
// (White 1980), cross-tables are tested by Rao and Scott (1984). What can't be weighted so
// refuses. A row of weight nought is left out and counts as missing.
//
// Intervals are of 95 %, and all tests are two-sided.
//
// A figure that is not defined says so (Figure, Test); no result holds NaN or an infinity.
// Input that breaks a rule gives an Invalid error.
package statistics
