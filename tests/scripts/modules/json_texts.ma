# json: reading, writing, hooks, and the words of every error.
import json


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ['', ' ', '[1,', '[1,]', '{"a":1,}', '{"a"', '{"a":', '{a:1}', '[1 2]', '{"a":1 "b"}', '"abc', '"a\nb"',
          r'"\x"', r'"\u12"', r'"\u12zz"', '1 2', 'nul', '-', '01', '1.', '1e', '[', '{', '{"a":1', '[1',
          '-Infinity', 'NaN', '\ufeff1', '"\\', r'"\ud800\udc00"', r'"\ud800"', '[,]', '{,}', r'"\ud83d\u12"',
          ' [ 1 , 2.5 , -3e2 , "x" , null , true , false , {} , [] ] ', '{"a": {"b": [1, {"c": null}]}}', '1E5',
          '-0', '-0.0', '123456789012345678901234567890', '1.5e-7', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d"', '\t1\n',
          '{"k": 1, "k": 2}', '[[[[]]]]', '\n\n[1,\n2,\n x]']:
    print(ascii(s), end=' ')
    t(json.loads, s)
t(json.loads, 3), t(json.loads, b'[1, "\xc3\xa9"]'), t(json.loads, bytearray(b'{}')), t(json.loads, '1' * 5000)
t(json.loads, '"a\tb"', strict=False), t(json.loads, '[1.5, 2]', parse_float=str, parse_int=lambda s: 'i' + s)
t(json.loads, '[NaN]', parse_constant=lambda s: s), t(json.loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items()))
t(json.loads, '{"a": 1, "b": 2}', object_pairs_hook=list)
t(json.dumps, {1, 2}), t(json.dumps, [{1}]), t(json.dumps, float('nan'), allow_nan=False)
t(json.dumps, {(1,): 2}), t(json.dumps, {(1,): 2, 'a': 1}, skipkeys=True)
loop = []
loop.append(loop)
t(json.dumps, loop)
d = {}
d['a'] = d
t(json.dumps, d)
for indent in (None, 0, 2, '--'):
    t(json.dumps, [1, [2, {}], {'a': [], 'b': {1: 2, None: 3, 1.5: 2, False: 0}}], indent=indent)
t(json.dumps, [], indent=2), t(json.dumps, {}, indent=2)
t(json.dumps, 'a"\\/\b\f\n\r\té中😀\x7f'), t(json.dumps, 'é中😀\x7f', ensure_ascii=False)
t(json.dumps, [float('inf'), -float('inf'), float('nan'), 1e100, 1.0, -0.0, 10**30, True, None])
t(json.dumps, {'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), t(json.dumps, {'b': 1, 2: 2}, sort_keys=True)
t(json.dumps, {'b': [1, 2]}, separators=(',', ':')), t(json.dumps, (1, (2,)))


class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


t(json.dumps, {1, 2}, cls=E), t(json.dumps, object, cls=E), t(E().encode, [{1}]), t(json.dumps, {3}, default=list)
t(json.dumps, {'x': {1, 2}}, default=sorted, indent=1), t(json.dumps, object(), default=lambda o: o.missing)
deep = '[' * 100000
try:
    json.loads(deep)
except RecursionError as e:
    print('RecursionError')
a = []
for i in range(100000):
    a = [a]
try:
    json.dumps(a)
except RecursionError as e:
    print('RecursionError')
print(json.JSONDecoder().raw_decode('[1] x'))
e = json.JSONDecodeError('m', 'a\nbc', 3)
print(e, e.pos, e.lineno, e.colno, e.msg, repr(e.doc), e.args, isinstance(e, ValueError))
import io
out = io.StringIO()
json.dump({'a': [1, None]}, out)
print(out.getvalue(), json.load(io.StringIO('[1, 2]')))


class I(int):
    def __repr__(self):
        return 'I'


class L(list):
    pass


class S(str):
    pass


print(json.dumps([I(3), L([1]), S('s'), {S('k'): I(1)}]))
text = json.dumps({'numbers': list(range(50)), 'text': 'x' * 50})
print(json.loads(text) == {'numbers': list(range(50)), 'text': 'x' * 50}, len(text))
