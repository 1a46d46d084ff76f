# Many small checks; CPython prints the same.
import struct
for o in ('', '<', '>', '=', '@'):
    for f, v in (('B', 256), ('b', -129), ('H', -1), ('h', 40000), ('I', -1), ('i', 2**31), ('q', 2**63), ('Q', -1), ('Q', 2**64), ('l', 2**70), ('L', -1), ('f', 1e40), ('e', 1e6)):
        try: print(o, f, struct.pack(o + f, v))
        except Exception as e: print(o, f, type(e).__name__, e)
# expect-output:
#  B error 'B' format requires 0 <= number <= 255
#  b error 'b' format requires -128 <= number <= 127
#  H error 'H' format requires 0 <= number <= 65535
#  h error 'h' format requires -32768 <= number <= 32767
#  I error 'I' format requires 0 <= number <= 4294967295
#  i error 'i' format requires -2147483648 <= number <= 2147483647
#  q error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
#  Q error 'Q' format requires 0 <= number <= 18446744073709551615
#  Q error 'Q' format requires 0 <= number <= 18446744073709551615
#  l error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
#  L error 'L' format requires 0 <= number <= 18446744073709551615
#  f b'\x00\x00\x80\x7f'
#  e OverflowError float too large to pack with e format
# < B error 'B' format requires 0 <= number <= 255
# < b error 'b' format requires -128 <= number <= 127
# < H error 'H' format requires 0 <= number <= 65535
# < h error 'h' format requires -32768 <= number <= 32767
# < I error 'I' format requires 0 <= number <= 4294967295
# < i error 'i' format requires -2147483648 <= number <= 2147483647
# < q error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# < Q error 'Q' format requires 0 <= number <= 18446744073709551615
# < Q error 'Q' format requires 0 <= number <= 18446744073709551615
# < l error 'l' format requires -2147483648 <= number <= 2147483647
# < L error 'L' format requires 0 <= number <= 4294967295
# < f OverflowError float too large to pack with f format
# < e OverflowError float too large to pack with e format
# > B error 'B' format requires 0 <= number <= 255
# > b error 'b' format requires -128 <= number <= 127
# > H error 'H' format requires 0 <= number <= 65535
# > h error 'h' format requires -32768 <= number <= 32767
# > I error 'I' format requires 0 <= number <= 4294967295
# > i error 'i' format requires -2147483648 <= number <= 2147483647
# > q error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# > Q error 'Q' format requires 0 <= number <= 18446744073709551615
# > Q error 'Q' format requires 0 <= number <= 18446744073709551615
# > l error 'l' format requires -2147483648 <= number <= 2147483647
# > L error 'L' format requires 0 <= number <= 4294967295
# > f OverflowError float too large to pack with f format
# > e OverflowError float too large to pack with e format
# = B error 'B' format requires 0 <= number <= 255
# = b error 'b' format requires -128 <= number <= 127
# = H error 'H' format requires 0 <= number <= 65535
# = h error 'h' format requires -32768 <= number <= 32767
# = I error 'I' format requires 0 <= number <= 4294967295
# = i error 'i' format requires -2147483648 <= number <= 2147483647
# = q error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# = Q error 'Q' format requires 0 <= number <= 18446744073709551615
# = Q error 'Q' format requires 0 <= number <= 18446744073709551615
# = l error 'l' format requires -2147483648 <= number <= 2147483647
# = L error 'L' format requires 0 <= number <= 4294967295
# = f OverflowError float too large to pack with f format
# = e OverflowError float too large to pack with e format
# @ B error 'B' format requires 0 <= number <= 255
# @ b error 'b' format requires -128 <= number <= 127
# @ H error 'H' format requires 0 <= number <= 65535
# @ h error 'h' format requires -32768 <= number <= 32767
# @ I error 'I' format requires 0 <= number <= 4294967295
# @ i error 'i' format requires -2147483648 <= number <= 2147483647
# @ q error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# @ Q error 'Q' format requires 0 <= number <= 18446744073709551615
# @ Q error 'Q' format requires 0 <= number <= 18446744073709551615
# @ l error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
# @ L error 'L' format requires 0 <= number <= 18446744073709551615
# @ f b'\x00\x00\x80\x7f'
# @ e OverflowError float too large to pack with e format
