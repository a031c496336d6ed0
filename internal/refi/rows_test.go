package refi

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestACodebookBecomesRows(t *testing.T) {
	rows, err := CodeRows(t.Context(), []byte(`<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="NVivo"><Codes><Code guid="`+anID+`" name="Nodes" isCodable="false"><Code guid="{`+anID+`}" name="Trust" color="#fff" isCodable="true"><Description>Who is believed</Description><Code guid="b" name="In banks" isCodable="true"/></Code></Code></Codes></CodeBook>`))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || fmt.Sprint(rows[1].Path) != "[Trust In banks]" || *rows[0].Color != "#ffffff" || *rows[0].Definition != "Who is believed" || rows[1].Definition != nil || rows[0].ID != anID {
		t.Errorf("they are %+v", rows)
	}
}

func TestACodebookOfOurOwnComesBackWhole(t *testing.T) {
	code := study.Code{ID: anID, Name: "Trust", Color: "woad/open", Definition: "Who\n\nis believed", Include: "said", Exclude: "", Example: "“I do”", NearMiss: "hope", Codable: true}
	p, _ := Express(Held{Codes: []study.Code{code}})
	var out bytes.Buffer
	if err := WriteCodebook(&out, p); err != nil {
		t.Fatal(err)
	}
	if !IsCodebook(out.Bytes()) || IsCodebook([]byte("Code,Definition\n")) || IsCodebook([]byte("<html>")) {
		t.Error("a codebook is not known as one")
	}
	rows, err := CodeRows(t.Context(), out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r := rows[0]
	if *r.Color != code.Color || *r.Definition != code.Definition || *r.Include != code.Include || *r.Exclude != "" || *r.Example != code.Example || *r.NearMiss != code.NearMiss {
		t.Errorf("it is %+v", r)
	}
}
