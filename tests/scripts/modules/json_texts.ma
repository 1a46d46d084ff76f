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

# expect-output:
# '' JSONDecodeError Expecting value: line 1 column 1 (char 0)
# ' ' JSONDecodeError Expecting value: line 1 column 2 (char 1)
# '[1,' JSONDecodeError Expecting value: line 1 column 4 (char 3)
# '[1,]' JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2)
# '{"a":1,}' JSONDecodeError Illegal trailing comma before end of object: line 1 column 7 (char 6)
# '{"a"' JSONDecodeError Expecting ':' delimiter: line 1 column 5 (char 4)
# '{"a":' JSONDecodeError Expecting value: line 1 column 6 (char 5)
# '{a:1}' JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '[1 2]' JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# '{"a":1 "b"}' JSONDecodeError Expecting ',' delimiter: line 1 column 8 (char 7)
# '"abc' JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# '"a\nb"' JSONDecodeError Invalid control character at: line 1 column 3 (char 2)
# '"\\x"' JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
# '"\\u12"' JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
# '"\\u12zz"' JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
# '1 2' JSONDecodeError Extra data: line 1 column 3 (char 2)
# 'nul' JSONDecodeError Expecting value: line 1 column 1 (char 0)
# '-' JSONDecodeError Expecting value: line 1 column 1 (char 0)
# '01' JSONDecodeError Extra data: line 1 column 2 (char 1)
# '1.' JSONDecodeError Extra data: line 1 column 2 (char 1)
# '1e' JSONDecodeError Extra data: line 1 column 2 (char 1)
# '[' JSONDecodeError Expecting value: line 1 column 2 (char 1)
# '{' JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '{"a":1' JSONDecodeError Expecting ',' delimiter: line 1 column 7 (char 6)
# '[1' JSONDecodeError Expecting ',' delimiter: line 1 column 3 (char 2)
# '-Infinity' -inf
# 'NaN' nan
# '\ufeff1' JSONDecodeError Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)
# '"\\' JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# '"\\ud800\\udc00"' '𐀀'
# '"\\ud800"' '\ud800'
# '[,]' JSONDecodeError Expecting value: line 1 column 2 (char 1)
# '{,}' JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '"\\ud83d\\u12"' JSONDecodeError Invalid \uXXXX escape: line 1 column 9 (char 8)
# ' [ 1 , 2.5 , -3e2 , "x" , null , true , false , {} , [] ] ' [1, 2.5, -300.0, 'x', None, True, False, {}, []]
# '{"a": {"b": [1, {"c": null}]}}' {'a': {'b': [1, {'c': None}]}}
# '1E5' 100000.0
# '-0' 0
# '-0.0' -0.0
# '123456789012345678901234567890' 123456789012345678901234567890
# '1.5e-7' 1.5e-07
# '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d"' '"\\/\x08\x0c\n\r\t中'
# '\t1\n' 1
# '{"k": 1, "k": 2}' {'k': 2}
# '[[[[]]]]' [[[[]]]]
# '\n\n[1,\n2,\n x]' JSONDecodeError Expecting value: line 5 column 2 (char 10)
# TypeError the JSON object must be str, bytes or bytearray, not int
# [1, 'é']
# {}
# ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# 'a\tb'
# ['1.5', 'i2']
# ['NaN']
# [('a', [('b', 1)])]
# [('a', 1), ('b', 2)]
# TypeError Object of type set is not JSON serializable
# TypeError Object of type set is not JSON serializable
# ValueError Out of range float values are not JSON compliant: nan
# TypeError keys must be str, int, float, bool or None, not tuple
# '{"a": 1}'
# ValueError Circular reference detected
# ValueError Circular reference detected
# '[1, [2, {}], {"a": [], "b": {"1": 2, "null": 3, "1.5": 2, "false": 0}}]'
# '[\n1,\n[\n2,\n{}\n],\n{\n"a": [],\n"b": {\n"1": 2,\n"null": 3,\n"1.5": 2,\n"false": 0\n}\n}\n]'
# '[\n  1,\n  [\n    2,\n    {}\n  ],\n  {\n    "a": [],\n    "b": {\n      "1": 2,\n      "null": 3,\n      "1.5": 2,\n      "false": 0\n    }\n  }\n]'
# '[\n--1,\n--[\n----2,\n----{}\n--],\n--{\n----"a": [],\n----"b": {\n------"1": 2,\n------"null": 3,\n------"1.5": 2,\n------"false": 0\n----}\n--}\n]'
# '[]'
# '{}'
# '"a\\"\\\\/\\b\\f\\n\\r\\t\\u00e9\\u4e2d\\ud83d\\ude00\\u007f"'
# '"é中😀\x7f"'
# '[Infinity, -Infinity, NaN, 1e+100, 1.0, -0.0, 1000000000000000000000000000000, true, null]'
# '{"a": {"c": 2, "d": 1}, "b": 1}'
# TypeError '<' not supported between instances of 'int' and 'str'
# '{"b":[1,2]}'
# '[1, [2]]'
# '[1, 2]'
# TypeError Object of type type is not JSON serializable
# '[[1]]'
# '[3]'
# '{\n "x": [\n  1,\n  2\n ]\n}'
# AttributeError 'object' object has no attribute 'missing'
# RecursionError
# RecursionError
# ([1], 3)
# m: line 2 column 2 (char 3) 3 2 2 m 'a\nbc' ('m: line 2 column 2 (char 3)',) True
# {"a": [1, null]} [1, 2]
# [3, [1], "s", {"k": 1}]
# True 265
