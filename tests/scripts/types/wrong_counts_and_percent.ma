# sorted() and enumerate() called wrongly; an unknown character behind % takes its argument first.
for s in ['%5%','%-5%|%s','%.3%','%%','% %','%(a)%','%z','%(b)z','%5']:
    for a in ((),(1,),(1,2),{'a':1}):
        try: print(s,a,repr(s%a))
        except Exception as e: print(s,a,type(e).__name__,e)
for f in (lambda: sorted(), lambda: sorted(1,2,3), lambda: sorted([1],foo=1), lambda: enumerate(),  lambda: sorted([1],key=None,reverse='a'), lambda: sorted(key=1), lambda: b'%z'%1, lambda: b'%z'%()):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
# expect-output:
# %5% () TypeError not enough arguments for format string
# %5% (1,) ValueError unsupported format character '%' (0x25) at index 2
# %5% (1, 2) ValueError unsupported format character '%' (0x25) at index 2
# %5% {'a': 1} ValueError unsupported format character '%' (0x25) at index 2
# %-5%|%s () TypeError not enough arguments for format string
# %-5%|%s (1,) ValueError unsupported format character '%' (0x25) at index 3
# %-5%|%s (1, 2) ValueError unsupported format character '%' (0x25) at index 3
# %-5%|%s {'a': 1} ValueError unsupported format character '%' (0x25) at index 3
# %.3% () TypeError not enough arguments for format string
# %.3% (1,) ValueError unsupported format character '%' (0x25) at index 3
# %.3% (1, 2) ValueError unsupported format character '%' (0x25) at index 3
# %.3% {'a': 1} ValueError unsupported format character '%' (0x25) at index 3
# %% () '%'
# %% (1,) TypeError not all arguments converted during string formatting
# %% (1, 2) TypeError not all arguments converted during string formatting
# %% {'a': 1} '%'
# % % () TypeError not enough arguments for format string
# % % (1,) ValueError unsupported format character '%' (0x25) at index 2
# % % (1, 2) ValueError unsupported format character '%' (0x25) at index 2
# % % {'a': 1} ValueError unsupported format character '%' (0x25) at index 2
# %(a)% () TypeError format requires a mapping
# %(a)% (1,) TypeError format requires a mapping
# %(a)% (1, 2) TypeError format requires a mapping
# %(a)% {'a': 1} ValueError unsupported format character '%' (0x25) at index 4
# %z () TypeError not enough arguments for format string
# %z (1,) ValueError unsupported format character 'z' (0x7a) at index 1
# %z (1, 2) ValueError unsupported format character 'z' (0x7a) at index 1
# %z {'a': 1} ValueError unsupported format character 'z' (0x7a) at index 1
# %(b)z () TypeError format requires a mapping
# %(b)z (1,) TypeError format requires a mapping
# %(b)z (1, 2) TypeError format requires a mapping
# %(b)z {'a': 1} KeyError 'b'
# %5 () ValueError incomplete format
# %5 (1,) ValueError incomplete format
# %5 (1, 2) ValueError incomplete format
# %5 {'a': 1} ValueError incomplete format
# TypeError sorted expected 1 argument, got 0
# TypeError sorted expected 1 argument, got 3
# TypeError sort() got an unexpected keyword argument 'foo'
# TypeError enumerate() missing required argument 'iterable'
# [1]
# TypeError sorted expected 1 argument, got 0
# ValueError unsupported format character 'z' (0x7a) at index 1
# TypeError not enough arguments for format string
