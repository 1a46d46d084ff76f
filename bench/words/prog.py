# Build, split, count in a dict, sort, join.
def run():
    state = 42
    parts = []
    for _ in range(900000):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        parts.append('w' + str((state >> 16) % 5000))
    text = ' '.join(parts)
    counts = {}
    for word in text.split(' '):
        counts[word] = counts.get(word, 0) + 1
    order = sorted(counts.items(), key=lambda p: (-p[1], p[0]))
    return len(text), len(order), ','.join([w for w, _ in order])[:40]


print('words', *run())
