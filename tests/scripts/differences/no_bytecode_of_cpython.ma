# miniasync only: code objects have no co_code; --disassemble shows the real instructions
try:
    (lambda: 0).__code__.co_code
except AttributeError as e:
    print(e)        # expect: 'code' object has no attribute 'co_code'
