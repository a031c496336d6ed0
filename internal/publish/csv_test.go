package publish

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
)

func rows(t *testing.T, r Report) (header []string, byName []map[string]string) {
	t.Helper()
	raw := written(t, format(t, "csv"), r)
	text, marked := bytes.CutPrefix(raw, []byte(byteOrderMark))
	if !marked {
		t.Fatal("no byte order mark")
	}
	if strings.Count(string(text), "\n") != strings.Count(string(text), "\r\n") {
		t.Error("a line does not end in CRLF")
	}
	all, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, name := range all[0] {
			m[name] = row[i]
		}
		byName = append(byName, m)
	}
	return all[0], byName
}

func TestCSVHasOneRowACoding(t *testing.T) {
	header, got := rows(t, sample())
	want := []string{"Coding", "Passage", "Code 1", "Code 2", "Code 3", "Code", "Text", "Strand", "Source", "Speaker", "Time", "Turn", "Start", "End", "Words", "Coder", "Coded at (UTC)", "Memo"}
	if !reflect.DeepEqual(header, want) || len(got) != 3 {
		t.Fatalf("%d rows of %q", len(got), header)
	}
	first := map[string]string{"Coding": "c1", "Passage": "p1", "Code 1": "Capitals", "Code 2": "Human capital", "Code 3": "Reluctance to delegate", "Code": "Reluctance to delegate",
		"Text": "Every quote came across my desk.\nUntil when?\nUntil March.", "Strand": "Mid-caps", "Source": "M07 Seals", "Speaker": "Owner, Interviewer", "Time": "0:03:31",
		"Turn": "5", "Start": "10", "End": "70", "Words": "10", "Coder": "Rukhsana", "Coded at (UTC)": "2026-11-23 15:21:00", "Memo": "Compare with M11.\nTwice."}
	if !reflect.DeepEqual(got[0], first) {
		t.Errorf("%q", got[0])
	}
	if third := got[2]; third["Code 1"] != "Barriers" || third["Code 2"] != "" || third["Time"] != "" || third["Turn"] != "1" {
		t.Errorf("%q", third)
	}
}

func TestNoCSVCellIsAFormula(t *testing.T) {
	_, got := rows(t, hostile())
	for _, row := range got {
		for name, v := range row {
			if strings.HasPrefix(v, "\t") || strings.TrimSpace(v) != "" && strings.ContainsAny(strings.TrimSpace(v)[:1], "=+-@") || strings.HasPrefix(v, "＝") {
				t.Errorf("%s: %.20q", name, v)
			}
		}
	}
	if got[0]["Text"] != "'=cmd|'/c calc'!A1" || got[8]["Text"] != "<script>alert(1)</script>" || got[9]["Text"] != rtl {
		t.Errorf("%q, %q, %q", got[0]["Text"], got[8]["Text"], got[9]["Text"])
	}
	if long := got[11]["Text"]; len([]rune(long)) != 42_000 {
		t.Errorf("a long passage has %d characters", len([]rune(long)))
	}
}

func TestAnEmptyCSVHasItsHeader(t *testing.T) {
	if header, got := rows(t, empty()); len(got) != 0 || header[2] != "Code 1" || header[3] != "Code" {
		t.Errorf("%d rows of %q", len(got), header)
	}
}
