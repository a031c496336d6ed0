package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// drawn is what ui/bench/run.mjs tells of one size.
type drawn struct {
	Words, Codings  int
	Ready           struct{ SurfaceMs, BareMs, Ratio float64 }
	AddToPaintMs    struct{ Median, P95 float64 }
	RemoteToPaintMs struct{ Median, P95 float64 }
	BurstOf100      struct{ MedianFrames, LongestFrames float64 }
	JumpMs          struct{ Median, LaterShiftPx float64 }
	Scroll1500      frames
	Scroll14000     frames
	BareScroll14000 frames
	HeapMB          float64
	ElementsPerTurn float64
}

// frames are those of a scroll.
type frames struct{ MedianMs, P95Ms, Over34Ms float64 }

// frame is how long one is shown, in ms.
const frame = 1000.0 / 60

// script is how much JavaScript the built pages fetch; a limit of 0 is none.
type script struct{ KB, Limit, Ratio float64 }

// inBrowser measures the coding surface in Chromium, beside a bare page of the same rows.
func inBrowser(ctx context.Context, t *table) error {
	cmd := exec.CommandContext(ctx, "node", "bench/run.mjs", "2")
	cmd.Dir, cmd.Stderr = "ui", os.Stderr
	out, err := cmd.Output()
	var told struct {
		Cases      []drawn
		JavaScript struct{ Initial, Coding, Beside script }
	}
	if jsonErr := json.Unmarshal(out, &told); jsonErr != nil {
		return fmt.Errorf("measure in Chromium: %w (%v)", jsonErr, err)
	}
	for _, d := range told.Cases {
		d.rows(t)
	}
	told.JavaScript.Initial.row(t, "JavaScript until a project is shown")
	told.JavaScript.Coding.row(t, "JavaScript until a text is shown, on top")
	told.JavaScript.Beside.row(t, "JavaScript of the codes and the inspector, after it")
	return nil
}

// grid is what ui/bench/answers.mjs tells of the grid of open answers.
type grid struct {
	ReadyMs                 float64
	Scroll1500, Scroll14000 frames
}

// answersInBrowser opens and scrolls the grid of open answers of a survey in Chromium, beside a
// frame.
func (b *bench) answersInBrowser(ctx context.Context, survey string) error {
	project := b.base[strings.LastIndex(b.base, "/")+1:]
	cmd := exec.CommandContext(ctx, "node", "bench/answers.mjs", b.url, leadEmail, leadPassword, project, survey)
	cmd.Dir, cmd.Stderr = "ui", os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the grid of answers in Chromium: %w", err)
	}
	var g grid
	if err := json.Unmarshal(out, &g); err != nil {
		return err
	}
	framed := func(what string, n, p95 float64) {
		b.row("open answers, "+what, fmt.Sprintf("%.1f ms", n), fmt.Sprintf("%.1f ms", p95), fmt.Sprintf("%.1f ms a frame", frame), fmt.Sprintf("%.1f×", n/frame))
	}
	framed("until the grid is shown", g.ReadyMs, g.ReadyMs)
	for _, s := range []struct {
		what string
		frames
	}{{"scroll at 1,500 px/s", g.Scroll1500}, {"scroll at 14,000 px/s", g.Scroll14000}} {
		framed(fmt.Sprintf("%s, %.0f of 149 frames over 34 ms", s.what, s.Over34Ms), s.MedianMs, s.P95Ms)
	}
	return nil
}

// rows tells a size: against the bare page of the same run, or against a frame.
func (d drawn) rows(t *table) {
	size := fmt.Sprintf(", %d words, %d codings", d.Words, d.Codings)
	ms := func(n float64) string { return fmt.Sprintf("%.1f ms", n) }
	bare := func(what string, n float64) {
		t.row(what+size, "Chromium", "", ms(n), "", ms(d.Ready.BareMs)+" bare page", fmt.Sprintf("%.2f×", n/d.Ready.BareMs))
	}
	framed := func(what string, n, p95 float64) {
		t.row(what+size, "Chromium", "", ms(n), ms(p95), ms(frame)+" a frame", fmt.Sprintf("%.1f×", n/frame))
	}
	bare("first highlight", d.Ready.SurfaceMs)
	framed("a coding to paint", d.AddToPaintMs.Median, d.AddToPaintMs.P95)
	framed("a colleague's coding to paint", d.RemoteToPaintMs.Median, d.RemoteToPaintMs.P95)
	framed("longest frame of 100 of them at once", d.BurstOf100.LongestFrames*frame, d.BurstOf100.LongestFrames*frame)
	bare("jump to a passage", d.JumpMs.Median)
	framed("scroll at 1,500 px/s", d.Scroll1500.MedianMs, d.Scroll1500.P95Ms)
	t.row("scroll at 14,000 px/s"+size, "Chromium", "", ms(d.Scroll14000.MedianMs), ms(d.Scroll14000.P95Ms), ms(d.BareScroll14000.MedianMs)+" bare page", fmt.Sprintf("%.1f×", d.Scroll14000.MedianMs/d.BareScroll14000.MedianMs))
	t.row("heap"+size, "Chromium", "", fmt.Sprintf("%.1f MB", d.HeapMB), "", "25 MB", fmt.Sprintf("%.2f×", d.HeapMB/25))
	t.row("elements a turn"+size, "Chromium", "", fmt.Sprintf("%.1f", d.ElementsPerTurn), "", "10", fmt.Sprintf("%.2f×", d.ElementsPerTurn/10))
}

func (s script) row(t *table, what string) {
	if s.Limit == 0 {
		t.row(what, "build", "", fmt.Sprintf("%.1f kB gz", s.KB), "", "", "")
		return
	}
	t.row(what, "build", "", fmt.Sprintf("%.1f kB gz", s.KB), "", fmt.Sprintf("%.0f kB", s.Limit), fmt.Sprintf("%.2f×", s.Ratio))
}
