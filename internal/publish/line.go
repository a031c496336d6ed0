package publish

import (
	"fmt"

	"github.com/selvedge/selvedge/internal/study"
)

// between stands between the parts of a source line.
const between = " · "

// sourceLine says where an excerpt comes from: strand, source, speaker, time or turn,
// and who coded it. What is not known is left out.
func sourceLine(e study.Excerpt) []string {
	where := fmt.Sprintf("turn %d", e.Turn+1)
	if e.FromMs != nil {
		where = clock(*e.FromMs)
	}
	coder := cleanName(e.CoderName)
	if coder != "" {
		coder = "coded by " + coder
	}
	line := make([]string, 0, 5)
	for _, part := range []string{cleanName(e.StrandIs), cleanName(e.Title), cleanName(e.Speaker), where, coder} {
		if part != "" {
			line = append(line, part)
		}
	}
	return line
}

// clock writes milliseconds as hours, minutes and seconds: 0:03:31.
func clock(ms int) string {
	s := max(0, ms) / 1000
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}
