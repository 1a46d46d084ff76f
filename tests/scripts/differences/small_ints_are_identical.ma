# miniasync only: `is` between equal ints of up to 49 bits is always true; CPython: from -5 to 256
a = int('100000')
b = int('100000')
print(a is b)       # expect: True
