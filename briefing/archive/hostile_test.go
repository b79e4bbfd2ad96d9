package archive

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"readout/briefing/query"
)

// Words that mean something to SQL, to FTS5 or to LIKE are words: a search finds
// what holds them, or nothing, and is never an error of the database.
func TestHostileSearches(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", `Robert'); DROP TABLE articles;--`, `He said "x" NEAR(y) 100% of C_D.`), article("2", "Plain", "Nothing odd."))
	for _, w := range []string{`'`, `"`, `"" OR 1=1 --`, `'); DROP TABLE articles;--`, "NEAR(a b)", "a NEAR b", "a AND", "NOT", "*", "a*", "^a", "a:b", "{a b}:c", "-", "+a", "%", "_", "\\",
		"\x00", "(", ")", "[a-z]", "rowid:1", "title MATCH x", "a\u0000b", strings.Repeat("a ", 2000), "国", "é", "ß", "?1", ":id", "@x", "$y"} {
		asked := []string{w, strconv.Quote(w)}
		for _, field := range []query.Field{query.Title, query.Actor, query.Topic, query.Source, query.Tag, query.Speaker, query.Signatory, query.Lang} {
			asked = append(asked, string(field)+":"+strconv.Quote(w))
		}
		for _, s := range asked {
			q, err := query.Parse(s)
			if err != nil {
				continue // a sentence of the query language
			}
			if _, err := a.List(ctx, q, 0); err != nil {
				t.Errorf("%s: %v", s, err)
			}
		}
		if _, err := a.Tag(ctx, []Key{1}, w, true); err != nil && !strings.Contains(err.Error(), "letter or a digit") {
			t.Errorf("tag %q: %v", w, err)
		}
	}
	for q, want := range map[string]int{`"drop table"`: 1, `"100%"`: 1, "title:robert": 1, "": 2} {
		if got := titles(t, a, q); len(got) != want {
			t.Errorf("%s: %q", q, got)
		}
	}
}

// No statement is put together of values: SQL takes them as parameters, and
// what is formatted into it are numbers.
func TestStatementsHoldNoValues(t *testing.T) {
	sql := regexp.MustCompile(`\b(SELECT|INSERT|UPDATE|DELETE|DROP|CREATE|PRAGMA|ATTACH|VACUUM)\b`)
	verb := regexp.MustCompile(`%[^d%]`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 2 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || f.Sel.Name != "Sprintf" && f.Sel.Name != "Appendf" && f.Sel.Name != "Fprintf" {
				return true
			}
			for _, arg := range call.Args {
				if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil && sql.MatchString(s) && verb.MatchString(s) {
						t.Errorf("%s: a statement is formatted of values: %s", set.Position(lit.Pos()), s)
					}
				}
			}
			return true
		})
	}
}
