package study

import "time"

// Role is what a member may do in a project.
type Role string

// The roles, from most to least.
const (
	Lead       Role = "lead"
	Researcher Role = "researcher"
	Reader     Role = "reader"
)

// Permission names one thing that a role may do.
type Permission string

// The permissions; the table in May says who has them.
const (
	MayRead   Permission = "read"   // see and search everything in the project, export it
	MayCode   Permission = "code"   // make and remove codings and memos
	MayCodes  Permission = "codes"  // change the codebook
	MayImport Permission = "import" // add, rename and remove sources
	MayManage Permission = "manage" // members, invitations, the project itself
	SignedIn  Permission = "signed in"
	Everyone  Permission = "everyone"
)

var needs = map[Permission]int{MayRead: 1, MayCode: 2, MayCodes: 2, MayImport: 2, MayManage: 3}
var rank = map[Role]int{Reader: 1, Researcher: 2, Lead: 3}

// May says whether the role has the permission. An unknown role may nothing.
func (r Role) May(p Permission) bool {
	need, known := needs[p]
	return known && rank[r] >= need
}

// Validate refuses unknown roles.
func (r Role) Validate() error {
	if rank[r] == 0 {
		return FieldError("role", "A role is lead, researcher or reader.")
	}
	return nil
}

// Member is an account's place in a project. Its key in the journal is the account's id.
type Member struct {
	ProjectID ID        `json:"-"`
	AccountID ID        `json:"account"`
	Role      Role      `json:"role"`
	JoinedAt  time.Time `json:"joinedAt"`
}

// Kind and Key name the record in the journal.
func (Member) Kind() string { return "member" }
func (m Member) Key() ID    { return m.AccountID }

// Invitation lets whoever holds its link join a project, once.
type Invitation struct {
	ProjectID  ID         `json:"-"`
	ID         ID         `json:"id"`
	Role       Role       `json:"role"`
	TokenHash  string     `json:"-"`
	CreatedBy  ID         `json:"createdBy"`
	CreatedAt  time.Time  `json:"createdAt"`
	ExpiresAt  time.Time  `json:"expiresAt"`
	AcceptedBy ID         `json:"acceptedBy,omitempty"`
	AcceptedAt *time.Time `json:"acceptedAt,omitempty"`
}

// Open says whether the link still works.
func (i Invitation) Open(now time.Time) bool { return i.AcceptedBy == "" && now.Before(i.ExpiresAt) }
