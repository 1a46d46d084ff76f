# miniasync only: no complex numbers
# expect error: SyntaxError: miniasync has no complex numbers
print(1j)
