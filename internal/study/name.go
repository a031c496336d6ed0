package study

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxName is the longest name or title, in code points.
const MaxName = 200

// MaxProse is the longest definition, question or memo, in code points.
const MaxProse = 50_000

// CheckName refuses names that are empty, too long, or hold control characters.
func CheckName(field, name string) error {
	if strings.TrimSpace(name) == "" {
		return FieldError(field, "The %s is empty.", field)
	}
	if utf8.RuneCountInString(name) > MaxName {
		return FieldError(field, "The %s is longer than %d characters.", field, MaxName)
	}
	if strings.ContainsFunc(name, unicode.IsControl) {
		return FieldError(field, "The %s holds characters that can't be shown.", field)
	}
	return nil
}

// Shorten cuts a text after so many code points.
func Shorten(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

// CheckProse refuses text that is too long or holds NUL.
func CheckProse(field, s string) error {
	if utf8.RuneCountInString(s) > MaxProse {
		return FieldError(field, "The %s is longer than %d characters.", field, MaxProse)
	}
	if strings.ContainsRune(s, 0) || !utf8.ValidString(s) {
		return FieldError(field, "The %s holds characters that can't be shown.", field)
	}
	return nil
}
