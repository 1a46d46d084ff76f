# __name__, __file__, __doc__, dunder names of a script.
"module doc"
print(__name__)
print(__doc__)
print(__file__.endswith('conditional_imports_and_names.ma'))
if __name__ == '__main__':
    print('main')
# expect-output:
# __main__
# module doc
# True
# main
