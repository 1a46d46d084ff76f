# miniasync only: no match statement
# expect error: SyntaxError: miniasync has no match statement: write if and elif
match 1:
    case 1:
        pass
