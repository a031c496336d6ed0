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
//	term   = "(" or ")" | span | near | field | relation .
//	span   = [ "=" ] phrase | [ "=" ] word | word "*" | word "~" [ "1" | "2" ] | wildcard .
//	phrase = '"' anything but a quotation mark '"' .
//	word   = anything but blanks, parentheses and quotation marks .
//	near   = ( "near/" | "then/" ) number "(" part part { part } ")" .
//	part   = span | "(" span { "OR" span } ")" .
//	field  = name ":" [ "-" ] ( value | "(" value { "," value } ")" ) .
//	relation = how [ "/" number ] "(" coding coding ")" .
//	how    = "overlaps" | "within" | "outside" | "encloses" | "before" | "after" | "sameturn" | "samesource" .
//	coding = field | "(" field { field } ")" .  of code and coder
//	name   = letters, figures, "_" and "-" | phrase .
//	value  = phrase | anything but blanks, parentheses, quotation marks and commas .
//
// In a list, a value may hold blanks. The operators are upper case; lower-case and, or, not are
// words. NOT binds tightest, then AND, then OR. Curly double quotation marks count as straight
// ones. A question mark at the end of a word is one.
//
//	grow                  turns with a form of grow (the language's stemming)
//	barriers growth       turns with both, anywhere in the turn
//	"barriers growth"     the words side by side, each in any of its forms
//	=growth               the word as it stands; only case and accent encoding are ignored
//	="growth barriers"    the words as they stand, side by side
//	grow*                 words that begin so, three letters or more
//	barier~, barier~2     words that differ by one letter, or by two; two swapped count as one
//	wom?n, *ship, s*ed    words with any letter for ?, and any letters for *
//	near/5(bank* loan)    each at most five words from the next, in any order
//	then/5(bank loan)     the same, in this order; near/1 is side by side
//	near/3((bank OR "building society") loan)
//	speaker:jo            what somebody says whose name has the word Jo
//	speaker:-moderator    what others say
//	strand:(mid-caps, "Drop-outs")   in one of several
//	code:"Access to finance"         turns coded so, or with a code under it
//	code:barriers coder:amira        both of the same coding
//	case:F1 sector:food employees:50..249   what belongs to a case, or to cases by their variables
//	memo:queue                       passages with a memo that says so
//	overlaps(code:barriers code:finance)     turns of passages coded barriers of which words are coded finance
//	before/3((code:barriers coder:amira) code:finance)   that end at most three turns before
//
// A value without quotation marks means every name that has all its words, the last with * the
// names in which a word begins so; in quotation marks it is the whole name, or for codes also the
// path: "Barriers > Finance". A name that there is not is an error that gives some that there are.
//
// Every word is in the index. Words too common to say anything (the stop words of
// the language, such as to and the) are passed over where they stand beside other
// words in an AND, and count everywhere else: in phrases, after = and NOT, between
// ORs, in near and then, and when a query has no other words.
//
// A new kind of term is a production of term, a case of parser.term, a node of tree.go and a case
// of compiler.node; a new field is a fieldKind, or where the index doesn't know it, one of
// SearchQuery.Turns. reference_test.go holds words, near and the fields of the index against
// reading word by word; tests of app do so with fields of cases and relations.
package search
