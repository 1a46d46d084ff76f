from ..circle import PI


def shout(s):
    return s.upper() + '!' * int(PI)


def twice(x):
    return x * 2
