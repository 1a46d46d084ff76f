# Identifiers in any script, folded by NFKC.
名字 = '值'
print(名字)
def 加(甲, 乙): return 甲 + 乙
print(加(1, 2))
ﬁ = 1
print(fi)
class Ünï:
    öl = 1
print(Ünï.öl, Ünï.__name__)
ｌｏｏｐ = 'full width'
print(loop)
print('日本' 'ＡＢ', len('🙂é'))
# expect-output:
# 值
# 3
# 1
# 1 Ünï
# full width
# 日本ＡＢ 2
