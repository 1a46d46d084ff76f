# Instances of subclasses of str, bytes, bytearray.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
class S(str):
    pass
class T(str):
    def __str__(self): return 'T!'
class Y(bytes): pass
class Z(bytearray): pass
show(lambda: (S('abc'), type(S('abc')), S('abc') + 'd', type(S('abc') + 'd')))
show(lambda: (S('abc') == 'abc', hash(S('abc')) == hash('abc'), {S('k'): 1}['k']))
show(lambda: (S('abc').upper(), type(S('abc').strip()), type(S('abc')[:]), type(str(S('abc')))))
show(lambda: (S('é' * 2000) == 'é' * 2000, len(S('x' * 5000))))
show(lambda: (str(T('abc')), format(T('abc')), f'{T("abc")}', '%s' % T('abc'), '{}'.format(T('abc'))))
show(lambda: (f'{T("abc"):>5}'))
show(lambda: (''.join([S('a'), T('b')])))
show(lambda: (Y(b'abc'), type(Y(b'abc')), Y(b'a') + b'b', Y(b'abc') == b'abc'))
show(lambda: (Z(b'abc'), type(Z(b'abc')), Z(b'a') + b'b'))
# expect-output:
# ('abc', <class '__main__.S'>, 'abcd', <class 'str'>)
# (True, True, 1)
# ('ABC', <class 'str'>, <class 'str'>, <class 'str'>)
# (True, 5000)
# ('T!', 'T!', 'T!', 'T!', 'T!')
# '  abc'
# 'ab'
# (b'abc', <class '__main__.Y'>, b'ab', True)
# (Z(b'abc'), <class '__main__.Z'>, bytearray(b'ab'))
