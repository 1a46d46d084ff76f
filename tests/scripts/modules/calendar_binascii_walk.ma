# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import calendar as c, binascii as b, base64, time, os, tempfile, logging.config, logging, sys
print(c.month(2024, 2), c.calendar(2024), c.isleap(1900), c.leapdays(2000, 2024), c.weekday(2024, 2, 29), c.monthrange(2024, 2), c.monthcalendar(2024, 2), list(c.month_name), c.day_abbr[0], c.timegm((2024, 1, 1, 0, 0, 0)), c.TextCalendar(6).formatmonth(2023, 1), c.Calendar().monthdatescalendar(2024, 2)[0][:2], list(c.Calendar(3).iterweekdays()), list(c.Calendar().itermonthdays2(2024, 2))[:4], c.weekheader(3), c.TUESDAY, c.Month.MAY, c.firstweekday()); t(lambda: c.monthrange(2024, 13)); c.setfirstweekday(6); print(c.month(2024, 3, w=4)); t(lambda: c.setfirstweekday(9)); c.setfirstweekday(0); c.prmonth(2025, 12)
print(b.hexlify(b'\x01\xff'), b.unhexlify('01ff'), b.crc32(b'hello'), b.crc32(b'b', b.crc32(b'a')), b.b2a_base64(b'hi'), b.a2b_base64(b'aGk='), b.hexlify(b'abcd', '-', 2), b.crc_hqx(b'abc', 0)); t(lambda: b.unhexlify('0')); t(lambda: b.unhexlify('zz')); t(lambda: b.a2b_base64(b'a'))
for i in range(8): print(base64.b32encode(b'abcdefgh'[:i]), base64.b32decode(base64.b32encode(b'abcdefgh'[:i])), base64.b16encode(bytes(range(i)))); 
t(lambda: base64.b32decode('a')); t(lambda: base64.b32decode('aaaaaaaa')); t(lambda: base64.b16decode('0g')); print(base64.b16decode('0A'), base64.b32hexencode(b'xyz'), base64.b32decode('mfra====', casefold=True))
d = tempfile.mkdtemp(); os.makedirs(d + '/x/y'); open(d + '/x/f', 'w').close(); print([(r[len(d):], sorted(s), sorted(f)) for r, s, f in os.walk(d)], [(r[len(d):]) for r, s, f in os.walk(d, topdown=False)], sorted((e.name, e.is_dir(), e.is_file(), e.stat().st_size >= 0) for e in os.scandir(d + '/x')), os.path.expandvars('$NOPE_X/a'), os.fsencode('é'), os.fsdecode(b'a'), isinstance(tempfile.gettempdir(), os.PathLike), os.path.splitroot('/a/b'))
with os.scandir(d) as it: print([e.name for e in it])
from os import walk, PathLike
t(lambda: os.nothing); os.remove(d + '/x/f'); os.removedirs(d + '/x/y'); print(os.path.exists(d))
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'formatters': {'f': {'format': '%(levelname)s %(name)s %(message)s'}}, 'filters': {'q': {'name': 'app'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout', 'level': 'INFO', 'filters': ['q']}}, 'loggers': {'app': {'level': 'DEBUG', 'propagate': False, 'handlers': ['h']}}, 'root': {'level': 'WARNING', 'handlers': ['h']}})
logging.getLogger('app').info('yes'); logging.getLogger('app').debug('no'); logging.getLogger('other').error('filtered'); t(lambda: logging.config.dictConfig({})); t(lambda: logging.config.dictConfig({'version': 2})); t(lambda: logging.config.dictConfig({'version': 1, 'handlers': {'z': {'class': 'no.such'}}}))
# expect-output:
#    February 2024
# Mo Tu We Th Fr Sa Su
#           1  2  3  4
#  5  6  7  8  9 10 11
# 12 13 14 15 16 17 18
# 19 20 21 22 23 24 25
# 26 27 28 29
#                                    2024
#
#       January                   February                   March
# Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
#  1  2  3  4  5  6  7                1  2  3  4                   1  2  3
#  8  9 10 11 12 13 14       5  6  7  8  9 10 11       4  5  6  7  8  9 10
# 15 16 17 18 19 20 21      12 13 14 15 16 17 18      11 12 13 14 15 16 17
# 22 23 24 25 26 27 28      19 20 21 22 23 24 25      18 19 20 21 22 23 24
# 29 30 31                  26 27 28 29               25 26 27 28 29 30 31
#
#        April                      May                       June
# Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
#  1  2  3  4  5  6  7             1  2  3  4  5                      1  2
#  8  9 10 11 12 13 14       6  7  8  9 10 11 12       3  4  5  6  7  8  9
# 15 16 17 18 19 20 21      13 14 15 16 17 18 19      10 11 12 13 14 15 16
# 22 23 24 25 26 27 28      20 21 22 23 24 25 26      17 18 19 20 21 22 23
# 29 30                     27 28 29 30 31            24 25 26 27 28 29 30
#
#         July                     August                  September
# Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
#  1  2  3  4  5  6  7                1  2  3  4                         1
#  8  9 10 11 12 13 14       5  6  7  8  9 10 11       2  3  4  5  6  7  8
# 15 16 17 18 19 20 21      12 13 14 15 16 17 18       9 10 11 12 13 14 15
# 22 23 24 25 26 27 28      19 20 21 22 23 24 25      16 17 18 19 20 21 22
# 29 30 31                  26 27 28 29 30 31         23 24 25 26 27 28 29
#                                                     30
#
#       October                   November                  December
# Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
#     1  2  3  4  5  6                   1  2  3                         1
#  7  8  9 10 11 12 13       4  5  6  7  8  9 10       2  3  4  5  6  7  8
# 14 15 16 17 18 19 20      11 12 13 14 15 16 17       9 10 11 12 13 14 15
# 21 22 23 24 25 26 27      18 19 20 21 22 23 24      16 17 18 19 20 21 22
# 28 29 30 31               25 26 27 28 29 30         23 24 25 26 27 28 29
#                                                     30 31
#  False 6 3 (calendar.THURSDAY, 29) [[0, 0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16, 17, 18], [19, 20, 21, 22, 23, 24, 25], [26, 27, 28, 29, 0, 0, 0]] ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] Mon 1704067200     January 2023
# Su Mo Tu We Th Fr Sa
#  1  2  3  4  5  6  7
#  8  9 10 11 12 13 14
# 15 16 17 18 19 20 21
# 22 23 24 25 26 27 28
# 29 30 31
#  [datetime.date(2024, 1, 29), datetime.date(2024, 1, 30)] [3, 4, 5, 6, 0, 1, 2] [(0, 0), (0, 1), (0, 2), (1, 3)] Mon Tue Wed Thu Fri Sat Sun 1 5 0
# IllegalMonthError bad month number 13; must be 1-12
#             March 2024
# Sun  Mon  Tue  Wed  Thu  Fri  Sat
#                            1    2
#   3    4    5    6    7    8    9
#  10   11   12   13   14   15   16
#  17   18   19   20   21   22   23
#  24   25   26   27   28   29   30
#  31
#
# IllegalWeekdayError bad weekday number 9; must be 0 (Monday) to 6 (Sunday)
#    December 2025
# Mo Tu We Th Fr Sa Su
#  1  2  3  4  5  6  7
#  8  9 10 11 12 13 14
# 15 16 17 18 19 20 21
# 22 23 24 25 26 27 28
# 29 30 31
# b'01ff' b'\x01\xff' 907060870 2659403885 b'aGk=\n' b'hi' b'6162-6364' 40406
# Error Odd-length string
# Error Non-hexadecimal digit found
# Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# b'' b'' b''
# b'ME======' b'a' b'00'
# b'MFRA====' b'ab' b'0001'
# b'MFRGG===' b'abc' b'000102'
# b'MFRGGZA=' b'abcd' b'00010203'
# b'MFRGGZDF' b'abcde' b'0001020304'
# b'MFRGGZDFMY======' b'abcdef' b'000102030405'
# b'MFRGGZDFMZTQ====' b'abcdefg' b'00010203040506'
# Error Incorrect padding
# Error Non-base32 digit found
# Error Non-base16 digit found
# b'\n' b'F1SNK===' b'ab'
# [('', ['x'], []), ('/x', ['y'], ['f']), ('/x/y', [], [])] ['/x/y', '/x', ''] [('f', False, True, True), ('y', True, False, True)] $NOPE_X/a b'\xc3\xa9' a False ('', '/', 'a/b')
# ['x']
# AttributeError module 'os' has no attribute 'nothing'
# False
# INFO app yes
# ValueError dictionary doesn't specify a version
# ValueError Unsupported version: 2
# ValueError Unable to configure handler 'z'
