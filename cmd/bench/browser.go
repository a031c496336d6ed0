package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// drawn is what ui/bench/run.mjs tells of one size.
type drawn struct {
	Words, Codings int
	Ready          struct{ SurfaceMs, BareMs, Ratio float64 }
	AddToPaintMs   struct{ Median, P95 float64 }
	JumpMs         struct{ Median float64 }
}

// inBrowser measures the coding surface in Chromium, beside a bare page of the same rows.
func inBrowser(ctx context.Context, t *table) error {
	cmd := exec.CommandContext(ctx, "node", "bench/run.mjs", "2")
	cmd.Dir, cmd.Stderr = "ui", os.Stderr
	out, err := cmd.Output()
	var list []drawn
	if jsonErr := json.Unmarshal(out, &list); jsonErr != nil {
		return fmt.Errorf("measure in Chromium: %w (%v)", jsonErr, err)
	}
	ms := func(n float64) string { return fmt.Sprintf("%.1f ms", n) }
	for _, d := range list {
		size := fmt.Sprintf("%d words, %d codings", d.Words, d.Codings)
		t.row("first highlight, "+size, "Chromium", "", ms(d.Ready.SurfaceMs), "", ms(d.Ready.BareMs)+" bare page", fmt.Sprintf("%.2f×", d.Ready.Ratio))
		t.row("a coding to paint, "+size, "Chromium", "", ms(d.AddToPaintMs.Median), ms(d.AddToPaintMs.P95), "16.7 ms a frame", fmt.Sprintf("%.1f×", d.AddToPaintMs.Median/16.7))
		t.row("jump to a passage, "+size, "Chromium", "", ms(d.JumpMs.Median), "", ms(d.Ready.BareMs)+" bare page", fmt.Sprintf("%.2f×", d.JumpMs.Median/d.Ready.BareMs))
	}
	return nil
}
