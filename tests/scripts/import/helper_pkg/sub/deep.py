there = 'deep'
from .. import name
from . import here
