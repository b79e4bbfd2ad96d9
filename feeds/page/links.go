package page

// Link is a feed that a page offers.
type Link struct{ URL, Title, Type string }

// Feeds lists the feeds that a page offers, in document order.
func Feeds(html []byte, base string) []Link { return nil }
