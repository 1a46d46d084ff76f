from . import sub
from .sub.deep import there as t
from .sub import deep as dd
got = (sub.here, t, dd.name)
