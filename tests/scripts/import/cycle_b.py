import cycle_a
y = cycle_a.x + ' seen'
print(hasattr(cycle_a, 'y'))
try:
    from cycle_a import y as later
except ImportError as e:
    print(str(e).split(' (most')[0])
