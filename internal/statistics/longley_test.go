package statistics

import "testing"

// longley are the figures by which Longley (1967) showed that many programs could not calculate:
// six predictors that all but follow from each other. Columns: employed, price deflator, gross
// national product, unemployed, armed forces, population, year.
var longley = [][7]float64{
	{60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
	{60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
	{63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
	{64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
	{66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
	{68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
	{68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
	{69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962},
}

func TestLongleysFiguresAreMetAsNISTCertifiesThem(t *testing.T) {
	columns := make([]Column, 7)
	for _, row := range longley {
		for i, v := range row {
			columns[i].Values = append(columns[i].Values, v)
		}
	}
	var predictors []Predictor
	for _, c := range columns[1:] {
		predictors = append(predictors, Predictor{Variable: c})
	}
	got := must[*Regression](t)(Regress(columns[0], predictors, nil))
	f := figures{"sigma": ones(got.Sigma), "r2": ones(got.R2), "f": ones(got.F.Statistic)}
	for _, c := range got.Coefficients {
		f["b"], f["se"] = append(f["b"], c.Estimate), append(f["se"], c.ClassicalSE)
	}
	figures{ // NIST, Statistical Reference Datasets
		"b":     {-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355},
		"se":    {890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212},
		"sigma": {304.854073561965}, "r2": {0.995479004577296}, "f": {330.285339234588},
	}.are(t, f, 1e-10, nil)
}
