# json.
import json
data = {'a': [1, 2.5, None, True, 'é"\n'], 'b': {'c': []}, '1': {}}
print(json.dumps(data), json.loads(json.dumps(data)) == data)
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, (2, 3)], separators=(',', ':')), json.dumps({1: 2, None: 3, True: 4}), json.dumps(float('inf')), json.loads('[1e3, -0, "\\u00e9", 12345678901234567890]'))
for t in ('', '{', '[1,]', '{"a" 1}', 'nul', '"abc', '[1] x', "{'a': 1}"):
    try:
        json.loads(t)
    except json.JSONDecodeError as e:
        print(e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
try:
    json.dumps({(1, 2): 3})
except TypeError as e:
    print(e)
# expect-output:
# {"a": [1, 2.5, null, true, "\u00e9\"\n"], "b": {"c": []}, "1": {}} True
# {
#   "1": {},
#   "a": [
#     1,
#     2.5,
#     null,
#     true,
#     "é\"\n"
#   ],
#   "b": {
#     "c": []
#   }
# }
# [1,[2,3]] {"1": 4, "null": 3} Infinity [1000.0, 0, 'é', 12345678901234567890]
# Expecting value: line 1 column 1 (char 0)
# Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# Illegal trailing comma before end of array: line 1 column 3 (char 2)
# Expecting ':' delimiter: line 1 column 6 (char 5)
# Expecting value: line 1 column 1 (char 0)
# Unterminated string starting at: line 1 column 1 (char 0)
# Extra data: line 1 column 5 (char 4)
# Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# Object of type set is not JSON serializable
# keys must be str, int, float, bool or None, not tuple
