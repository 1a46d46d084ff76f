# statistics - means and spreads. Sums are exact: every number is a ratio of two ints until the end.

from math import exp, fsum, isfinite, isnan, isqrt, log, sqrt, sumprod

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
           'harmonic_mean', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high',
           'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev',
           'variance']


class StatisticsError(ValueError):
    pass


# --- exact sums ---

def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None      # inf, nan


# The type of a result: ints give way to everything else, bool to int.
def _kind(data):
    kind = int
    for x in data:
        other = type(x)
        if other is kind or issubclass(other, int) and not issubclass(kind, bool):
            continue
        if kind is int or issubclass(other, kind):
            kind = other
        elif issubclass(kind, other):
            pass
        elif kind is float or other is float:
            if 'Decimal' in (kind.__name__, other.__name__):
                raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")
            kind = float
        else:
            raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")
    return kind


# numerator, denominator of the sum; of what is not finite: that, and None.
def _sum(ratios):
    parts = {}
    odd = []
    for top, bottom in ratios:
        if bottom is None:
            odd.append(top)
        else:
            parts[bottom] = parts.get(bottom, 0) + top
    if odd:
        return sum(odd), None
    top, bottom = 0, 1
    for other, n in parts.items():
        if other == bottom:
            top += n
        else:
            top, bottom = top * other + n * bottom, bottom * other
    return top, bottom


def _as_kind(top, bottom, kind):
    if bottom is None:
        return kind(top)
    if issubclass(kind, int):
        return top // bottom if top % bottom == 0 else top / bottom
    if issubclass(kind, float):
        return kind(top / bottom)
    if kind.__name__ == 'Decimal':
        return kind(top) / kind(bottom)
    return kind(top, bottom)


# n * sum(x * x) - sum(x) ** 2 over n, the sum of the squared distances from the mean; or from `center`.
def _squares(data, center):
    n = len(data)
    if center is not None:
        return _sum([_ratio((x - center) * (x - center)) for x in data])
    ratios = [_ratio(x) for x in data]
    s, b = _sum(ratios)
    if b is None:
        return s - s, None
    q, e = _sum([(x * x, y * y) for x, y in ratios])
    return n * q * b * b - s * s * e, n * e * b * b


# The square root of top / bottom, rounded once.
def _root(top, bottom):
    if top == 0:
        return 0.0
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        inner, rest = divmod(top, bottom << 2 * shift)
    else:
        inner, rest = divmod(top << -2 * shift, bottom)
    root = isqrt(inner)
    root |= root * root != inner or rest != 0
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


# --- averages ---

def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    top, bottom = _sum([_ratio(x) for x in data])
    if bottom is None:
        return _kind(data)(top / len(data))
    return _as_kind(top, bottom * len(data), _kind(data))


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
    return sumprod(data, weights) / total


def geometric_mean(data):
    data = list(data)
    has_zero = False
    logs = []
    for x in data:
        if x > 0.0 or isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            has_zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    total = fsum(logs)
    if isnan(total):
        return total
    if has_zero:
        return 0.0 if isfinite(total) else float('nan')
    return exp(total / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    problem = 'harmonic mean does not support negative values'
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not hasattr(data[0], '__float__'):
            raise TypeError('unsupported type')
        if data[0] < 0:
            raise StatisticsError(problem)
        return data[0]
    if weights is None:
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
    for x in data:
        if x < 0:
            raise StatisticsError(problem)
    if any([x == 0 for x in data]):
        return 0
    shares = [w / x if w else 0 for w, x in zip(weights, data)]
    top, bottom = _sum([_ratio(x) for x in shares])
    if top <= 0:
        raise StatisticsError('Weighted sum must be positive')
    whole, part = _sum([_ratio(w) for w in weights])
    return _as_kind(whole * bottom, part * top, _kind(shares))


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


def median_grouped(data, interval=1.0):
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below = len([y for y in data if y < x])
    same = data.count(x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return x - interval / 2.0 + interval * (n / 2 - below) / same


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


# --- spreads ---

def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    top, bottom = _squares(data, mu)
    return _as_kind(top, bottom and bottom * len(data), _kind(data))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _as_kind(top, bottom and bottom * (len(data) - 1), _kind(data))


def _deviation(data, top, bottom):
    kind = _kind(data)
    if bottom is None:
        return sqrt(top)
    if kind.__name__ == 'Decimal':
        return (kind(top) / kind(bottom)).sqrt()
    return _root(top, bottom)


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    top, bottom = _squares(data, mu)
    return _deviation(data, top, bottom and bottom * len(data))


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _deviation(data, top, bottom and bottom * (len(data) - 1))


# --- two variables ---

def _pairs(x, y, what):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return x, y


def _centered(data):
    center = fsum(data) / len(data)
    return [x - center for x in data], center


def covariance(x, y, /):
    x, y = _pairs(x, y, 'covariance')
    return sumprod(_centered(x)[0], _centered(y)[0]) / (len(x) - 1)


def _ranks(data, start):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0] * len(data)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and data[order[end]] == data[order[at]]:
            end += 1
        for i in order[at:end]:
            ranks[i] = (at + end + 1) / 2 + start - 1
        at = end
    return ranks


def correlation(x, y, /, *, method='linear'):
    x, y = _pairs(x, y, 'correlation')
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        start = (len(x) - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        x, y = _centered(x)[0], _centered(y)[0]
    sxy, sxx, syy = sumprod(x, y), sumprod(x, x), sumprod(y, y)
    under = sqrt(sxx * syy)
    if not under:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / (under + sumprod((sxx, under), (syy, -under)) / (2.0 * under))


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    x, y = _pairs(x, y, 'linear regression')
    mx = my = 0.0
    if not proportional:
        x, mx = _centered(x)
        y, my = _centered(y)
    sxx = sumprod(x, x)
    if not sxx:
        raise StatisticsError('x is constant')
    slope = (sumprod(x, y) + 0.0) / sxx
    kind = namedtuple('LinearRegression', 'slope intercept', module='statistics')
    return kind(slope, 0.0 if proportional else my - slope * mx)


# --- the normal distribution ---

# Wichura's AS 241: rational functions for the middle, the tails and the far tails.
_middle = ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
           (5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
            5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0))
_tail = ((7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
          1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
          1.42343711074968357734),
         (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
          0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187,
          1.0))
_far = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
         0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
         6.6579046435011037772),
        (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
         7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
         0.59983220655588793769, 1.0))


def _quotient(rows, r):
    top = bottom = 0.0
    for a in rows[0]:
        top = top * r + a
    for b in rows[1]:
        bottom = bottom * r + b
    return top, bottom


def _quantile_of_normal(p, mu, sigma):
    q = p - 0.5
    if abs(q) <= 0.425:
        top, bottom = _quotient(_middle, 0.180625 - q * q)
        return mu + top * q / bottom * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _quotient(_tail, r - 1.6) if r <= 5.0 else _quotient(_far, r - 5.0)
    x = top / bottom
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        center = fmean(data)
        return cls(center, stdev(data, center))

    def samples(self, n, *, seed=None):
        import random
        draw = random.random if seed is None else random.Random(seed).random
        return [_quantile_of_normal(draw(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        from math import tau
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        from math import erf
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _quantile_of_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        from math import erf, fabs
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        xv, yv = x.variance, y.variance
        if not xv or not yv:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = yv - xv
        dm = fabs(y._mu - x._mu)
        if not dv:
            from math import erfc
            return erfc(dm / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * yv - y._mu * xv
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(yv / xv))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(y.cdf(x1) - x.cdf(x1)) + fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        from math import hypot
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        from math import hypot
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
