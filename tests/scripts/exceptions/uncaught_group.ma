# An exception group's traceback is a tree.
# expect stderr:   + Exception Group Traceback (most recent call last):
# expect stderr:   | ExceptionGroup: outer (2 sub-exceptions)
# expect stderr:   +-+---------------- 1 ----------------
# expect stderr:     | ValueError: 1
# expect stderr:     +---------------- 2 ----------------
# expect stderr:     +-+---------------- 1 ----------------
# expect stderr:       | TypeError: t
# expect stderr:       +------------------------------------
# expect exit: 1
raise ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError('t')])])
