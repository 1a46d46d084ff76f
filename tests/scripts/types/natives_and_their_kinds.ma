# What is written in C shows as method, slot wrapper, method-wrapper or built-in method.
def show(value):
    text = repr(value)
    return text[:text.index(' at 0x')] + '>' if ' at 0x' in text else text

for value in (int.__add__, (1).__add__, list.append, [].append, list.__len__, [].__len__, list.__getitem__, dict.__contains__,
              set.__contains__, len, int.__new__, object.__init__, object().__reduce__, object.__format__, int.__round__,
              dict.fromkeys, str.maketrans, type.mro, (x for x in ()).send, (x for x in ()).__next__, str.__mod__):
    print(show(value), type(value).__name__)
print([].append.__name__, [].append.__qualname__, [].append.__self__, hasattr([].append, '__func__'))
print(list.append.__objclass__, (1).__add__.__self__, dict.fromkeys.__self__, len.__self__)
numbers = []
print(numbers.append == numbers.append, [].append == [].append, hash(numbers.append) == hash(numbers.append))
print(list.append.__get__(numbers)(3), numbers, int.__add__.__get__(1)(2), numbers.append.__call__(4), numbers)
for wrong in (lambda: [].append.x, lambda: list.append.x, lambda: (1).__add__.x, lambda: len.x):
    try:
        wrong()
    except AttributeError as error:
        print(error)

# expect-output:
# <slot wrapper '__add__' of 'int' objects> wrapper_descriptor
# <method-wrapper '__add__' of int object> method-wrapper
# <method 'append' of 'list' objects> method_descriptor
# <built-in method append of list object> builtin_function_or_method
# <slot wrapper '__len__' of 'list' objects> wrapper_descriptor
# <method-wrapper '__len__' of list object> method-wrapper
# <method '__getitem__' of 'list' objects> method_descriptor
# <method '__contains__' of 'dict' objects> method_descriptor
# <method '__contains__' of 'set' objects> method_descriptor
# <built-in function len> builtin_function_or_method
# <built-in method __new__ of type object> builtin_function_or_method
# <slot wrapper '__init__' of 'object' objects> wrapper_descriptor
# <built-in method __reduce__ of object object> builtin_function_or_method
# <method '__format__' of 'object' objects> method_descriptor
# <method '__round__' of 'int' objects> method_descriptor
# <built-in method fromkeys of type object> builtin_function_or_method
# <built-in method maketrans of type object> builtin_function_or_method
# <method 'mro' of 'type' objects> method_descriptor
# <built-in method send of generator object> builtin_function_or_method
# <method-wrapper '__next__' of generator object> method-wrapper
# <slot wrapper '__mod__' of 'str' objects> wrapper_descriptor
# append list.append [] False
# <class 'list'> 1 <class 'dict'> <module 'builtins' (built-in)>
# True False True
# None [3, 4] 3 None [3, 4]
# 'builtin_function_or_method' object has no attribute 'x'
# 'method_descriptor' object has no attribute 'x'
# 'method-wrapper' object has no attribute 'x'
# 'builtin_function_or_method' object has no attribute 'x'
