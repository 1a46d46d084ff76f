# logging.config - loggers, handlers and formatters from a dict.

import logging
import sys

__all__ = ['dictConfig', 'DictConfigurator', 'dictConfigClass']


# 'package.module.name' to the thing of that name.
def _resolve(name):
    import importlib
    parts = name.split('.')
    found = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 2):
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module('.'.join(parts[:i]))
            found = getattr(found, part)
    return found


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        if isinstance(value, str):
            kind, colon, rest = value.partition('://')
            if colon and kind == 'ext':
                return _resolve(rest)
            if colon and kind == 'cfg':
                found = self.config
                for part in rest.split('.'):
                    found = found[part]
                return found
        elif isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        elif isinstance(value, list):
            return [self.convert(v) for v in value]
        return value

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        if not config.get('incremental', False) and config.get('disable_existing_loggers', True):
            named = set(config.get('loggers', ()))
            for name, logger in list(logging.Logger.manager.loggerDict.items()):
                if isinstance(logger, logging.Logger):
                    below = any([name.startswith(f'{other}.') for other in named])
                    logger.disabled = name not in named and not below
        self.formatters = self._all('formatters', self._formatter)
        self.filters = self._all('filters', self._filter)
        self.handlers = {}
        self._all_handlers(config.get('handlers', {}))
        for name, spec in config.get('loggers', {}).items():
            self._guard('logger', name, lambda: self._logger(logging.getLogger(name), spec))
        if 'root' in config:
            self._guard('root logger', None, lambda: self._logger(logging.getLogger(), config['root']))

    def _guard(self, what, name, function):
        try:
            return function()
        except Exception as e:
            shown = f'{what} {name!r}' if name is not None else what
            raise ValueError(f'Unable to configure {shown}') from e

    def _all(self, section, make):
        return {name: self._guard(section[:-1], name, lambda: make(spec))
                for name, spec in self.config.get(section, {}).items()}

    def _all_handlers(self, specs):
        waiting = sorted(specs)
        while waiting:      # a handler may name another as its target
            later = []
            for name in waiting:
                target = specs[name].get('target')
                if isinstance(target, str) and target in specs and target not in self.handlers and (
                        len(later) + 1 < len(waiting) or target not in waiting):
                    later.append(name)
                    continue
                self.handlers[name] = self._guard('handler', name, lambda: self._handler(specs[name]))
                self.handlers[name].name = name
            waiting = later

    def _custom(self, spec):
        spec = dict(spec)
        factory = spec.pop('()')
        props = spec.pop('.', None)
        factory = _resolve(factory) if isinstance(factory, str) else factory
        made = factory(**{k: self.convert(v) for k, v in spec.items()})
        for key, value in (props or {}).items():
            setattr(made, key, value)
        return made

    def _formatter(self, spec):
        if '()' in spec:
            return self._custom(spec)
        kind = _resolve(spec['class']) if 'class' in spec else logging.Formatter
        options = {'defaults': spec['defaults']} if 'defaults' in spec else {}
        return kind(spec.get('format'), spec.get('datefmt'), spec.get('style', '%'),
                    spec.get('validate', True), **options)

    def _filter(self, spec):
        return self._custom(spec) if '()' in spec else logging.Filter(spec.get('name', ''))

    def _add_filters(self, thing, names):
        for name in names:
            thing.addFilter(self.filters[name] if isinstance(name, str) else name)

    def _handler(self, spec):
        spec = dict(spec)
        formatter = spec.pop('formatter', None)
        level = spec.pop('level', None)
        filters = spec.pop('filters', ())
        props = spec.pop('.', None)
        if formatter is not None and formatter not in self.formatters:
            raise ValueError(f'Unable to set formatter {formatter!r}')
        if '()' in spec:
            made = self._custom(spec)
        else:
            kind = spec.pop('class')
            kind = _resolve(kind) if isinstance(kind, str) else kind
            options = {k: self.convert(v) for k, v in spec.items()}
            if isinstance(options.get('target'), str) and options['target'] in self.handlers:
                options['target'] = self.handlers[options['target']]
            made = kind(**options)
        if formatter is not None:
            made.setFormatter(self.formatters[formatter])
        if level is not None:
            made.setLevel(level)
        self._add_filters(made, filters)
        for key, value in (props or {}).items():
            setattr(made, key, value)
        return made

    def _logger(self, logger, spec):
        if spec.get('level') is not None:
            logger.setLevel(spec['level'])
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
        for name in spec.get('handlers', ()):
            logger.addHandler(self.handlers[name])
        self._add_filters(logger, spec.get('filters', ()))
        if spec.get('propagate') is not None:
            logger.propagate = spec['propagate']
        logger.disabled = False


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
