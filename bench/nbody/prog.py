# Floats through instance attributes.
class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def make():
    return [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
            Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037),
            Body(8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011),
            Body(12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017),
            Body(15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002)]


def advance(bodies, dt):
    n = len(bodies)
    for i in range(n):
        a = bodies[i]
        for j in range(i + 1, n):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            mag = dt / (square * square ** 0.5)
            am = a.mass * mag
            bm = b.mass * mag
            a.vx -= dx * bm
            a.vy -= dy * bm
            a.vz -= dz * bm
            b.vx += dx * am
            b.vy += dy * am
            b.vz += dz * am
    for a in bodies:
        a.x += dt * a.vx
        a.y += dt * a.vy
        a.z += dt * a.vz


bodies = make()
for _ in range(150000):
    advance(bodies, 0.001)
print('nbody', round(sum(b.x + b.y + b.z for b in bodies), 6))
