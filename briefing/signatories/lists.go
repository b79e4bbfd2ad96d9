package signatories

import (
	_ "embed"
	"strings"
)

//go:embed lists.txt
var listsFile string

// list is a set of the word lists of lists.txt that a word is in. Each answers
// one question about a place beside or inside a list of signatories; the file
// says which.
type list uint64

// The lists, in the order of the file.
const (
	asking list = 1 << iota
	addressing
	weekday
	addresseeWord
	clauseBreak
	gathering
	countLead
	countInner
	countOf
	countTail
	weightless
	signedBetween
	standsIn
	bulletMark
	roleLine
	auxiliary
	functionWord
	bodyJoint
	memberNoun
	holds
	stateForm
	determiner
	opener
	foreignMember
	partyGap
	bloc
	roleLead
	chamberWord
	roleArticle
	titleRole
	roleJoint
	notVerb
	roleEnd
	afterRole
	pactArticle
	motionArticle
	briefArticle
	groupLead
	notSubject
	joinedIt
	clauseStart
	sentenceStart
	clauseEnd
	nesting
	letterArticle
	beforeVerb
	countedOf
	countedHow
	toBe
	stateNoun
	officePrep
	roleMark
	noLetter
	partyMeeting
	letterOpening
	sponsorKind
	besides
	vague
	courtesy
	peerTitle
	clergy
	seat
)

// listNames are the names of the lists, in the order of the constants.
var listNames = []string{
	"asking", "addressing", "weekday", "addresseeWord", "clauseBreak", "gathering", "countLead", "countInner",
	"countOf", "countTail", "weightless", "signedBetween", "standsIn", "bulletMark", "roleLine", "auxiliary",
	"functionWord", "bodyJoint", "memberNoun", "holds", "stateForm", "determiner", "opener", "foreignMember",
	"partyGap", "bloc", "roleLead", "chamberWord", "roleArticle", "titleRole", "roleJoint", "notVerb", "roleEnd",
	"afterRole", "pactArticle", "motionArticle", "briefArticle", "groupLead", "notSubject", "joinedIt",
	"clauseStart", "sentenceStart", "clauseEnd", "nesting", "letterArticle", "beforeVerb", "countedOf",
	"countedHow", "toBe", "stateNoun", "officePrep", "roleMark", "noLetter", "partyMeeting", "letterOpening",
	"sponsorKind", "besides", "vague", "courtesy", "peerTitle", "clergy", "seat",
}

// in reports whether token i is in one of the lists.
func (t *table) in(i int, l list) bool { return i >= 0 && i < len(t.w) && t.w[i].lists&l != 0 }

// listed reports whether a word, as written, is in one of the lists.
func listed(word string, l list) bool {
	x := words().words.Get(strings.ToLower(strings.TrimSuffix(word, ".")))
	return x != nil && x.lists&l != 0
}
