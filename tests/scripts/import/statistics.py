here = 'beside the script'
