# unittest - tests as classes: TestCase and its assertions, suites, the runner, main().
# The tests of coroutines (IsolatedAsyncioTestCase) and mock are in files of their own.

import sys

__all__ = ['IsolatedAsyncioTestCase', 'TestResult', 'TestCase', 'TestSuite', 'TextTestRunner',
           'TestLoader', 'FunctionTestCase', 'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf',
           'skipUnless', 'expectedFailure', 'TextTestResult', 'addModuleCleanup', 'doModuleCleanups',
           'enterModuleContext']


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


# --- decorators ---

def skip(reason):
    def mark(thing):
        if not isinstance(thing, type):
            from functools import wraps

            @wraps(thing)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            thing = skipped
        thing.__unittest_skip__ = True
        thing.__unittest_skip_why__ = reason
        return thing
    if callable(reason):
        thing, reason = reason, ''
        return mark(thing)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else lambda thing: thing


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda thing: thing


def expectedFailure(thing):
    thing.__unittest_expecting_failure__ = True
    return thing


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(cm):
    result = type(cm).__enter__(cm)
    addModuleCleanup(type(cm).__exit__, cm, None, None, None)
    return result


# --- what assertions show ---

def _short(thing, short=False):
    try:
        text = repr(thing)
    except Exception:
        text = object.__repr__(thing)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


# The reprs of several things in which a long common beginning is left out.
def _shorten(text, begin, end):
    left_out = len(text) - begin - end
    if left_out > 12:
        text = f'{text[:begin]}[{left_out} chars]{text[len(text) - end:]}'
    return text


def _common(*things):
    texts = [_short(thing) for thing in things]
    longest = max([len(text) for text in texts])
    if longest <= 80:
        return tuple(texts)
    from os.path import commonprefix
    prefix = commonprefix(texts)
    size = len(prefix)
    room = 80 - (longest - size + 5 + 12)
    if room > 5:
        prefix = _shorten(prefix, 5, room)
        return tuple([prefix + text[size:] for text in texts])
    prefix = _shorten(prefix, 5, 5)
    return tuple([prefix + _shorten(text[size:], 41, 5) for text in texts])


class _Context:
    def __init__(self, case, msg=None):
        self.test_case = case
        self.msg = msg

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class _Raises(_Context):
    def __init__(self, expected, case, pattern=None):
        super().__init__(case)
        kinds = expected if isinstance(expected, tuple) else (expected,)
        if not all([isinstance(k, type) and issubclass(k, self.base) for k in kinds]):
            raise TypeError(f'{self.name}() arg 1 must be {self.wanted}')
        self.expected = expected
        if pattern is not None:
            import re
            pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.expected_regex = pattern
        self.obj_name = None

    base, name, wanted = BaseException, 'assertRaises', 'an exception type or tuple of exception types'

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)

    def _names(self):
        return getattr(self.expected, '__name__', None) or str(self.expected)

    def _check_text(self, value):
        if self.expected_regex is not None and not self.expected_regex.search(str(value)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{value}"')

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self._fail(f'{self._names()} not raised by {self.obj_name}' if self.obj_name
                       else f'{self._names()} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        self._check_text(value)
        return True


class _Warns(_Raises):
    base, name, wanted = Warning, 'assertWarns', 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self._catch = warnings.catch_warnings(record=True)
        self.warnings = self._catch.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self._catch.__exit__(kind, value, tb)
        if kind is not None:
            return
        first = None
        for caught in self.warnings:
            if not isinstance(caught.message, self.expected):
                continue
            first = first or caught.message
            if self.expected_regex is None or self.expected_regex.search(str(caught.message)):
                self.warning, self.filename, self.lineno = caught.message, caught.filename, caught.lineno
                return
        if first is not None:
            self._check_text(first)
        self._fail(f'{self._names()} not triggered by {self.obj_name}' if self.obj_name
                   else f'{self._names()} not triggered')


class _Logs(_Context):
    def __init__(self, case, logger, level, wants):
        import logging
        super().__init__(case)
        self.logger_name = logger
        self.level = logging.INFO if not level else logging.getLevelNamesMapping().get(level, level)
        self.wants = wants

    def __enter__(self):
        import logging
        logger = self.logger_name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        watcher = logging.Handler()
        watcher.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        self.records, self.output = [], []

        def emit(record):
            self.records.append(record)
            self.output.append(watcher.format(record))
        watcher.emit = emit
        watcher.setLevel(self.level)
        self._old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers, logger.propagate = [watcher], False
        logger.setLevel(self.level)
        return self if self.wants else None

    def __exit__(self, kind, value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.wants and not self.records:
            self._fail(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on '
                       f'{self.logger.name}')
        if not self.wants and self.records:
            self._fail(f'Unexpected logs found: {self.output!r}')


class _SubTest:
    def __init__(self, case, message, params):
        self.test_case, self._message, self.params = case, message, params
        self.failureException = case.failureException

    def _description(self):
        parts = [f'[{self._message}]'] if self._message is not None else []
        if self.params:
            parts.append(f'({", ".join([f"{k}={v!r}" for k, v in self.params.items()])})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


# Notes for the result what a part of a test ended with.
class _Outcome:
    def __init__(self, case, result):
        self.case, self.result = case, result
        self.success = True
        self.expects_failure = False
        self.expected_error = None

    def run(self, function, subtest=None):
        try:
            function()
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(subtest or self.case, str(e))
        except _ShouldStop:
            self.success = False
        except BaseException:
            error = sys.exc_info()
            self.success = False
            if self.expects_failure:
                self.expected_error = error
            elif subtest is not None:
                self.result.addSubTest(self.case, subtest, error)
            elif issubclass(error[0], self.case.failureException):
                self.result.addFailure(self.case, error)
            else:
                self.result.addError(self.case, error)
        else:
            return True
        return False


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        outer = self.case._subtest
        self.outer = outer
        params = {**(outer.params if outer else {}), **self.params}
        self.case._subtest = _SubTest(self.case, self.message, params)

    def __exit__(self, kind, value, tb):
        subtest, self.case._subtest = self.case._subtest, self.outer
        outcome = self.case._outcome
        if kind is None or issubclass(kind, KeyboardInterrupt):
            if kind is None and outcome is not None:
                outcome.result.addSubTest(self.case, subtest, None)
            return False

        def again():
            raise value
        outcome.run(again, subtest)
        if outcome.result.failfast:
            raise _ShouldStop
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _subtest = _outcome = None
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = None
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._cleanups = []
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual',
                                     tuple: 'assertTupleEqual', set: 'assertSetEqual',
                                     frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} testMethod={self._testMethodName}>'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # --- running ---

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        result = type(cm).__enter__(cm)
        cls.addClassCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self, TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.run(lambda: self._callCleanup(function, *args, **kwargs))
        return outcome.success

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for thing in (type(self), method):
                if getattr(thing, '__unittest_skip__', False):
                    result.addSkip(self, getattr(thing, '__unittest_skip_why__', ''))
                    return result
            self._outcome = outcome = _Outcome(self, result)
            expects = (getattr(type(self), '__unittest_expecting_failure__', False)
                       or getattr(method, '__unittest_expecting_failure__', False))
            self._run_parts(outcome, method, expects)
            if expects and outcome.expected_error is not None:
                result.addExpectedFailure(self, outcome.expected_error)
            elif outcome.success:
                if expects:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def _run_parts(self, outcome, method, expects):
        if outcome.run(self._callSetUp):
            outcome.expects_failure = expects
            outcome.run(lambda: self._callTestMethod(method))
            outcome.expects_failure = False
            outcome.run(self._callTearDown)
        self.doCleanups()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    # --- assertions ---

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _refuse(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        raise self.failureException(msg)

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, f'{_short(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, f'{_short(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        special = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if special is not None:
            if isinstance(special, str):
                special = getattr(self, special)
            special(first, second, msg=msg)
        elif not first == second:
            self._refuse(msg, '%s != %s' % _common(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f'{_short(first)} == {_short(second)}')

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._refuse(msg, f'{_short(first)} is not {_short(second)}')

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._refuse(msg, f'unexpectedly identical: {_short(first)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, f'{_short(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, f'{_short(member)} not found in {_short(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, f'{_short(member)} unexpectedly found in {_short(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, f'{_short(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, f'{_short(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, f'{_short(a)} not less than {_short(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, f'{_short(a)} not less than or equal to {_short(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, f'{_short(a)} not greater than {_short(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, f'{_short(a)} not greater than or equal to {_short(b)}')

    def _distance(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f'within {_short(delta)} delta ({_short(diff)} difference)'
        places = 7 if places is None else places
        return round(diff, places) == 0, f'within {places!r} places ({_short(diff)} difference)'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, how = self._distance(first, second, places, delta)
        if not near:
            self._refuse(msg, f'{_short(first)} != {_short(second)} {how}')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, how = self._distance(first, second, places, delta)
        if first == second or near:
            how = how if delta is not None else how.split(' (')[0]
            self._refuse(msg, f'{_short(first)} == {_short(second)} {how}')

    def _diff(self, standard, diff):
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'
        return standard + diff

    def _ndiff(self, first, second):
        import difflib, pprint
        return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(),
                                              pprint.pformat(second).splitlines()))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else 'sequence'
        for which, seq in (('First', first), ('Second', second)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f'{which} sequence is not a {name}: {_short(seq)}')
        if first == second:
            return
        standard = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _common(first, second))
        for i in range(min(len(first), len(second))):
            if first[i] != second[i]:
                standard += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common(first[i], second[i]))
                break
        for longer, shorter, which in ((first, second, 'First'), (second, first, 'Second')):
            if len(longer) > len(shorter):
                standard += (f'\n{which} {name} contains {len(longer) - len(shorter)} additional elements.\n'
                             f'First extra element {len(shorter)}:\n{_short(longer[len(shorter)])}\n')
        self._refuse(msg, self._diff(standard, self._ndiff(first, second)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, more in (('first', set1.difference(set2)), ('second', set2.difference(set1))):
            if more:
                lines.append(f'Items in the {which} set but not the '
                             f'{"second" if which == "first" else "first"}:')
                lines.extend([repr(item) for item in more])
        if lines:
            self._refuse(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._refuse(msg, self._diff('%s != %s' % _common(d1, d2), self._ndiff(d1, d2)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        import difflib
        lines = []
        for text in (first, second):
            if not text or text[-1] not in '\r\n' or '\n' not in text[:-1] and text == text.rstrip('\n'):
                text += '\n'
            lines.append(text.splitlines(keepends=True))
        diff = '\n' + ''.join(difflib.ndiff(*lines))
        self._refuse(msg, self._diff('%s != %s' % _common(first, second), diff))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        lines = []
        kinds = []
        for item in first + second:
            if item not in kinds:
                kinds.append(item)
        for item in kinds:
            a, b = first.count(item), second.count(item)
            if a != b:
                lines.append(f'First has {a}, Second has {b}:  {item!r}')
        if lines:
            self._refuse(msg, self._diff('Element counts were not equal:\n', '\n'.join(lines)))

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self._refuse(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex)
        match = pattern.search(text)
        if match:
            self._refuse(msg, f'Regex matched: {match[0]!r} matches {pattern.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(expected_warning, self).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(expected_warning, self, expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def tearDown(self):
        if self._parts[2] is not None:
            self._parts[2]()

    def runTest(self):
        self._parts[0]()

    def id(self):
        return self._parts[0].__name__

    def __str__(self):
        return f'{type(self).__module__}.{type(self).__qualname__} ({self.id()})'

    def shortDescription(self):
        return self._parts[3]


# --- suites ---

class _ErrorHolder:
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={self._tests!r}>'

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def run(self, result, debug=False):
        top = not getattr(result, '_in_suite', False)
        if top:
            result._in_suite = True
            result._class = None
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestCase):
                self._change_class(type(test), result)
                if getattr(type(test), '_set_up_failed', False):
                    continue
            test(result)
        if top:
            self._change_class(None, result)
            result._in_suite = False
        return result

    def _guard(self, result, cls, name, function):
        try:
            function()
        except SkipTest as e:
            result.addSkip(_ErrorHolder(f'{name} ({cls.__module__}.{cls.__qualname__})'), str(e))
        except Exception:
            result.addError(_ErrorHolder(f'{name} ({cls.__module__}.{cls.__qualname__})'), sys.exc_info())
        else:
            return True
        return False

    def _change_class(self, cls, result):
        old = result._class
        if cls is old:
            return
        if old is not None and not getattr(old, '_set_up_failed', False) and not getattr(
                old, '__unittest_skip__', False):
            self._guard(result, old, 'tearDownClass', old.tearDownClass)
            old.doClassCleanups()
        old_module = old.__module__ if old is not None else None
        module = cls.__module__ if cls is not None else None
        if old_module != module:
            for name, which in (('tearDownModule', old_module), ('setUpModule', module)):
                function = getattr(sys.modules.get(which), name, None)
                if function is not None:
                    function()
            if module is None:
                doModuleCleanups()
        result._class = cls
        if cls is not None and not getattr(cls, '__unittest_skip__', False):
            cls._set_up_failed = not self._guard(result, cls, 'setUpClass', cls.setUpClass)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = None
    suiteClass = TestSuite
    testNamePatterns = None

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.testNamePatterns:
            from fnmatch import fnmatchcase
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
            names = [n for n in names if any([fnmatchcase(full + n, p) for p in self.testNamePatterns])]
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        suites = []
        for name in dir(module):
            thing = getattr(module, name)
            if isinstance(thing, type) and issubclass(thing, TestCase) and thing not in (
                    TestCase, FunctionTestCase) and thing.__module__ != 'unittest.async_case':
                suites.append(self.loadTestsFromTestCase(thing))
        suite = self.suiteClass(suites)
        load = getattr(module, 'load_tests', None)
        return load(self, suite, pattern) if load is not None else suite

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        if module is None:
            module = __import__(parts.pop(0))
        thing = module
        for part in parts:
            owner, thing = thing, getattr(thing, part)
        if isinstance(thing, type) and issubclass(thing, TestCase):
            return self.loadTestsFromTestCase(thing)
        if isinstance(thing, type(sys)):
            return self.loadTestsFromModule(thing)
        if isinstance(owner, type) and issubclass(owner, TestCase):
            return self.suiteClass([owner(parts[-1])])
        made = thing()
        return made if isinstance(made, TestSuite) else self.suiteClass([made])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


# --- results ---

class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []
        self.testsRun = 0
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._class = None

    def _error_text(self, error, test):
        import traceback
        kind, value, tb = error
        return ''.join(traceback.format_exception(kind, value, tb))

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def addError(self, test, err):
        self.errors.append((test, self._error_text(err, test)))
        if self.failfast:
            self.stop()

    def addFailure(self, test, err):
        self.failures.append((test, self._error_text(err, test)))
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if self.failfast:
                self.stop()
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._error_text(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._error_text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return (f'<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')


TestResult.__module__ = 'unittest.result'


class TextTestResult(TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._new_line = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._new_line = False

    def _say(self, word, letter, test=None):
        if self.showAll:
            if isinstance(test, _SubTest):
                if not self._new_line:
                    self.stream.write('\n')
                self.stream.write(f'  {self.getDescription(test)} ... ')
            elif self._new_line and test is not None:
                self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.write(word + '\n')
            self._new_line = True
        elif self.dots:
            self.stream.write(letter)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._say('FAIL' if failed else 'ERROR', 'F' if failed else 'E', subtest)
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say('ok', '.', test)

    def addError(self, test, err):
        super().addError(test, err)
        self._say('ERROR', 'E', test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say('FAIL', 'F', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(f'skipped {reason!r}', 's', test)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say('expected failure', 'x', test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say('unexpected success', 'u', test)

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write('\n')
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                self.stream.write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.write(f'{self.separator1}\n{flavour}: {self.getDescription(test)}\n'
                              f'{self.separator2}\n{text}\n')


TextTestResult.__module__ = 'unittest.runner'


class _Stream:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, text=None):
        self.stream.write(f'{text or ""}\n')


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        self.resultclass = resultclass or self.resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        import time
        result = self._makeResult()
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        took = time.perf_counter() - start
        write = self.stream.write
        if hasattr(result, 'printErrors'):
            result.printErrors()
        run = result.testsRun
        write(f'{"-" * 70}\nRan {run} test{"" if run == 1 else "s"} in {took:.3f}s\n\n')
        counts = [f'{word}={len(things)}' for word, things in (
            ('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
            ('expected failures', result.expectedFailures),
            ('unexpected successes', result.unexpectedSuccesses)) if things]
        if not result.wasSuccessful():
            word = 'FAILED'
        elif run == 0 and not result.skipped:
            word = 'NO TESTS RAN'
        else:
            word = 'OK'
        write(f'{word} ({", ".join(counts)})\n' if counts else f'{word}\n')
        self.stream.flush()
        return result


# --- the command ---

class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        names = []
        argv = list(sys.argv if argv is None else argv)
        arguments = argv[1:]
        while arguments:
            word = arguments.pop(0)
            if word in ('-v', '--verbose'):
                verbosity = 2
            elif word in ('-q', '--quiet'):
                verbosity = 0
            elif word in ('-f', '--failfast'):
                failfast = True
            elif word == '-k' and arguments:
                pattern = arguments.pop(0)
                testLoader.testNamePatterns = (testLoader.testNamePatterns or []) + [
                    pattern if '*' in pattern else f'*{pattern}*']
            elif word in ('-b', '-c', '--buffer', '--catch', '--locals'):
                pass
            elif word.startswith('-'):
                sys.stderr.write(f'usage: {argv[0]} [-v] [-q] [-f] [-k PATTERN] [tests ...]\n'
                                 f'{argv[0]}: error: unrecognized arguments: {word}\n')
                sys.exit(2)
            else:
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        test = (testLoader.loadTestsFromNames(names, module) if names
                else testLoader.loadTestsFromModule(module))
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(test)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram

for _kind, _home in ((TestCase, 'case'), (FunctionTestCase, 'case'), (SkipTest, 'case'),
                     (TestSuite, 'suite'), (TestLoader, 'loader'), (TextTestRunner, 'runner'),
                     (TestProgram, 'main')):
    _kind.__module__ = f'unittest.{_home}'


def __getattr__(name):
    if name == 'IsolatedAsyncioTestCase':
        from unittest.async_case import IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f"module 'unittest' has no attribute {name!r}")
