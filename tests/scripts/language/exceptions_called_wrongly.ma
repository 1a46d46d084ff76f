# Methods of built-in exceptions are natives: a wrong call is told in the words for natives, not in those for functions.
group = ExceptionGroup('a', [ValueError()])
for wrong in (lambda: group.split(), lambda: group.subgroup(), lambda: group.derive(1, 2),
              lambda: OSError().__str__(1), lambda: SyntaxError().__str__(1), lambda: KeyError().__str__(2),
              lambda: ImportError(x=1), lambda: ExceptionGroup('a')):
    try:
        wrong()
    except TypeError as e:
        print(e)
# expect-output:
# BaseExceptionGroup.split() takes exactly one argument (0 given)
# BaseExceptionGroup.subgroup() takes exactly one argument (0 given)
# BaseExceptionGroup.derive() takes exactly one argument (2 given)
# expected 0 arguments, got 1
# expected 0 arguments, got 1
# expected 0 arguments, got 1
# ImportError() got an unexpected keyword argument 'x'
# BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
