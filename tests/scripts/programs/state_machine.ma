from enum import Enum, auto


class State(Enum):
    LOCKED = auto()
    UNLOCKED = auto()
    BROKEN = 'broken'


def turnstile():
    state = State.LOCKED
    coins = 0
    while True:
        event = yield state, coins
        match_key = (state, event)
        if match_key == (State.LOCKED, 'coin'):
            coins += 1
            state = State.UNLOCKED
        elif match_key == (State.UNLOCKED, 'push'):
            state = State.LOCKED
        elif event == 'kick':
            state = State.BROKEN
        elif event == 'repair' and state is State.BROKEN:
            return coins


m = turnstile()
print(next(m))
for ev in 'push coin coin push kick push'.split():
    print(f'{ev:<6}', *m.send(ev))
try:
    m.send('repair')
except StopIteration as e:
    print('total', e.value)
print(list(State))
print(State('broken'), State['LOCKED'].value, State.BROKEN.name, repr(State.UNLOCKED))
print(State.LOCKED in State, len(State))
try:
    State('nope')
except ValueError as e:
    print(e)
try:
    State['nope']
except KeyError as e:
    print('KeyError', e)


class TrafficLight:
    TRANSITIONS = {'红': '绿', '绿': '黄', '黄': '红'}

    def __init__(self):
        self.color = '红'

    def __iter__(self):
        return self

    def __next__(self):
        current = self.color
        self.color = self.TRANSITIONS[current]
        return current


light = TrafficLight()
print('→'.join(next(light) for _ in range(7)))
# expect-output:
# (<State.LOCKED: 1>, 0)
# push   State.LOCKED 0
# coin   State.UNLOCKED 1
# coin   State.UNLOCKED 1
# push   State.LOCKED 1
# kick   State.BROKEN 1
# push   State.BROKEN 1
# total 1
# [<State.LOCKED: 1>, <State.UNLOCKED: 2>, <State.BROKEN: 'broken'>]
# State.BROKEN 1 BROKEN <State.UNLOCKED: 2>
# True 3
# 'nope' is not a valid State
# KeyError 'nope'
# 红→绿→黄→红→绿→黄→红
