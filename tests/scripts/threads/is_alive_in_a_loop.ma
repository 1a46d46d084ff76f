# while t.is_alive(): pass
import threading, time
done = False
def w():
    global done
    time.sleep(.02); done = True
t = threading.Thread(target=w); t.start()
n = 0
while t.is_alive(): n += 1
print(done, n > 0)
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(); f = ex.submit(time.sleep, .02)
while not f.done(): pass
print('f', f)
# expect-output:
# True True
# f <Future at 0x7ff1faa12f90 state=finished returned NoneType>
