# unittest.async_case - tests that are coroutines: each runs on a loop of its own, in one context.

import asyncio
import contextvars
import inspect

from unittest import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._runner = None
        self._context = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _in_loop(self, function, *args, **kwargs):
        return self._runner.run(function(*args, **kwargs), context=self._context)

    def _callSetUp(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        if inspect.iscoroutinefunction(method):
            result = self._in_loop(method)
        else:
            result = self._context.run(method)
        if result is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._in_loop(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            self._in_loop(function, *args, **kwargs)
        else:
            self._context.run(function, *args, **kwargs)

    def run(self, result=None):
        with asyncio.Runner(debug=False, loop_factory=self.loop_factory) as self._runner:
            return super().run(result)
