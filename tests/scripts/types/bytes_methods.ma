# bytes and bytearray.
b = b'hello'
print(b[0], b[1:3], b + b'!', b * 2, b.upper(), b.find(b'l'), b.split(b'l'), b.replace(b'l', b'L'), list(b), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), b.decode(), b.hex(), bytes.fromhex('4a 4B'), b.startswith(b'he'), 104 in b, b'ell' in b, b'a,b'.partition(b','), b'-'.join([b'a', b'b']), b' x '.strip(), b'a' < b'b', b'%d-%s' % (5, b'x'))
a = bytearray(b'abc'); a[0] = 90; a.append(33); a.extend(b'??'); a += b'+'; print(a, a.decode(), len(a)); del a[0]; a[1:2] = b'XYZ'; print(a, a.pop(), bytes(a), a == bytes(a))
for f in (lambda: bytes([256]), lambda: bytes('a'), lambda: b'a' + 'b', lambda: b'\xff'.decode(), lambda: b'a'[5], lambda: bytes(-1), lambda: bytearray(b'a').append(300), lambda: bytes.fromhex('zz'), lambda: b'a'.join(['x']), lambda: bytes([1.5]), lambda: b'\xe9'.decode('ascii'), lambda: 'a' in b'a'):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
print(b'\xff\xfea'.decode('utf-8', 'replace'), b'\xe9'.decode('latin-1'), b'a\xff'.decode('ascii', 'ignore'), b'ab' == 'ab', hash(b'a') == hash(b'a'), b'a\nb'.splitlines(), b'x'.isalpha(), int.from_bytes(b'\x01\x00', 'big'))
# expect-output:
# 104 b'el' b'hello!' b'hellohello' b'HELLO' 2 [b'he', b'', b'o'] b'heLLo' [104, 101, 108, 108, 111] b'\x00\x00\x00' b'AB' b'\xc3\xa9' hello 68656c6c6f b'JK' True True True (b'a', b',', b'b') b'a-b' b'x' True b'5-x'
# bytearray(b'Zbc!??+') Zbc!??+ 7
# bytearray(b'bXYZ!??') 43 b'bXYZ!??' True
# ValueError bytes must be in range(0, 256)
# TypeError string argument without an encoding
# TypeError can't concat str to bytes
# UnicodeDecodeError 'utf-8' codec can't decode byte 0x... in position 0: invalid start byte
# IndexError index out of range
# ValueError negative count
# ValueError byte must be in range(0, 256)
# ValueError non-hexadecimal number found in fromhex() arg at position 0
# TypeError sequence item 0: expected a bytes-like object, str found
# TypeError 'float' object cannot be interpreted as an integer
# UnicodeDecodeError 'ascii' codec can't decode byte 0x... in position 0: ordinal not in range(128)
# TypeError a bytes-like object is required, not 'str'
# ��a é a False True [b'a', b'b'] True 256
