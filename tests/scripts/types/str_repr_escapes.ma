# repr chooses quotes and escapes.
for s in ("a'b", 'a"b', 'a\'b"c', 'tab\t', 'nul\0', '\x1b', '\x7f', 'é', '\xa0', '\u200b', '🙂', '\\', '\ue000', '\u3000'):
    print(repr(s), end=' ')
print()
print(repr(b'a\'b\x00\xff"'), str(b'x'), repr(bytearray(b'q')), [b'\n'])
# expect-output:
# "a'b" 'a"b' 'a\'b"c' 'tab\t' 'nul\x00' '\x1b' '\x7f' 'é' '\xa0' '\u200b' '🙂' '\\' '\ue000' '\u3000'
# b'a\'b\x00\xff"' b'x' bytearray(b'q') [b'\n']
