# miniasync only: no type statement
# expect error: SyntaxError: miniasync has no type statement: write X = ... without 'type'
type X = int
