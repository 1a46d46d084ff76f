import json

text = '''
{"name": "小明", "age": 18, "tags": ["学生", "编程"], "score": 99.5, "active": true,
 "address": {"city": "北京", "zip": null}, "big": 12345678901234567890, "exp": 1.5e3, "esc": "a\\u4e2d\\n\\"q\\""}
'''
data = json.loads(text)
print(data)
print(type(data['score']), data['address']['zip'], data['exp'], data['esc'])
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps([1, 2.0, None, True, 'x', (1, 2), {'k': []}, {}]))
print(json.dumps({'a': 1, 'b': [1, 2]}, separators=(',', ':')))
print(json.dumps({1: 'int', None: 'none', True: 'bool', 2.5: 'f'}))
for bad in ('{', '[1, 2', '{"a" 1}', 'nope', '', '[1,]', '{"a": 1} x', '"abc'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(repr(bad), '->', e)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        if hasattr(o, '__dict__'):
            return {'__class__': type(o).__name__, **vars(o)}
        return super().default(o)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(json.dumps({'p': Point(1, 2), 's': {3, 1, 2}}, cls=Encoder))
print(json.dumps(Point(3, 4), default=vars))
try:
    json.dumps(object())
except TypeError as e:
    print(e)


def hook(d):
    if d.get('__class__') == 'Point':
        return Point(d['x'], d['y'])
    return d


p = json.loads('{"__class__": "Point", "x": 5, "y": 6}', object_hook=hook)
print(p.x, p.y)
print(json.loads('[1.0, 2]', parse_float=str, parse_int=lambda s: int(s) * 10))
print(json.dumps(float('inf')), json.dumps('中文\t\x01/é😀'))
a = []
a.append(a)
try:
    json.dumps(a)
except ValueError as e:
    print(e)
# expect-output:
# {'name': '小明', 'age': 18, 'tags': ['学生', '编程'], 'score': 99.5, 'active': True, 'address': {'city': '北京', 'zip': None}, 'big': 12345678901234567890, 'exp': 1500.0, 'esc': 'a中\n"q"'}
# <class 'float'> None 1500.0 a中
# "q"
# {"name": "小明", "age": 18, "tags": ["学生", "编程"], "score": 99.5, "active": true, "address": {"city": "北京", "zip": null}, "big": 12345678901234567890, "exp": 1500.0, "esc": "a中\n\"q\""}
# {
#   "active": true,
#   "address": {
#     "city": "\u5317\u4eac",
#     "zip": null
#   },
#   "age": 18,
#   "big": 12345678901234567890,
#   "esc": "a\u4e2d\n\"q\"",
#   "exp": 1500.0,
#   "name": "\u5c0f\u660e",
#   "score": 99.5,
#   "tags": [
#     "\u5b66\u751f",
#     "\u7f16\u7a0b"
#   ]
# }
# [1, 2.0, null, true, "x", [1, 2], {"k": []}, {}]
# {"a":1,"b":[1,2]}
# {"1": "bool", "null": "none", "2.5": "f"}
# '{' -> Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '[1, 2' -> Expecting ',' delimiter: line 1 column 6 (char 5)
# '{"a" 1}' -> Expecting ':' delimiter: line 1 column 6 (char 5)
# 'nope' -> Expecting value: line 1 column 1 (char 0)
# '' -> Expecting value: line 1 column 1 (char 0)
# '[1,]' -> Illegal trailing comma before end of array: line 1 column 3 (char 2)
# '{"a": 1} x' -> Extra data: line 1 column 10 (char 9)
# '"abc' -> Unterminated string starting at: line 1 column 1 (char 0)
# {"p": {"__class__": "Point", "x": 1, "y": 2}, "s": [1, 2, 3]}
# {"x": 3, "y": 4}
# Object of type object is not JSON serializable
# 5 6
# ['1.0', 20]
# Infinity "\u4e2d\u6587\t\u0001/\u00e9\ud83d\ude00"
# Circular reference detected
