here = 'sub'
