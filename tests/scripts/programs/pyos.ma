# 用生成器写一个小操作系统
from collections import deque


class SystemCall:
    def handle(self):
        pass


class Task:
    taskid = 0

    def __init__(self, target):
        Task.taskid += 1
        self.tid = Task.taskid
        self.target = target
        self.sendval = None
        self.stack = []

    def __repr__(self):
        return f'<Task {self.tid} {self.target.__name__}>'

    def run(self):
        while True:
            try:
                result = self.target.send(self.sendval)
                if isinstance(result, SystemCall):
                    return result
                if hasattr(result, 'send'):
                    self.stack.append(self.target)
                    self.sendval = None
                    self.target = result
                else:
                    if not self.stack:
                        return
                    self.sendval = result
                    self.target = self.stack.pop()
            except StopIteration:
                if not self.stack:
                    raise
                self.sendval = None
                self.target = self.stack.pop()


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.taskmap = {}
        self.exit_waiting = {}

    def new(self, target):
        newtask = Task(target)
        self.taskmap[newtask.tid] = newtask
        self.schedule(newtask)
        return newtask.tid

    def exit(self, task):
        print('Task %d terminated' % task.tid)
        del self.taskmap[task.tid]
        for task in self.exit_waiting.pop(task.tid, []):
            self.schedule(task)

    def waitforexit(self, task, waittid):
        if waittid in self.taskmap:
            self.exit_waiting.setdefault(waittid, []).append(task)
            return True
        return False

    def schedule(self, task):
        self.ready.append(task)

    def mainloop(self):
        while self.taskmap:
            task = self.ready.popleft()
            try:
                result = task.run()
                if isinstance(result, SystemCall):
                    result.task = task
                    result.sched = self
                    result.handle()
                    continue
            except StopIteration:
                self.exit(task)
                continue
            self.schedule(task)


class GetTid(SystemCall):
    def handle(self):
        self.task.sendval = self.task.tid
        self.sched.schedule(self.task)


class NewTask(SystemCall):
    def __init__(self, target):
        self.target = target

    def handle(self):
        self.task.sendval = self.sched.new(self.target)
        self.sched.schedule(self.task)


class KillTask(SystemCall):
    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        task = self.sched.taskmap.get(self.tid)
        if task:
            task.target.close()
            self.task.sendval = True
        else:
            self.task.sendval = False
        self.sched.schedule(self.task)


class WaitTask(SystemCall):
    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        result = self.sched.waitforexit(self.task, self.tid)
        self.task.sendval = result
        if not result:
            self.sched.schedule(self.task)


def add(x, y):
    yield x + y


def foo():
    mytid = yield GetTid()
    for i in range(3):
        r = yield add(i, 10)
        print("I'm foo", mytid, r)
        yield


def forever():
    try:
        while True:
            print('forever')
            yield
    finally:
        print('forever: cleanup')


def main():
    child = yield NewTask(foo())
    child2 = yield NewTask(forever())
    print('waiting for child', child)
    ok = yield WaitTask(child)
    print('child done', ok)
    print('kill', (yield KillTask(child2)))
    print('wait', (yield WaitTask(99)))


sched = Scheduler()
sched.new(main())
sched.mainloop()
print(sched.taskmap, len(sched.ready))
# expect-output:
# I'm foo 2 10
# forever
# waiting for child 2
# I'm foo 2 11
# forever
# I'm foo 2 12
# forever
# Task 2 terminated
# forever
# child done True
# forever: cleanup
# Task 3 terminated
# kill True
# wait False
# Task 1 terminated
# {} 0
