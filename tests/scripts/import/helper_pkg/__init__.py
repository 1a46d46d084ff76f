name = 'helper_pkg'
exported = 'exported'
hidden = 'hidden'
__all__ = ['exported', 'sub']
