# else of a loop runs unless the loop was left by break.
for i in range(3):
    if i == 5:
        break
else:
    print('for else')
for i in range(3):
    if i == 1:
        break
else:
    print('never')
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print(n)
else:
    print('while else')
while True:
    break
else:
    print('never')
for i in []:
    pass
else:
    print('empty', i)
for i in range(3):
    i += 10
    print(i, end=' ')
print()
# expect-output:
# for else
# 1
# 3
# while else
# empty 1
# 10 11 12
