# An exception in __exit__ replaces the first, which becomes its context.
class CM:
    def __enter__(self):
        return self
    def __exit__(self, *info):
        raise RuntimeError('from exit')
try:
    with CM():
        raise ValueError('body')
except RuntimeError as e:
    print(e, repr(e.__context__), e.__cause__)
class Enter:
    def __enter__(self):
        raise OSError('enter')
    def __exit__(self, *info):
        print('never')
try:
    with Enter():
        pass
except OSError as e:
    print(e)
# expect-output:
# from exit ValueError('body') None
# enter
