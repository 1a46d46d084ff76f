real = 'real'
def __getattr__(name):
    if name == 'bad':
        raise AttributeError('no ' + name)
    return 'made ' + name
