# json: texts and errors.
import json
for v in (None, True, 1, 1.5, 'a"\n\té中😀', [1, [2]], {'a': [1, {'b': None}]}, {1: 2, None: 3, True: 4, 1.5: 5}, (1, 2), float('inf'), float('nan'), 1e16, 1e-7, 10**20, [], {}, '\x00\x7f\u2028/'): print(json.dumps(v))
print(json.dumps({'b': 1, 'a': [1, 2, {}], 'c': []}, indent=2, sort_keys=True)); print(json.dumps([1, {'a': 2}], indent='\t', separators=(',', ':'))); print(json.dumps('é', ensure_ascii=False), json.dumps([1, 2], separators=(',', ':')), json.dumps({'x': {1}}, default=list), json.dumps({(1, 2): 3}, skipkeys=True))
for bad in ('json.dumps({1})', 'json.dumps({(1,):2})', 'json.dumps(float("nan"), allow_nan=False)', 'json.dumps(object)', 'json.dumps(b"a")', 'json.loads("")', 'json.loads("{")', 'json.loads("[1,]")', 'json.loads("{\\"a\\":1,}")', 'json.loads("nul")', 'json.loads("[1 2]")', 'json.loads("{1:2}")', 'json.loads("\\"abc")', 'json.loads("\\"\\x01\\"")', 'json.loads("1 2")', 'json.loads("[1e5, -0, 1.5E-3, -1]")', 'json.loads("01")', 'json.loads("NaN")', 'json.loads("-Infinity")', 'json.loads("\\"\\\\ud83d\\\\ude00\\\\u00e9\\"")', 'json.loads("\\"\\\\x\\"")', 'json.loads("\\"\\\\u12\\"")', 'json.loads(" [ ] ")', 'json.loads("{\\"a\\":1,\\"a\\":2}")', 'json.loads(5)', 'json.loads(b"[1]")', 'json.loads("tru")', 'json.loads("[")', 'json.loads("[1")', 'json.loads("{\\"a\\"")', 'json.loads("{\\"a\\":")', 'json.loads("\\n\\n  x")', 'json.loads("1.")', 'json.loads("-")', 'json.loads("[1]", object_hook=1)', 'json.loads("{\\"a\\":{}}", object_hook=lambda d: ("o", d))', 'json.loads("{\\"a\\":1}", object_pairs_hook=list)', 'json.loads("1.5", parse_float=str)', 'json.loads("15", parse_int=str)', 'json.loads("12345678901234567890123")'):
    try: print(bad, '=', repr(eval(bad)))
    except Exception as e: print(bad, type(e).__name__, e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return str(type(o).__name__) if isinstance(o, complex if 0 else set) else super().default(o)
print(json.dumps({'s': {1}}, cls=E))
try: json.dumps({'s': object()}, cls=E)
except TypeError as e: print(e)
class I(int): pass
class S(str): pass
class D(dict): pass
import enum
class N(enum.IntEnum): A = 1
print(json.dumps([I(3), S('x'), D(a=1), N.A, {N.A: 1}]))
import io
f = io.StringIO(); json.dump([1, 2], f); f.seek(0); print(f.read(), json.load(io.StringIO('{"a": [1]}')))
try: json.loads('[1,\n 2,\n x]')
except json.JSONDecodeError as e: print(e.lineno, e.colno, e.pos, e.msg, e.doc[:3])

# expect-output:
# null
# true
# 1
# 1.5
# "a\"\n\t\u00e9\u4e2d\ud83d\ude00"
# [1, [2]]
# {"a": [1, {"b": null}]}
# {"1": 4, "null": 3, "1.5": 5}
# [1, 2]
# Infinity
# NaN
# 1e+16
# 1e-07
# 100000000000000000000
# []
# {}
# "\u0000\u007f\u2028/"
# {
#   "a": [
#     1,
#     2,
#     {}
#   ],
#   "b": 1,
#   "c": []
# }
# [
# 	1,
# 	{
# 		"a":2
# 	}
# ]
# "é" [1,2] {"x": [1]} {}
# json.dumps({1}) TypeError Object of type set is not JSON serializable
# json.dumps({(1,):2}) TypeError keys must be str, int, float, bool or None, not tuple
# json.dumps(float("nan"), allow_nan=False) ValueError Out of range float values are not JSON compliant: nan
# json.dumps(object) TypeError Object of type type is not JSON serializable
# json.dumps(b"a") TypeError Object of type bytes is not JSON serializable
# json.loads("") JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads("{") JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# json.loads("[1,]") JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2)
# json.loads("{\"a\":1,}") JSONDecodeError Illegal trailing comma before end of object: line 1 column 7 (char 6)
# json.loads("nul") JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads("[1 2]") JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# json.loads("{1:2}") JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# json.loads("\"abc") JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# json.loads("\"\x01\"") JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# json.loads("1 2") JSONDecodeError Extra data: line 1 column 3 (char 2)
# json.loads("[1e5, -0, 1.5E-3, -1]") = [100000.0, 0, 0.0015, -1]
# json.loads("01") JSONDecodeError Extra data: line 1 column 2 (char 1)
# json.loads("NaN") = nan
# json.loads("-Infinity") = -inf
# json.loads("\"\\ud83d\\ude00\\u00e9\"") = '😀é'
# json.loads("\"\\x\"") JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
# json.loads("\"\\u12\"") JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
# json.loads(" [ ] ") = []
# json.loads("{\"a\":1,\"a\":2}") = {'a': 2}
# json.loads(5) TypeError the JSON object must be str, bytes or bytearray, not int
# json.loads(b"[1]") = [1]
# json.loads("tru") JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads("[") JSONDecodeError Expecting value: line 1 column 2 (char 1)
# json.loads("[1") JSONDecodeError Expecting ',' delimiter: line 1 column 3 (char 2)
# json.loads("{\"a\"") JSONDecodeError Expecting ':' delimiter: line 1 column 5 (char 4)
# json.loads("{\"a\":") JSONDecodeError Expecting value: line 1 column 6 (char 5)
# json.loads("\n\n  x") JSONDecodeError Expecting value: line 3 column 3 (char 4)
# json.loads("1.") JSONDecodeError Extra data: line 1 column 2 (char 1)
# json.loads("-") JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads("[1]", object_hook=1) = [1]
# json.loads("{\"a\":{}}", object_hook=lambda d: ("o", d)) = ('o', {'a': ('o', {})})
# json.loads("{\"a\":1}", object_pairs_hook=list) = [('a', 1)]
# json.loads("1.5", parse_float=str) = '1.5'
# json.loads("15", parse_int=str) = '15'
# json.loads("12345678901234567890123") = 12345678901234567890123
# Circular reference detected
# {"s": "set"}
# Object of type object is not JSON serializable
# [3, "x", {"a": 1}, 1, {"1": 1}]
# [1, 2] {'a': [1]}
# 3 2 9 Expecting value [1,
