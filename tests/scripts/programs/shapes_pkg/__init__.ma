"""几何包"""
from .circle import area
from . import circle
__all__ = ['area', 'circle']
hidden = 1
print('init', __name__, __package__)
