# An error of the main thread does not end the others.
import threading, time
def w(): time.sleep(.03); print('worker done')
threading.Thread(target=w).start()
raise ValueError('main fails')
# expect exit: 1
# expect error: ValueError: main fails
# expect-output:
# worker done
