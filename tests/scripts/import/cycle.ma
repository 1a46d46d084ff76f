# Modules that import each other see what is there so far.
import cycle_a
print(cycle_a.x, cycle_a.cycle_b.y)
# expect-output:
# False
# cannot import name 'y' from partially initialized module 'cycle_a'
# early early seen
