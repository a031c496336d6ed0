package refi

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// People are all who are named as having made something, those whom the file lists first. Who is
// named by their id alone gets a name.
func (p *Project) People() []User {
	out, seen := []User{}, map[study.ID]bool{}
	for _, u := range p.Users {
		if !seen[u.ID] {
			u.Name = firstOf(study.Shorten(oneLine(u.Name), study.MaxName), u.Sign, fmt.Sprintf("Unnamed person %d", len(out)+1))
			out, seen[u.ID] = append(out, u), true
		}
	}
	makers(reflect.ValueOf(p).Elem(), func(id study.ID) {
		if !seen[id] {
			seen[id] = true
			out = append(out, User{ID: id, Name: fmt.Sprintf("Unnamed person %d", len(out)+1)})
		}
	})
	return out
}

// makers visits the ids of all who made or changed something.
func makers(v reflect.Value, visit func(study.ID)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			makers(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			makers(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				maker(field.Name, v.Field(i), visit)
			}
		}
	}
}

func maker(name string, v reflect.Value, visit func(study.ID)) {
	id, is := v.Interface().(study.ID)
	switch {
	case !is:
		makers(v, visit)
	case id != "" && slices.Contains([]string{"CreatedBy", "ChangedBy", "By"}, name):
		visit(id)
	}
}
