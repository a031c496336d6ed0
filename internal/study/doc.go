// Package study holds the nouns of a research project and the rules they obey:
// projects, strands, sources, turns, speakers, passages, codings, codes, memos,
// members and the journal. It knows nothing of databases, indexes or HTTP and
// imports the standard library only, so that importers, the command line and
// the web interface all obey the same rules.
//
// Positions count Unicode code points from 0; ranges are half-open. Times are
// UTC with microseconds; spans of a recording are milliseconds from its start.
package study
