# miniasync only: greenlets are frames of the VM, so no switch goes out of a callback that C waits for
from greenlet import greenlet, getcurrent, error
def key(x):
    try:
        getcurrent().parent.switch()
    except error as e:
        print(e)    # expect: cannot switch greenlets here: a function written in C is waiting for this call to return
    return x
print(greenlet(lambda: sorted([1], key=key)).switch())   # expect: [1]
