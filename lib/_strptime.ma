# _strptime - texts to times, by a format of %-directives: time.strptime and datetime.strptime. A format
# becomes a regular expression; what its groups found is put together.

import re

_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december']
_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']


def _one_of(words):
    return '|'.join(words)


_DIRECTIVES = {
    'd': r'(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[01]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])', 'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[01]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)', 'W': r'(?P<W>5[0-3]|[0-4]\d|\d)', 'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'w': r'(?P<w>[0-6])', 'u': r'(?P<u>[1-7])', 'y': r'(?P<y>\d\d)', 'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z))', 'Z': r'(?P<Z>utc|gmt|[a-z]{3,5})',
    'A': f'(?P<A>{_one_of(_DAYS)})', 'a': f'(?P<a>{_one_of([d[:3] for d in _DAYS])})',
    'B': f'(?P<B>{_one_of(_MONTHS)})', 'b': f'(?P<b>{_one_of([m[:3] for m in _MONTHS])})', 'p': r'(?P<p>am|pm)',
    '%': '%',
}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_cache = {}


def _compile(format):
    out, i = [], 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            out.append(r'\s+')
        elif c != '%':
            out.append(re.escape(c))
        else:
            if i == len(format):
                raise ValueError(f"stray % in format '{format}'")
            c = format[i]
            i += 1
            if c in _WHOLE:
                out.append(_compile(_WHOLE[c]))
            elif c in _DIRECTIVES:
                out.append(_DIRECTIVES[c])
            else:
                c = '\\\\' if c == '\\' else c
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
    return ''.join(out)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _offset_us(text):
    if text == 'Z':
        return 0
    sign, digits = text[0], text[1:]
    if digits[2] == ':':
        if len(digits) > 5 and digits[5] != ':':
            raise ValueError(f'Inconsistent use of : in {text}')
        digits = digits.replace(':', '')
    whole, _, fraction = digits.partition('.')
    seconds = int(whole[:2]) * 3600 + int(whole[2:4]) * 60 + int(whole[4:6] or 0)
    us = seconds * 1_000_000 + int(fraction.ljust(6, '0') or 0)
    return -us if sign == '-' else us


def _day_of_week(year, month, day):
    from datetime import date
    return date(year, month, day).weekday()


def parse(text, format):
    # -> (year, month, day, hour, minute, second, weekday, yearday, dst), microsecond, offset in us, zone
    for i, arg in enumerate((text, format)):
        if not isinstance(arg, str):
            raise TypeError(f'strptime() argument {i} must be str, not {type(arg)}')
    pattern = _cache.get(format)
    if pattern is None:
        if len(_cache) > 20:
            _cache.clear()
        pattern = _cache[format] = re.compile(_compile(format), re.I)
    found = pattern.match(text)
    if not found:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    got = found.groupdict()
    year = iso_year = week = iso_week = weekday = yday = offset = zone = None
    month = day = 1
    hour = minute = second = us = 0
    monday_first = True
    for key, value in got.items():
        if value is None:
            continue
        if key == 'y':
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif key == 'Y':
            year = int(value)
        elif key == 'G':
            iso_year = int(value)
        elif key == 'm':
            month = int(value)
        elif key == 'B':
            month = _MONTHS.index(value.lower()) + 1
        elif key == 'b':
            month = [m[:3] for m in _MONTHS].index(value.lower()) + 1
        elif key == 'd':
            day = int(value)
        elif key == 'H':
            hour = int(value)
        elif key == 'I':
            hour = int(value) % 12
            if (got.get('p') or '').lower() == 'pm':
                hour += 12
        elif key == 'M':
            minute = int(value)
        elif key == 'S':
            second = int(value)
        elif key == 'f':
            us = int(value.ljust(6, '0'))
        elif key == 'A':
            weekday = _DAYS.index(value.lower())
        elif key == 'a':
            weekday = [d[:3] for d in _DAYS].index(value.lower())
        elif key == 'w':
            weekday = (int(value) + 6) % 7
        elif key == 'u':
            weekday = int(value) - 1
        elif key == 'j':
            yday = int(value)
        elif key in 'UW':
            week, monday_first = int(value), key == 'W'
        elif key == 'V':
            iso_week = int(value)
        elif key == 'z':
            offset = _offset_us(value)
        elif key == 'Z':
            if value.lower() not in ('utc', 'gmt', *_local_names()):
                raise ValueError(f'time data {text!r} does not match format {format!r}')
            zone = value
    if iso_year is not None:
        if yday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive "
                             "'%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the "
                         "ISO year '%G' instead.")
    no_year = year is None and month == 2 and day == 29
    year_known = year if year is not None else 1904 if no_year else 1900
    if yday is None and weekday is not None:
        if week is not None and year is not None:
            first = _day_of_week(year, 1, 1)
            at = weekday
            if not monday_first:
                first, at = (first + 1) % 7, (weekday + 1) % 7
            lead = (7 - first) % 7
            yday = 1 + at - first if week == 0 else 1 + lead + 7 * (week - 1) + at
            if yday <= 0:
                year -= 1
                year_known = year
                yday += 366 if _is_leap(year) else 365
        elif iso_year is not None:
            from datetime import date
            made = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year_known, month, day = made.year, made.month, made.day
    if yday is None:
        _check_day(year_known, month, day)
        before = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1]
        yday = before + (month > 2 and _is_leap(year_known)) + day
    else:
        from datetime import date
        made = date.fromordinal(yday - 1 + date(year_known, 1, 1).toordinal())
        year_known, month, day = made.year, made.month, made.day
    if weekday is None:
        weekday = _day_of_week(year_known, month, day)
    if no_year:
        year_known = 1900
    return (year_known, month, day, hour, minute, second, weekday, yday, -1), us, offset, zone


def _check_day(year, month, day):
    from datetime import date
    date(year, month, day)


def _local_names():
    import time
    return [name.lower() for name in time.tzname]


def struct_time(text, format):
    import time
    parts, us, offset, zone = parse(text, format)
    return time.struct_time(parts)
