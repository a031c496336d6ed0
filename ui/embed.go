// Package ui carries the built interface inside the binary.
package ui

import "embed"

// Dist is what the build leaves in dist: index.html and its assets.
//
//go:embed all:dist
var Dist embed.FS
