# datetime - dates, times, durations, time zones of fixed offset. A date is counted in days since 0001-01-01,
# which is day 1 ("ordinal"); everything else is arithmetic on that. Values do not change once made.

import time as _time
from _types import named_with_module as _named

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

MINYEAR, MAXYEAR = 1, 9999
_MAX_ORDINAL = 3652059
_DAY_US = 86_400_000_000
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _ordinal(year, month, day):
    return _days_before_year(year) + _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    # 400 years have 146097 days; then whole centuries, fours of years, years.
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 12
    while _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) > n:
        month -= 1
    return year, month, n - _DAYS_BEFORE[month] - (month > 2 and _is_leap(year)) + 1


def _week1_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _int(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), '__index__', None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


_MISSING = object()


def _check_given(year, month, day):
    for at, name, value in (1, 'year', year), (2, 'month', month), (3, 'day', day):
        if value is _MISSING:
            raise TypeError(f"function missing required argument '{name}' (pos {at})")


def _check_date(year, month, day):
    year, month, day = _int(year), _int(month), _int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _int(hour), _int(minute), _int(second), _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _kind(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def _shown_offset(offset, colon=':'):
    if offset is None:
        return ''
    sign = '+'
    if offset.days < 0:
        sign, offset = '-', -offset
    minutes, seconds = divmod(offset.seconds, 60)
    text = f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}'
    if seconds or offset.microseconds:
        text += f'{colon}{seconds:02d}'
        if offset.microseconds:
            text += f'.{offset.microseconds:06d}'
    return text


def _shown_time(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    text = f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{microsecond // 1000:03d}'
    if timespec == 'microseconds':
        return f'{text}.{microsecond:06d}'
    raise ValueError('Unknown timespec value')


def _strftime(obj, format, tuple):
    # %f, %z, %:z, %Z are of the object, all else is time.strftime's.
    out, i = [], 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'f':
            out.append(f"{getattr(obj, 'microsecond', 0):06d}")
        elif c == 'z':
            out.append(_shown_offset(obj.utcoffset(), '') if hasattr(obj, 'utcoffset') else '')
        elif c == ':' and format[i:i + 1] == 'z':
            i += 1
            out.append(_shown_offset(obj.utcoffset()) if hasattr(obj, 'utcoffset') else '')
        elif c == 'Z':
            name = obj.tzname() if hasattr(obj, 'tzname') else None
            out.append(name.replace('%', '%%') if name else '')
        else:
            out.append('%' + c)
    return _time.strftime(''.join(out), tuple)


def _round_div(a, b):
    # a / b, halves to even
    q, r = divmod(a, b)
    r *= 2
    if r > b if b > 0 else r < b:
        q += 1
    elif r == b and q % 2:
        q += 1
    return q


# --- durations -----------------------------------------------------------------------------------

@_named
class timedelta:
    __slots__ = ('_us',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, factor in (('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                                    ('seconds', seconds, 1_000_000), ('minutes', minutes, 60_000_000),
                                    ('hours', hours, 3_600_000_000), ('days', days, _DAY_US),
                                    ('weeks', weeks, 7 * _DAY_US)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)  # NaN, infinity: int()'s errors
                total += whole * factor
                part = (value - whole) * factor
                whole = int(part)
                total += whole
                rest += part - whole
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {_kind(value)}')
        whole = int(rest // 1)
        total += whole
        rest -= whole
        return cls._from(total + (rest > 0.5 or (rest == 0.5 and total % 2)))

    @classmethod
    def _from(cls, us):
        days = us // _DAY_US
        if not -2 ** 31 <= days < 2 ** 31:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._us = us
        return self

    days = property(lambda self: self._us // _DAY_US, doc='Number of days.')
    seconds = property(lambda self: self._us % _DAY_US // 1_000_000, doc='Seconds beyond the days.')
    microseconds = property(lambda self: self._us % 1_000_000, doc='Microseconds beyond the seconds.')

    def total_seconds(self):
        return self._us / 1_000_000

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self.days), ('seconds', self.seconds),
                                                       ('microseconds', self.microseconds)) if value]
        return f'{_kind(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, second = divmod(self.seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02d}:{second:02d}'
        if self.microseconds:
            text += f'.{self.microseconds:06d}'
        if self.days:
            text = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, {text}'
        return text

    def __add__(self, other):
        return timedelta._from(self._us + other._us) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._from(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._from(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._from(-self._us)

    def __pos__(self):
        return timedelta._from(self._us)

    def __abs__(self):
        return timedelta._from(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from(_round_div(self._us * a, b))
        return NotImplemented
    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._from(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._from(_round_div(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from(_round_div(self._us * b, a))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._from(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._us, other._us)
        return q, timedelta._from(r)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# --- time zones ----------------------------------------------------------------------------------

@_named
class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        if offset - dst:
            dt += offset - dst
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst

    def __reduce__(self):
        return type(self), ()


@_named
class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_kind(offset)}')
        if name is not None and not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_kind(name)}')
        if name is None and not offset and cls is timezone and timezone.utc is not None:
            return timezone.utc
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    utc = None

    def _check(self, dt, what):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{what}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + _shown_offset(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime instance, not ' + _kind(dt))
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_kind(self)}({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _offset_of(tz, method, dt):
    if tz is None:
        return None
    offset = getattr(tz, method)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f'tzinfo.{method}() must return None or a timedelta, not \'{type(offset).__name__}\'')
    if not -_DAY_US < offset._us < _DAY_US:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                         f'timedelta(hours=24), not {offset!r}.')
    return offset


def _name_of(tz, dt):
    if tz is None:
        return None
    name = tz.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


# --- dates ---------------------------------------------------------------------------------------

class _IsoDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)


_IsoDate.__name__ = _IsoDate.__qualname__ = 'IsoCalendarDate'


@_named
class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        _check_given(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _MAX_ORDINAL:
            raise ValueError(f'year {_days_to_year(ordinal)} is out of range')
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found = _iso_date(date_string)
        except (ValueError, IndexError):
            found = None
        if found is None:
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*found)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, _ordinal(self._year, self._month, self._day)
        monday = _week1_monday(year)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week1_monday(year), 7)
        elif week >= 52 and today >= _week1_monday(year + 1):
            year, week = year + 1, 0
        return _IsoDate(year, week + 1, day + 1)

    def timetuple(self):
        return _struct(self, 0, 0, 0, -1)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)
    __replace__ = replace

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'
    __str__ = isoformat

    def ctime(self):
        return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 '
                f'{self._year:04d}')

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f'{_kind(self)}({self._year}, {self._month}, {self._day})'

    def _key(self):
        return self._year, self._month, self._day

    def _compare(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._compare(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._compare(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._compare(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._compare(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        return type(self)(*_from_ordinal(ordinal))

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)


def _days_to_year(ordinal):
    return _from_ordinal(ordinal)[0]


def _struct(day, hour, minute, second, dst):
    ordinal = day.toordinal()
    yday = ordinal - _days_before_year(day.year)
    return _time.struct_time((day.year, day.month, day.day, hour, minute, second, (ordinal + 6) % 7, yday, dst))


def _from_iso_week(year, week, day):
    year, week, day = _int(year), _int(week), _int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    monday = _week1_monday(year)
    weeks = (_week1_monday(year + 1) - monday) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return _from_ordinal(monday + (week - 1) * 7 + day - 1)


# --- ISO 8601 ------------------------------------------------------------------------------------

def _digits(text):
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return int(text)


def _iso_date(text):
    # 2024-01-02, 20240102, 2024-W01-2, 2024W012, 2024-W01; None: it is none
    year, rest = _digits(text[:4]), text[4:]
    dashed = rest[:1] == '-'
    if dashed:
        rest = rest[1:]
    if rest[:1] == 'W':
        week, rest = _digits(rest[1:3]), rest[3:]
        if len(text) < 7 or not rest:
            return _from_iso_week(year, week, 1) if len(text) >= 7 else None
        if (rest[0] == '-') != dashed or len(rest) != 1 + dashed:
            return None
        return _from_iso_week(year, week, _digits(rest[-1]))
    if len(rest) != 4 + dashed or (dashed and rest[2] != '-'):
        return None
    return year, _digits(rest[:2]), _digits(rest[-2:])


def _iso_clock(text):
    # HH[:MM[:SS[.fraction]]] or without colons -> [hour, minute, second, microsecond]
    found, at, colon = [0, 0, 0, 0], 0, None
    for i in range(3):
        if len(text) - at < 2:
            raise ValueError(text)
        found[i] = _digits(text[at:at + 2])
        at += 2
        c = text[at:at + 1]
        if not c or i == 2:
            break
        if colon is None:
            colon = c == ':'
        if colon:
            if c != ':':
                raise ValueError(text)
            at += 1
        elif not c.isdecimal():
            break
    rest = text[at:]
    if rest:
        if rest[0] not in '.,' or len(rest) < 2:
            raise ValueError(text)
        _digits(rest[1:])
        found[3] = int(rest[1:7].ljust(6, '0'))
    return found


def _iso_time(text):
    # ... with an offset -> hour, minute, second, microsecond, tzinfo
    mark = max(text.find('+'), text.find('-'), text.find('Z'))
    clock, zone = (text, '') if mark < 0 else (text[:mark], text[mark:])
    found = _iso_clock(clock)
    tz = None
    if zone == 'Z':
        tz = UTC
    elif zone:
        if zone[0] == 'Z':
            raise ValueError(text)
        hours, minutes, seconds, us = _iso_clock(zone[1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
        tz = timezone(-offset if zone[0] == '-' else offset)
    return (*found, tz)


# --- times of day --------------------------------------------------------------------------------

@_named
class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tz', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        (self._hour, self._minute, self._second, self._microsecond,
         self._fold) = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tz = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found = _iso_time(time_string.removeprefix('T'))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*found)

    def utcoffset(self):
        return _offset_of(self._tz, 'utcoffset', None)

    def dst(self):
        return _offset_of(self._tz, 'dst', None)

    def tzname(self):
        return _name_of(self._tz, None)

    def isoformat(self, timespec='auto'):
        return (_shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _shown_offset(self.utcoffset()))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tz if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)
    __replace__ = replace

    def __repr__(self):
        return f'{_kind(self)}({_shown_fields(self)})'

    def _us(self):
        offset = self.utcoffset()
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond
        return (us if offset is None else us - offset._us), offset is None

    def _keys(self, other):
        (a, a_naive), (b, b_naive) = self._us(), other._us()
        if a_naive != b_naive:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return a, b

    def __eq__(self, other):
        return self._us() == other._us() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other)
        return a >= b

    def __hash__(self):
        return hash(self._us())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tz)


def _shown_fields(t):
    fields = [t.hour, t.minute]
    if t.second or t.microsecond:
        fields.append(t.second)
    if t.microsecond:
        fields.append(t.microsecond)
    text = ', '.join([str(n) for n in fields])
    if t.tzinfo is not None:
        text += f', tzinfo={t.tzinfo!r}'
    return text + ', fold=1' if t.fold else text


time.min, time.max, time.resolution = time(0, 0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)
_tzinfo = tzinfo


# --- both ----------------------------------------------------------------------------------------

@_named
class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tz', '_fold')

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        _check_given(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        (self._hour, self._minute, self._second, self._microsecond,
         self._fold) = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tz = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_us(cls, us, tz):
        # us: since the epoch
        seconds, us = divmod(us, 1_000_000)
        parts = (_time.localtime if tz is None else _time.gmtime)(seconds)
        if not MINYEAR <= parts[0] <= MAXYEAR:
            raise ValueError(f'year {parts[0]} is out of range')
        made = cls(*parts[:5], min(parts[5], 59), us, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        return cls._from_us(_time.time_ns() // 1000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        _deprecated('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future '
                    'version. Use timezone-aware objects to represent datetimes in UTC: '
                    'datetime.datetime.now(datetime.UTC).')
        return cls._from_us(_time.time_ns() // 1000, UTC).replace(tzinfo=None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        return cls._from_us(_timestamp_us(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a '
                    'future version. Use timezone-aware objects to represent datetimes in UTC: '
                    'datetime.datetime.fromtimestamp(timestamp, datetime.UTC).')
        return cls._from_us(_timestamp_us(timestamp), UTC).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {_kind(date)}')
        if not isinstance(time, _clock):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {_kind(time)}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        text, found, clock = date_string, None, (0, 0, 0, 0, None)
        try:
            end = _date_end(text)
            found = _iso_date(text[:end])
            if found is not None and end < len(text):
                clock = _iso_time(text[end + 1:])
        except (ValueError, IndexError):
            found = None
        if found is None:
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*found, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        from _strptime import parse
        for i, arg in enumerate((date_string, format), 1):
            if not isinstance(arg, str):
                raise TypeError(f'strptime() argument {i} must be str, not {_kind(arg)}')
        parts, us, offset, zone = parse(date_string, format)
        tz = None
        if offset is not None:
            shift = timedelta(microseconds=offset)
            tz = timezone(shift, zone) if zone else timezone(shift)
        return cls(*parts[:6], us, tz)

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, self._tz, fold=self._fold)

    def utcoffset(self):
        return _offset_of(self._tz, 'utcoffset', self)

    def dst(self):
        return _offset_of(self._tz, 'dst', self)

    def tzname(self):
        return _name_of(self._tz, self)

    def timetuple(self):
        dst = self.dst()
        return _struct(self, self._hour, self._minute, self._second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None)
        if offset:
            moment -= offset
        return _struct(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            seconds = _time.mktime((self._year, self._month, self._day, self._hour, self._minute,
                                    self._second, -1, -1, -1))
            return seconds + self._microsecond / 1e6
        return (self._count() - offset._us - _EPOCH) / 1_000_000

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, _tzinfo):
            raise TypeError('tz argument must be an instance of tzinfo')
        offset = self.utcoffset()
        if offset is None:
            offset = _local_zone(self.timestamp())._offset
        moment = self.replace(tzinfo=None) - offset
        if tz is None:
            tz = _local_zone((moment._count() - _EPOCH) // 1_000_000)
        if tz is self._tz:
            return self
        return tz.fromutc(moment.replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tz if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)
    __replace__ = replace

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str):
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {type(sep).__name__}')
        if len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not str')
        return (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                + _shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _shown_offset(self.utcoffset()))

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __repr__(self):
        return f'{_kind(self)}({self._year}, {self._month}, {self._day}, {_shown_fields(self)})'

    def _count(self):
        # microseconds of the clock on the wall
        return self.toordinal() * _DAY_US + (
            (self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond

    def _counts(self, other, what):
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            raise TypeError(f"can't {what} offset-naive and offset-aware datetimes")
        first, second = self._count(), other._count()
        return (first, second) if a is None else (first - a._us, second - b._us)

    def _compare(self, other):
        return isinstance(other, datetime)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        a, b = self._counts(other, 'compare')
        return a == b

    def __lt__(self, other):
        if not self._compare(other):
            return NotImplemented
        a, b = self._counts(other, 'compare')
        return a < b

    def __le__(self, other):
        if not self._compare(other):
            return NotImplemented
        a, b = self._counts(other, 'compare')
        return a <= b

    def __gt__(self, other):
        if not self._compare(other):
            return NotImplemented
        a, b = self._counts(other, 'compare')
        return a > b

    def __ge__(self, other):
        if not self._compare(other):
            return NotImplemented
        a, b = self._counts(other, 'compare')
        return a >= b

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._count() if offset is None else self._count() - offset._us)

    def _shifted(self, us):
        days, us = divmod(self._count() + us, _DAY_US)
        if not 1 <= days <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        return type(self)(*_from_ordinal(days), minutes // 60, minutes % 60, second, us, self._tz)

    def __add__(self, other):
        return self._shifted(other._us) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._us)
        if isinstance(other, datetime):
            a, b = self._counts(other, 'subtract')
            return timedelta._from(a - b)
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute, self._second,
                            self._microsecond, self._tz)


_date, _clock = date, time
_EPOCH = datetime(1970, 1, 1)._count()
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _deprecated(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _timestamp_us(timestamp):
    if isinstance(timestamp, int):
        return timestamp * 1_000_000
    if not isinstance(timestamp, float):
        raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
    if timestamp != timestamp:
        raise ValueError('Invalid value NaN (not a number)')
    if abs(timestamp) > 1e15:
        raise OverflowError('timestamp out of range for platform time_t')
    a, b = timestamp.as_integer_ratio()
    return _round_div(a * 1_000_000, b)


def _local_zone(seconds):
    local = _time.localtime(seconds)
    return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)


def _date_end(text):
    # where the date of an ISO text ends
    if text[4:5] == '-':
        if text[5:6] == 'W':
            return 10 if text[8:9] == '-' and len(text) > 9 and text[9:10].isdecimal() else 8
        return 10
    if text[4:5] == 'W':
        return 8 if text[7:8].isdecimal() and (len(text) == 8 or not text[8:9].isdecimal()) else 7
    return 8
