package study

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// StrandHint is the strand that the name of a file tells, and the part of the name that
// tells it.
type StrandHint struct {
	ID ID     `json:"id"`
	By string `json:"by" doc:"The part of the name that tells it"`
}

// StrandOf finds the strand that a file belongs to in its name, which may carry folders: a
// folder is called as the strand is, the innermost counting first; or its own name has the
// strand's in it; or it begins with a letter and a number, as M07 does in Mid-caps. Nil where
// nothing of this fits, or fits two. Names are composed (NFC), as people type them.
func StrandOf(name string, strands []Strand) *StrandHint {
	folders := strings.Split(strings.ReplaceAll(name, `\`, "/"), "/")
	own := folders[len(folders)-1]
	for _, folder := range slices.Backward(folders[:len(folders)-1]) {
		if found := oneStrand(strands, folder, func(s Strand) bool { return plainWords(s.Name) == plainWords(folder) }); found != nil {
			return found
		}
	}
	title := " " + plainWords(strings.TrimSuffix(own, path.Ext(own))) + " "
	named := func(s Strand) bool { return strings.Contains(title, " "+plainWords(s.Name)+" ") }
	if found := oneStrand(strands, "", named); found != nil {
		found.By = strands[slices.IndexFunc(strands, named)].Name
		return found
	}
	letters := lettered.FindStringSubmatch(own)
	if letters == nil {
		return nil
	}
	return oneStrand(strands, letters[1], func(s Strand) bool { return beginsWith(s.Name, letters[1]) })
}

var lettered = regexp.MustCompile(`^(\p{Lu}{1,3})[ _-]?\d`)

// oneStrand gives the one strand that fits.
func oneStrand(strands []Strand, by string, fits func(Strand) bool) *StrandHint {
	first := slices.IndexFunc(strands, fits)
	if first < 0 || slices.ContainsFunc(strands[first+1:], fits) {
		return nil
	}
	return &StrandHint{ID: strands[first].ID, By: by}
}

// plainWords is a name in small letters, its words with one space between them.
func plainWords(name string) string {
	return strings.ToLower(strings.Join(nameWords(name), " "))
}

func nameWords(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
}

// beginsWith says whether letters are the first of a name or of its words.
func beginsWith(name, letters string) bool {
	initials := ""
	for _, word := range nameWords(name) {
		initials += string([]rune(word)[0])
	}
	return strings.HasPrefix(strings.ToUpper(name), letters) || strings.HasPrefix(strings.ToUpper(initials), letters)
}
