# datetime: making, arithmetic, comparing, texts both ways, zones, every message.
def t(src, env=None):
    try:
        print(src, '->', repr(eval(src, env if env is not None else {})))
    except Exception as e:
        print(src, '!!', type(e).__name__, str(e)[:300])

import datetime, time
from datetime import date, timedelta, timezone, tzinfo
dt=datetime.datetime; tm=datetime.time
E=dict(datetime=datetime,date=date,timedelta=timedelta,timezone=timezone,dt=dt,tm=tm,time=time)
for s in r'''date(2024,2,29)
str(date(2024,2,29))
date(2024,2,30)
date(2024,13,1)
date(0,1,1)
date('a',1,1)
date(2024,1)
date()
dt(2024,1,2,3,4,5,6)
str(dt(2024,1,2,3,4,5,6))
dt(2024,1,2)
str(dt(2024,1,2))
dt(2024,1,2,24)
dt(2024,1,2,3,60)
dt(2024)
dt(2024,1,2,3,4,5,tzinfo=timezone.utc)
dt(2024,1,2,tzinfo=5)
str(dt(2024,1,2,3,4,5,tzinfo=timezone(timedelta(hours=-5,minutes=-30))))
timezone(timedelta(hours=1))
timezone(timedelta(hours=1),'CET')
str(timezone(timedelta(hours=1)))
timezone.utc
str(timezone.utc)
timezone(timedelta(0)) is timezone.utc
timezone(timedelta(hours=25))
timezone(5)
timedelta(days=1,hours=2,seconds=3.5)
str(timedelta(days=1,hours=2,seconds=3.5))
timedelta()
str(timedelta())
timedelta(-1)
str(timedelta(seconds=-1))
timedelta(weeks=2,days=-1,microseconds=5)
timedelta('a')
timedelta(1)*2.5
timedelta(1)/2
timedelta(1)/timedelta(hours=5)
timedelta(1)//timedelta(hours=5)
timedelta(1)%timedelta(hours=5)
divmod(timedelta(1),timedelta(hours=5))
timedelta(1)//7
-timedelta(1,5)
abs(timedelta(-1,5))
timedelta(1)+5
timedelta(1)<5
timedelta(1)==5
timedelta(1)>timedelta(0,5)
bool(timedelta(0))
timedelta(1,5).total_seconds()
timedelta(milliseconds=1500).total_seconds()
timedelta(1)/0
sum([timedelta(1),timedelta(2)],timedelta())
date(2024,1,31)+timedelta(30)
date(2024,3,1)-date(2024,2,1)
date(2024,3,1)-timedelta(1)
date(2024,3,1)+5
date(2024,3,1)-5
date(9999,12,31)+timedelta(1)
date(2024,3,1)<date(2024,3,2)
date(2024,3,1)<5
date(2024,3,1)==dt(2024,3,1)
date(2024,3,1)<dt(2024,3,1)
dt(2024,3,1)<date(2024,3,1)
dt(2024,3,1)-dt(2024,2,28,12)
dt(2024,3,1)-dt(2024,2,28,tzinfo=timezone.utc)
dt(2024,3,1)<dt(2024,2,28,tzinfo=timezone.utc)
dt(2024,3,1)==dt(2024,3,1,tzinfo=timezone.utc)
dt(2024,3,1,12,tzinfo=timezone.utc)==dt(2024,3,1,13,tzinfo=timezone(timedelta(hours=1)))
dt(2024,3,1,23,59,59)+timedelta(seconds=2)
date(2024,12,30).isocalendar()
date(2024,12,30).isocalendar().week
date(2021,1,3).isocalendar()
date(2024,12,30).weekday(),date(2024,12,30).isoweekday(),date(2024,12,30).toordinal()
date.fromordinal(738000)
date.fromordinal(0)
date.fromisocalendar(2024,1,1)
date.fromisocalendar(2024,54,1)
date.fromisoformat('2024-01-02')
date.fromisoformat('20240102')
date.fromisoformat('2024-W01-2')
date.fromisoformat('2024W01')
date.fromisoformat('2024-1-2')
date.fromisoformat('x')
date.fromisoformat(5)
dt.fromisoformat('2024-01-02')
dt.fromisoformat('2024-01-02T03:04:05')
dt.fromisoformat('2024-01-02 03:04:05.123')
dt.fromisoformat('2024-01-02T03:04:05.123456+02:00')
dt.fromisoformat('2024-01-02T03:04:05Z')
dt.fromisoformat('20240102T030405')
dt.fromisoformat('2024-01-02T03')
dt.fromisoformat('2024-01-02T25:00')
dt.fromisoformat('2024-01-02T3:00')
dt.fromisoformat('2024-13-02')
tm.fromisoformat('03:04:05')
tm.fromisoformat('T03:04')
tm.fromisoformat('x')
date(2024,1,2).strftime('%Y/%m/%d %a %A %b %B %j %U %W %y %d %e %H %% %p %I')
dt(2024,1,2,15,4,5,67).strftime('%H:%M:%S.%f %I %p %z %Z|')
dt(2024,1,2,15,4,5,67,tzinfo=timezone.utc).strftime('%z %Z %:z')
f'{dt(2024,1,2,15,4):%Y-%m-%d %H:%M}'
f'{date(2024,1,2):%d.%m.}|{date(2024,1,2)}|{timedelta(1)}|{timedelta(1)!s:>20}'
f'{timedelta(1):>20}'
tm(1,2,3).strftime('%H-%M')
dt(2024,1,2,15,4).isoformat()
dt(2024,1,2,15,4).isoformat(' ','minutes')
dt(2024,1,2,15,4).isoformat(timespec='milliseconds')
dt(2024,1,2,15,4).isoformat(timespec='foo')
dt(2024,1,2,15,4,5,6).isoformat('x','seconds')
dt(2024,1,2,15,4).isoformat('ab')
dt(2024,1,2,15,4).ctime()
date(2024,1,2).ctime()
dt(2024,1,2,15,4).timetuple()
date(2024,1,2).timetuple()
dt(2024,1,2,15,4,tzinfo=timezone.utc).timestamp()
dt(2024,1,2,15,4,5,500000,tzinfo=timezone.utc).timestamp()
dt.fromtimestamp(0,timezone.utc)
dt.fromtimestamp(1.5,timezone.utc)
dt.fromtimestamp(1e20)
dt.fromtimestamp('a')
dt.fromtimestamp(1700000000.123456,tz=timezone.utc)
dt(2024,1,2,15,4,tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=8)))
dt(2024,1,2).replace(year=2025,hour=5)
dt(2024,1,2).replace(month=13)
date(2024,1,2).replace(day=5)
dt(2024,1,2,3).date(),dt(2024,1,2,3).time()
dt.combine(date(2024,1,2),tm(3,4))
dt.combine(5,tm(3,4))
dt.strptime('2024-01-02 03:04:05','%Y-%m-%d %H:%M:%S')
dt.strptime('02/Jan/24','%d/%b/%y')
dt.strptime('January 5, 2024','%B %d, %Y')
dt.strptime('3:04 PM','%I:%M %p')
dt.strptime('2024-01-02T03:04:05.678+0200','%Y-%m-%dT%H:%M:%S.%f%z')
dt.strptime('2024','%Y-%m-%d')
dt.strptime('2024-01-02x','%Y-%m-%d')
dt.strptime('2024-02-30','%Y-%m-%d')
dt.strptime('2024-13-01','%Y-%m-%d')
dt.strptime('2024','%Q')
dt.strptime('2024','%')
dt.strptime('2024 005','%Y %j')
dt.strptime('2024 10 1','%Y %W %w')
dt.strptime('Tue Jan  2 03:04:05 2024','%c')
dt.strptime('12:30','%H:%M')
dt.strptime(5,'%H:%M')
time.strptime('2024-01-02','%Y-%m-%d')
time.strptime('30 Nov 00','%d %b %y')
tm(1,2,3,4)
tm(1,2)
tm()
str(tm(1,2,3,4))
tm(1)<tm(2)
tm(1)<5
tm(25)
tm(1,tzinfo=timezone.utc)
tm(1)==tm(1,tzinfo=timezone.utc)
date.min,date.max,dt.min,dt.max,tm.max,timedelta.max,timedelta.resolution
hash(date(2024,1,2))==hash(date(2024,1,2))
{date(2024,1,2):1}[date(2024,1,2)]
sorted([date(2024,1,2),date(2023,5,6)])
max(dt(2024,1,2),dt(2025,1,1))
isinstance(dt(2024,1,2),date)
datetime.UTC
datetime.datetime
type(timedelta(1))
tzinfo
datetime.tzinfo().utcoffset(None)
dt(2024,1,2).year
dt(2024,1,2).foo
dt(2024,1,2)+dt(2024,1,2)
5+dt(2024,1,2)
dt(2024,1,2).weekday()
(dt(2024,1,2)-dt(2023,1,2)).days
dt(2024,1,2).utcoffset()
dt(2024,1,2,tzinfo=timezone.utc).utcoffset()
dt(2024,1,2,tzinfo=timezone.utc).tzname()
dt(2024,1,2,fold=1)
datetime.timedelta(seconds=0.1)+datetime.timedelta(seconds=0.2)
str(datetime.timedelta(seconds=3661))
str(datetime.timedelta(days=-1,seconds=5,microseconds=10))
datetime.timedelta(hours=1.5)
datetime.timedelta(microseconds=0.5)
datetime.timedelta(microseconds=1.5)
dt.fromtimestamp(0).year
repr(datetime)[:18]
date(2024,1,2).isoformat().split('-')'''.split('\n'): t(s,E)
class D2(datetime.datetime): pass
print(repr(D2(2024,1,2)), D2(2024,1,2)+timedelta(1), type(D2(2024,1,2)+timedelta(1)))
class TZ(tzinfo):
    def utcoffset(self, d): return timedelta(hours=2)
    def dst(self, d): return timedelta(hours=1)
    def tzname(self, d): return 'XX'
d=dt(2024,1,2,3,tzinfo=TZ()); print(d.isoformat(), d.tzname(), d.dst(), d.astimezone(timezone.utc), dt(2024,1,2,tzinfo=timezone.utc).astimezone(TZ()).isoformat())
import copy, json
print(copy.deepcopy(d)==d, copy.copy(timedelta(1)))
try: json.dumps({'a':d})
except TypeError as e: print(e)
print(json.dumps({'a':dt(2024,1,2)}, default=str))
# expect-output:
# date(2024,2,29) -> datetime.date(2024, 2, 29)
# str(date(2024,2,29)) -> '2024-02-29'
# date(2024,2,30) !! ValueError day is out of range for month
# date(2024,13,1) !! ValueError month must be in 1..12
# date(0,1,1) !! ValueError year 0 is out of range
# date('a',1,1) !! TypeError 'str' object cannot be interpreted as an integer
# date(2024,1) !! TypeError function missing required argument 'day' (pos 3)
# date() !! TypeError function missing required argument 'year' (pos 1)
# dt(2024,1,2,3,4,5,6) -> datetime.datetime(2024, 1, 2, 3, 4, 5, 6)
# str(dt(2024,1,2,3,4,5,6)) -> '2024-01-02 03:04:05.000006'
# dt(2024,1,2) -> datetime.datetime(2024, 1, 2, 0, 0)
# str(dt(2024,1,2)) -> '2024-01-02 00:00:00'
# dt(2024,1,2,24) !! ValueError hour must be in 0..23
# dt(2024,1,2,3,60) !! ValueError minute must be in 0..59
# dt(2024) !! TypeError function missing required argument 'month' (pos 2)
# dt(2024,1,2,3,4,5,tzinfo=timezone.utc) -> datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
# dt(2024,1,2,tzinfo=5) !! TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# str(dt(2024,1,2,3,4,5,tzinfo=timezone(timedelta(hours=-5,minutes=-30)))) -> '2024-01-02 03:04:05-05:30'
# timezone(timedelta(hours=1)) -> datetime.timezone(datetime.timedelta(seconds=3600))
# timezone(timedelta(hours=1),'CET') -> datetime.timezone(datetime.timedelta(seconds=3600), 'CET')
# str(timezone(timedelta(hours=1))) -> 'UTC+01:00'
# timezone.utc -> datetime.timezone.utc
# str(timezone.utc) -> 'UTC'
# timezone(timedelta(0)) is timezone.utc -> True
# timezone(timedelta(hours=25)) !! ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600).
# timezone(5) !! TypeError timezone() argument 1 must be datetime.timedelta, not int
# timedelta(days=1,hours=2,seconds=3.5) -> datetime.timedelta(days=1, seconds=7203, microseconds=500000)
# str(timedelta(days=1,hours=2,seconds=3.5)) -> '1 day, 2:00:03.500000'
# timedelta() -> datetime.timedelta(0)
# str(timedelta()) -> '0:00:00'
# timedelta(-1) -> datetime.timedelta(days=-1)
# str(timedelta(seconds=-1)) -> '-1 day, 23:59:59'
# timedelta(weeks=2,days=-1,microseconds=5) -> datetime.timedelta(days=13, microseconds=5)
# timedelta('a') !! TypeError unsupported type for timedelta days component: str
# timedelta(1)*2.5 -> datetime.timedelta(days=2, seconds=43200)
# timedelta(1)/2 -> datetime.timedelta(seconds=43200)
# timedelta(1)/timedelta(hours=5) -> 4.8
# timedelta(1)//timedelta(hours=5) -> 4
# timedelta(1)%timedelta(hours=5) -> datetime.timedelta(seconds=14400)
# divmod(timedelta(1),timedelta(hours=5)) -> (4, datetime.timedelta(seconds=14400))
# timedelta(1)//7 -> datetime.timedelta(seconds=12342, microseconds=857142)
# -timedelta(1,5) -> datetime.timedelta(days=-2, seconds=86395)
# abs(timedelta(-1,5)) -> datetime.timedelta(seconds=86395)
# timedelta(1)+5 !! TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# timedelta(1)<5 !! TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
# timedelta(1)==5 -> False
# timedelta(1)>timedelta(0,5) -> True
# bool(timedelta(0)) -> False
# timedelta(1,5).total_seconds() -> 86405.0
# timedelta(milliseconds=1500).total_seconds() -> 1.5
# timedelta(1)/0 !! ZeroDivisionError integer division or modulo by zero
# sum([timedelta(1),timedelta(2)],timedelta()) -> datetime.timedelta(days=3)
# date(2024,1,31)+timedelta(30) -> datetime.date(2024, 3, 1)
# date(2024,3,1)-date(2024,2,1) -> datetime.timedelta(days=29)
# date(2024,3,1)-timedelta(1) -> datetime.date(2024, 2, 29)
# date(2024,3,1)+5 !! TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
# date(2024,3,1)-5 !! TypeError unsupported operand type(s) for -: 'datetime.date' and 'int'
# date(9999,12,31)+timedelta(1) !! OverflowError date value out of range
# date(2024,3,1)<date(2024,3,2) -> True
# date(2024,3,1)<5 !! TypeError '<' not supported between instances of 'datetime.date' and 'int'
# date(2024,3,1)==dt(2024,3,1) -> False
# date(2024,3,1)<dt(2024,3,1) !! TypeError '<' not supported between instances of 'datetime.date' and 'datetime.datetime'
# dt(2024,3,1)<date(2024,3,1) !! TypeError '<' not supported between instances of 'datetime.datetime' and 'datetime.date'
# dt(2024,3,1)-dt(2024,2,28,12) -> datetime.timedelta(days=1, seconds=43200)
# dt(2024,3,1)-dt(2024,2,28,tzinfo=timezone.utc) !! TypeError can't subtract offset-naive and offset-aware datetimes
# dt(2024,3,1)<dt(2024,2,28,tzinfo=timezone.utc) !! TypeError can't compare offset-naive and offset-aware datetimes
# dt(2024,3,1)==dt(2024,3,1,tzinfo=timezone.utc) -> False
# dt(2024,3,1,12,tzinfo=timezone.utc)==dt(2024,3,1,13,tzinfo=timezone(timedelta(hours=1))) -> True
# dt(2024,3,1,23,59,59)+timedelta(seconds=2) -> datetime.datetime(2024, 3, 2, 0, 0, 1)
# date(2024,12,30).isocalendar() -> datetime.IsoCalendarDate(year=2025, week=1, weekday=1)
# date(2024,12,30).isocalendar().week -> 1
# date(2021,1,3).isocalendar() -> datetime.IsoCalendarDate(year=2020, week=53, weekday=7)
# date(2024,12,30).weekday(),date(2024,12,30).isoweekday(),date(2024,12,30).toordinal() -> (0, 1, 739250)
# date.fromordinal(738000) -> datetime.date(2021, 7, 29)
# date.fromordinal(0) !! ValueError ordinal must be >= 1
# date.fromisocalendar(2024,1,1) -> datetime.date(2024, 1, 1)
# date.fromisocalendar(2024,54,1) !! ValueError Invalid week: 54
# date.fromisoformat('2024-01-02') -> datetime.date(2024, 1, 2)
# date.fromisoformat('20240102') -> datetime.date(2024, 1, 2)
# date.fromisoformat('2024-W01-2') -> datetime.date(2024, 1, 2)
# date.fromisoformat('2024W01') -> datetime.date(2024, 1, 1)
# date.fromisoformat('2024-1-2') !! ValueError Invalid isoformat string: '2024-1-2'
# date.fromisoformat('x') !! ValueError Invalid isoformat string: 'x'
# date.fromisoformat(5) !! TypeError fromisoformat: argument must be str
# dt.fromisoformat('2024-01-02') -> datetime.datetime(2024, 1, 2, 0, 0)
# dt.fromisoformat('2024-01-02T03:04:05') -> datetime.datetime(2024, 1, 2, 3, 4, 5)
# dt.fromisoformat('2024-01-02 03:04:05.123') -> datetime.datetime(2024, 1, 2, 3, 4, 5, 123000)
# dt.fromisoformat('2024-01-02T03:04:05.123456+02:00') -> datetime.datetime(2024, 1, 2, 3, 4, 5, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# dt.fromisoformat('2024-01-02T03:04:05Z') -> datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
# dt.fromisoformat('20240102T030405') -> datetime.datetime(2024, 1, 2, 3, 4, 5)
# dt.fromisoformat('2024-01-02T03') -> datetime.datetime(2024, 1, 2, 3, 0)
# dt.fromisoformat('2024-01-02T25:00') !! ValueError hour must be in 0..23
# dt.fromisoformat('2024-01-02T3:00') !! ValueError Invalid isoformat string: '2024-01-02T3:00'
# dt.fromisoformat('2024-13-02') !! ValueError month must be in 1..12
# tm.fromisoformat('03:04:05') -> datetime.time(3, 4, 5)
# tm.fromisoformat('T03:04') -> datetime.time(3, 4)
# tm.fromisoformat('x') !! ValueError Invalid isoformat string: 'x'
# date(2024,1,2).strftime('%Y/%m/%d %a %A %b %B %j %U %W %y %d %e %H %% %p %I') -> '2024/01/02 Tue Tuesday Jan January 002 00 01 24 02  2 00 % AM 12'
# dt(2024,1,2,15,4,5,67).strftime('%H:%M:%S.%f %I %p %z %Z|') -> '15:04:05.000067 03 PM  |'
# dt(2024,1,2,15,4,5,67,tzinfo=timezone.utc).strftime('%z %Z %:z') -> '+0000 UTC +00:00'
# f'{dt(2024,1,2,15,4):%Y-%m-%d %H:%M}' -> '2024-01-02 15:04'
# f'{date(2024,1,2):%d.%m.}|{date(2024,1,2)}|{timedelta(1)}|{timedelta(1)!s:>20}' -> '02.01.|2024-01-02|1 day, 0:00:00|      1 day, 0:00:00'
# f'{timedelta(1):>20}' !! TypeError unsupported format string passed to datetime.timedelta.__format__
# tm(1,2,3).strftime('%H-%M') -> '01-02'
# dt(2024,1,2,15,4).isoformat() -> '2024-01-02T15:04:00'
# dt(2024,1,2,15,4).isoformat(' ','minutes') -> '2024-01-02 15:04'
# dt(2024,1,2,15,4).isoformat(timespec='milliseconds') -> '2024-01-02T15:04:00.000'
# dt(2024,1,2,15,4).isoformat(timespec='foo') !! ValueError Unknown timespec value
# dt(2024,1,2,15,4,5,6).isoformat('x','seconds') -> '2024-01-02x15:04:05'
# dt(2024,1,2,15,4).isoformat('ab') !! TypeError isoformat() argument 1 must be a unicode character, not str
# dt(2024,1,2,15,4).ctime() -> 'Tue Jan  2 15:04:00 2024'
# date(2024,1,2).ctime() -> 'Tue Jan  2 00:00:00 2024'
# dt(2024,1,2,15,4).timetuple() -> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=15, tm_min=4, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
# date(2024,1,2).timetuple() -> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
# dt(2024,1,2,15,4,tzinfo=timezone.utc).timestamp() -> 1704207840.0
# dt(2024,1,2,15,4,5,500000,tzinfo=timezone.utc).timestamp() -> 1704207845.5
# dt.fromtimestamp(0,timezone.utc) -> datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# dt.fromtimestamp(1.5,timezone.utc) -> datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)
# dt.fromtimestamp(1e20) !! OverflowError timestamp out of range for platform time_t
# dt.fromtimestamp('a') !! TypeError 'str' object cannot be interpreted as an integer
# dt.fromtimestamp(1700000000.123456,tz=timezone.utc) -> datetime.datetime(2023, 11, 14, 22, 13, 20, 123456, tzinfo=datetime.timezone.utc)
# dt(2024,1,2,15,4,tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=8))) -> datetime.datetime(2024, 1, 2, 23, 4, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))
# dt(2024,1,2).replace(year=2025,hour=5) -> datetime.datetime(2025, 1, 2, 5, 0)
# dt(2024,1,2).replace(month=13) !! ValueError month must be in 1..12
# date(2024,1,2).replace(day=5) -> datetime.date(2024, 1, 5)
# dt(2024,1,2,3).date(),dt(2024,1,2,3).time() -> (datetime.date(2024, 1, 2), datetime.time(3, 0))
# dt.combine(date(2024,1,2),tm(3,4)) -> datetime.datetime(2024, 1, 2, 3, 4)
# dt.combine(5,tm(3,4)) !! TypeError combine() argument 1 must be datetime.date, not int
# dt.strptime('2024-01-02 03:04:05','%Y-%m-%d %H:%M:%S') -> datetime.datetime(2024, 1, 2, 3, 4, 5)
# dt.strptime('02/Jan/24','%d/%b/%y') -> datetime.datetime(2024, 1, 2, 0, 0)
# dt.strptime('January 5, 2024','%B %d, %Y') -> datetime.datetime(2024, 1, 5, 0, 0)
# dt.strptime('3:04 PM','%I:%M %p') -> datetime.datetime(1900, 1, 1, 15, 4)
# dt.strptime('2024-01-02T03:04:05.678+0200','%Y-%m-%dT%H:%M:%S.%f%z') -> datetime.datetime(2024, 1, 2, 3, 4, 5, 678000, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# dt.strptime('2024','%Y-%m-%d') !! ValueError time data '2024' does not match format '%Y-%m-%d'
# dt.strptime('2024-01-02x','%Y-%m-%d') !! ValueError unconverted data remains: x
# dt.strptime('2024-02-30','%Y-%m-%d') !! ValueError day is out of range for month
# dt.strptime('2024-13-01','%Y-%m-%d') !! ValueError time data '2024-13-01' does not match format '%Y-%m-%d'
# dt.strptime('2024','%Q') !! ValueError 'Q' is a bad directive in format '%Q'
# dt.strptime('2024','%') !! ValueError stray % in format '%'
# dt.strptime('2024 005','%Y %j') -> datetime.datetime(2024, 1, 5, 0, 0)
# dt.strptime('2024 10 1','%Y %W %w') -> datetime.datetime(2024, 3, 4, 0, 0)
# dt.strptime('Tue Jan  2 03:04:05 2024','%c') -> datetime.datetime(2024, 1, 2, 3, 4, 5)
# dt.strptime('12:30','%H:%M') -> datetime.datetime(1900, 1, 1, 12, 30)
# dt.strptime(5,'%H:%M') !! TypeError strptime() argument 1 must be str, not int
# time.strptime('2024-01-02','%Y-%m-%d') -> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
# time.strptime('30 Nov 00','%d %b %y') -> time.struct_time(tm_year=2000, tm_mon=11, tm_mday=30, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=335, tm_isdst=-1)
# tm(1,2,3,4) -> datetime.time(1, 2, 3, 4)
# tm(1,2) -> datetime.time(1, 2)
# tm() -> datetime.time(0, 0)
# str(tm(1,2,3,4)) -> '01:02:03.000004'
# tm(1)<tm(2) -> True
# tm(1)<5 !! TypeError '<' not supported between instances of 'datetime.time' and 'int'
# tm(25) !! ValueError hour must be in 0..23
# tm(1,tzinfo=timezone.utc) -> datetime.time(1, 0, tzinfo=datetime.timezone.utc)
# tm(1)==tm(1,tzinfo=timezone.utc) -> False
# date.min,date.max,dt.min,dt.max,tm.max,timedelta.max,timedelta.resolution -> (datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.datetime(1, 1, 1, 0, 0), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999), datetime.time(23, 59, 59, 999999), datetime.timedelta(days=999999999, seconds=86399, microseconds=999999), datetime.timedelta(microseconds=1))
# hash(date(2024,1,2))==hash(date(2024,1,2)) -> True
# {date(2024,1,2):1}[date(2024,1,2)] -> 1
# sorted([date(2024,1,2),date(2023,5,6)]) -> [datetime.date(2023, 5, 6), datetime.date(2024, 1, 2)]
# max(dt(2024,1,2),dt(2025,1,1)) -> datetime.datetime(2025, 1, 1, 0, 0)
# isinstance(dt(2024,1,2),date) -> True
# datetime.UTC -> datetime.timezone.utc
# datetime.datetime -> <class 'datetime.datetime'>
# type(timedelta(1)) -> <class 'datetime.timedelta'>
# tzinfo !! NameError name 'tzinfo' is not defined
# datetime.tzinfo().utcoffset(None) !! NotImplementedError a tzinfo subclass must implement utcoffset()
# dt(2024,1,2).year -> 2024
# dt(2024,1,2).foo !! AttributeError 'datetime.datetime' object has no attribute 'foo'
# dt(2024,1,2)+dt(2024,1,2) !! TypeError unsupported operand type(s) for +: 'datetime.datetime' and 'datetime.datetime'
# 5+dt(2024,1,2) !! TypeError unsupported operand type(s) for +: 'int' and 'datetime.datetime'
# dt(2024,1,2).weekday() -> 1
# (dt(2024,1,2)-dt(2023,1,2)).days -> 365
# dt(2024,1,2).utcoffset() -> None
# dt(2024,1,2,tzinfo=timezone.utc).utcoffset() -> datetime.timedelta(0)
# dt(2024,1,2,tzinfo=timezone.utc).tzname() -> 'UTC'
# dt(2024,1,2,fold=1) -> datetime.datetime(2024, 1, 2, 0, 0, fold=1)
# datetime.timedelta(seconds=0.1)+datetime.timedelta(seconds=0.2) -> datetime.timedelta(microseconds=300000)
# str(datetime.timedelta(seconds=3661)) -> '1:01:01'
# str(datetime.timedelta(days=-1,seconds=5,microseconds=10)) -> '-1 day, 0:00:05.000010'
# datetime.timedelta(hours=1.5) -> datetime.timedelta(seconds=5400)
# datetime.timedelta(microseconds=0.5) -> datetime.timedelta(0)
# datetime.timedelta(microseconds=1.5) -> datetime.timedelta(microseconds=2)
# dt.fromtimestamp(0).year -> 1970
# repr(datetime)[:18] -> "<module 'datetime'"
# date(2024,1,2).isoformat().split('-') -> ['2024', '01', '02']
# D2(2024, 1, 2, 0, 0) 2024-01-03 00:00:00 <class '__main__.D2'>
# 2024-01-02T03:00:00+02:00 XX 1:00:00 2024-01-02 01:00:00+00:00 2024-01-02T02:00:00+02:00
# True 1 day, 0:00:00
# Object of type datetime is not JSON serializable
# {"a": "2024-01-02 00:00:00"}
