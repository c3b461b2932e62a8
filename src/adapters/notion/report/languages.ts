/** The languages that a code block may have (developers.notion.com/reference/block, "Code"). */
const languages: ReadonlySet<string> = new Set(
  `
abap
abc
agda
arduino
ascii art
assembly
bash
basic
bnf
c
c#
c++
clojure
coffeescript
coq
css
dart
dhall
diff
docker
ebnf
elixir
elm
erlang
f#
flow
fortran
gherkin
glsl
go
graphql
groovy
haskell
hcl
html
idris
java
javascript
json
julia
kotlin
latex
less
lisp
livescript
llvm ir
lua
makefile
markdown
markup
matlab
mathematica
mermaid
nix
notion formula
objective-c
ocaml
pascal
perl
php
plain text
powershell
prolog
protobuf
purescript
python
r
racket
reason
ruby
rust
sass
scala
scheme
scss
shell
smalltalk
solidity
sql
swift
toml
typescript
vb.net
verilog
vhdl
visual basic
webassembly
xml
yaml
java/c/c++/c#
`
    .trim()
    .split("\n"),
);

const aliases: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  py: "python",
  rb: "ruby",
  sh: "shell",
  yml: "yaml",
  md: "markdown",
  csv: "plain text",
  text: "plain text",
};

/** The service's name for a language, "plain text" when it knows none; it refuses any other name. */
export function codeLanguage(lang: string | null): string {
  const name = (lang ?? "").trim().toLowerCase();
  const known = aliases[name] ?? name;
  return languages.has(known) ? known : "plain text";
}
