# asyncio.events - names of CPython's module, for programs that import them from here.

from _asyncio import (
    AbstractEventLoop, Handle, TimerHandle, _get_running_loop, _UnixSelectorEventLoop as SelectorEventLoop,
    get_event_loop, get_running_loop, new_event_loop, set_event_loop)

__all__ = ('AbstractEventLoop', 'AbstractEventLoopPolicy', 'AbstractServer', 'Handle',
           'TimerHandle', 'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop',
           'set_event_loop', 'new_event_loop', 'get_running_loop', '_get_running_loop')


class AbstractServer:
    pass


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return _make_loop()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    __module__ = 'asyncio.unix_events'
    __qualname__ = '_UnixDefaultEventLoopPolicy'


DefaultEventLoopPolicy.__name__ = '_UnixDefaultEventLoopPolicy'
_policy = None
_make_loop = new_event_loop


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy, new_event_loop
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _policy = policy
    import asyncio
    from asyncio import runners
    make = _make_loop if policy is None else policy.new_event_loop
    new_event_loop = asyncio.new_event_loop = runners.new_event_loop = make


EventLoop = SelectorEventLoop


def get_child_watcher():
    raise NotImplementedError('miniasync has no child watchers')
