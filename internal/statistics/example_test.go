package statistics_test

import (
	"fmt"
	"strings"

	"github.com/selvedge/selvedge/internal/statistics"
)

func ExampleRegress() {
	growth := statistics.Column{Name: "growth", Values: []float64{1.2, 0.4, 3.1, 2.8, 4.9, 4.1, 2.2, 5.6}}
	staff := statistics.Column{Name: "staff", Values: []float64{3, 5, 12, 9, 31, 24, 8, 40}}
	sector := statistics.Categories{Name: "sector", Labels: []string{"retail", "services"}, Of: []int{0, 0, 1, 1, 0, 1, 1, 0}}

	model, err := statistics.Regress(growth, []statistics.Predictor{{Variable: staff}, {Variable: sector, Reference: "retail"}}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range model.Coefficients[1:] {
		fmt.Printf("%s %.3f (HC3 %.3f)\n", strings.TrimSpace(c.Variable+" "+c.Level), c.Estimate, c.SE)
	}
	fmt.Printf("N = %d, R2 = %.3f\n", model.N, model.R2)
	// Output:
	// staff 0.133 (HC3 0.020)
	// sector services 0.890 (HC3 0.531)
	// N = 8, R2 = 0.952
}
