# miniasync only: a module that is not there gets a hint after the traceback
# expect stderr: ModuleNotFoundError: No module named 'sqlite3'
# expect stderr: hint N02: it is neither beside the script nor among miniasync's modules
# expect exit: 1
import sqlite3
