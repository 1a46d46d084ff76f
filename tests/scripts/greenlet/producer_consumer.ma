# Two greenlets hand values to each other.
# needs: greenlet
from greenlet import greenlet
def producer():
    for x in 'abc':
        print('made', x)
        consumer.switch(x)
    consumer.switch(None)
def eat(x):
    while x is not None:
        print('ate', x)
        x = producer.switch()
    print('full')
producer = greenlet(producer)
consumer = greenlet(eat)
producer.switch()
# expect-output:
# made a
# ate a
# made b
# ate b
# made c
# ate c
# full
