# bytes and bytearray methods.
b = b'hello world'; ba = bytearray(b)
print(b[0], b[1:3], b.upper(), b.split(), b.find(b'o'), b.replace(b'l', b'L', 1), b.hex(), b.hex(' ', 2), bytes.fromhex('68 65'), b.decode(), b.startswith(b'he'), list(b[:3]), b'a' + b'b', b'ab' * 2, 104 in b, b'wo' in b)
ba[0] = 72; ba.append(33); ba.extend(b'??'); ba[1:3] = b'EEE'; del ba[-1]; print(ba, len(ba), ba.pop(), ba.pop(0)); ba.insert(0, 65); ba.reverse(); print(ba); ba.remove(65); ba += b'z'; ba *= 2; print(ba, ba.count(b'z')); ba.clear(); print(ba)
for bad in ("b'abc'[5]", "b'a' + 'a'", "bytes([256])", "bytes(-1)", "bytes('a')", "bytes(1.5)", "bytearray(b'a')[0:1] == b'a'", "b'a' == 'a'", "b'a'.join(['a'])", "b'a' % 1", "b'%d %s %b' % (1, b'x', b'y')", "b'%s' % 'a'", "b'a'.index(b'z')", "bytes.fromhex('zz')", "bytes.fromhex('abc')", "bytearray().pop()", "b'a' < 'a'", "b'a'.split('a')", "b'\\xff\\n\"\\''", "bytes([65, 66])", "bytes(b'x')", "bytes(range(3))", "b'abc'[::-1]", "b'a,b'.partition(b',')", "b' x '.strip()", "b'x'.center(5, b'*')", "b'Ab'.swapcase()", "b'abc'.translate(None, b'b')", "bytes.maketrans(b'a', b'b')[97]", "hash(b'a') == hash(b'a')", "hash(bytearray())", "{b'a': 1}", "b'abc'.isalpha()", "b''.join([b'a', bytearray(b'b')])", "b'ab'.rjust(4)", "b'a\\tb'.expandtabs(2)", "b'12'.isdigit()", "int(b'12')", "b'abc'.removeprefix(b'a')", "b'x' in b'xyz'", "300 in b'a'", "'a' in b'a'", "b'abc'.count(97)", "b'a\\nb'.splitlines()", "b'abc'.endswith((b'x', b'c'))", "bytearray(b'x').__repr__()", "bytearray([1,2]) + b'a'", "type(b'a' + bytearray())", "bytes(bytearray(b'q'))", "b'z'.zfill(3)", "b'%x|%5d|%-5s|%r' % (255, 3, b'a', 'q')", "bytearray(5)[::2]", "b'abc'.find(98)", "b'ab' > b'aa'", "b'a'.decode('ascii')", "b'\\x80'.decode('latin-1')", "b'\\x80'.decode('ascii')", "str(b'a')", "repr(bytearray(b'\\x00'))", "b'abc'.rfind(b'c', 0, 2)"):
    try: print(bad, '=', eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)

# expect-output:
# 104 b'el' b'HELLO WORLD' [b'hello', b'world'] 4 b'heLlo world' 68656c6c6f20776f726c64 68 656c 6c6f 2077 6f72 6c64 b'he' hello world True [104, 101, 108] b'ab' b'abab' True True
# bytearray(b'EEElo world!') 14 63 72
# bytearray(b'!dlrow olEEEA')
# bytearray(b'!dlrow olEEEz!dlrow olEEEz') 2
# bytearray(b'')
# b'abc'[5] IndexError index out of range
# b'a' + 'a' TypeError can't concat str to bytes
# bytes([256]) ValueError bytes must be in range(0, 256)
# bytes(-1) ValueError negative count
# bytes('a') TypeError string argument without an encoding
# bytes(1.5) TypeError cannot convert 'float' object to bytes
# bytearray(b'a')[0:1] == b'a' = True
# b'a' == 'a' = False
# b'a'.join(['a']) TypeError sequence item 0: expected a bytes-like object, str found
# b'a' % 1 TypeError not all arguments converted during bytes formatting
# b'%d %s %b' % (1, b'x', b'y') = b'1 x y'
# b'%s' % 'a' TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# b'a'.index(b'z') ValueError subsection not found
# bytes.fromhex('zz') ValueError non-hexadecimal number found in fromhex() arg at position 0
# bytes.fromhex('abc') ValueError non-hexadecimal number found in fromhex() arg at position 3
# bytearray().pop() IndexError pop from empty bytearray
# b'a' < 'a' TypeError '<' not supported between instances of 'bytes' and 'str'
# b'a'.split('a') TypeError a bytes-like object is required, not 'str'
# b'\xff\n"\'' = b'\xff\n"\''
# bytes([65, 66]) = b'AB'
# bytes(b'x') = b'x'
# bytes(range(3)) = b'\x00\x01\x02'
# b'abc'[::-1] = b'cba'
# b'a,b'.partition(b',') = (b'a', b',', b'b')
# b' x '.strip() = b'x'
# b'x'.center(5, b'*') = b'**x**'
# b'Ab'.swapcase() = b'aB'
# b'abc'.translate(None, b'b') = b'ac'
# bytes.maketrans(b'a', b'b')[97] = 98
# hash(b'a') == hash(b'a') = True
# hash(bytearray()) TypeError unhashable type: 'bytearray'
# {b'a': 1} = {b'a': 1}
# b'abc'.isalpha() = True
# b''.join([b'a', bytearray(b'b')]) = b'ab'
# b'ab'.rjust(4) = b'  ab'
# b'a\tb'.expandtabs(2) = b'a b'
# b'12'.isdigit() = True
# int(b'12') = 12
# b'abc'.removeprefix(b'a') = b'bc'
# b'x' in b'xyz' = True
# 300 in b'a' ValueError byte must be in range(0, 256)
# 'a' in b'a' TypeError a bytes-like object is required, not 'str'
# b'abc'.count(97) = 1
# b'a\nb'.splitlines() = [b'a', b'b']
# b'abc'.endswith((b'x', b'c')) = True
# bytearray(b'x').__repr__() = bytearray(b'x')
# bytearray([1,2]) + b'a' = bytearray(b'\x01\x02a')
# type(b'a' + bytearray()) = <class 'bytes'>
# bytes(bytearray(b'q')) = b'q'
# b'z'.zfill(3) = b'00z'
# b'%x|%5d|%-5s|%r' % (255, 3, b'a', 'q') = b"ff|    3|a    |'q'"
# bytearray(5)[::2] = bytearray(b'\x00\x00\x00')
# b'abc'.find(98) = 1
# b'ab' > b'aa' = True
# b'a'.decode('ascii') = a
# b'\x80'.decode('latin-1') = 
# b'\x80'.decode('ascii') UnicodeDecodeError 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
# str(b'a') = b'a'
# repr(bytearray(b'\x00')) = bytearray(b'\x00')
# b'abc'.rfind(b'c', 0, 2) = -1
