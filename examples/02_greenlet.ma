# What to look for: switch() jumps by hand from one stack to another, so the output is 1 3 2 4.
# Who ends goes to its parent; func10 is left in the middle for ever.
# needs: greenlet

from greenlet import greenlet
def func10():
    print(1)
    gr2.switch()
    print(2)
    gr2.switch()

def func20():
    print(3)
    gr1.switch()
    print(4)

gr1 = greenlet(func10)
gr2 = greenlet(func20)
gr1.switch() #第1步：去执行 func1 函数
