# The shortest text that reads back.
for x in (0.1, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 1.5e300, 5e-324, 1 / 3, 2 / 3, 1e22, 1e23, 100.0, -0.0, 3.0e8, 1.7976931348623157e308, 0.1 + 0.2, 2.5, 1e100):
    print(x, end=' ')
print()
print(float('inf'), -float('inf'), float('nan'), float('1e3'), float(' 2.5 '), float('-.5'), float('1_0.5'), float('Infinity'), float('1e400'))
for t in ('', 'x', '1.2.3', '1e', '0x1'):
    try:
        float(t)
    except ValueError as e:
        print(e)
print((0.1).hex(), float.fromhex('0x1.8p1'), (2.5).as_integer_ratio(), (3.0).is_integer(), str(1e5), repr(123456.789))
# expect-output:
# 0.1 1.0 1e+16 1000000000000000.0 1.2345678901234568e+17 0.0001 1e-05 0.00012345 1.5e+300 5e-324 0.3333333333333333 0.6666666666666666 1e+22 1e+23 100.0 -0.0 300000000.0 1.7976931348623157e+308 0.30000000000000004 2.5 1e+100
# inf -inf nan 1000.0 2.5 -0.5 10.5 inf inf
# could not convert string to float: ''
# could not convert string to float: 'x'
# could not convert string to float: '1.2.3'
# could not convert string to float: '1e'
# could not convert string to float: '0x...'
# 0x....999999999999ap-4 3.0 (5, 2) True 100000.0 123456.789
