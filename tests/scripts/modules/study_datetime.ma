# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
from datetime import *
import datetime as D, time
d = date(2024, 2, 29); dt = datetime(2024, 2, 29, 13, 5, 9, 123456); td = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
for f in '%a %A %w %d %b %B %m %y %Y %H %I %p %M %S %f %z %Z %j %U %W %c %x %X %% %G %u %V %e %D %T %F %s %R %h %n %t %k %l %C'.split():
    if f in ('%s',): continue
    t(lambda: (f, dt.strftime(f)))
print(repr(d), d, d.isoformat(), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple(), d.ctime(), d.replace(day=1), date.fromordinal(738000), date.fromisoformat('2024-03-01'), date.fromisoformat('20240301'), date.fromisocalendar(2024, 9, 4), date.min, date.max, date.resolution, d + timedelta(1), d - date(2023, 1, 1), d < date(2025, 1, 1), hash(d) == hash(date(2024, 2, 29)), f'{d:%d/%m}', date.today() == datetime.now().date())
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: date('a', 1, 1), lambda: date(2023), lambda: date.fromisoformat('x'), lambda: date.fromisoformat('2023-1-1'), lambda: d + 1, lambda: d < 5, lambda: d - dt, lambda: d == dt, lambda: date.max + timedelta(1), lambda: datetime(2024, 1, 1, 25), lambda: datetime(2024, 1, 1, 0, 60), lambda: time(1, 2, 3, 1000000), lambda: timedelta(10**10), lambda: timedelta('a'), lambda: dt + 5, lambda: dt - 5, lambda: datetime.fromisoformat('bad'), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024-01-01 x', '%Y-%m-%d'), lambda: datetime.strptime('2024', '%Q'), lambda: datetime.strptime('2024-02-30', '%Y-%m-%d'), lambda: dt < dt.replace(tzinfo=timezone.utc), lambda: dt - dt.replace(tzinfo=timezone.utc), lambda: dt == dt.replace(tzinfo=timezone.utc), lambda: timezone(timedelta(days=1)), lambda: timezone(5), lambda: D.time(25), lambda: date.fromisocalendar(2024, 54, 1), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: dt.replace(month=13), lambda: timedelta(1) / 0, lambda: timedelta(1) // timedelta(0), lambda: timedelta(1) * 'a', lambda: timedelta.max + timedelta(1)): t(f)
print(repr(td), td, td.days, td.seconds, td.microseconds, td.total_seconds(), -td, abs(-td), td * 2, td / 2, td // 2, td / timedelta(hours=1), td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=1)), td + td, td - td, td * 1.5, bool(timedelta()), td > timedelta(1), timedelta(weeks=1), timedelta(milliseconds=1500), timedelta(seconds=-1), str(timedelta(days=-1, seconds=5)), repr(timedelta(seconds=-1)), timedelta(hours=25), timedelta(days=100), timedelta.min, timedelta.max, timedelta.resolution, timedelta(0.5), timedelta(microseconds=0.6), 3 * td, sum([td, td], timedelta()), hash(td) == hash(timedelta(1, 7384, 5)), timedelta(seconds=1.23456789), timedelta(days=1.5, hours=-1))
print(repr(dt), dt, dt.isoformat(), dt.isoformat(' ', 'minutes'), dt.isoformat(timespec='milliseconds'), dt.date(), dt.time(), dt.timetuple().tm_yday, dt.replace(hour=0), dt + td, dt - td, dt - datetime(2024, 1, 1), dt.weekday(), dt.ctime(), dt.toordinal(), datetime.combine(d, D.time(1, 2)), dt.min, datetime(2024, 1, 1), str(datetime(2024, 1, 1)), dt.fold, dt.tzinfo, datetime.fromisoformat('2024-01-02T03:04:05.678+02:00'), datetime.fromisoformat('2024-01-02'), datetime.fromisoformat('2024-01-02 03:04'), datetime.fromisoformat('20240102T030405Z'), datetime.fromordinal(1), dt.isocalendar().week)
print(datetime.strptime('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), datetime.strptime('Jan 5, 24 3PM', '%b %d, %y %I%p'), datetime.strptime('5/March/2024', '%d/%B/%Y'), datetime.strptime('2024-01-02T03:04:05.5+0530', '%Y-%m-%dT%H:%M:%S.%f%z'), datetime.strptime('Tue 2024 10', '%a %Y %W') if 0 else '', datetime.strptime('2024 060', '%Y %j'), datetime.strptime(' 12:30 ', ' %H:%M '), datetime.strptime('12', '%m'))
u = timezone.utc; e = timezone(timedelta(hours=5, minutes=30)); n = timezone(timedelta(hours=-8), 'PST')
a = datetime(2024, 1, 1, 12, tzinfo=u); print(a, repr(a), a.astimezone(e), a.astimezone(n), a.astimezone(n).tzname(), a.utcoffset(), e, repr(e), n, repr(n), repr(u), a == a.astimezone(e), a.timestamp(), datetime.fromtimestamp(0, u), datetime.fromtimestamp(1.5, e), a.strftime('%z %Z %:z'), a.astimezone(e).strftime('%z %Z'), a.isoformat(), datetime.fromtimestamp(1700000000, u), a - a.astimezone(n), hash(a) == hash(a.astimezone(e)), a.dst(), a.timetz(), a.utctimetuple().tm_hour, sorted([a, a - td])[0], e.utcoffset(None), u.tzname(None), D.UTC is u, timezone.min)
tt = D.time(13, 5, 9, 5); print(repr(tt), tt, tt.isoformat('minutes'), tt.replace(hour=1), tt < D.time(14), D.time.fromisoformat('04:05:06'), D.time(), bool(D.time()), tt.strftime('%H-%M'), D.time.min, D.time.max, D.time(1, tzinfo=u), f'{tt:%I %p}')
class TZ(tzinfo):
    def utcoffset(s, dt): return timedelta(hours=2)
    def dst(s, dt): return timedelta(hours=1)
    def tzname(s, dt): return 'TZ!'
b = datetime(2024, 6, 1, tzinfo=TZ()); print(b, b.tzname(), b.dst(), b.astimezone(u))
class MyDT(datetime):
    def hi(self): return 'hi'
m = MyDT(2024, 1, 1); print(repr(m), m.hi(), type(m + td), type(m.replace(day=2)), MyDT.now().hi())
for i in range(1, 13): print(date(2024, i, 1).strftime('%b %j %U %W %V'), end=';')
print(); print([str(date(2024, 1, 1) + timedelta(weeks=i)) for i in range(3)], (date(2024, 12, 25) - date(2024, 1, 1)).days, max(date(2024, 1, 1), date(2023, 1, 1)), {date(2024, 1, 1): 'ny'})
print(time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(0)), time.gmtime(86400), time.strptime('2024-01-02', '%Y-%m-%d'), time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)).tm_year, time.asctime(time.gmtime(0)), time.mktime(time.localtime(1000)) == 1000, time.perf_counter() > 0, time.monotonic_ns() > 0, time.get_clock_info('monotonic').monotonic, time.thread_time() >= 0)
# expect-output:
# ('%a', 'Thu')
# ('%A', 'Thursday')
# ('%w', '4')
# ('%d', '29')
# ('%b', 'Feb')
# ('%B', 'February')
# ('%m', '02')
# ('%y', '24')
# ('%Y', '2024')
# ('%H', '13')
# ('%I', '01')
# ('%p', 'PM')
# ('%M', '05')
# ('%S', '09')
# ('%f', '123456')
# ('%z', '')
# ('%Z', '')
# ('%j', '060')
# ('%U', '08')
# ('%W', '09')
# ('%c', 'Thu Feb 29 13:05:09 2024')
# ('%x', '02/29/24')
# ('%X', '13:05:09')
# ('%%', '%')
# ('%G', '2024')
# ('%u', '4')
# ('%V', '09')
# ('%e', '29')
# ('%D', '02/29/24')
# ('%T', '13:05:09')
# ('%F', '2024-02-29')
# ('%R', '13:05')
# ('%h', 'Feb')
# ('%n', '\n')
# ('%t', '\t')
# ('%k', '13')
# ('%l', ' 1')
# ('%C', '20')
# datetime.date(2024, 2, 29) 2024-02-29 2024-02-29 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 738945 time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=60, tm_isdst=-1) Thu Feb 29 00:00:00 2024 2024-02-01 2021-07-29 2024-03-01 2024-03-01 2024-02-29 0001-01-01 9999-12-31 1 day, 0:00:00 2024-03-01 424 days, 0:00:00 True True 29/02 True
# ValueError day is out of range for month
# ValueError year 0 is out of range
# ValueError month must be in 1..12
# TypeError 'str' object cannot be interpreted as an integer
# TypeError function missing required argument 'month' (pos 2)
# ValueError Invalid isoformat string: 'x'
# ValueError Invalid isoformat string: '2023-1-1'
# TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
# TypeError '<' not supported between instances of 'datetime.date' and 'int'
# TypeError unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
# False
# OverflowError date value out of range
# ValueError hour must be in 0..23
# ValueError minute must be in 0..59
# TypeError 'module' object is not callable. Did you mean: 'time.time(...)'?
# OverflowError Python int too large to convert to C int
# TypeError unsupported type for timedelta days component: str
# TypeError unsupported operand type(s) for +: 'datetime.datetime' and 'int'
# TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'int'
# ValueError Invalid isoformat string: 'bad'
# ValueError time data 'x' does not match format '%Y'
# ValueError unconverted data remains:  x
# ValueError 'Q' is a bad directive in format '%Q'
# ValueError day is out of range for month
# TypeError can't compare offset-naive and offset-aware datetimes
# TypeError can't subtract offset-naive and offset-aware datetimes
# False
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
# TypeError timezone() argument 1 must be datetime.timedelta, not int
# ValueError hour must be in 0..23
# ValueError Invalid week: 54
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# ValueError month must be in 1..12
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer division or modulo by zero
# TypeError can't multiply sequence by non-int of type 'datetime.timedelta'
# OverflowError days=1000000000; must have magnitude <= 999999999
# datetime.timedelta(days=1, seconds=7384, microseconds=5) 1 day, 2:03:04.000005 1 7384 5 93784.000005 -2 days, 21:56:55.999995 1 day, 2:03:04.000005 2 days, 4:06:08.000010 13:01:32.000002 13:01:32.000002 26.0511111125 26 0:03:04.000005 (26, datetime.timedelta(seconds=184, microseconds=5)) 2 days, 4:06:08.000010 0:00:00 1 day, 15:04:36.000008 False True 7 days, 0:00:00 0:00:01.500000 -1 day, 23:59:59 -1 day, 0:00:05 datetime.timedelta(days=-1, seconds=86399) 1 day, 1:00:00 100 days, 0:00:00 -999999999 days, 0:00:00 999999999 days, 23:59:59.999999 0:00:00.000001 12:00:00 0:00:00.000001 3 days, 6:09:12.000015 2 days, 4:06:08.000010 True 0:00:01.234568 1 day, 11:00:00
# datetime.datetime(2024, 2, 29, 13, 5, 9, 123456) 2024-02-29 13:05:09.123456 2024-02-29T13:05:09.123456 2024-02-29 13:05 2024-02-29T13:05:09.123 2024-02-29 13:05:09.123456 60 2024-02-29 00:05:09.123456 2024-03-01 15:08:13.123461 2024-02-28 11:02:05.123451 59 days, 13:05:09.123456 3 Thu Feb 29 13:05:09 2024 738945 2024-02-29 01:02:00 0001-01-01 00:00:00 2024-01-01 00:00:00 2024-01-01 00:00:00 0 None 2024-01-02 03:04:05.678000+02:00 2024-01-02 00:00:00 2024-01-02 03:04:00 2024-01-02 03:04:05+00:00 0001-01-01 00:00:00 9
# 2024-01-02 03:04:05 2024-01-05 15:00:00 2024-03-05 00:00:00 2024-01-02 03:04:05.500000+05:30  2024-02-29 00:00:00 1900-01-01 12:30:00 1900-12-01 00:00:00
# 2024-01-01 12:00:00+00:00 datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone.utc) 2024-01-01 17:30:00+05:30 2024-01-01 04:00:00-08:00 PST 0:00:00 UTC+05:30 datetime.timezone(datetime.timedelta(seconds=19800)) PST datetime.timezone(datetime.timedelta(days=-1, seconds=57600), 'PST') datetime.timezone.utc True 1704110400.0 1970-01-01 00:00:00+00:00 1970-01-01 05:30:01.500000+05:30 +0000 UTC +00:00 +0530 UTC+05:30 2024-01-01T12:00:00+00:00 2023-11-14 22:13:20+00:00 0:00:00 True None 12:00:00+00:00 12 2023-12-31 09:56:55.999995+00:00 5:30:00 UTC True UTC-23:59
# datetime.time(13, 5, 9, 5) 13:05:09.000005 13:05 01:05:09.000005 True 04:05:06 00:00:00 True 13-05 00:00:00 23:59:59.999999 01:00:00+00:00 01 PM
# 2024-06-01 00:00:00+02:00 TZ! 1:00:00 2024-05-31 22:00:00+00:00
# MyDT(2024, 1, 1, 0, 0) hi <class '__main__.MyDT'> <class '__main__.MyDT'> hi
# Jan 001 00 01 01;Feb 032 04 05 05;Mar 061 08 09 09;Apr 092 13 14 14;May 122 17 18 18;Jun 153 21 22 22;Jul 183 26 27 27;Aug 214 30 31 31;Sep 245 35 35 35;Oct 275 39 40 40;Nov 306 43 44 44;Dec 336 48 48 48;
# ['2024-01-01', '2024-01-08', '2024-01-15'] 359 2024-01-01 {datetime.date(2024, 1, 1): 'ny'}
# 1970-01-01 00:00:00 time.struct_time(tm_year=1970, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=2, tm_isdst=0) time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1) 2024 Thu Jan  1 00:00:00 1970 True True True True True
