# Chained exceptions are shown in order, with the sentence between.
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr: KeyError: 'first'
# expect stderr: ValueError: second
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr: RuntimeError: third
# expect exit: 1
try:
    try:
        raise KeyError('first')
    except KeyError:
        raise ValueError('second')
except ValueError as e:
    raise RuntimeError('third') from e
