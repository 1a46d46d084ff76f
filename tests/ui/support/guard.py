"""Nothing that a test starts outlives it: sys.exit(guard.run(main)) runs main() in a child process, with a folder of its
own for temporary files. However the child ends, what is left of all it started (sessions of tmux, browsers, programs
without an end) is ended, and the folder is removed."""
import ctypes
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback

PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """A descendant whose parent ends becomes a child of this process, not of init. Linux only."""
    try:
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    except (OSError, AttributeError):
        pass


def descendants(pid):
    """All processes below pid, by /proc."""
    parents = {}
    for name in os.listdir('/proc') if os.path.isdir('/proc') else ():
        try:
            with open('/proc/%s/stat' % int(name)) as f:
                parents[int(name)] = int(f.read().rsplit(')', 1)[1].split()[1])
        except (ValueError, OSError):
            continue
    found, news = [], [pid]
    while news:
        news = [child for child, parent in parents.items() if parent in news]
        found += news
    return found


def end_the_rest():
    """Ends what is left; some may start others while they end."""
    for _ in range(50):
        for pid in descendants(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return
        time.sleep(0.02)


def run_child(main):
    status = 1
    try:
        status = main()
    except SystemExit as e:
        status = e.code if isinstance(e.code, int) else 0 if e.code is None else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status or 0)


def run(main):
    folder = tempfile.mkdtemp(prefix='miniasync-ui-')
    adopt_orphans()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.environ['TMPDIR'] = tempfile.tempdir = folder
        run_child(main)

    def interrupted(number, frame):
        os.kill(child, signal.SIGKILL)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupted)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    end_the_rest()
    shutil.rmtree(folder, ignore_errors=True)
    return status if status >= 0 else 1
