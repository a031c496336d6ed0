package refi

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// Reword puts every word of what is carried through a function: texts, and attributes that hold
// any text.
func Reword(content string, say func(string) string) (string, error) {
	in, out := xml.NewDecoder(strings.NewReader(content)), &strings.Builder{}
	e := xml.NewEncoder(out)
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			err = e.Close() // which writes what is still held back
			return out.String(), study.Wrap(err, "write what came along")
		}
		if err == nil {
			err = e.EncodeToken(reworded(token, say))
		}
		if err != nil {
			return "", study.Wrap(err, "read what came along")
		}
	}
}

func reworded(token xml.Token, say func(string) string) xml.Token {
	switch t := token.(type) {
	case xml.CharData:
		return xml.CharData(say(string(t)))
	case xml.StartElement:
		for i, a := range t.Attr {
			if kindOf[a.Name.Local] == nil {
				t.Attr[i].Value = say(a.Value)
			}
		}
		return t
	}
	return token
}
