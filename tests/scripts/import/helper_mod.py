print('helper_mod runs once')
value = 42
def double(x): return x * 2
if __name__ == '__main__':
    print('never')
