"""What is typed at the prompt both on a pty (tests/prompt.py) and in tmux (tests/ui/repl.py), and where it is typed."""
import os

TICK = '''import asyncio
async def tick(n, secs=0.05):
    for i in range(n):
        await asyncio.sleep(secs)
        print("tick", i)
    return "done"
'''
# Prints 42; its last line stands in the prompt until Enter.
PASTE = 'import asyncio\nasync def f(x):\n    await asyncio.sleep(0.01)\n    return x * 2\n\nprint(await f(21))\n'
PASTE_LAST = '... print(await f(21))'
# Copied from a session: prompts are stripped, the 5 is dropped; prints 6.
SESSION = '>>> a = 5\n>>> def h():\n...     return a + 1\n...\n>>> h()\n5\n'
SESSION_LAST = '... h()'
# Full-width brackets around a text that stays; what the prompt then offers; what that prints.
FULL_WIDTH, MENDED, MENDED_PRINTS = 'print（"你好，世界"）', '>>> print("你好，世界")', '\n你好，世界'
COROUTINE, COROUTINE_SHOWN, COROUTINE_OFFER = 'async def f(): return 41', '<coroutine f, not started>', '>>> await f()'


def settings(folder):
    """The environment of a prompt whose history lies in `folder` and that no setting of the user reaches."""
    return dict(LC_ALL='C.UTF-8', MINIASYNC_LANG='en', NO_COLOR='1', INPUTRC='/dev/null',
                MINIASYNC_HISTORY=os.path.join(folder, 'history'))
