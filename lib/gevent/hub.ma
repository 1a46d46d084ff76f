# gevent.hub - the heart of gevent: one hub greenlet runs the event loop; whoever has to wait
# switches to it, and a handle of the loop switches back.
#
#     greenlet A --- hub.switch() ---> hub: handle = loop._next_handle(), and calls it
#        ^                                                                    |
#        +--------------------- A.switch(value), from the handle -------------+
#
# loop._next_handle() sleeps until something is due; None means that nothing ever will be.

from greenlet import GreenletExit, getcurrent, greenlet
from _asyncio import _number, _stuck, new_event_loop
if __observed__:
    from _asyncio import _tell


class LoopExit(Exception):
    __module__ = 'gevent.exceptions'

    def __str__(self):
        if len(self.args) == 3:
            return '%s\n\tHub: %s\n\tHandles:\n%s' % self.args
        return Exception.__str__(self)


class BlockingSwitchOutError(AssertionError):
    __module__ = 'gevent.exceptions'


class Hub(greenlet):
    __module__ = 'gevent.hub'

    def __init__(self, loop, parent):
        greenlet.__init__(self, None, parent)
        self.loop = loop
        self.joiner = None              # who waits for the loop to become empty
        self.names = 0                  # numbers for minimal_ident

    def __repr__(self):
        return f"<Hub '' at {id(self):#x}>"

    def run(self):
        loop = self.loop
        while True:
            handle = loop._next_handle()
            if handle is not None:
                # Called from here and not by handle._run(): nothing in C may wait for a switch.
                try:
                    handle._callback(*handle._args)
                except Exception as error:
                    report(handle, error)
                continue
            joiner, self.joiner = self.joiner, None
            if joiner is None:
                error = LoopExit('This operation would block forever', self, [])
                _stuck(error)
                raise error
            joiner.switch(True)

    def wait(self):
        # The current greenlet sleeps until somebody switches to it.
        if getcurrent() is self:
            raise BlockingSwitchOutError(
                'Impossible to call blocking function in the event loop callback')
        return self.switch()

    def join(self, timeout=None):
        # Sleeps until nothing is left to do.
        if getcurrent() is self:
            raise BlockingSwitchOutError(
                'Impossible to call blocking function in the event loop callback')
        self.joiner = getcurrent()
        timer = None
        if timeout is not None:
            timer = self.loop.call_later(timeout, self.joiner.switch, False)
        try:
            return self.switch()
        finally:
            self.joiner = None
            if timer is not None:
                timer.cancel()


_main = getcurrent()
while _main.parent is not None:
    _main = _main.parent
_loop = None
_hub = None


def get_hub():
    global _loop, _hub
    if _hub is None or _hub.dead:
        if _loop is None:
            _loop = new_event_loop()
        _hub = Hub(_loop, _main)
    return _hub


def sleep(seconds=0, ref=True):
    hub = get_hub()
    current = getcurrent()
    if seconds <= 0:
        handle = hub.loop.call_soon(current.switch)
    else:
        handle = hub.loop.call_later(seconds, current.switch)
    try:
        hub.wait()
    finally:
        handle.cancel()


def idle(priority=0):
    sleep(0)


class Timeout(BaseException):
    __module__ = 'gevent.timeout'

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._timer = None

    def start(self):
        if self.pending:
            raise AssertionError(f'{self!r} is already started; to restart it, cancel it first')
        if self.seconds is None:
            return
        thrown = self.exception
        if thrown is None or thrown is False or isinstance(thrown, str):
            thrown = self
        self._timer = get_hub().loop.call_later(max(self.seconds, 0), self._fire, getcurrent(),
                                                thrown)

    def _fire(self, target, thrown):
        self._timer = None
        target.throw(thrown)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        timeout = cls(timeout, exception)
        timeout.start()
        return timeout

    @property
    def pending(self):
        return self._timer is not None

    def cancel(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    close = cancel

    def __repr__(self):
        text = f'<{type(self).__name__} at {id(self):#x}'
        if self.seconds is not None:
            text += f' seconds={self.seconds}'
        if self.exception is not None:
            text += f' exception={self.exception!r}'
        if self.pending:
            text += ' pending'
        return text + '>'

    def __str__(self):
        if self.seconds is None:
            return ''
        plural = '' if self.seconds == 1 else 's'
        if self.exception is None:
            return f'{self.seconds} second{plural}'
        if self.exception is False:
            return f'{self.seconds} second{plural} (silent)'
        return f'{self.seconds} second{plural}: {self.exception}'

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.cancel()
        if value is self and self.exception is False:
            return True


def with_timeout(seconds, function, *args, **kwds):
    nothing = object()
    instead = kwds.pop('timeout_value', nothing)
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwds)
    except Timeout as error:
        if error is timeout and instead is not nothing:
            return instead
        raise
    finally:
        timeout.cancel()


class Waitable:
    # What can be waited for: `_links` are told, from the hub, when it is ready.
    _kind = None                        # 'Event', 'Semaphore' ...: its changes are events of a trace

    def _setup_links(self):
        self._links = []
        self._notifier = None
        if __observed__:
            self._told('new')
        elif self._kind is not None:
            _number(self)               # reports name it as a trace would

    if __observed__:
        def _told(self, op):
            if self._kind is not None:
                sleepers = [getattr(link, '__self__', None) for link in self._links]
                _tell(self, self._kind, op, self._state(), [s for s in sleepers if isinstance(s, greenlet)])

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        self._announce()

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def _announce(self):
        if self._links and self._notifier is None and self.ready():
            self._notifier = get_hub().loop.call_soon(self._notify)

    def _notify(self):
        self._notifier = None
        while self._links and self.ready():
            link = self._links.pop(0)
            try:
                link(self)
            except Exception as error:
                report(link, error)

    def _wait_ready(self, timeout=None):
        # True when ready, False when late.
        if self.ready():
            return True
        switch = getcurrent().switch
        self.rawlink(switch)
        if __observed__:
            self._told('wait')
        limit = Timeout.start_new(timeout)
        try:
            get_hub().wait()
            return True
        except Timeout as error:
            if error is not limit:
                raise
            return False
        finally:
            limit.cancel()
            self.unlink(switch)
            if __observed__:
                self._told('leave')


def report(context, error):
    import sys
    import time
    from traceback import print_exception
    print_exception(error)
    stamp = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
    print(f'{stamp} {context!r} failed with {type(error).__name__}\n', file=sys.stderr)


class Greenlet(greenlet, Waitable):
    __module__ = 'gevent._gevent_cgreenlet'

    value = None
    args = ()
    kwargs = {}

    def __init__(self, run=None, *args, **kwargs):
        hub = get_hub()
        if __observed__ and run is not None:
            greenlet.__init__(self, run, hub)       # so that the trace knows what it will run;
            greenlet.run.__set__(self, None)        # run() below is what starts it
        else:
            greenlet.__init__(self, None, hub)
        if run is not None:
            self._run = run
        if not callable(getattr(self, '_run', None)):
            raise TypeError('The run argument or self._run must be callable')
        if args:
            self.args = args
        if kwargs:
            self.kwargs = kwargs
        self._setup_links()
        self._start = None              # the handle that will start it
        self._ended = None              # (exception or None,) once it is over
        self._minimal_ident = None
        self._name = None

    @property
    def loop(self):
        return get_hub().loop

    @property
    def minimal_ident(self):
        if self._minimal_ident is None:
            hub = get_hub()
            self._minimal_ident = hub.names
            hub.names += 1
        return self._minimal_ident

    @property
    def name(self):
        if self._name is None:
            self._name = f'Greenlet-{self.minimal_ident}'
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

    def __repr__(self):
        name = '' if self._name is None else f' "{self._name}"'
        return f'<{type(self).__name__}{name} at {id(self):#x}{self._call_text()}>'

    def _call_text(self):
        run = getattr(self, '_run', None)
        if run is None:
            return ''
        text = getattr(run, '__name__', None) or repr(run)
        owner = getattr(run, '__self__', None)
        if owner is self:
            return f': {text}'
        if owner is not None and hasattr(run, '__func__'):
            text = repr(run)
        parts = [repr(a)[:50] for a in self.args]
        parts += [f'{k}={repr(v)[:50]}' for k, v in self.kwargs.items()]
        return f': {text}({", ".join(parts)})' if parts else f': {text}'

    def __bool__(self):
        return self._start is not None and self._ended is None

    @property
    def started(self):
        return bool(self)

    @property
    def dead(self):
        return self._ended is not None or greenlet.dead.__get__(self)

    def ready(self):
        return self._ended is not None

    def successful(self):
        return self._ended is not None and self._ended[0] is None

    @property
    def exception(self):
        return None if self._ended is None else self._ended[0]

    @property
    def exc_info(self):
        error = self.exception
        return None if error is None else (type(error), error, error.__traceback__)

    def start(self):
        if self._start is None:
            self._start = get_hub().loop.call_soon(self.switch)

    def start_later(self, seconds):
        if self._start is None:
            self._start = get_hub().loop.call_later(seconds, self.switch)

    @classmethod
    def spawn(cls, *args, **kwargs):
        g = cls(*args, **kwargs)
        g.start()
        return g

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if args and not callable(args[0]):
            raise TypeError('function must be callable')
        g = cls(*args, **kwargs)
        g.start_later(seconds)
        return g

    def run(self):
        try:
            if self._start is not None:
                self._start.cancel()
            self._end(self._run(*self.args, **self.kwargs), None)
        except GreenletExit as error:
            self._end(error, None)
        except BaseException as error:
            self._end(None, error)
            report(self, error)

    def _end(self, value, error):
        self.value = value
        self._ended = (error,)
        self._announce()

    def throw(self, *args):
        if self._ended is None and not greenlet.__bool__(self) and not self.dead:
            # Never begun: it ends here, without having run.
            if self._start is not None:
                self._start.cancel()
            error = args[0] if args else GreenletExit()
            if isinstance(error, type):
                error = error(*args[1:2])
            if isinstance(error, GreenletExit):
                self._end(error, None)
            else:
                self._end(None, error)
                report(self, error)
            return None
        return greenlet.throw(self, *args)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self._ended is not None:
            return
        if not greenlet.__bool__(self):
            if self._start is None:
                self._start = _NotStarted()
            self.throw(exception)
            return
        get_hub().loop.call_soon(self._kill_now, exception)
        if block:
            self.join(timeout)

    def _kill_now(self, exception):
        if self._ended is None:
            self.throw(exception)

    def get(self, block=True, timeout=None):
        if not self.ready():
            if not block:
                raise Timeout()
            limit = Timeout.start_new(timeout)
            try:
                self._wait_ready()
            finally:
                limit.cancel()
        if self._ended[0] is not None:
            raise self._ended[0]
        return self.value

    def join(self, timeout=None):
        self._wait_ready(timeout)

    def link(self, callback, SpawnedLink=None):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self.rawlink(_Spawned(callback, None))

    def link_value(self, callback, SpawnedLink=None):
        self.rawlink(_Spawned(callback, True))

    def link_exception(self, callback, SpawnedLink=None):
        self.rawlink(_Spawned(callback, False))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.join()
        else:
            self.kill()

    def __hash__(self):
        return object.__hash__(self)


class _NotStarted:
    def cancel(self):
        pass


class _Spawned:
    # A link that runs in a greenlet of its own, so that it may block.
    def __init__(self, callback, wanted):
        self.callback, self.wanted = callback, wanted

    def __call__(self, source):
        if self.wanted is None or source.successful() == self.wanted:
            greenlet(self.callback, get_hub()).switch(source)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    __hash__ = None


def spawn_raw(function, *args, **kwargs):
    if not callable(function):
        raise TypeError('function must be callable')
    hub = get_hub()
    g = greenlet(function, hub)
    if kwargs:
        hub.loop.call_soon(lambda: g.switch(*args, **kwargs))
    else:
        hub.loop.call_soon(g.switch, *args)
    return g


def iwait(objects, timeout=None, count=None):
    if objects is None:
        yield get_hub().join(timeout=timeout)
        return
    objects = list(dict.fromkeys(objects))
    count = len(objects) if count is None else min(count, len(objects))
    if count <= 0:
        return
    done = []
    sleeper = None

    def tell(source):
        done.append(source)
        if sleeper is not None:
            sleeper.switch()

    limit = Timeout.start_new(timeout)
    try:
        for obj in objects:
            obj.rawlink(tell)
        for _ in range(count):
            while not done:
                sleeper = getcurrent()
                try:
                    get_hub().wait()
                finally:
                    sleeper = None
            yield done.pop(0)
    except Timeout as error:
        if error is not limit:
            raise
    finally:
        limit.cancel()
        for obj in objects:
            obj.unlink(tell)


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    return [obj for obj in iwait(objects, timeout, count)]


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for g in iwait(greenlets, timeout=timeout, count=count):
        if getattr(g, 'exception', None) is not None:
            raise g.exception
        done.append(g)
    return done


def kill(g, exception=GreenletExit):
    if isinstance(g, Greenlet):
        g.kill(exception, block=False)
    elif not g.dead:
        get_hub().loop.call_soon(g.throw, exception)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = list(greenlets)
    for g in greenlets:
        kill(g, exception)
    if block:
        limit = Timeout.start_new(timeout)
        try:
            joinall([g for g in greenlets if isinstance(g, Greenlet)])
            while any([not g.dead for g in greenlets]):
                sleep(0)
        finally:
            limit.cancel()
