# miniasync only: no type parameters
# expect error: SyntaxError: miniasync has no generic syntax: leave the type parameters out
def first[T](items: list[T]) -> T:
    return items[0]
