package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/selvedge/selvedge/internal/search/judged"
)

// quality prints how well the search ranks, beside what is published of the same collection.
func quality(ctx context.Context, folder string, w io.Writer) error {
	collection, err := judged.Read(folder)
	if err != nil {
		return err
	}
	built, err := os.MkdirTemp("", "selvedge-quality")
	if err != nil {
		return err
	}
	defer os.RemoveAll(built)
	got, err := judged.Measure(ctx, built, collection)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d texts, %d judged questions\n\n", len(collection.Texts), got.Questions)
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "\tMAP\tP@30\tP@10\tnDCG@10\t")
	for _, row := range []struct {
		who string
		judged.Figures
	}{{"Selvedge", got}, {"published BM25", judged.Published}} {
		fmt.Fprintf(out, "%s\t%.4f\t%.4f\t%.4f\t%.4f\t\n", row.who, row.MAP, row.P30, row.P10, row.NDCG10)
	}
	return out.Flush()
}
