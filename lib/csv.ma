# csv - tables as text: reader, writer and their twins with names. Not there: Sniffer.

import io

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error',
           'Dialect', 'excel', 'excel_tab', 'unix_dialect', 'reader', 'writer', 'register_dialect', 'get_dialect',
           'list_dialects', 'unregister_dialect', 'field_size_limit', 'DictReader', 'DictWriter']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_limit = 131072


class Error(Exception):
    __module__ = '_csv'


class Dialect:
    delimiter, quotechar, escapechar = ',', '"', None
    doublequote, skipinitialspace, strict = True, False, False
    lineterminator, quoting = '\r\n', QUOTE_MINIMAL


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator, quoting = '\n', QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_NAMES = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting',
          'strict')


def _dialect(base, options):
    made = Dialect()
    if isinstance(base, str):
        base = get_dialect(base)
    for name in _NAMES:
        setattr(made, name, options.pop(name, getattr(base, name, getattr(Dialect, name))))
    for name in options:
        raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    for name in 'delimiter', 'quotechar', 'escapechar':
        value = getattr(made, name)
        if value is None and name != 'delimiter':
            continue
        if not isinstance(value, str):
            what = 'string' if name == 'delimiter' else 'string or None'
            raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    if not isinstance(made.lineterminator, str):
        raise TypeError('"lineterminator" must be a string')
    if not isinstance(made.quoting, int):
        raise TypeError('"quoting" must be an integer')
    if not 0 <= made.quoting <= 5:
        raise TypeError('bad "quoting" value')
    if made.quoting != QUOTE_NONE and made.quotechar is None:
        raise TypeError('quotechar must be set if quoting enabled')
    return made


def register_dialect(name, dialect=excel, /, **options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _limit
    before = _limit
    if limit is not None:
        _limit = limit
    return before


class _Reader:
    # A machine that reads one character after the other; quoted fields may hold line ends.
    def __init__(self, lines, dialect):
        self._lines, self.dialect, self.line_num = iter(lines), dialect, 0

    def __iter__(self):
        return self

    def _keep(self):
        text, d = ''.join(self._field), self.dialect
        if len(text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')
        value = text
        if not self._quoted and d.quoting == QUOTE_NONNUMERIC:
            value = float(text) if text else ''
        elif not self._quoted and not text and d.quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            value = None
        elif not self._quoted and d.quoting == QUOTE_STRINGS:
            value = float(text)
        self._row.append(value)
        self._field, self._quoted = [], False

    def __next__(self):
        d = self.dialect
        delimiter, quote, escape = d.delimiter, d.quotechar if d.quoting != QUOTE_NONE else None, d.escapechar
        self._row, self._field, self._quoted = [], [], False
        state = 'row'
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or state == 'in_quotes':
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    self._keep()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            for c in line:
                ends = c in '\r\n'
                if state == 'after_end':
                    if not ends:
                        raise Error('new-line character seen in unquoted field - do you need to open the '
                                    'file with newline=\'\'?')
                elif state == 'escaped':
                    self._field.append(c)
                    state = 'in_field'
                elif state == 'escaped_in_quotes':
                    self._field.append(c)
                    state = 'in_quotes'
                elif state == 'in_quotes':
                    if c == escape:
                        state = 'escaped_in_quotes'
                    elif c == quote:
                        state = 'quote_in_quotes' if d.doublequote else 'in_field'
                    else:
                        self._field.append(c)
                elif state == 'quote_in_quotes' and c == quote:
                    self._field.append(c)
                    state = 'in_quotes'
                elif state == 'quote_in_quotes' and not ends and c != delimiter:
                    if d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    self._field.append(c)
                    state = 'in_field'
                elif ends:
                    if state != 'row':
                        self._keep()
                    state = 'after_end'
                elif state in ('row', 'field') and c == quote:
                    self._quoted = True
                    state = 'in_quotes'
                elif c == escape:
                    state = 'escaped'
                elif c == delimiter:
                    self._keep()
                    state = 'field'
                elif c == ' ' and d.skipinitialspace and state in ('row', 'field'):
                    state = 'field'
                else:
                    self._field.append(c)
                    state = 'in_field'
            if state == 'in_quotes':
                continue
            if state == 'escaped_in_quotes':
                self._field.append('\n')
                state = 'in_quotes'
                continue
            if state not in ('row', 'after_end'):
                self._keep()
            return self._row


class _Writer:
    def __init__(self, file, dialect):
        self._write, self.dialect = file.write, dialect

    def _shown(self, value, alone):
        d = self.dialect
        text = '' if value is None else str(value)
        special = d.delimiter in text or '\n' in text or '\r' in text or any(
            [c and c in text for c in (d.quotechar, d.escapechar)]) or any([c in text for c in d.lineterminator])
        quoted = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
                  or d.quoting == QUOTE_STRINGS and isinstance(value, str)
                  or d.quoting == QUOTE_NOTNULL and value is not None)
        if d.quoting != QUOTE_NONE and not quoted:
            quoted = special or (alone and not text) or (text[:1] == ' ' and d.delimiter == ' ')
        if not quoted:
            if d.quoting == QUOTE_NONE:
                if alone and not text:
                    raise Error('single empty field record must be quoted')
                if special:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    marks = {d.delimiter, d.escapechar, d.quotechar, '\n', '\r'}
                    text = ''.join([d.escapechar + c if c in marks else c for c in text])
            return text
        q = d.quotechar
        if q in text:
            if not d.doublequote and d.escapechar is None:
                raise Error('need to escape, but no escapechar set')
            text = text.replace(q, q + q if d.doublequote else d.escapechar + q)
        return q + text + q

    def writerow(self, row, /):
        try:
            values = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        alone = len(values) == 1
        return self._write(self.dialect.delimiter.join([self._shown(v, alone) for v in values])
                           + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def reader(iterable, /, dialect='excel', **options):
    return _Reader(iterable, _dialect(dialect, options))


def writer(fileobj, /, dialect='excel', **options):
    if not hasattr(fileobj, 'write'):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(fileobj, _dialect(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey, self.restval, self.dialect = restkey, restval, dialect
        self.reader = reader(f, dialect, *args, **kwds)
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(rowdict) for rowdict in rowdicts])
