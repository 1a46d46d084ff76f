# Tests as classes, also of coroutines: what runs when, and what the runner tells.
import unittest, asyncio, io
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass')
    @classmethod
    def tearDownClass(cls): print('tearDownClass')
    def setUp(self): print('setUp', self.id()); self.addCleanup(print, 'cleanup')
    def tearDown(self): print('tearDown')
    def test_ok(self): self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual(1, 2)
    def test_err(self): {}['k']
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail('x')
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
class A(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print('aset'); self.q = asyncio.Queue(); self.addAsyncCleanup(self.ac)
    async def ac(self): print('async cleanup')
    async def asyncTearDown(self): print('atear')
    async def test_a(self):
        await asyncio.sleep(0); await self.q.put(1); self.assertEqual(await self.q.get(), 1)
    def test_sync(self): print('sync')
o = io.StringIO()
s = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, A)])
r = unittest.TextTestRunner(stream=o, verbosity=2).run(s)
print(o.getvalue().split(' in ')[0]); print(r.testsRun, len(r.failures), len(r.errors), r.skipped, len(r.expectedFailures), r.wasSuccessful())
# expect-output:
# setUpClass
# setUp __main__.T.test_err
# tearDown
# cleanup
# setUp __main__.T.test_fail
# tearDown
# cleanup
# setUp __main__.T.test_ok
# tearDown
# cleanup
# setUp __main__.T.test_sub
# tearDown
# cleanup
# setUp __main__.T.test_xf
# tearDown
# cleanup
# tearDownClass
# aset
# atear
# async cleanup
# aset
# sync
# atear
# async cleanup
# test_err (__main__.T.test_err) ... ERROR
# test_fail (__main__.T.test_fail) ... FAIL
# test_ok (__main__.T.test_ok) ... ok
# test_skip (__main__.T.test_skip) ... skipped 'why'
# test_sub (__main__.T.test_sub) ... 
#   test_sub (__main__.T.test_sub) (i=1) ... FAIL
# test_xf (__main__.T.test_xf) ... expected failure
# test_a (__main__.A.test_a) ... ok
# test_sync (__main__.A.test_sync) ... ok
#
# ======================================================================
# ERROR: test_err (__main__.T.test_err)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "/tmp/lang/keep/unittest_runs.ma", line 12,
# 8 2 1 [(<__main__.T testMethod=test_skip>, 'why')] 1 False
