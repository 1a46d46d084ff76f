# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import logging, sys, io
logging.basicConfig(level=logging.DEBUG, format='%(levelname)s:%(name)s:%(message)s', stream=sys.stdout)
log = logging.getLogger('app'); sub = logging.getLogger('app.sub')
log.debug('d %s', 1); log.info('i %d %s', 1, 'x'); log.warning('w'); log.error('e', extra={'k': 1}); log.critical('c'); sub.info('sub'); logging.info('root'); logging.warning('rw %(a)s', {'a': 5})
try: 1/0
except ZeroDivisionError: log.exception('exc'); log.error('e2', exc_info=True)
log.setLevel(logging.WARNING); log.info('hidden'); sub.info('hidden2'); print(sub.getEffectiveLevel(), log.isEnabledFor(10), sub.parent, log, sub.name, logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(35), log.hasHandlers(), log.handlers, logging.root)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('[{levelname:>8}] {name} {message} {lineno}', style='{')); log.addHandler(h); log.propagate = False; log.warning('styled'); h.setLevel(logging.ERROR); log.warning('no'); log.error('yes')
class F(logging.Filter):
    def filter(self, r): r.msg = 'F:' + str(r.msg); return 'drop' not in str(r.msg)
h.addFilter(F()); log.error('drop me'); log.error('keep'); log.log(45, 'lvl45'); logging.addLevelName(45, 'HMM'); log.log(45, 'named')
class H(logging.Handler):
    def emit(self, r): print('H', r.getMessage(), r.levelno, r.funcName, r.module, r.args, r.exc_info)
log.addHandler(H()); 
def fn(): log.error('in fn %s %s', 'a', [1])
fn(); log.removeHandler(h); log.error('bad %d', 'x') if 0 else None; log.warning('%s', {'a': 1}); log.warning('no args %'); log.error('tuple %s', (1, 2)); log.warning(5)
ad = logging.LoggerAdapter(log, {'ctx': 1}); ad.warning('adapted'); print(ad)
class Ad(logging.LoggerAdapter):
    def process(self, msg, kw): return f'[{self.extra["c"]}] {msg}', kw
Ad(log, {'c': 9}).error('pp'); log.disabled = True; log.error('x'); log.disabled = False; logging.disable(logging.CRITICAL); log.error('dis'); logging.disable(logging.NOTSET)
s = io.StringIO(); f = logging.Formatter('%(asctime)s|%(levelname)-8s|%(message)s', datefmt='%Y'); h2 = logging.StreamHandler(s); h2.setFormatter(f); l2 = logging.getLogger('l2'); l2.propagate = False; l2.addHandler(h2); l2.error('m'); print(len(s.getvalue().split('|')), s.getvalue()[4:]); t(lambda: log.setLevel('NOPE')); t(lambda: logging.Formatter('%(x)', style='q')); t(lambda: logging.Formatter('no fields')); log.setLevel('DEBUG'); print(log.level, logging.getLogger('app') is log, logging.getLogger().level, h2, l2.getChild('c').name)
import logging.handlers, queue
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); l3 = logging.getLogger('l3'); l3.propagate = False; l3.addHandler(qh); l3.error('queued %s', 1); r = q.get(); print(r.getMessage(), r.name, r.levelname)
mh = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout)) if hasattr(logging.handlers, 'MemoryHandler') else None
if mh: l3.addHandler(mh); l3.warning('buffered'); print('before'); mh.flush()
l4 = logging.getLogger('l4'); l4.addHandler(logging.NullHandler()); l4.propagate = False; l4.error('nothing')
from logging import config as lc
lc.dictConfig({'version': 1, 'formatters': {'f': {'format': 'DC %(message)s'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout'}}, 'loggers': {'dc': {'handlers': ['h'], 'level': 'INFO', 'propagate': False}}}); logging.getLogger('dc').info('configured')
# expect-output:
# DEBUG:app:d 1
# INFO:app:i 1 x
# WARNING:app:w
# ERROR:app:e
# CRITICAL:app:c
# INFO:app.sub:sub
# INFO:root:root
# WARNING:root:rw 5
# ERROR:app:exc
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_logging.ma", line 9, in <module>
#     try: 1/0
#          ~^~
# ZeroDivisionError: division by zero
# ERROR:app:e2
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_logging.ma", line 9, in <module>
#     try: 1/0
#          ~^~
# ZeroDivisionError: division by zero
# 30 False <Logger app (WARNING)> <Logger app (WARNING)> app.sub WARNING 20 Level 35 True [] <RootLogger root (DEBUG)>
# [ WARNING] app styled 12
# [   ERROR] app yes 12
# [   ERROR] app F:keep 15
# [Level 45] app F:lvl45 15
# [     HMM] app F:named 15
# [   ERROR] app F:in fn a [1] 19
# H F:in fn a [1] 40 fn study_logging ('a', [1]) None
# H {'a': 1} 30 <module> study_logging {'a': 1} None
# H no args % 30 <module> study_logging () None
# H tuple (1, 2) 40 <module> study_logging ((1, 2),) None
# H 5 30 <module> study_logging () None
# H adapted 30 <module> study_logging () None
# <LoggerAdapter app (WARNING)>
# H [9] pp 40 <module> study_logging () None
# 3 |ERROR   |m
#
# ValueError Unknown level: 'NOPE'
# ValueError Style must be one of: %,{,$
# ValueError Invalid format 'no fields' for '%' style
# 10 True 10 <StreamHandler (NOTSET)> l2.c
# queued 1 l3 ERROR
# before
# buffered
# DC configured
