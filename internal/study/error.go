package study

import (
	"errors"
	"fmt"
)

// ErrorKind says what a person can do about an error.
type ErrorKind string

// The closed set of kinds. Whatever is not an *Error counts as Internal.
const (
	Invalid         ErrorKind = "invalid"         // the input breaks a rule; the text says which
	Unauthenticated ErrorKind = "unauthenticated" // nobody is signed in
	Forbidden       ErrorKind = "forbidden"       // the role does not allow it
	NotFound        ErrorKind = "not found"       // it is not there, or may not be seen
	Conflict        ErrorKind = "conflict"        // someone changed it since
	TooLarge        ErrorKind = "too large"       // a limit was passed
	TooMany         ErrorKind = "too many"        // tried too often; wait
	Full            ErrorKind = "full"            // there is no room left on the server
	Internal        ErrorKind = "internal"        // our fault; never shown in detail
)

// Error is the one error that reaches people. Text is a sentence that a
// researcher understands; Fields names the form fields at fault.
type Error struct {
	Kind   ErrorKind
	Text   string
	Fields map[string]string
	// Current is the state that a Conflict found, for the interface to offer both.
	Current any
	cause   error
}

func (e *Error) Error() string { return e.Text }

// Unwrap gives the foreign error behind an Internal one.
func (e *Error) Unwrap() error { return e.cause }

// Errorf makes an error of a kind with a formatted sentence.
func Errorf(kind ErrorKind, format string, args ...any) *Error {
	return &Error{Kind: kind, Text: fmt.Sprintf(format, args...)}
}

// FieldError is an Invalid error that belongs to one field of a form.
func FieldError(field, format string, args ...any) *Error {
	e := Errorf(Invalid, format, args...)
	e.Fields = map[string]string{field: e.Text}
	return e
}

// At says which part of a larger request an error is about: its field, and in front of the
// sentence what it is called. Internal errors pass unchanged.
func At(err error, field, called string) error {
	known, ok := errors.AsType[*Error](err)
	if !ok || known.Kind == Internal {
		return err
	}
	there := *known
	there.Text = called + ": " + known.Text
	there.Fields = map[string]string{field: known.Text}
	return &there
}

// Wrap marks a foreign error as Internal and says what was being done.
// An *Error passes unchanged, and nil stays nil.
func Wrap(err error, doing string) error {
	if err == nil {
		return nil
	}
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	return &Error{Kind: Internal, Text: doing + ": " + err.Error(), cause: err}
}

// KindOf is the kind of any error; "" for nil.
func KindOf(err error) ErrorKind {
	if err == nil {
		return ""
	}
	if known, ok := errors.AsType[*Error](err); ok {
		return known.Kind
	}
	return Internal
}
