# What to look for: the same once more in gevent. No `async`, no `await`: the switch is hidden
# in gevent.sleep().
# needs: gevent

import gevent

def func1():
    print(1)
    gevent.sleep(2)    # 遇到IO耗时操作，自动化切换到其他任务
    print(2)
    return 'value1'

def func2():
    print(3)
    gevent.sleep(2)    # 遇到IO耗时操作，自动化切换到其他任务
    print(4)
    return 'value2'

jobs = [gevent.spawn(func1), gevent.spawn(func2)]
done = gevent.joinall(jobs)
print([job.value for job in jobs], [job.ready() for job in jobs])
print(done == jobs)
