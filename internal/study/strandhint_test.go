package study

import "testing"

func TestTheStrandOfAFileIsToldByItsFolderOrItsName(t *testing.T) {
	strands := []Strand{{ID: "mid", Name: "Mid-caps"}, {ID: "drop", Name: "Drop-outs"}, {ID: "pre", Name: "Pre-start-ups"}, {ID: "pol", Name: "Policy"}}
	for name, want := range map[string]string{
		"Fieldwork/mid caps/Interview.docx":   "mid by mid caps",
		`Fieldwork\Drop-Outs\M07 Seals.docx`:  "drop by Drop-Outs",
		"Mid-caps/Drop-outs/a.txt":            "drop by Drop-outs",
		"Notes on Drop-outs in May.docx":      "drop by Drop-outs",
		"M07 Whinfield Seals.docx":            "mid by M",
		"MC-12.vtt":                           "mid by MC",
		"P02.txt":                             "", // Pre-start-ups or Policy
		"PS3.txt":                             "pre by PS",
		"m07.txt":                             "",
		"Interview guide.pdf":                 "",
		"Mid-caps and Drop-outs together.txt": "",
		"Policyholders.txt":                   "",
	} {
		got := ""
		if found := StrandOf(name, strands); found != nil {
			got = string(found.ID) + " by " + found.By
		}
		if got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
