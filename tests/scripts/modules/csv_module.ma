# csv: reading and writing, quotes, dialects, names.
import csv, io
def r(s,**k):
    try: print(list(csv.reader(io.StringIO(s,newline=''),**k)))
    except Exception as e: print(type(e).__name__,e)
r('a,b,c\r\n1,"x, y","q""z"\r\n'); r('a;b\n1;2',delimiter=';'); r('a,"multi\nline",c\n'); r(''); r('\n\na'); r(',\n'); r('a, "b"',skipinitialspace=True); r("'a,b',c",quotechar="'")
r('1,2.5,"x"',quoting=csv.QUOTE_NONNUMERIC); r('a,"b',strict=True); r('a,"b'); r('a,"b"c'); r('a\\,b',escapechar='\\'); r('a"b,c'); r('a',delimiter='ab'); r('a',foo=1); r('"a"b',strict=True)
def w(rows,**k):
    f=io.StringIO()
    try: csv.writer(f,**k).writerows(rows); print(repr(f.getvalue()))
    except Exception as e: print(type(e).__name__,e)
w([['a','b c',1,None,2.5],['x,y','q"z','l\nm'],[''],['',''],[]]); w([[1,'a']],quoting=csv.QUOTE_ALL); w([[1,'a',None]],quoting=csv.QUOTE_NONNUMERIC); w([['a,b']],quoting=csv.QUOTE_NONE); w([['a,b']],quoting=csv.QUOTE_NONE,escapechar='\\'); w([[1,2]],delimiter='\t',lineterminator='\n'); w([5]); w(['ab']); w([[1,'a',None]],quoting=csv.QUOTE_STRINGS); w([[1,'a',None]],quoting=csv.QUOTE_NOTNULL); w([['a"b']],doublequote=False)
for row in csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n')): print(row)
f=io.StringIO(); d=csv.DictWriter(f,['x','y']); d.writeheader(); d.writerow({'x':1,'y':2}); d.writerow({'x':1}); print(repr(f.getvalue()))
try: d.writerow({'z':1})
except ValueError as e: print(e)
print(csv.list_dialects()); 
try: csv.reader([], 'nope')
except csv.Error as e: print(type(e), e)
try: csv.writer(5)
except TypeError as e: print(e)
try: next(csv.reader([b'a']))
except csv.Error as e: print(e)
# expect-output:
# [['a', 'b', 'c'], ['1', 'x, y', 'q"z']]
# [['a', 'b'], ['1', '2']]
# [['a', 'multi\nline', 'c']]
# []
# [[], [], ['a']]
# [['', '']]
# [['a', 'b']]
# [['a,b', 'c']]
# [[1.0, 2.5, 'x']]
# Error unexpected end of data
# [['a', 'b']]
# [['a', 'bc']]
# [['a,b']]
# [['a"b', 'c']]
# TypeError "delimiter" must be a 1-character string
# TypeError this function got an unexpected keyword argument 'foo'
# Error ',' expected after '"'
# 'a,b c,1,,2.5\r\n"x,y","q""z","l\nm"\r\n""\r\n,\r\n\r\n'
# '"1","a"\r\n'
# '1,"a",""\r\n'
# Error need to escape, but no escapechar set
# 'a\\,b\r\n'
# '1\t2\n'
# Error iterable expected, not int
# 'a,b\r\n'
# '1,"a",\r\n'
# '"1","a",\r\n'
# Error need to escape, but no escapechar set
# {'a': '1', 'b': '2'}
# {'a': '3', 'b': None}
# {'a': '4', 'b': '5', None: ['6']}
# 'x,y\r\n1,2\r\n1,\r\n'
# dict contains fields not in fieldnames: 'z'
# ['excel', 'excel-tab', 'unix']
# <class '_csv.Error'> unknown dialect
# argument 1 must have a "write" method
# iterator should return strings, not bytes (the file should be opened in text mode)
