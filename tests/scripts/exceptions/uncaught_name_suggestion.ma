# Names that are nearly right are suggested.
# expect stderr: NameError: name 'pritn' is not defined. Did you mean: 'print'?
# expect exit: 1
pritn('x')
