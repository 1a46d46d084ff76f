# gevent.monkey - time.sleep(), requests and threads that let the other greenlets run.

_patched = {}


def patch_time():
    import time
    from gevent.hub import sleep
    if 'time' not in _patched:
        _patched['time'] = {'sleep': time.sleep}
        time.sleep = sleep
    return True


def patch_socket(*args, **kwargs):
    _patched.setdefault('socket', {})   # lib/requests asks for it
    return True


def patch_thread(*args, **kwargs):
    import _strands
    from gevent.hub import get_hub
    _patched.setdefault('threading', {})
    _strands.become_green(get_hub)
    return True


def patch_all(**which):
    if which.get('time', True):
        patch_time()
    if which.get('socket', True):
        patch_socket()
    if which.get('thread', True):
        patch_thread()
    return True


def _nothing(*args, **kwargs):
    return True


patch_ssl = patch_select = patch_subprocess = _nothing
patch_os = patch_queue = patch_signal = patch_builtins = patch_sys = patch_dns = _nothing


def is_module_patched(name):
    return name in _patched


def is_object_patched(module, name):
    return name in _patched.get(module, {})


def get_original(module, name):
    import sys
    __import__(module)
    return _patched.get(module, {}).get(name, getattr(sys.modules[module], name))
