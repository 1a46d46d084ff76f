x = 'early'
import cycle_b
y = 'late'
