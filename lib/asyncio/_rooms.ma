# asyncio._rooms - where the names of the package live.

from sys import modules

_rooms = {
    'runners': 'Runner run',
    'waits': 'as_completed shield wait',
    'timeouts': 'Timeout timeout timeout_at wait_for',
    'taskgroups': 'TaskGroup',
    'locks': 'Barrier BoundedSemaphore BrokenBarrierError Condition Event Lock Semaphore',
    'queues': 'LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown',
    'coroutines': 'coroutine iscoroutinefunction',
    'threads': 'run_coroutine_threadsafe to_thread wrap_future',
    'events': 'AbstractEventLoopPolicy AbstractServer DefaultEventLoopPolicy SelectorEventLoop '
              'EventLoop get_child_watcher get_event_loop_policy set_event_loop_policy',
    'exceptions': 'IncompleteReadError LimitOverrunError SendfileNotAvailableError',
    'tasks': 'create_eager_task_factory eager_task_factory',
    'streams': 'StreamReader StreamReaderProtocol StreamWriter open_connection start_server '
               'open_unix_connection start_unix_server',
    'subprocess': 'create_subprocess_exec create_subprocess_shell',
}
_submodules = ('base_events', 'coroutines', 'events', 'exceptions', 'futures', 'locks',
               'queues', 'runners', 'taskgroups', 'tasks', 'threads', 'timeouts', 'waits')
_absent = ('streams', 'subprocess')


def _load(room):
    name = 'asyncio.' + room
    __import__(name)
    return modules[name]


def find(name):
    for room, names in _rooms.items():
        if name in names.split():
            if room in _absent:
                raise AttributeError(f"asyncio.{name} is not in miniasync yet")
            return getattr(_load(room), name)
    if name in _submodules:
        return _load(name)
    if name == '__all__':
        return _public()
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")


def _public():
    names = [n for n in vars(modules['asyncio']) if not n.startswith('_')]
    for room in _rooms:
        if room not in _absent:
            names += _rooms[room].split()
    return list(dict.fromkeys(names))


def names():
    return sorted({*vars(modules['asyncio']), *_public(), *_submodules})
