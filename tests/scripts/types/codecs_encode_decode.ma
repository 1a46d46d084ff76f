# encode, decode and what they refuse.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
show(lambda: ('a'.encode('foo')))
show(lambda: ('a'.encode(5)))
show(lambda: ('\ud800'.encode()))
show(lambda: ('é'.encode('ascii')))
show(lambda: ('你好'.encode('latin-1')))
show(lambda: (b'\xff'.decode()))
show(lambda: (b'\xe4\xbd'.decode()))
show(lambda: (b'\xe4\xbdx'.decode()))
show(lambda: (b'\xc0\x80'.decode()))
show(lambda: (b'\xed\xa0\x80'.decode()))
show(lambda: (b'\xf5'.decode()))
show(lambda: (b'a\xff\xfe'.decode('ascii')))
show(lambda: (b'a'.decode('foo')))
show(lambda: (b'\xff'.decode('utf-8','foo')))
show(lambda: (b'a'.decode('utf-16')))
show(lambda: (b'\x00\xd8'.decode('utf-16-le')))
show(lambda: (str(b'a','utf-8')))
show(lambda: (str('a','utf-8')))
show(lambda: (str(5,'utf-8')))
show(lambda: (bytes('a','utf-8')))
show(lambda: (bytes([1],'utf-8')))
show(lambda: ('é'.encode(), 'é'.encode('latin-1'), '你'.encode('utf-8'), 'abc'.encode('ascii'), 'é'.encode('ascii', 'ignore'), 'é你'.encode('ascii', 'replace'), 'é你\U0001f600'.encode('ascii', 'backslashreplace'), 'é你'.encode('ascii', 'xmlcharrefreplace'), '\udcff'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), 'a\ud800b'.encode('utf-8', 'replace'), 'é'.encode('UTF8'), 'a'.encode('utf-16'), 'a你\U0001f600'.encode('utf-16-le'), 'a'.encode('utf-16-be'), 'a'.encode('utf-32'), 'a'.encode('utf-8-sig'), 'é'.encode('ISO-8859-1'), 'x'.encode(encoding='ascii', errors='strict')))
show(lambda: (b'\xc3\xa9'.decode(), b'\xe9'.decode('latin-1'), b'abc'.decode('ascii'), b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('utf-8', 'backslashreplace'), b'a\xffb'.decode('utf-8', 'surrogateescape'), b'\xe4\xbd'.decode('utf-8', 'replace'), b'\xf0\x9f\x98\x80'.decode(), b'\xed\xa0\x80'.decode('utf-8', 'replace'), b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass'), b'\xff\xfea\x00'.decode('utf-16'), b'\x00a'.decode('utf-16-be'), b'a\x00`O=\xd8\x00\xde'.decode('utf-16-le'), b'\xef\xbb\xbfa'.decode('utf-8-sig'), b'\xef\xbb\xbfa'.decode('utf-8'), b'\xff'.decode('ascii', 'replace'), b'\xf0\x80\x80\x80x'.decode('utf-8', 'replace'), b'\xe1\x80\xc0'.decode('utf-8','replace'), str(b'\xc3\xa9', 'utf-8'), str(b'abc', errors='strict'), str(b'a', encoding='ascii')))
show(lambda: (b'\xf4\x90\x80\x80'.decode()))
show(lambda: (b'\xf0\x9f'.decode()))
show(lambda: (b'\xf0\x9f\x98x'.decode()))
show(lambda: (b'ab\x80'.decode()))
show(lambda: ('a\ud800\ud801b'.encode()))
show(lambda: ('aéé'.encode('ascii')))
show(lambda: ('\U0001f600'.encode('latin-1')))
show(lambda: (b'\x80'.decode('ascii', 'surrogateescape'), '\udc80'.encode('ascii', 'surrogateescape')))
show(lambda: ('é'.encode('ascii', 'surrogateescape')))
show(lambda: ('x'.encode('utf-99')))
show(lambda: ('é'.encode('ascii', 'nope')))
show(lambda: ('x'.encode('ascii', 'nope')))
show(lambda: ('abc'.encode(foo=1)))
# expect-output:
# LookupError: unknown encoding: foo
# TypeError: encode() argument 'encoding' must be str, not int
# UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte
# UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)
# LookupError: unknown encoding: foo
# LookupError: unknown error handler name 'foo'
# UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data
# UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data
# 'a'
# TypeError: decoding str is not supported
# TypeError: decoding to str: need a bytes-like object, int found
# b'a'
# TypeError: encoding without a string argument
# (b'\xc3\xa9', b'\xe9', b'\xe4\xbd\xa0', b'abc', b'', b'??', b'\\xe9\\u4f60\\U0001f600', b'&#233;&#20320;', b'\xff', b'\xed\xa0\x80', b'a?b', b'\xc3\xa9', b'\xff\xfea\x00', b'a\x00`O=\xd8\x00\xde', b'\x00a', b'\xff\xfe\x00\x00a\x00\x00\x00', b'\xef\xbb\xbfa', b'\xe9', b'x')
# ('é', 'é', 'abc', 'a�b', 'ab', 'a\\xffb', 'a\udcffb', '�', '😀', '���', '\ud800', 'a', 'a', 'a你😀', 'a', '\ufeffa', '�', '����x', '��', 'é', 'abc', 'a')
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte
# UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-2: invalid continuation byte
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 2: invalid start byte
# UnicodeEncodeError: 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed
# UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# UnicodeEncodeError: 'latin-1' codec can't encode character '\U0001f600' in position 0: ordinal not in range(256)
# ('\udc80', b'\x80')
# UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# LookupError: unknown encoding: utf-99
# LookupError: unknown error handler name 'nope'
# b'x'
# TypeError: encode() got an unexpected keyword argument 'foo'
