# heapq, operator, string, textwrap, copy, os.path, io, math, random.
import heapq, operator, bisect, string, textwrap, copy, random, time, os.path, io, math, statistics
h = [5,3,8,1]; heapq.heapify(h); print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [1,5,3]), heapq.nsmallest(2, 'hello', key=ord), list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2], reverse=True)))
try: heapq.heappop([])
except IndexError as e: print(e)
print(operator.itemgetter(1, 2)('abc'), operator.attrgetter('real', 'imag' if 0 else 'numerator')(5), operator.methodcaller('split', ',')('a,b'), operator.add(1, 2), operator.contains([1], 1), operator.countOf([1, 1], 1), operator.concat('a', 'b'), operator.index(5), operator.is_not(1, 2), operator.truth([]), operator.xor(5, 3), repr(operator.itemgetter(1)), operator.not_(0), operator.floordiv(7, 2))
print(bisect.bisect([1,2,2,3], 2), bisect.bisect_left([1,2,2,3], 2), bisect.insort, sep=' ') if 0 else print(bisect.bisect([1,2,2,3], 2), bisect.bisect_left([1,2,2,3], 2))
l = [1, 3]; bisect.insort(l, 2); print(l, bisect.bisect([{'a': 1}, {'a': 3}], 2, key=lambda d: d['a']))
print(string.ascii_lowercase, string.punctuation, string.capwords('a bc  d'), string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$a $z').safe_substitute(a=1), string.digits, string.hexdigits, repr(string.whitespace))
try: string.Template('$a').substitute()
except KeyError as e: print(e)
print(textwrap.wrap('the quick brown fox jumps', 10), textwrap.fill('a b c d', 3), textwrap.dedent('  a\n    b\n'), textwrap.indent('a\nb', '> '), textwrap.shorten('hello big world', 12))
a = [1, [2, 3]]; b = copy.copy(a); c = copy.deepcopy(a); a[1].append(4); print(b, c, copy.deepcopy({'a': (1, [2])}))
class O:
    def __copy__(self): return 'cp'
    def __deepcopy__(self, m): return 'dcp'
print(copy.copy(O()), copy.deepcopy([O()]))
print(os.path.join('a', 'b', '/c', 'd'), os.path.split('/a/b.txt'), os.path.splitext('a/b.tar.gz'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.normpath('a/../b//c/.'), os.path.isabs('/x'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b', '/a/c']), os.path.relpath('/a/b', '/a/c'), os.path.exists('/nope'), os.path.expanduser('x'), os.path.splitext('.bashrc'))
s = io.StringIO('a\nb\nc'); print(s.readline(), s.read(1), s.tell(), s.readlines(), s.read()); s = io.StringIO(); s.write('abc'); s.seek(1); s.write('Z'); print(s.getvalue(), s.truncate(2), s.getvalue()); s.close()
try: s.read()
except ValueError as e: print(e)
bb = io.BytesIO(b'abc'); print(bb.read(2), bb.getvalue(), bb.seek(0, 2), bb.write(b'd'), bb.getbuffer().nbytes if 0 else bb.getvalue())
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.sqrt(2), math.pi, math.gcd(12, 18, 8), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.hypot(3, 4), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(1), math.fsum([.1] * 10), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.inf, math.nan, math.degrees(math.pi), math.fmod(-7, 3), math.modf(1.5), math.frexp(8), math.ldexp(1, 3), math.dist((0, 0), (3, 4)), math.cbrt(27), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1.0), math.sumprod([1, 2], [3, 4]))
for bad in ('math.sqrt(-1)', 'math.log(0)', 'math.factorial(-1)', 'math.factorial(1.5)', 'math.floor(math.inf)', 'math.acos(2)', 'math.exp(1000)', 'math.gcd(1.5)', 'math.isqrt(-1)', 'math.comb(-1,2)', 'math.sqrt("a")', 'math.pow(0,-1)', 'math.fmod(1,0)', 'math.log(-1)', 'math.log(10**400)', 'math.ceil("a")', 'math.floor(math.nan)', 'statistics.mean([])', 'statistics.mean([1,2,3,4])', 'statistics.median([1,3,2])', 'statistics.stdev([1,2,3])', 'statistics.mode("aab")', 'statistics.pstdev([1,2])', 'random.choice([])', 'random.randint(5,1)', 'random.sample([1],2)', 'time.sleep(-1)', 'time.strftime("%Y", (2000,1,1,0,0,0,0,1,0))', 'time.gmtime(0)', 'time.gmtime(0).tm_year', 'time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400))', 'open("/nope")', 'open("/")', 'open("x", "q")', 'os.listdir("/nope")' if 0 else '1', 'random.Random(1).random()', 'random.Random(42).randint(1,100)', 'random.Random(5).sample(range(10),3)', 'random.Random(7).shuffle([1])', 'random.Random("s").random()', 'random.Random(3).choice("abcdef")', 'random.Random(3).uniform(1,2)', 'random.Random(3).gauss(0,1)', 'random.Random(9).choices([1,2,3],k=4)', 'random.Random(9).getrandbits(70)', 'random.Random(2).randrange(0,100,5)'):
    try: print(bad, '=', eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)

# expect-output:
# [5, 9, 8] 1 0 3 [5, 9, 8] [5, 3] ['e', 'h'] [1, 2, 3, 4] [4, 3, 2, 1]
# index out of range
# ('b', 'c') (5, 5) ['a', 'b'] 3 True 2 ab 5 True False 6 operator.itemgetter(1) True 3
# 3 1
# [1, 2, 3] 1
# abcdefghijklmnopqrstuvwxyz !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ A Bc D 1 2 $ 1 $z 0123456789 0123456789abcdefABCDEF ' \t\n\r\x0b\x0c'
# 'a'
# ['the quick', 'brown fox', 'jumps'] a b
# c d a
#   b
#  > a
# > b hello [...]
# [1, [2, 3, 4]] [1, [2, 3]] {'a': (1, [2])}
# cp ['dcp']
# /c/d ('/a', 'b.txt') ('a/b.tar', '.gz')  /a b/c True ab /a ../b False x ('.bashrc', '')
# a
#  b 3 ['\n', 'c'] 
# aZc 2 aZ
# I/O operation on closed file
# b'ab' b'abc' 3 1 b'abcd'
# -2 2 -1 1.4142135623730951 3.141592653589793 2 12 2432902008176640000 10 20 4 5.0 3.0 3.0 3.0 2.718281828459045 1.0 6 -1.0 True inf nan 180.0 -1.0 (0.5, 1.0) (0.5, 4) 8.0 5.0 3.0000000000000004 -1.0 1.0000000000000002 2.220446049250313e-16 11
# math.sqrt(-1) ValueError math domain error
# math.log(0) ValueError math domain error
# math.factorial(-1) ValueError factorial() not defined for negative values
# math.factorial(1.5) TypeError 'float' object cannot be interpreted as an integer
# math.floor(math.inf) OverflowError cannot convert float infinity to integer
# math.acos(2) ValueError math domain error
# math.exp(1000) OverflowError math range error
# math.gcd(1.5) TypeError 'float' object cannot be interpreted as an integer
# math.isqrt(-1) ValueError isqrt() argument must be nonnegative
# math.comb(-1,2) ValueError n must be a non-negative integer
# math.sqrt("a") TypeError must be real number, not str
# math.pow(0,-1) ValueError math domain error
# math.fmod(1,0) ValueError math domain error
# math.log(-1) ValueError math domain error
# math.log(10**400) = 921.0340371976182
# math.ceil("a") TypeError must be real number, not str
# math.floor(math.nan) ValueError cannot convert float NaN to integer
# statistics.mean([]) StatisticsError mean requires at least one data point
# statistics.mean([1,2,3,4]) = 2.5
# statistics.median([1,3,2]) = 2
# statistics.stdev([1,2,3]) = 1.0
# statistics.mode("aab") = a
# statistics.pstdev([1,2]) = 0.5
# random.choice([]) IndexError Cannot choose from an empty sequence
# random.randint(5,1) ValueError empty range in randrange(5, 2)
# random.sample([1],2) ValueError Sample larger than population or is negative
# time.sleep(-1) ValueError sleep length must be non-negative
# time.strftime("%Y", (2000,1,1,0,0,0,0,1,0)) = 2000
# time.gmtime(0) = time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
# time.gmtime(0).tm_year = 1970
# time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400)) = 1970-01-02 00:00:00
# open("/nope") FileNotFoundError [Errno 2] No such file or directory: '/nope'
# open("/") IsADirectoryError [Errno 21] Is a directory: '/'
# open("x", "q") ValueError invalid mode: 'q'
# 1 = 1
# random.Random(1).random() = 0.13436424411240122
# random.Random(42).randint(1,100) = 82
# random.Random(5).sample(range(10),3) = [9, 4, 5]
# random.Random(7).shuffle([1]) = None
# random.Random("s").random() = 0.47702766547742415
# random.Random(3).choice("abcdef") = b
# random.Random(3).uniform(1,2) = 1.2379646270918914
# random.Random(3).gauss(0,1) = 0.09470803828730423
# random.Random(9).choices([1,2,3],k=4) = [2, 2, 1, 3]
# random.Random(9).getrandbits(70) = 435586938174825801326
# random.Random(2).randrange(0,100,5) = 5
