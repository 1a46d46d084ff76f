# logging: the tree of loggers, formats, handlers, filters, adapters, wrong calls.
import logging, sys, io

log=logging.getLogger('app.db')
print(log, logging.getLogger(), log.parent, logging.getLogger('app'), log.parent, log.getEffectiveLevel())
logging.basicConfig(level=logging.DEBUG, force=True, stream=sys.stdout, format='%(levelname)-8s|%(name)s|%(funcName)s|%(threadName)s|%(processName)s|%(message)s')
def f():
    log.info('hello %s', 'x'); log.debug('d'); log.critical('c %(a)s', {'a':1})

f()
log.log(25,'lvl'); log.log(logging.INFO,'x',extra={'q':1})
logging.addLevelName(25,'NOTICE'); log.log(25,'lvl')
print(logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(7))
h=logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('{levelname} {message}',style='{'))
l2=logging.getLogger('two'); l2.propagate=False; l2.addHandler(h); l2.setLevel('INFO'); l2.info('yo'); l2.debug('nope'); print(h, l2.handlers, l2.isEnabledFor(10))
h.addFilter(lambda r: 'secret' not in r.getMessage()); l2.info('secret'); l2.info('open')
ad=logging.LoggerAdapter(l2,{'u':1}); ad.info('adapted'); print(ad)
for bad in (lambda: logging.basicConfig(foo=1,force=True), lambda: l2.setLevel('XX'), lambda: l2.setLevel(1.5), lambda: logging.Formatter('x'), lambda: logging.Formatter('x',style='?'), lambda: l2.log('a','b'), lambda: l2.info('x',extra={'message':1}), lambda: logging.getLogger(5), lambda: l2.info('a', foo=1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
logging.disable(logging.INFO); l2.info('gone'); l2.warning('kept'); logging.disable(logging.NOTSET)
f2=logging.Formatter('%(asctime)s %(message)s'); 
r=logging.LogRecord('n',20,'/a/b.py',7,'msg %s',('z',),None); print(r, r.getMessage(), r.module, r.filename)
r.created=0; r.msecs=5; 
import time; f2.converter=time.gmtime; print(f2.format(r))
print(logging.root.handlers, logging.getLogger('a.b.c').getChild('d'))
import logging.handlers
mh=logging.handlers.MemoryHandler(10,target=h); l3=logging.getLogger('three'); l3.addHandler(mh); l3.propagate=False; l3.warning('w1'); print('before'); l3.error('e1')
class Rec(logging.Handler):
    def emit(self, record): print('REC', record.levelname, record.getMessage(), record.__dict__.get('u'))
l4=logging.getLogger('four'); l4.addHandler(Rec()); l4.propagate=False
l4.warning('a'); logging.LoggerAdapter(l4,{'u':3}).warning('b')
import warnings
# expect-output:
# <Logger app.db (WARNING)> <RootLogger root (WARNING)> <RootLogger root (WARNING)> <Logger app (WARNING)> <Logger app (WARNING)> 30
# INFO    |app.db|f|MainThread|MainProcess|hello x
# DEBUG   |app.db|f|MainThread|MainProcess|d
# CRITICAL|app.db|f|MainThread|MainProcess|c 1
# Level 25|app.db|<module>|MainThread|MainProcess|lvl
# INFO    |app.db|<module>|MainThread|MainProcess|x
# NOTICE  |app.db|<module>|MainThread|MainProcess|lvl
# DEBUG 20 Level 7
# INFO yo
# <StreamHandler <stdout> (NOTSET)> [<StreamHandler <stdout> (NOTSET)>] False
# INFO open
# INFO adapted
# <LoggerAdapter two (INFO)>
# ValueError Unrecognised argument(s): foo
# ValueError Unknown level: 'XX'
# TypeError Level not an integer or a valid string: 1.5
# ValueError Invalid format 'x' for '%' style
# ValueError Style must be one of: %,{,$
# TypeError level must be an integer
# KeyError "Attempt to overwrite 'message' in LogRecord"
# TypeError A logger name must be a string
# TypeError Logger._log() got an unexpected keyword argument 'foo'
# WARNING kept
# <LogRecord: n, 20, /a/b.py, 7, "msg %s"> msg z b b.py
# 1970-01-01 00:00:00,005 msg z
# [<StreamHandler <stderr> (NOTSET)>] <Logger a.b.c.d (DEBUG)>
# before
# WARNING w1
# ERROR e1
# REC WARNING a None
# REC WARNING b 3
