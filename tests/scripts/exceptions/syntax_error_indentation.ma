# Bad indentation.
# expect error: IndentationError: expected an indented block after 'if' statement on line 3
if 1:
pass
