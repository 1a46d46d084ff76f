# finally always runs; its own return, break or continue wins.
def a():
    try:
        return 'try'
    finally:
        print('finally a')
print(a())
def b():
    try:
        return 'try'
    finally:
        return 'finally'
print(b())
def c():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print('body', i)
        finally:
            print('fin', i)
    return 'end'
print(c())
def d():
    try:
        raise ValueError('lost')
    finally:
        return 'swallowed'
print(d())
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
print(e())
def f():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(f())
def g():
    try:
        try:
            1 / 0
        finally:
            print('inner')
    except ZeroDivisionError:
        print('outer')
    else:
        print('never')
    finally:
        print('last')
g()
# expect-output:
# finally a
# try
# finally
# body 0
# fin 0
# fin 1
# fin 2
# end
# swallowed
# 1
# 2
# inner
# outer
# last
