# What to look for: an event loop is a `while True` over a list of tasks. Ten lines do it; below,
# the real one runs a coroutine.

def 新任务(名字, 步数):
    for 步 in range(1, 步数 + 1):
        print(名字, '第', 步, '步')
        yield
    print(名字, '完成')


任务1 = 新任务('任务1', 1)
任务2 = 新任务('任务2', 3)
任务3 = 新任务('任务3', 2)
已完成 = []


def 去任务列表中检查所有的任务(任务列表):
    return ([项 for 项 in 任务列表 if 项 not in 已完成],
            [项 for 项 in 任务列表 if 项 in 已完成])


def 执行已就绪的任务(就绪任务):
    try:
        next(就绪任务)
    except StopIteration:
        已完成.append(就绪任务)


# 伪代码
任务列表 = [任务1,任务2,任务3]
while True:
      可执行的任务列表, 已完成的任务列表 = 去任务列表中检查所有的任务(任务列表) # 将"可执行" 和 "已完成"的任务返回
      for 就绪任务  in 可执行的任务列表:
            执行已就绪的任务(就绪任务)

      for 已完成的任务 in 已完成的任务列表:
            任务列表.remove(已完成的任务) # 在任务列表中移除已完成任务

      if not 任务列表: # 如果任务列表中的任务都已完成，则终止循环
            break
print('任务列表:', 任务列表)


async def 协程函数():
    print('执行协程函数内部的代码')
    return '返回值'

任务 = 协程函数()

import asyncio
# 去生成或获取一个事件循环
loop = asyncio.get_event_loop()
# 将任务放到、任务列表
loop.run_until_complete(任务)
