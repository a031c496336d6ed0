package app

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/selvedge/selvedge/internal/study"
)

// attempts limits how often a sign-in may be tried: five at once and then one every
// twelve seconds for an account, and four times that for a network address.
type attempts struct {
	mu sync.Mutex
	by map[string]*attempt
}

type attempt struct {
	limit *rate.Limiter
	seen  time.Time
}

const (
	attemptsKept  = 10_000
	forgetAfter   = 15 * time.Minute
	perAccount    = 5
	perAddress    = 20
	accountPeriod = 12 * time.Second
)

func newAttempts() *attempts { return &attempts{by: map[string]*attempt{}} }

// try takes one attempt from both the account's and the address's share.
func (a *attempts) try(email, address string) error {
	if a.take("account "+email, accountPeriod, perAccount) && a.take("address "+address, accountPeriod/4, perAddress) {
		return nil
	}
	return study.Errorf(study.TooMany, "Too many attempts to sign in. Wait a minute, then try again.")
}

// forgive gives an account its share back after it has signed in.
func (a *attempts) forgive(email string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.by, "account "+email)
}

func (a *attempts) take(key string, every time.Duration, burst int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := time.Now()
	if len(a.by) >= attemptsKept {
		a.sweep(now)
	}
	one := a.by[key]
	if one == nil {
		one = &attempt{limit: rate.NewLimiter(rate.Every(every), burst)}
		a.by[key] = one
	}
	one.seen = now
	return one.limit.AllowN(now, 1)
}

func (a *attempts) sweep(now time.Time) {
	for key, one := range a.by {
		if now.Sub(one.seen) > forgetAfter {
			delete(a.by, key)
		}
	}
}
