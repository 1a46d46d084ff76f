# Instances of subclasses of int and float.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
class N(int):
    pass
class M(int):
    def __radd__(self,o): return 'M.radd'
    def __str__(self): return 'M!'
class G(float):
    pass
class S(str):
    pass
class Y(bytes): pass
show(lambda: (N(5) + 1))
show(lambda: (type(N(5) + 1)))
show(lambda: (N(5)))
show(lambda: (repr(N(5))))
show(lambda: (N(5) == 5))
show(lambda: (5 == N(5)))
show(lambda: (hash(N(5)) == hash(5)))
show(lambda: ({5: 'x'}[N(5)]))
show(lambda: (1 + M(2)))
show(lambda: (M(2) + 1))
show(lambda: (str(M(2))))
show(lambda: (format(M(2), '')))
show(lambda: (format(M(2), 'd')))
show(lambda: (f'{M(2)}'))
show(lambda: (f'{M(2):5}|'))
show(lambda: ('%s' % M(2)))
show(lambda: ('%d' % M(2)))
show(lambda: (M(2) * 2.5))
show(lambda: (N(2) ** N(3)))
show(lambda: (N(7) / N(2)))
show(lambda: (N(7) // 2, N(7) % 2, divmod(N(7), 2)))
show(lambda: (isinstance(N(1), int), type(N(1)).__name__))
show(lambda: (G(1.5) + 1))
show(lambda: (G(1.5), type(G(1.5)), type(-G(1.5))))
show(lambda: (G('2.5') == 2.5))
show(lambda: (round(G(2.5)), G(2.5).is_integer()))
show(lambda: (N('12') , N('0x1f', 16), int(N(3)), type(int(N(3)))))
show(lambda: (float(N(3)), float(G(3))))
show(lambda: (bool(N(0)), bool(G(0)), bool(S('')), bool(Y(b''))))
# expect-output:
# 6
# <class 'int'>
# 5
# '5'
# True
# True
# True
# 'x'
# 'M.radd'
# 3
# 'M!'
# 'M!'
# '2'
# 'M!'
# '    2|'
# 'M!'
# '2'
# 5.0
# 8
# 3.5
# (3, 1, (3, 1))
# (True, 'N')
# 2.5
# (1.5, <class '__main__.G'>, <class 'float'>)
# True
# (2, False)
# (12, 31, 3, <class 'int'>)
# (3.0, 3.0)
# (False, False, False, False)
