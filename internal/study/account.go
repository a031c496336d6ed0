package study

import (
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"
)

// Account is a person who can sign in. What they may do in a project is their Member role.
type Account struct {
	ID           ID         `json:"id"`
	Email        string     `json:"email"`
	Name         string     `json:"name"`
	Admin        bool       `json:"admin" doc:"May make projects and accounts on this server"`
	PasswordHash string     `json:"-"`
	CreatedAt    time.Time  `json:"createdAt"`
	DisabledAt   *time.Time `json:"disabledAt,omitempty"`
}

// nowhere ends the addresses of accounts that only name the author of imported work: nobody can
// have one there (RFC 2606).
const nowhere = "@imported.invalid"

// NameOnly is an account that nobody can sign in to: it names the author of imported work.
func NameOnly(id ID, name string, at time.Time) Account {
	return Account{ID: id, Email: string(id) + nowhere, Name: name, CreatedAt: at}
}

// Address is the e-mail address by which a person is reached; "" where the account only names
// the author of imported work.
func (a Account) Address() string {
	if strings.HasSuffix(a.Email, nowhere) {
		return ""
	}
	return a.Email
}

// Validate checks what a person typed about themselves.
func (a Account) Validate() error {
	if err := CheckName("name", a.Name); err != nil {
		return err
	}
	_, err := CleanEmail(a.Email)
	return err
}

// CleanEmail gives the lower-case address by which an account is found.
func CleanEmail(s string) (string, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	parsed, err := mail.ParseAddress(s)
	if err != nil || parsed.Address != s || len(s) > 254 {
		return "", FieldError("email", "“%s” is not an e-mail address.", s)
	}
	return s, nil
}

// MinPassword is the shortest password, in code points.
const MinPassword = 12

// CheckPassword refuses passwords that are short, absurdly long, or the address itself.
func CheckPassword(password, email string) error {
	n := utf8.RuneCountInString(password)
	switch {
	case n < MinPassword:
		return FieldError("password", "A password has at least %d characters; three or four words do well.", MinPassword)
	case n > 256:
		return FieldError("password", "A password has at most 256 characters.")
	case strings.EqualFold(password, email):
		return FieldError("password", "The password can't be the e-mail address.")
	}
	return nil
}

// Session is one browser that is signed in. The cookie's token is kept as a hash only.
type Session struct {
	ID        ID        `json:"id"`
	TokenHash string    `json:"-"`
	AccountID ID        `json:"account"`
	Agent     string    `json:"agent" doc:"What the browser calls itself"`
	CreatedAt time.Time `json:"createdAt"`
	SeenAt    time.Time `json:"seenAt"`
	ExpiresAt time.Time `json:"expiresAt"`
}

// Token lets a program act for an account. It is shown once and kept as a hash.
type Token struct {
	ID        ID         `json:"id"`
	AccountID ID         `json:"-"`
	Name      string     `json:"name"`
	Hash      string     `json:"-"`
	CreatedAt time.Time  `json:"createdAt"`
	SeenAt    *time.Time `json:"seenAt,omitempty"`
	ExpiresAt *time.Time `json:"expiresAt,omitempty"`
}

// Actor is who does something: an account through a session, a token or the command line.
type Actor struct {
	Account Account
	Session ID // empty for tokens and the command line
}
