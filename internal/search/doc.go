// Package search answers what a person asks of the text. It keeps one Bleve index
// per project, with one document per turn, and follows the project's journal.
//
// The index is derived and never trusted: it stores the number of the last journal
// entry in the same batch as what that entry changed, so that a crash repeats work
// and loses none; and whatever is missing, damaged, of another schema or ahead of
// the database is built anew beside the old one and put in its place.
//
// # The query language
//
//	query  = or .
//	or     = and { "OR" and } .
//	and    = not { [ "AND" ] not } .
//	not    = { "NOT" } term .
//	term   = "(" or ")" | [ "=" ] phrase | [ "=" ] word | word "*" | word "~" [ "1" | "2" ] .
//	phrase = '"' anything but a quotation mark '"' .
//	word   = anything but blanks, parentheses and quotation marks .
//
// The operators are upper case; lower-case and, or, not are words. NOT binds
// tightest, then AND, then OR. Curly double quotation marks count as straight ones.
//
//	grow               turns with a form of grow (the language's stemming)
//	barriers growth    turns with both, anywhere in the turn
//	"barriers growth"  the words side by side, each in any of its forms
//	=growth            the word as it stands; only case and accent encoding are ignored
//	="growth barriers" the words as they stand, side by side
//	grow*              words that begin so, three letters or more
//	barier~, barier~2  words that differ by one letter, or by two
//
// Every word is in the index. Words too common to say anything (the stop words of
// the language, such as to and the) are passed over where they stand beside other
// words in an AND, and count everywhere else: in phrases, after = and NOT, between
// ORs, and when a query has nothing else.
//
// A new kind of term, such as two terms near each other or a term in one field, is
// a production of term, a case of parser.term, a node of tree.go and a case of
// compiler.node.
package search
