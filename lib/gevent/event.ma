# gevent.event - Event and AsyncResult.

from gevent.hub import Timeout, Waitable


class Event(Waitable):
    _kind = 'Event'

    def __init__(self):
        self._flag = False
        self._setup_links()

    def __repr__(self):
        state = 'set' if self._flag else 'clear'
        return f'<{type(self).__name__} {state} _links[{len(self._links)}]>'

    if __observed__:
        def _state(self):
            return 'set' if self._flag else 'not set'

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        if __observed__:
            self._told('set')
        self._announce()

    def clear(self):
        self._flag = False
        if __observed__:
            self._told('clear')

    def wait(self, timeout=None):
        return self._wait_ready(timeout)

    def _announce(self):
        # Who waits now is freed even if the flag is cleared before the hub comes round.
        if self._links and self._flag:
            from gevent.hub import get_hub
            links, self._links = self._links, []
            get_hub().loop.call_soon(self._tell, links)

    def _tell(self, links):
        for link in links:
            link(self)


class AsyncResult(Waitable):
    _kind = 'AsyncResult'

    def __init__(self):
        self._done = False
        self.value = None
        self.exception = None
        self._setup_links()

    def __repr__(self):
        text = f'<{type(self).__name__} '
        if self._done:
            text += f'value={self.value!r} ' if self.exception is None else (
                f'exception={self.exception!r} ')
        return text + f'_links[{len(self._links)}]>'

    if __observed__:
        def _state(self):
            return 'not set' if not self._done else 'set' if self.exception is None else 'failed'

    def ready(self):
        return self._done

    def successful(self):
        return self._done and self.exception is None

    @property
    def exc_info(self):
        error = self.exception
        return () if error is None else (type(error), error, error.__traceback__)

    def set(self, value=None):
        self.value = value
        self._done = True
        if __observed__:
            self._told('set')
        self._announce()

    def set_exception(self, exception, exc_info=None):
        self.exception = exception
        self._done = True
        if __observed__:
            self._told('set')
        self._announce()

    set_result = set

    def __call__(self, source):
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)

    def _result(self):
        if self.exception is not None:
            raise self.exception
        return self.value

    def get(self, block=True, timeout=None):
        if not self._done:
            if not block:
                raise Timeout()
            limit = Timeout.start_new(timeout)
            try:
                self._wait_ready()
            finally:
                limit.cancel()
        return self._result()

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        self._wait_ready(timeout)
        return self.value

    def done(self):
        return self._done

    def cancel(self):
        return False

    def cancelled(self):
        return False
