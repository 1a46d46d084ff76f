# statistics - means and spreads.

from math import sqrt, fsum

__all__ = ['StatisticsError', 'mean', 'fmean', 'geometric_mean', 'harmonic_mean', 'median',
           'median_low', 'median_high', 'mode', 'multimode', 'quantiles', 'pstdev', 'pvariance',
           'stdev', 'variance', 'covariance', 'correlation', 'linear_regression']


class StatisticsError(ValueError):
    pass


def _total(data):
    if all([isinstance(x, int) for x in data]):
        return sum(data)
    return fsum(data)


def _divide(total, n):
    if isinstance(total, int) and total % n == 0:
        return total // n
    return total / n


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    return _divide(_total(data), len(data))


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    if weights is None:
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return fsum([a * w for a, w in zip(data, weights)]) / total


def geometric_mean(data):
    from math import exp, log
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if any([x < 0 for x in data]):
        raise StatisticsError('No negative inputs allowed')
    if any([x == 0 for x in data]):
        return 0.0
    return exp(fsum([log(x) for x in data]) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any([x < 0 for x in data]):
        raise StatisticsError('harmonic mean does not support negative values')
    if any([x == 0 for x in data]):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    if all([isinstance(x, int) for x in data + weights]):
        top, bottom = 0, 1
        for x, w in zip(data, weights):
            top, bottom = top * x + w * bottom, bottom * x
        return sum(weights) * bottom / top
    return sum(weights) / fsum([w / x for x, w in zip(data, weights)])


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    top = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == top]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == 'exclusive':
        m = size + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f'Unknown method: {method!r}')
    return result


def _squares(data, center):
    # The sum of the squared distances: exact for ints, and for floats about their mean.
    n = len(data)
    if center is None and all([isinstance(x, int) for x in data]):
        total = sum(data)
        return sum([x * x for x in data]) * n - total * total, n
    if center is None:
        center = fsum(data) / n
    return fsum([(x - center) * (x - center) for x in data]), 1


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    squares, scale = _squares(data, mu)
    return _divide(squares, scale * len(data))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    squares, scale = _squares(data, xbar)
    return _divide(squares, scale * (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    return sqrt(pvariance(data, mu))


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    return sqrt(variance(data, xbar))


def covariance(x, y, /):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('covariance requires at least two data points')
    mx, my = fsum(x) / len(x), fsum(y) / len(y)
    return fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('correlation requires at least two data points')
    mx, my = fsum(x) / len(x), fsum(y) / len(y)
    sxy = fsum([(a - mx) * (b - my) for a, b in zip(x, y)])
    sxx = fsum([(a - mx) ** 2 for a in x])
    syy = fsum([(b - my) ** 2 for b in y])
    if not sxx * syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / sqrt(sxx * syy)


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('linear regression requires that both inputs have same number of '
                              'data points')
    if len(x) < 2:
        raise StatisticsError('linear regression requires at least two data points')
    mx = 0.0 if proportional else fsum(x) / len(x)
    my = 0.0 if proportional else fsum(y) / len(y)
    sxx = fsum([(a - mx) ** 2 for a in x])
    if not sxx:
        raise StatisticsError('x is constant')
    slope = fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / sxx
    return namedtuple('LinearRegression', 'slope intercept')(slope, my - slope * mx)
