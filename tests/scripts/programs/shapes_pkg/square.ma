from .circle import PI
from .util import helper


class Square:
    def __init__(self, a):
        self.a = a

    def area(self):
        return helper.twice(self.a * self.a) / 2
