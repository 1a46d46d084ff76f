# A module for ma_module.ma; on its own it prints nothing.
text = 'from a .ma file'
