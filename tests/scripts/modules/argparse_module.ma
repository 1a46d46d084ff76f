# argparse: values, help and every error.
import argparse, sys, io, contextlib, os
os.environ['COLUMNS']='80'
def mk():
    p=argparse.ArgumentParser(prog='prog',description='A tool that does things. '*5,epilog='The end.')
    p.add_argument('name',help='the name')
    p.add_argument('files',nargs='*',help='files to read')
    p.add_argument('-n','--num',type=int,default=3,help='how many (default: %(default)s)')
    p.add_argument('-v','--verbose',action='store_true',help='talk')
    p.add_argument('--level',choices=['low','high'],default='low')
    p.add_argument('-q',action='count',default=0)
    p.add_argument('--add',action='append',metavar='X')
    p.add_argument('--pair',nargs=2,type=float)
    p.add_argument('--opt',nargs='?',const='C')
    p.add_argument('--long-option-name',help='a very long help text that needs to be wrapped at some point because it is long')
    p.add_argument('--version',action='version',version='%(prog)s 1.0')
    g=p.add_mutually_exclusive_group(); g.add_argument('--a',action='store_true'); g.add_argument('--b',action='store_true')
    return p
def run(p,args):
    o,e=io.StringIO(),io.StringIO()
    with contextlib.redirect_stdout(o),contextlib.redirect_stderr(e):
        try: r=p.parse_args(args)
        except SystemExit as x: r=('exit',x.code)
        except Exception as x: r=(type(x),str(x))
    print(args,'->',r)
    if o.getvalue(): print(o.getvalue())
    if e.getvalue(): print('ERR',e.getvalue())
for a in (['x'],['x','y','z'],['-n','5','x'],['--num=5','x'],['-n5','x'],['x','-vqq'],['x','-n'],['x','-n','a'],[],['-h'],['x','--level','mid'],['x','--level','high'],['x','--add','1','--add','2'],['x','--pair','1','2'],['x','--pair','1'],['x','--opt'],['x','--opt','5'],['--ver'],['x','--lo','5'],['x','--zzz'],['x','--l'],['x','--a','--b'],['--','-x'],['x','-q','y'],['-5'],['x','-v=3'],['x','--verbose=3'],['-v','x','-n','2','y','z']):
    run(mk(),a)
p=argparse.ArgumentParser(prog='git'); p.add_argument('--debug',action='store_true')
s=p.add_subparsers(dest='cmd',required=True,help='sub-command help')
c=s.add_parser('clone',help='clone it',aliases=['cl']); c.add_argument('url'); c.set_defaults(func=5)
t=s.add_parser('status',help='show status'); t.add_argument('-s',action='store_true')
for a in (['clone','u'],['--debug','status','-s'],[],['foo'],['-h'],['clone','-h'],['clone'],['status','extra']): run(p,a)
p=argparse.ArgumentParser(prog='x',formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument('--port',type=int,default=80,help='the port'); p.add_argument('--flag',action=argparse.BooleanOptionalAction,default=True,help='flag it')
g=p.add_argument_group('net','network things'); g.add_argument('--host',default='localhost',help='host'); p.add_argument('rest',nargs=argparse.REMAINDER)
for a in (['-h'],['--no-flag'],['--host','h','a','-b'],[]): run(p,a)
print(p.parse_known_args(['--port','1','--zip']))
p=argparse.ArgumentParser(prog='y'); p.add_argument('src',nargs='+'); p.add_argument('dst'); run(p,['a','b','c']); run(p,['a'])
g=p.add_mutually_exclusive_group(required=True); g.add_argument('--m'); g.add_argument('--k'); run(p,['a','b']); run(p,['a','b','--m','1']); run(p,['-h'])
try: p.add_argument('--m')
except argparse.ArgumentError as e: print(e)
print(argparse.Namespace(a=1), argparse.Namespace(a=1)==argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1))
p=argparse.ArgumentParser(prog='z',usage='%(prog)s [stuff]',add_help=False); p.add_argument('-x',type=lambda s:int(s,16),required=True); run(p,['-x','ff']); run(p,['-x','zz']); run(p,[])
# expect-output:
# ['x'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', 'y', 'z'] -> Namespace(name='x', files=['y', 'z'], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['-n', '5', 'x'] -> Namespace(name='x', files=[], num=5, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['--num=5', 'x'] -> Namespace(name='x', files=[], num=5, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['-n5', 'x'] -> Namespace(name='x', files=[], num=5, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '-vqq'] -> Namespace(name='x', files=[], num=3, verbose=True, level='low', q=2, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '-n'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument -n/--num: expected one argument
#
# ['x', '-n', 'a'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument -n/--num: invalid int value: 'a'
#
# [] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: the following arguments are required: name, files
#
# ['-h'] -> ('exit', 0)
# usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
#
# A tool that does things. A tool that does things. A tool that does things. A
# tool that does things. A tool that does things.
#
# positional arguments:
#   name                  the name
#   files                 files to read
#
# options:
#   -h, --help            show this help message and exit
#   -n, --num NUM         how many (default: 3)
#   -v, --verbose         talk
#   --level {low,high}
#   -q
#   --add X
#   --pair PAIR PAIR
#   --opt [OPT]
#   --long-option-name LONG_OPTION_NAME
#                         a very long help text that needs to be wrapped at some
#                         point because it is long
#   --version             show program's version number and exit
#   --a
#   --b
#
# The end.
#
# ['x', '--level', 'mid'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument --level: invalid choice: 'mid' (choose from 'low', 'high')
#
# ['x', '--level', 'high'] -> Namespace(name='x', files=[], num=3, verbose=False, level='high', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '--add', '1', '--add', '2'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=['1', '2'], pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '--pair', '1', '2'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=[1.0, 2.0], opt=None, long_option_name=None, a=False, b=False)
# ['x', '--pair', '1'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument --pair: expected 2 arguments
#
# ['x', '--opt'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt='C', long_option_name=None, a=False, b=False)
# ['x', '--opt', '5'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt='5', long_option_name=None, a=False, b=False)
# ['--ver'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: ambiguous option: --ver could match --verbose, --version
#
# ['x', '--lo', '5'] -> Namespace(name='x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name='5', a=False, b=False)
# ['x', '--zzz'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: unrecognized arguments: --zzz
#
# ['x', '--l'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: ambiguous option: --l could match --level, --long-option-name
#
# ['x', '--a', '--b'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument --b: not allowed with argument --a
#
# ['--', '-x'] -> Namespace(name='-x', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '-q', 'y'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: unrecognized arguments: y
#
# ['-5'] -> Namespace(name='-5', files=[], num=3, verbose=False, level='low', q=0, add=None, pair=None, opt=None, long_option_name=None, a=False, b=False)
# ['x', '-v=3'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument -v/--verbose: ignored explicit argument '3'
#
# ['x', '--verbose=3'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: argument -v/--verbose: ignored explicit argument '3'
#
# ['-v', 'x', '-n', '2', 'y', 'z'] -> ('exit', 2)
# ERR usage: prog [-h] [-n NUM] [-v] [--level {low,high}] [-q] [--add X]
#             [--pair PAIR PAIR] [--opt [OPT]]
#             [--long-option-name LONG_OPTION_NAME] [--version] [--a | --b]
#             name [files ...]
# prog: error: unrecognized arguments: y z
#
# ['clone', 'u'] -> Namespace(debug=False, cmd='clone', url='u', func=5)
# ['--debug', 'status', '-s'] -> Namespace(debug=True, cmd='status', s=True)
# [] -> ('exit', 2)
# ERR usage: git [-h] [--debug] {clone,cl,status} ...
# git: error: the following arguments are required: cmd
#
# ['foo'] -> ('exit', 2)
# ERR usage: git [-h] [--debug] {clone,cl,status} ...
# git: error: argument cmd: invalid choice: 'foo' (choose from 'clone', 'cl', 'status')
#
# ['-h'] -> ('exit', 0)
# usage: git [-h] [--debug] {clone,cl,status} ...
#
# positional arguments:
#   {clone,cl,status}  sub-command help
#     clone (cl)       clone it
#     status           show status
#
# options:
#   -h, --help         show this help message and exit
#   --debug
#
# ['clone', '-h'] -> ('exit', 0)
# usage: git clone [-h] url
#
# positional arguments:
#   url
#
# options:
#   -h, --help  show this help message and exit
#
# ['clone'] -> ('exit', 2)
# ERR usage: git clone [-h] url
# git clone: error: the following arguments are required: url
#
# ['status', 'extra'] -> ('exit', 2)
# ERR usage: git [-h] [--debug] {clone,cl,status} ...
# git: error: unrecognized arguments: extra
#
# ['-h'] -> ('exit', 0)
# usage: x [-h] [--port PORT] [--flag | --no-flag] [--host HOST] ...
#
# positional arguments:
#   rest
#
# options:
#   -h, --help         show this help message and exit
#   --port PORT        the port (default: 80)
#   --flag, --no-flag  flag it (default: True)
#
# net:
#   network things
#
#   --host HOST        host (default: localhost)
#
# ['--no-flag'] -> Namespace(port=80, flag=False, host='localhost', rest=[])
# ['--host', 'h', 'a', '-b'] -> Namespace(port=80, flag=True, host='h', rest=['a', '-b'])
# [] -> Namespace(port=80, flag=True, host='localhost', rest=[])
# (Namespace(port=1, flag=True, host='localhost', rest=[]), ['--zip'])
# ['a', 'b', 'c'] -> Namespace(src=['a', 'b'], dst='c')
# ['a'] -> ('exit', 2)
# ERR usage: y [-h] src [src ...] dst
# y: error: the following arguments are required: dst
#
# ['a', 'b'] -> ('exit', 2)
# ERR usage: y [-h] (--m M | --k K) src [src ...] dst
# y: error: one of the arguments --m --k is required
#
# ['a', 'b', '--m', '1'] -> Namespace(src=['a'], dst='b', m='1', k=None)
# ['-h'] -> ('exit', 0)
# usage: y [-h] (--m M | --k K) src [src ...] dst
#
# positional arguments:
#   src
#   dst
#
# options:
#   -h, --help  show this help message and exit
#   --m M
#   --k K
#
# argument --m: conflicting option string: --m
# Namespace(a=1) True True
# ['-x', 'ff'] -> Namespace(x=255)
# ['-x', 'zz'] -> ('exit', 2)
# ERR usage: z [stuff]
# z: error: argument -x: invalid <lambda> value: 'zz'
#
# [] -> ('exit', 2)
# ERR usage: z [stuff]
# z: error: the following arguments are required: -x
#
