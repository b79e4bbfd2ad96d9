package signatories

import (
	_ "embed"
	"strings"

	"readout/feeds/datafile"
)

//go:embed lists.txt
var listsFile string

// list is a set of the word lists of lists.txt that a word is in. Each answers
// one question about a place beside or inside a list of signatories; the file
// says which.
type list uint64

// The lists that the parsers ask.
var (
	asking        = named("asking")
	addressing    = named("addressing")
	weekday       = named("weekday")
	addresseeWord = named("addresseeWord")
	clauseBreak   = named("clauseBreak")
	gathering     = named("gathering")
	countLead     = named("countLead")
	countInner    = named("countInner")
	countOf       = named("countOf")
	countTail     = named("countTail")
	weightless    = named("weightless")
	signedBetween = named("signedBetween")
	standsIn      = named("standsIn")
	bulletMark    = named("bulletMark")
	roleLine      = named("roleLine")
	auxiliary     = named("auxiliary")
	functionWord  = named("functionWord")
	bodyJoint     = named("bodyJoint")
	memberNoun    = named("memberNoun")
	holds         = named("holds")
	stateForm     = named("stateForm")
	determiner    = named("determiner")
	opener        = named("opener")
	foreignMember = named("foreignMember")
	partyGap      = named("partyGap")
	bloc          = named("bloc")
	roleLead      = named("roleLead")
	chamberWord   = named("chamberWord")
	roleArticle   = named("roleArticle")
	titleRole     = named("titleRole")
	roleJoint     = named("roleJoint")
	notVerb       = named("notVerb")
	roleEnd       = named("roleEnd")
	afterRole     = named("afterRole")
	pactArticle   = named("pactArticle")
	motionArticle = named("motionArticle")
	briefArticle  = named("briefArticle")
	groupLead     = named("groupLead")
	preposition   = named("preposition")
	joinedIt      = named("joinedIt")
	clauseStart   = named("clauseStart")
	sentenceStart = named("sentenceStart")
	clauseEnd     = named("clauseEnd")
	letterArticle = named("letterArticle")
	beforeVerb    = named("beforeVerb")
	countedOf     = named("countedOf")
	countedHow    = named("countedHow")
	toBe          = named("toBe")
	stateNoun     = named("stateNoun")
	officePrep    = named("officePrep")
	roleMark      = named("roleMark")
	noLetter      = named("noLetter")
	partyMeeting  = named("partyMeeting")
	letterOpening = named("letterOpening")
	sponsorKind   = named("sponsorKind")
	besides       = named("besides")
	vague         = named("vague")
	courtesy      = named("courtesy")
	peerTitle     = named("peerTitle")
	clergy        = named("clergy")
	seat          = named("seat")
)

// listOf gives each section of lists.txt its bit.
var listOf = bitsOf(listsFile)

// bitsOf numbers the sections of a file. It panics when a list has no bits for
// them: the words of the last would be in no list, and nobody would be told.
func bitsOf(file string) map[string]list {
	bits := make(map[string]list)
	for name := range datafile.Sections(file) {
		if bits[name] == 0 {
			bits[name] = 1 << len(bits)
		}
		if bits[name] == 0 {
			panic("lists.txt: more lists than bits, from " + name + " on")
		}
	}
	return bits
}

// named is the list of a section; it panics when the file has none.
func named(name string) list {
	l := listOf[name]
	if l == 0 {
		panic("lists.txt: no list named " + name)
	}
	return l
}

// in reports whether token i is in one of the lists.
func (t *table) in(i int, l list) bool { return i >= 0 && i < len(t.w) && t.w[i].lists&l != 0 }

// listed reports whether a word, as written, is in one of the lists.
func listed(word string, l list) bool {
	x := words().words.Get(strings.ToLower(strings.TrimSuffix(word, ".")))
	return x != nil && x.lists&l != 0
}
