# time: clocks, calendar, formats and errors.
import time


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


a, b = time.monotonic(), time.perf_counter()
print(type(time.time()).__name__, type(time.time_ns()).__name__, time.monotonic() >= a, time.perf_counter() >= b, time.process_time() >= 0)
time.sleep(0.01), print(time.monotonic() - a >= 0.01), time.sleep(0), time.sleep(True and 0)
t(time.sleep, -1), t(time.sleep, 'a'), t(time.sleep, None), t(time.sleep, float('nan')), t(time.sleep), t(time.sleep, -0.5)
g = time.gmtime(0)
print(g, g.tm_year, g[0], g.tm_zone, g.tm_gmtoff, len(g), isinstance(g, tuple), tuple(g))
g = time.gmtime(1700000000.9)
print(g, time.asctime(g), time.strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %y %% %w %U é中', g))
print(time.strftime('%H:%M', (2024, 1, 2, 3, 4, 5, 0, 2, 0)), time.gmtime(-1)[:6], time.gmtime(10**11)[:3])
t(time.strftime, '%Y', (1, 2)), t(time.strftime, 3), t(time.strftime, '%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0)), t(time.gmtime, 'a')
t(time.gmtime, 1e30), t(time.asctime, 3), t(time.mktime, (1,)), t(time.gmtime, float('nan'))
print(time.localtime(time.mktime(time.localtime(86400 * 365)))[:6] == time.localtime(86400 * 365)[:6], len(time.ctime(0)))
print(time.struct_time(range(9)), type(g).__name__, g == tuple(g), g[:3])
print(len(time.tzname), isinstance(time.timezone, int), time.daylight in (0, 1))
print(time.strftime('', g), repr(time.strftime('%', g)), time.get_clock_info('monotonic').monotonic)
t(time.get_clock_info, 'x'), t(time.time, 1), t(time.monotonic, 1)

# expect-output:
# float int True True True
# True
# ValueError sleep length must be non-negative
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'NoneType' object cannot be interpreted as an integer
# ValueError Invalid value NaN (not a number)
# TypeError time.sleep() takes exactly one argument (0 given)
# ValueError sleep length must be non-negative
# time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0) 1970 1970 GMT 0 9 True (1970, 1, 1, 0, 0, 0, 3, 1, 0)
# time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0) Tue Nov 14 22:13:20 2023 2023-11-14 22:13:20 318 Tue Tuesday Nov November PM 23 % 2 46 é中
# 03:04 (1969, 12, 31, 23, 59, 59) (5138, 11, 16)
# TypeError strftime(): illegal time tuple argument
# TypeError strftime() argument 1 must be str, not int
# ValueError month out of range
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError timestamp out of range for platform time_t
# TypeError Tuple or struct_time argument required
# TypeError mktime(): illegal time tuple argument
# ValueError Invalid value NaN (not a number)
# True 24
# time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8) struct_time True (2023, 11, 14)
# 2 True True
#  '%' True
# ValueError unknown clock
# TypeError time.time() takes no arguments (1 given)
# TypeError time.monotonic() takes no arguments (1 given)
