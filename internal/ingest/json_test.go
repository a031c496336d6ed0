package ingest

import "testing"

func TestWhatSpeechRecognisersWriteIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		json, want string
		from, to   int
	}{
		"Whisper":           {`{"text":"no","segments":[{"id":0,"start":1.5,"end":2.25,"text":" We grew.","words":[{"word":"We"}]},{"start":3,"end":4,"text":" Yes."}],"language":"en"}`, "We grew.\nYes.", 1500, 2250},
		"with voices":       {`{"segments":[{"start":"1.5","end":2.25,"text":"We grew.","speaker":"SPEAKER_00"},{"start":3,"end":4,"text":"Yes.","speaker":1}]}`, "We grew.\nYes.", 1500, 2250},
		"whisper.cpp":       {`{"result":{"language":"de"},"transcription":[{"timestamps":{"from":"00:00:01,500","to":"00:00:02,250"},"text":" We grew."},{"offsets":{"from":3000,"to":4000},"text":"Yes."}]}`, "We grew.\nYes.", 1500, 2250},
		"podcasts":          {`{"version":"1.0.0","segments":[{"speaker":"Ann","startTime":1.5,"endTime":2.25,"body":"We grew."},{"speaker":"Ben","startTime":3,"body":"Yes."}]}`, "We grew.\nYes.", 1500, 2250},
		"podcasts by word":  {`{"segments":[{"speaker":"Ann","startTime":1.5,"endTime":1.7,"body":"We"},{"speaker":"Ann","startTime":1.8,"endTime":2.25,"body":"grew."},{"speaker":"Ann","startTime":3,"body":"Yes."}]}`, "We grew.\nYes.", 1500, 2250},
		"only words":        {`{"words":[{"word":" We","start":1.5,"end":1.7},{"word":" gr","start":1.8,"end":2},{"word":"ew.","start":2,"end":2.25},{"word":" Yes.","start":3,"end":4}]}`, "We grew.\nYes.", 1500, 2250},
		"a bare list":       {`[{"start":1.5,"end":2.25,"text":"We grew."},{"start":3,"end":4,"text":"Yes."}]`, "We grew.\nYes.", 1500, 2250},
		"chunks with times": {`{"text":"no","chunks":[{"timestamp":[1.5,2.25],"text":" We grew."},{"timestamp":[3.0,null],"text":" Yes."}]}`, "We grew.\nYes.", 1500, 2250},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read(t, "a.json", c.json)
			if doc.Text != c.want || len(doc.Turns) != 2 || *doc.Turns[0].FromMs != c.from || *doc.Turns[0].ToMs != c.to || *doc.Turns[1].FromMs != 3000 {
				t.Errorf("reads %q, %+v", doc.Text, doc.Turns)
			}
		})
	}
}

func TestVoicesOfARecogniserAreSpeakers(t *testing.T) {
	doc := read(t, "a.json", `{"segments":[{"start":0,"text":"a b","speaker":"Ann"},{"start":1,"text":"c d","speaker":2},{"start":2,"text":"e f"},{"start":3,"text":"g h","speaker":"Ann"}]}`)
	if len(doc.Speakers) != 2 || doc.Speakers[0].Turns != 2 || doc.Speakers[1].Name != "Speaker 2" || doc.Turns[2].Speaker != -1 {
		t.Errorf("%+v", doc.Speakers)
	}
}
