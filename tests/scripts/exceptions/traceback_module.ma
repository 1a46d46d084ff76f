# traceback.format_exc and friends.
import traceback, sys
def f(): raise ValueError('v')
try:
    f()
except ValueError as e:
    t = traceback.format_exc().split('\n')
    print(t[0], t[-2], len(traceback.extract_tb(e.__traceback__)))
    print(traceback.format_exception_only(e), sys.exc_info()[0].__name__, e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
    print(''.join(traceback.format_exception(e)).count('File'))
print(sys.exc_info())
# expect-output:
# Traceback (most recent call last): ValueError: v 2
# ['ValueError: v\n'] ValueError 5 f
# 2
# (None, None, None)
