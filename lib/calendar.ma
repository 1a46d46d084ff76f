# calendar - days, weeks and months as numbers and as text.

import datetime
from enum import IntEnum

__all__ = ['Calendar', 'TextCalendar', 'Month', 'Day', 'IllegalMonthError', 'IllegalWeekdayError', 'isleap',
           'leapdays', 'weekday', 'monthrange', 'setfirstweekday', 'firstweekday', 'monthcalendar', 'month',
           'prmonth', 'prcal', 'calendar', 'timegm', 'week', 'weekheader', 'month_name', 'month_abbr',
           'day_name', 'day_abbr', 'JANUARY', 'FEBRUARY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY',
           'FRIDAY', 'SATURDAY', 'SUNDAY']


class IllegalMonthError(ValueError, IndexError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'


month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
              'October', 'November', 'December']
month_abbr = [name[:3] for name in month_name]
day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
day_abbr = [name[:3] for name in day_name]
Month = IntEnum('Month', [(name.upper(), i) for i, name in enumerate(month_name) if i], module='calendar')
Day = IntEnum('Day', [(name.upper(), i) for i, name in enumerate(day_name)], module='calendar')
Month.__repr__ = Day.__repr__ = lambda self: f'calendar.{self.name}'
for _member in list(Month) + list(Day):
    globals()[_member.name] = _member
_lengths = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    y1, y2 = y1 - 1, y2 - 1
    return y2 // 4 - y1 // 4 - (y2 // 100 - y1 // 100) + y2 // 400 - y1 // 400


def weekday(year, month, day):
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _lengths[month] + (month == 2 and isleap(year))


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    firstweekday = property(lambda self: self._first % 7, lambda self, day: setattr(self, '_first', day))

    def iterweekdays(self):
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    # The days of whole weeks: (year, month, day), also of the months before and after.
    def itermonthdays3(self, year, month):
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - length) % 7
        y, m = (year, month - 1) if month > 1 else (year - 1, 12)
        end = monthrange(y, m)[1]
        for day in range(end - before + 1, end + 1):
            yield y, m, day
        for day in range(1, length + 1):
            yield year, month, day
        y, m = (year, month + 1) if month < 12 else (year + 1, 1)
        for day in range(1, after + 1):
            yield y, m, day

    def itermonthdates(self, year, month):
        for y, m, d in self.itermonthdays3(year, month):
            yield datetime.date(y, m, d)

    def itermonthdays(self, year, month):
        for _, m, d in self.itermonthdays3(year, month):
            yield d if m == month else 0

    def itermonthdays2(self, year, month):
        for i, d in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield d, i % 7

    def itermonthdays4(self, year, month):
        for i, (y, m, d) in enumerate(self.itermonthdays3(year, month)):
            yield y, m, d, (self.firstweekday + i) % 7

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def yeardayscalendar(self, year, width=3):
        months = [self.monthdayscalendar(year, m) for m in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        months = [self.monthdatescalendar(year, m) for m in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]


class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return (f'{day:2}' if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(d, wd, width) for d, wd in theweek])

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(i, width) for i in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        if not 1 <= themonth <= 12:
            raise IllegalMonthError(themonth)
        name = month_name[themonth]
        return (f'{name} {theyear}' if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        end = '\n' * l
        text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + end
        text += self.formatweekheader(w).rstrip() + end
        for week in self.monthdays2calendar(theyear, themonth):
            text += self.formatweek(week, w).rstrip() + end
        return text

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        wide = (w + 1) * 7 - 1
        gap = ' ' * c
        end = '\n' * l
        out = [repr(theyear).center(wide * m + c * (m - 1)).rstrip(), end]
        header = self.formatweekheader(w)
        for at in range(1, 13, m):
            months = range(at, min(at + m, 13))
            out += [end, _columns([self.formatmonthname(theyear, k, wide, False) for k in months], wide, gap), end,
                    _columns([header] * len(months), wide, gap), end]
            weeks = [self.monthdays2calendar(theyear, k) for k in months]
            for row in range(max([len(w2) for w2 in weeks])):
                cells = [self.formatweek(w2[row], w) if row < len(w2) else '' for w2 in weeks]
                out += [_columns(cells, wide, gap), end]
        return ''.join(out)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


def _columns(cells, wide, gap):
    return gap.join([cell.center(wide) for cell in cells]).rstrip()


_text = TextCalendar()
monthcalendar = _text.monthdayscalendar
week = _text.formatweek
weekheader = _text.formatweekheader
month = _text.formatmonth
prmonth = _text.prmonth
calendar = _text.formatyear
prcal = _text.pryear


def firstweekday():
    return _text.firstweekday


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
