# asyncio.mixins - what locks and queues share: they belong to the loop that first made
# somebody wait on them.

from _asyncio import get_running_loop


class LoopBound:
    _loop = None

    def _get_loop(self):
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop
