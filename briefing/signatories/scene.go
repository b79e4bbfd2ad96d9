package signatories

// scene is a sentence with the lists and the words for documents in it.
type scene struct {
	first, last int // tokens, after a dateline
	para        int
	segs        []segment
	docs        []int
	petition    bool // about a petition of the public
}

// scenes reads every sentence of the table.
func (t *table) scenes() []scene {
	out := make([]scene, 0, len(t.d.Sentences))
	for _, s := range t.d.Sentences {
		sc := scene{first: t.dateline(s.First, s.Last), last: s.Last, para: s.Paragraph}
		if n := len(out) - 1; n >= 0 && out[n].para == sc.para && (t.oneOf(s.First, "(", ",", ";") || t.nickname(s.First)) {
			sc = scene{first: out[n].first, last: s.Last, para: sc.para} // the period was an abbreviation's
			out = out[:n]
		}
		for i := sc.first; i < sc.last; i++ {
			if t.w[i].doc != "" && t.isDocument(i) {
				sc.docs = append(sc.docs, i)
			}
			sc.petition = sc.petition || t.oneOf(i, "petition", "petitions")
		}
		t.segments(&sc)
		out = append(out, sc)
	}
	return out
}

// nickname reports whether a sentence that begins at token i begins inside a
// name: "Henry C. | "Hal" Johnson".
func (t *table) nickname(i int) bool {
	return t.oneOf(i, "\"", "“", "‘", "'", "''") && t.upper(i+1) && t.oneOf(i+2, "\"", "”", "’", "'", "''") && t.upper(i+3) && t.low(i-1) == "." && t.upper(i-2) && len(t.low(i-2)) == 1
}

// isDocument leaves out words for documents that mean something else here:
// "letter carrier", "House bill" is one, "an act of war" is none.
func (t *table) isDocument(i int) bool {
	switch t.low(i) {
	case "bill": // also a given name
		return !t.upper(i) || t.upper(i-1) && !t.upper(i+1) && !t.is(i-1, title|office)
	case "act", "acts":
		return t.upper(i) && t.upper(i-1)
	case "dear": // the text of a letter begins
		return t.salutation(i) && t.upper(i+1) && (i == 0 || !t.word(i-1))
	case "letter", "letters":
		return !t.in(i+1, noLetter) && !(t.low(i+1) == "of" && t.in(i+2, noLetter))
	case "principles", "commitments", "commitment", "charter", "compact", "pact":
		return t.in(i-1, pactArticle) || t.upper(i-1) && t.oneOf(i, "compact", "pact", "charter") || t.upper(i) && t.upper(i-1)
	case "convention": // a party's holds delegates
		return t.any(i+1, min(i+4, len(t.w)), sign) || t.oneOf(i+1, "on", "against", "for", "relating") || t.is(i-2, sign) || t.upper(i) && !t.in(i-1, partyMeeting) || t.oneOf(i-1, "un", "hague", "geneva")
	case "version": // "introduced a version in the House"
		return t.any(max(0, i-5), i, introduce) && t.oneOf(i+1, "in", "of", ".")
	case "measure", "motion", "agreement", "protocol", "memorandum":
		return t.low(i+1) != "picture" && t.in(i-1, motionArticle) || t.upper(i) || t.upper(i-1) && t.low(i) == "memorandum"
	case "brief", "briefs":
		return t.in(i-1, briefArticle)
	case "deal", "deals": // only one that is said to be signed
		return t.any(i+1, min(i+5, len(t.w)), sign)
	case "appeal", "appeals", "plea": // to those who can act, not to a higher court
		return t.oneOf(i-1, "joint", "open", "public", "written", "collective") || t.low(i+1) == "to" && t.any(max(0, i-4), min(i+14, len(t.w)), sign) || t.follows(i+1, []string{",", "which", "carries", "the", "signatures"}) || t.follows(i+1, []string{"carries", "the", "signatures"})
	case "call":
		return false
	}
	return true
}

// dateline returns the token after "WASHINGTON – ", "Miami, FL —".
func (t *table) dateline(first, last int) int {
	for i := first; i < last && i < first+9; i++ {
		if t.oneOf(i, "–", "—", "--", "-", "―") {
			return i + 1
		}
		if t.word(i) && !t.upper(i) {
			return first
		}
	}
	return first
}

// segments finds the lists of a scene, from left to right.
func (t *table) segments(sc *scene) {
	for i := sc.first; i < sc.last; {
		if t.is(i, signer) && t.low(i+1) == ":" || t.w[i].doc != "" && t.oneOf(i+1, "of", "by", "from") { // "Sponsors: A, B", "Statement of Senators A and B"
			i += 2
			continue
		}
		if !t.upper(i) && !t.is(i, title|office|modifier) && !t.oneOf(i, "the", "fellow") {
			i++
			continue
		}
		end := sc.last
		if t.opening(sc, i) {
			end = t.addresseeEnd(i, sc.last)
		}
		seg := t.listAt(i, end)
		if len(seg.entries) == 0 {
			i += t.w[i].n
			continue
		}
		sc.segs = append(sc.segs, seg)
		i = max(seg.last, i+1)
	}
}

// opening reports whether token i begins the addressee in "In a letter to X,
// Y and Z ask": there X ends at the comma.
func (t *table) opening(sc *scene, i int) bool {
	if !t.oneOf(sc.first, "in", "through", "with", "via", "by") || i > sc.first+12 {
		return false
	}
	for k := i - 1; k > sc.first && k > i-4 && t.low(k) != ","; k-- {
		if t.oneOf(k, "to", "from") {
			for m := sc.first; m < k; m++ {
				if t.w[m].doc != "" {
					return true
				}
			}
		}
	}
	return false
}

// addresseeEnd finds the comma that ends an addressee at token i. An office
// set off by a comma ("the foreign secretary, Jane Roe,") goes on after it.
func (t *table) addresseeEnd(i, last int) int {
	j := i
	for j < last && t.low(j) != "," {
		j++
	}
	if j < last && j > i && !t.upper(j-1) && t.personAt(j+1, last) > j+2 && t.oneOf(t.personAt(j+1, last), ",") {
		return t.personAt(j+1, last)
	}
	return j
}
