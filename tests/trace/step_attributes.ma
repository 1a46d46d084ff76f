class P:
    def __init__(self):
        self.v = 1; self.name = "a b=c 'q'"; self.items = [1, (2, 3)]; self.d = {"k": 2}
class Q:
    def __init__(self): self.p = P(); self.x = 2.5; self.t = "long " * 40
p = P(); q = Q()
print("x")
