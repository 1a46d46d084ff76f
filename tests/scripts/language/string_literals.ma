# String literals of all kinds.
print('a\tb\\n\x41\u00e9\U0001F642\u2022\101')
print(r'raw\n', b'by\x00te', rb'r\n', Rb'\d')
print("""triple
line 'quote' "double\"""")
print('con' 'cat' "enated")
print('line\
continued')
print(repr('\''), repr("'"), repr('"\''), repr('\x00\x7f\xa0é\u200b'))
print(len('\r\n'), '\a\b\f\v'.encode())
# expect-output:
# a	b\nAé🙂•A
# raw\n b'by\x00te' b'r\\n' b'\\d'
# triple
# line 'quote' "double"
# concatenated
# linecontinued
# "'" "'" '"\'' '\x00\x7f\xa0é\u200b'
# 2 b'\x07\x08\x0c\x0b'
