# The program ends when its threads have.
import threading, time
def w(): time.sleep(.05); print('worker done')
threading.Thread(target=w).start()
print('main end')
# expect-output:
# main end
# worker done
