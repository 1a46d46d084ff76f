# Containers that contain themselves.
l = [1]; l.append(l); print(l)
d = {}; d['me'] = d; print(d)
t = ([],); t[0].append(t); print(t)
import collections
q = collections.deque([1]); q.append(q); print(q)
# expect-output:
# [1, [...]]
# {'me': {...}}
# ([(...)],)
# deque([1, [...]])
