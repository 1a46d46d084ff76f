# Many small checks; CPython prints the same.
import unittest
class T(unittest.TestCase):
    def r(self, f, *a, **k):
        try: f(*a, **k); print('ok')
        except AssertionError as e: print('AE', e)
        except Exception as e: print(type(e).__name__, e)
    def test_all(self):
        r = self.r
        r(self.assertTrue, []); r(self.assertFalse, [1]); r(self.assertIs, 1, 2); r(self.assertIsNot, 1, 1); r(self.assertIsNone, 1); r(self.assertIsNotNone, None); r(self.assertIn, 1, []); r(self.assertNotIn, 1, [1]); r(self.assertIsInstance, 1, str); r(self.assertNotIsInstance, 1, int); r(self.assertLess, 2, 1); r(self.assertLessEqual, 2, 1); r(self.assertGreater, 1, 2); r(self.assertGreaterEqual, 1, 2, 'msg'); r(self.assertAlmostEqual, 1, 1.1); r(self.assertAlmostEqual, 1, 1.1, delta=.5); r(self.assertAlmostEqual, 1, 1.1, delta=.05); r(self.assertNotAlmostEqual, 1, 1.00000001); r(self.assertEqual, [1, 2], [1, 3]); r(self.assertEqual, [1], [1, 2]); r(self.assertEqual, (1,), (2,)); r(self.assertEqual, {1}, {2}); r(self.assertEqual, {'a': 1}, {'a': 2, 'b': 3}); r(self.assertEqual, 'abc', 'abd'); r(self.assertEqual, 'a\nb\nc', 'a\nx\nc'); r(self.assertEqual, 'a' * 200, 'a' * 199 + 'b'); r(self.assertCountEqual, [1, 2], [2, 2]); r(self.assertRegex, 'abc', 'x'); r(self.assertNotRegex, 'abc', 'b'); r(self.assertNotEqual, 1, 1); r(self.assertEqual, 1, 2, 'mm'); r(self.fail, 'f'); r(self.fail); r(self.assertRaises, 5, print); r(self.assertRaises, ValueError, print); r(self.assertEqual, 1, '1'); r(self.assertEqual, [1], (1,)); r(self.assertListEqual, [1], (1,)); r(self.assertEqual, list(range(30)), list(range(1, 31))); r(self.assertDictEqual, {}, []); r(self.assertSequenceEqual, [1], (2,)); r(self.assertEqual, None, 0)
        import logging
        with self.assertLogs('x', 'INFO') as cm: logging.getLogger('x').warning('w %d', 5)
        print(cm.output)
        def nl():
            with self.assertLogs('y'): pass
        r(nl)
        import warnings
        with self.assertWarns(UserWarning) as w: warnings.warn('u')
        print(w.warning)
s = unittest.TestLoader().loadTestsFromTestCase(T); print(s, s.countTestCases(), T('test_all'), repr(T('test_all')))
import io
o = io.StringIO(); res = unittest.TextTestRunner(stream=o, verbosity=0).run(s); print(res, res.wasSuccessful(), o.getvalue().split(' in ')[0])
# expect-output:
# <unittest.suite.TestSuite tests=[<__main__.T testMethod=test_all>]> 1 test_all (__main__.T.test_all) <__main__.T testMethod=test_all>
# AE [] is not true
# AE [1] is not false
# AE 1 is not 2
# AE unexpectedly identical: 1
# AE 1 is not None
# AE unexpectedly None
# AE 1 not found in []
# AE 1 unexpectedly found in [1]
# AE 1 is not an instance of <class 'str'>
# AE 1 is an instance of <class 'int'>
# AE 2 not less than 1
# AE 2 not less than or equal to 1
# AE 1 not greater than 2
# AE 1 not greater than or equal to 2 : msg
# AE 1 != 1.1 within 7 places (0.10000000000000009 difference)
# ok
# AE 1 != 1.1 within 0.05 delta (0.10000000000000009 difference)
# AE 1 == 1.00000001 within 7 places
# AE Lists differ: [1, 2] != [1, 3]
#
# First differing element 1:
# 2
# 3
#
# - [1, 2]
# ?     ^
#
# + [1, 3]
# ?     ^
#
# AE Lists differ: [1] != [1, 2]
#
# Second list contains 1 additional elements.
# First extra element 1:
# 2
#
# - [1]
# + [1, 2]
# AE Tuples differ: (1,) != (2,)
#
# First differing element 0:
# 1
# 2
#
# - (1,)
# ?  ^
#
# + (2,)
# ?  ^
#
# AE Items in the first set but not the second:
# 1
# Items in the second set but not the first:
# 2
# AE {'a': 1} != {'a': 2, 'b': 3}
# - {'a': 1}
# + {'a': 2, 'b': 3}
# AE 'abc' != 'abd'
# - abc
# ?   ^
# + abd
# ?   ^
#
# AE 'a\nb\nc' != 'a\nx\nc'
#   a
# - b
# + x
#   c
#
# AE 'aaaa[134 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' != 'aaaa[134 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'
# Diff is 813 characters long. Set self.maxDiff to None to see it.
# AE Element counts were not equal:
# First has 1, Second has 0:  1
# First has 1, Second has 2:  2
# AE Regex didn't match: 'x' not found in 'abc'
# AE Regex matched: 'b' matches 'b' in 'abc'
# AE 1 == 1
# AE 1 != 2 : mm
# AE f
# AE None
# TypeError assertRaises() arg 1 must be an exception type or tuple of exception types
#
# AE ValueError not raised by print
# AE 1 != '1'
# AE [1] != (1,)
# AE Second sequence is not a list: (1,)
# AE Lists differ: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,[63 chars], 29] != [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13[64 chars], 30]
#
# First differing element 0:
# 0
# 1
#
# + [1,
# - [0,
# -  1,
#    2,
#    3,
#    4,
#    5,
#    6,
#    7,
#    8,
#    9,
#    10,
#    11,
#    12,
#    13,
#    14,
#    15,
#    16,
#    17,
#    18,
#    19,
#    20,
#    21,
#    22,
#    23,
#    24,
#    25,
#    26,
#    27,
#    28,
# -  29]
# ?    ^
#
# +  29,
# ?    ^
#
# +  30]
# AE [] is not an instance of <class 'dict'> : Second argument is not a dictionary
# AE Sequences differ: [1] != (2,)
#
# First differing element 0:
# 1
# 2
#
# - [1]
# + (2,)
# AE None != 0
# ['WARNING:x:w 5']
# AE no logs of level INFO or higher triggered on y
# u
# <unittest.runner.TextTestResult run=1 errors=0 failures=0> True ----------------------------------------------------------------------
# Ran 1 test
