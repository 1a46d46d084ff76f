# bisect - where a value belongs in a sorted list.

from _bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right

__all__ = ['bisect', 'bisect_left', 'bisect_right', 'insort', 'insort_left', 'insort_right']
