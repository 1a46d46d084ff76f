# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import argparse, sys, io, contextlib
p = argparse.ArgumentParser(prog='prog', description='A test program that does things.', epilog='The end.')
p.add_argument('file', help='input file'); p.add_argument('rest', nargs='*', type=int, help='ints'); p.add_argument('-v', '--verbose', action='store_true', help='be loud'); p.add_argument('-n', '--num', type=int, default=5, metavar='N', help='number (default: %(default)s)'); p.add_argument('--mode', choices=['a', 'b'], default='a'); p.add_argument('-c', action='count', default=0); p.add_argument('--list', nargs='+'); p.add_argument('-q', dest='quiet', action='store_false'); p.add_argument('--app', action='append'); p.add_argument('--const', action='store_const', const=42); p.add_argument('--version', action='version', version='%(prog)s 1.0'); p.add_argument('--flag', action=argparse.BooleanOptionalAction)
def run(p, *args):
    e = io.StringIO(); o = io.StringIO()
    try:
        with contextlib.redirect_stderr(e), contextlib.redirect_stdout(o): r = p.parse_args(list(args))
        print(r)
    except SystemExit as x: print('exit', x.code, o.getvalue(), e.getvalue())
for a in (['f'], ['f', '1', '2', '-v', '-n', '3'], ['-h'], [], ['f', '-n', 'x'], ['f', '--mode', 'z'], ['f', '-ccc', '--list', 'x', 'y', '--app', '1', '--app', '2'], ['f', 'x'], ['f', '--nope'], ['f', '--version'], ['f', '--num=7', '--const', '-q'], ['f', '--verb'], ['f', '--no-flag'], ['f', '--list'], ['f', '-n'], ['f', '--', '5'], ['f', '-n3', '-vc'], ['f', '--flag', '--ver']): run(p, *a)
print(p.format_usage(), p.parse_known_args(['f', '--zz', '1'])); 
q = argparse.ArgumentParser(prog='q', formatter_class=argparse.RawDescriptionHelpFormatter, add_help=False, description='raw\n  text'); g = q.add_mutually_exclusive_group(required=True); g.add_argument('-a', action='store_true'); g.add_argument('-b', type=float); gg = q.add_argument_group('grp', 'group desc'); gg.add_argument('--opt', required=True, help=argparse.SUPPRESS); gg.add_argument('pos', nargs='?', default='D')
for a in (['-a', '--opt', '1'], ['-a', '-b', '1'], ['--opt', '1'], ['-b', '2', '--opt', 'x', 'P']): run(q, *a)
print(q.format_help())
r = argparse.ArgumentParser(prog='r'); sp = r.add_subparsers(dest='cmd', required=True, help='sub help', metavar='CMD'); a = sp.add_parser('add', help='adds', aliases=['a']); a.add_argument('x', type=int); a.set_defaults(func=lambda ns: ns.x + 1); b = sp.add_parser('rm'); b.add_argument('--f', '--force', dest='f', action='store_true')
for z in (['add', '3'], ['rm', '--force'], [], ['zz'], ['add'], ['add', '-h'], ['-h'], ['a', '5']): 
    if z == ['add', '3']: ns = r.parse_args(z); print(ns.func(ns), ns.cmd)
    elif z[:1] != ['a']: run(r, *z)
class Act(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None): setattr(ns, self.dest, (values, option_string))
s = argparse.ArgumentParser(prog='s', exit_on_error=False, prefix_chars='-+', fromfile_prefix_chars='@'); s.add_argument('+x', action=Act, nargs=2); s.add_argument('--up', type=str.upper, default='d'); s.add_argument('--env', type=lambda v: v.split(','), default='a,b'); print(s.parse_args(['+x', '1', '2', '--up', 'abc'])); t(lambda: s.parse_args(['--zz']) if 0 else 0); s.set_defaults(z=1); print(s.parse_args([]), s.get_default('z'), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1), vars(argparse.Namespace(b=2)))
def pos(v):
    i = int(v)
    if i < 0: raise argparse.ArgumentTypeError(f'{v} is negative')
    return i
u = argparse.ArgumentParser(prog='u', usage='%(prog)s custom'); u.add_argument('--p', type=pos); u.add_argument('--rem', nargs=argparse.REMAINDER); run(u, '--p', '-5'); run(u, '--p=-5'); run(u, '--rem', 'a', '--b'); run(u, '-h'); v = argparse.ArgumentParser(prog='v', formatter_class=argparse.ArgumentDefaultsHelpFormatter, parents=[q] if 0 else []); v.add_argument('--long-option-name', default=3, help='some help text that is very long and needs to be wrapped over several lines ok'); v.add_argument('--x', type=int, help='x'); print(v.format_help()); t(lambda: v.add_argument('--x')); t(lambda: v.add_argument('a', 'b')); t(lambda: v.add_argument('--y', action='zz')); t(lambda: v.add_argument('z', required=True)); t(lambda: v.error('boom') if 0 else 0)
# expect-output:
# Namespace(file='f', rest=[], verbose=False, num=5, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=None)
# Namespace(file='f', rest=[1, 2], verbose=True, num=3, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=None)
# exit 0 usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
#
# A test program that does things.
#
# positional arguments:
#   file                  input file
#   rest                  ints
#
# options:
#   -h, --help            show this help message and exit
#   -v, --verbose         be loud
#   -n, --num N           number (default: 5)
#   --mode {a,b}
#   -c
#   --list LIST [LIST ...]
#   -q
#   --app APP
#   --const
#   --version             show program's version number and exit
#   --flag, --no-flag
#
# The end.
#  
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: the following arguments are required: file, rest
#
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: argument -n/--num: invalid int value: 'x'
#
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: argument --mode: invalid choice: 'z' (choose from 'a', 'b')
#
# Namespace(file='f', rest=[], verbose=False, num=5, mode='a', c=3, list=['x', 'y'], quiet=True, app=['1', '2'], const=None, flag=None)
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: argument rest: invalid int value: 'x'
#
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: unrecognized arguments: --nope
#
# exit 0 prog 1.0
#  
# Namespace(file='f', rest=[], verbose=False, num=7, mode='a', c=0, list=None, quiet=False, app=None, const=42, flag=None)
# Namespace(file='f', rest=[], verbose=True, num=5, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=None)
# Namespace(file='f', rest=[], verbose=False, num=5, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=False)
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: argument --list: expected at least one argument
#
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: argument -n/--num: expected one argument
#
# Namespace(file='f', rest=[5], verbose=False, num=5, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=None)
# Namespace(file='f', rest=[], verbose=True, num=3, mode='a', c=1, list=None, quiet=True, app=None, const=None, flag=None)
# exit 2  usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
# prog: error: ambiguous option: --ver could match --verbose, --version
#
# usage: prog [-h] [-v] [-n N] [--mode {a,b}] [-c] [--list LIST [LIST ...]] [-q]
#             [--app APP] [--const] [--version] [--flag | --no-flag]
#             file [rest ...]
#  (Namespace(file='f', rest=[], verbose=False, num=5, mode='a', c=0, list=None, quiet=True, app=None, const=None, flag=None), ['--zz', '1'])
# Namespace(a=True, b=None, opt='1', pos='D')
# exit 2  usage: q (-a | -b B) [pos]
# q: error: argument -b: not allowed with argument -a
#
# exit 2  usage: q (-a | -b B) [pos]
# q: error: one of the arguments -a -b is required
#
# Namespace(a=False, b=2.0, opt='x', pos='P')
# usage: q (-a | -b B) [pos]
#
# raw
#   text
#
# options:
#   -a
#   -b B
#
# grp:
#   group desc
#
#   pos
#
# 4 add
# Namespace(cmd='rm', f=True)
# exit 2  usage: r [-h] CMD ...
# r: error: the following arguments are required: CMD
#
# exit 2  usage: r [-h] CMD ...
# r: error: argument CMD: invalid choice: 'zz' (choose from 'add', 'a', 'rm')
#
# exit 2  usage: r add [-h] x
# r add: error: the following arguments are required: x
#
# exit 0 usage: r add [-h] x
#
# positional arguments:
#   x
#
# options:
#   -h, --help  show this help message and exit
#  
# exit 0 usage: r [-h] CMD ...
#
# positional arguments:
#   CMD         sub help
#     add (a)   adds
#
# options:
#   -h, --help  show this help message and exit
#  
# Namespace(x=(['1', '2'], '+x'), up='ABC', env=['a', 'b'])
# 0
# Namespace(x=None, up='D', env=['a', 'b'], z=1) 1 True True {'b': 2}
# exit 2  usage: u custom
# u: error: argument --p: -5 is negative
#
# exit 2  usage: u custom
# u: error: argument --p: -5 is negative
#
# Namespace(p=None, rem=['a', '--b'])
# exit 0 usage: u custom
#
# options:
#   -h, --help  show this help message and exit
#   --p P
#   --rem ...
#  
# usage: v [-h] [--long-option-name LONG_OPTION_NAME] [--x X]
#
# options:
#   -h, --help            show this help message and exit
#   --long-option-name LONG_OPTION_NAME
#                         some help text that is very long and needs to be
#                         wrapped over several lines ok (default: 3)
#   --x X                 x (default: None)
#
# ArgumentError argument --x: conflicting option string: --x
# ValueError invalid option string 'a': must start with a character '-'
# ValueError unknown action "zz"
# TypeError 'required' is an invalid argument for positionals
# 0
