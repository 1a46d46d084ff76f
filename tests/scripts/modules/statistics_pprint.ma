# statistics, pprint.
import statistics as s, pprint
print(s.mean([1, 2, 4]), s.median([3, 1, 2]), s.mode('aab'), s.stdev([1, 2, 3, 4]), s.quantiles([1, 2, 3, 4]))
pprint.pprint({'b': list(range(30)), 'a': 'x'})
pprint.pprint([[i, 'word' * 5] for i in range(4)])
# expect-output:
# 2.3333333333333335 2 a 1.2909944487358056 [1.25, 2.5, 3.75]
# {'a': 'x',
#  'b': [0,
#        1,
#        2,
#        3,
#        4,
#        5,
#        6,
#        7,
#        8,
#        9,
#        10,
#        11,
#        12,
#        13,
#        14,
#        15,
#        16,
#        17,
#        18,
#        19,
#        20,
#        21,
#        22,
#        23,
#        24,
#        25,
#        26,
#        27,
#        28,
#        29]}
# [[0, 'wordwordwordwordword'],
#  [1, 'wordwordwordwordword'],
#  [2, 'wordwordwordwordword'],
#  [3, 'wordwordwordwordword']]
