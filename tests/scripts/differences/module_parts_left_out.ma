# What modules of the standard library leave out, and how they say so.
# miniasync only
import csv
import glob
import hashlib
import html
import re

try:
    re.compile(r'\N{BULLET}')
except re.error as e:
    print(e)  # expect: names of characters (\N{...}) are not known here: write \uXXXX at position 0
print(re.findall(br'\w', b'a\xe4', re.L))  # expect: [b'a']
re.compile('a', re.DEBUG)
print(sorted(hashlib.algorithms_guaranteed))  # expect: ['md5', 'sha1', 'sha256', 'sha512']
try:
    hashlib.new('blake2b')
except ValueError as e:
    print(e)  # expect: unsupported hash type blake2b
print(html.unescape('&eacute;&zigrarr;'))  # expect: é&zigrarr;
print(hasattr(csv, 'Sniffer'))  # expect: False
try:
    glob.glob('*', root_dir='/')
except NotImplementedError as e:
    print(e)  # expect: root_dir and dir_fd are not supported
