# Many small checks; CPython prints the same.
from unittest.mock import *
import asyncio, re
def show(x): print(re.sub(r"id='?\d+'?", 'id=N', repr(x)))
def t(f):
    try: show(f())
    except AssertionError as e: print('AE', e)
    except BaseException as e: print(type(e).__name__, e)
m = Mock(); show(m); show(m.a); show(m.a.b()); show(m(1, k=2)); print(m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.method_calls, m.mock_calls)
m.assert_called_with(1, k=2); m.assert_called_once_with(1, k=2); t(lambda: m.assert_called_with(2)); t(lambda: m.assert_not_called()); t(lambda: m.x.assert_called()); t(lambda: m.x.assert_called_once()); t(lambda: m.x.assert_called_with(1)); t(lambda: m.assert_any_call(5)); m(3); t(lambda: m.assert_called_once()); t(lambda: m.assert_called_once_with(3)); t(lambda: m.assert_has_calls([call(1, k=2), call(3)])); t(lambda: m.assert_has_calls([call(9)])); t(lambda: m.assert_has_calls([call(3), call(1, k=2)], any_order=True)); t(lambda: m.assert_has_calls([call(7)], any_order=True))
n = Mock(return_value=5, name='nm', attr=7, **{'meth.return_value': 9}); show(n); print(n(), n.attr, n.meth()); show(n.child); n.side_effect = [1, 2, KeyError('k')]; print(n(), n()); t(n); t(n); n.side_effect = ValueError('v'); t(n); n.side_effect = lambda x: x * 2; print(n(4)); n.side_effect = lambda x: DEFAULT; print(n(1))
class C:
    x = 1
    def f(self, a): return 'real' + str(a)
    async def af(self): return 'areal'
s = Mock(spec=C); show(s); t(lambda: s.nope); show(s.f); print(isinstance(s, C)); s.other = 1; ss = Mock(spec_set=C); t(lambda: setattr(ss, 'zz', 1)); l = Mock(spec=['p']); t(lambda: l.q); w = Mock(wraps=C()); print(w.f(3))
mm = MagicMock(); print(len(mm), list(mm), int(mm), bool(mm), 3 in mm, float(mm)); show(mm[3]); mm.__getitem__.return_value = 'item'; print(mm['a']); mm.__len__.return_value = 4; print(len(mm)); mm.__iter__.return_value = [1, 2]; print(list(mm)); 
with mm as ctx: show(ctx)
print(mm.mock_calls[:2], mm.__getitem__.call_args); t(lambda: mm < 3); show(mm + 1); t(lambda: len(Mock()))
p = Mock(); p.a(1); p.b.c(2); p.d().e(3); print(p.mock_calls); print(p.method_calls); print(p.mock_calls == [call.a(1), call.b.c(2), call.d(), call.d().e(3)], call.a(1), call(1, b=2), call.x.y(1).z(2), call(1) == ((1,), {}))
p.reset_mock(); print(p.mock_calls, p.called)
with patch('math.sqrt', return_value=42) as ps:
    import math; print(math.sqrt(4)); ps.assert_called_once_with(4)
print(math.sqrt(4))
@patch.object(C, 'f', return_value='patched')
@patch('os.getcwd')
def tt(g, pf): g.return_value = '/x'; import os; print(os.getcwd(), C().f(1), pf.call_count)
tt(); print(C().f(1))
with patch.dict('os.environ', {'ZZ': '1'}): import os; print(os.environ['ZZ'])
print('ZZ' in os.environ)
d = {'a': 1}
with patch.dict(d, {'b': 2}, clear=True): print(d)
print(d)
with patch.object(C, 'x', 99): print(C.x, C().x)
print(C.x); t(lambda: patch.object(C, 'nope').__enter__()); t(lambda: patch('nodot'))
pt = patch('time.time', new=lambda: 5); pt.start(); import time; print(time.time()); pt.stop(); print(time.time() > 5)
async def main():
    a = AsyncMock(return_value=3); show(a); print(await a(1), a.await_count, a.await_args, a.call_args); a.assert_awaited_once_with(1); t(lambda: a.assert_awaited_with(2)); t(lambda: a.assert_not_awaited())
    a.side_effect = [1, ValueError('e')]; print(await a())
    try: await a()
    except ValueError as e: print(e)
    async def se(x): return x + 1
    a.side_effect = se; print(await a(5))
    o = AsyncMock(); print(type(o.meth).__name__, await o.meth() is o.meth.return_value); o.fetch.return_value = 'data'; print(await o.fetch('url')); o.fetch.assert_awaited_once_with('url')
    s = MagicMock(spec=C); print(type(s.af).__name__, type(s.f).__name__)
    async with MagicMock() as c: show(c)
    m = MagicMock(); m.__aiter__.return_value = [1, 2]; print([x async for x in m]); m.__aenter__.return_value = 'en'
    async with m as c: print(c)
    with patch('asyncio.sleep', new_callable=AsyncMock) as sl: await asyncio.sleep(10); sl.assert_awaited_once_with(10)
    print(asyncio.iscoroutinefunction(a))
    with patch.object(C, 'af') as af: af.return_value = 8; print(type(af).__name__, await C().af())
    t(lambda: AsyncMock().assert_awaited()); t(lambda: AsyncMock(name='q').assert_awaited_once())
asyncio.run(main())
print(ANY == 5, call(ANY) == call(3), sentinel.foo, sentinel.foo is sentinel.foo, repr(ANY), DEFAULT)
class P:
    @property
    def v(self): return 1
with patch.object(P, 'v', new_callable=PropertyMock) as pm: pm.return_value = 3; print(P().v, pm.mock_calls)
mo = mock_open(read_data='line1\nline2')
with patch('builtins.open', mo):
    with open('f') as f: print(f.read())
    print([l for l in open('g')])
mo.assert_any_call('f'); print(mo.call_args_list)
t(lambda: Mock().assert_foo()); e = Mock(); del e.gone; t(lambda: e.gone); print(hasattr(e, 'gone'), hasattr(e, 'here'))
fa = create_autospec(lambda a, b: None); t(lambda: fa(1)); k = Mock(); k.x = 5; k.y.return_value.z = 6; print(k.x, k.y().z); k.configure_mock(q=3, **{'r.s': 4}); print(k.q, k.r.s)
se = Mock(); se.a; seal(se); t(lambda: se.b); print(str(call.foo(1, 2)), [call(1), call(2)])
# expect-output:
# <Mock id=N>
# <Mock name='mock.a' id=N>
# <Mock name='mock.a.b()' id=N>
# <Mock name='mock()' id=N>
# True 1 call(1, k=2) (1,) {'k': 2} [call(1, k=2)] [call.a.b()] [call.a.b(), call(1, k=2)]
# AE expected call not found.
# Expected: mock(2)
#   Actual: mock(1, k=2)
# AE Expected 'mock' to not have been called. Called 1 times.
# Calls: [call.a.b(), call(1, k=2)].
# AE Expected 'x' to have been called.
# AE Expected 'x' to have been called once. Called 0 times.
# AE expected call not found.
# Expected: x(1)
#   Actual: not called.
# AE mock(5) call not found
# AE Expected 'mock' to have been called once. Called 2 times.
# Calls: [call.a.b(), call(1, k=2), call(3)].
# AE Expected 'mock' to be called once. Called 2 times.
# Calls: [call.a.b(), call(1, k=2), call(3)].
# None
# AE Calls not found.
# Expected: [call(9)]
#   Actual: [call.a.b(), call(1, k=2), call(3)]
# None
# AE 'mock' does not contain all of (call(7),) in its call list, found [call.a.b(), call(1, k=2), call(3)] instead
# <Mock name='nm' id=N>
# 5 7 9
# <Mock name='nm.child' id=N>
# 1 2
# KeyError 'k'
# StopIteration 
# ValueError v
# 8
# 5
# <Mock spec='C' id=N>
# AttributeError Mock object has no attribute 'nope'
# <Mock name='mock.f' id=N>
# True
# AttributeError Mock object has no attribute 'zz'
# AttributeError Mock object has no attribute 'q'
# real3
# 0 [] 1 True False 1.0
# <MagicMock name='mock.__getitem__()' id=N>
# item
# 4
# [1, 2]
# <MagicMock name='mock.__enter__()' id=N>
# [call.__len__(), call.__iter__()] call('a')
# TypeError '<' not supported between instances of 'MagicMock' and 'int'
# <MagicMock name='mock.__add__()' id=N>
# TypeError object of type 'Mock' has no len()
# [call.a(1), call.b.c(2), call.d(), call.d().e(3)]
# [call.a(1), call.b.c(2), call.d()]
# True call.a(1) call(1, b=2) call.x.y().z(2) True
# [] False
# 42
# 2.0
# /x patched 1
# real1
# 1
# False
# {'b': 2}
# {'a': 1}
# 99 99
# 1
# AttributeError <class '__main__.C'> does not have the attribute 'nope'
# TypeError Need a valid target to patch. You supplied: 'nodot'
# 5
# True
# <AsyncMock id=N>
# 3 1 call(1) call(1)
# AE expected await not found.
# Expected: mock(2)
#   Actual: mock(1)
# AE Expected mock to not have been awaited. Awaited 1 times.
# 1
# e
# 6
# AsyncMock True
# data
# AsyncMock MagicMock
# <AsyncMock name='mock.__aenter__()' id=N>
# [1, 2]
# en
# True
# AsyncMock 8
# AE Expected mock to have been awaited.
# AE Expected q to have been awaited once. Awaited 0 times.
# True True sentinel.foo True <ANY> sentinel.DEFAULT
# 3 [call()]
# line1
# line2
# ['line1\n', 'line2']
# [call('f'), call('g')]
# AttributeError 'assert_foo' is not a valid assertion. Use a spec for the mock if 'assert_foo' is meant to be an attribute.
# AttributeError gone
# False True
# TypeError missing a required argument: 'b'
# 5 6
# 3 4
# AttributeError mock.b
# call.foo(1, 2) [call(1), call(2)]
