# miniasync only: sys.implementation.name; sys.version_info is that of the language followed
import sys
print(sys.implementation.name, sys.version_info[:2])   # expect: miniasync (3, 13)
