# Many small checks; CPython prints the same.
import difflib, random
r = random.Random(3)
def lines(n): return [''.join(r.choice('abcde ') for _ in range(r.randint(3, 12))) + '\n' for _ in range(n)]
for k in range(30):
    a = lines(r.randint(0, 15)); b = list(a)
    for _ in range(r.randint(0, 6)):
        i = r.randint(0, len(b)); op = r.choice('ird')
        if op == 'i': b[i:i] = lines(1)
        elif b and op == 'd': del b[i - 1]
        elif b: l = list(b[i - 1]); l[r.randrange(len(l) - 1)] = 'Z'; b[i - 1] = ''.join(l)
    print(''.join(difflib.ndiff(a, b))); print(''.join(difflib.unified_diff(a, b, 'x', 'y', n=r.randint(0, 3)))); print(''.join(difflib.context_diff(a, b, 'x', 'y', 'd1', 'd2')))
    s = difflib.SequenceMatcher(None, ''.join(a), ''.join(b)); print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks()[:4], s.get_opcodes()[:3])
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), list(difflib.restore(difflib.ndiff(['a\n', 'b\n'], ['a\n', 'c\n']), 1)), difflib.SequenceMatcher(lambda x: x == ' ', 'private Thread', 'private volatile Thread').ratio())
# expect-output:
#   ebced eaeadc
#   bb deedd bb
#   ed a 
#   beac
#   cde
# -  dd edbca
# - bdb
# ?  ^
# + bZb
# ?  ^
#
# --- x
# +++ y
# @@ -3,5 +3,4 @@
#  ed a 
#  beac
#  cde
# - dd edbca
# -bdb
# +bZb
#
# *** x	d1
# --- y	d2
# ***************
# *** 3,7 ****
#   ed a 
#   beac
#   cde
# !  dd edbca
# ! bdb
# --- 3,6 ----
#   ed a 
#   beac
#   cde
# ! bZb
#
# 0.8775510204081632 0.8775510204081632 0.8979591836734694 [Match(a=0, b=0, size=40), Match(a=46, b=40, size=1), Match(a=52, b=42, size=2), Match(a=54, b=44, size=0)] [('equal', 0, 40, 0, 40), ('delete', 40, 46, 40, 40), ('equal', 46, 47, 40, 41)]
#   edebc ace  
#    ceee
#     b 
#   ccaad dacadb
#   cdd
# + ecadee ba
#   aeea
#    ececebac
# - aae
# ?   ^
# + aaZ
# ?   ^
#   abdcecb acc
#   bddded e
#   aeecd   bcd
#
# --- x
# +++ y
# @@ -4,7 +4,8 @@
#  ccaad dacadb
#  cdd
# +ecadee ba
#  aeea
#   ececebac
# -aae
# +aaZ
#  abdcecb acc
#  bddded e
#
# *** x	d1
# --- y	d2
# ***************
# *** 3,11 ****
#     b 
#   ccaad dacadb
#   cdd
#   aeea
#    ececebac
# ! aae
#   abdcecb acc
#   bddded e
#   aeecd   bcd
# --- 3,12 ----
#     b 
#   ccaad dacadb
#   cdd
# + ecadee ba
#   aeea
#    ececebac
# ! aaZ
#   abdcecb acc
#   bddded e
#   aeecd   bcd
#
# 0.9381443298969072 0.9484536082474226 0.9484536082474226 [Match(a=0, b=0, size=40), Match(a=40, b=50, size=17), Match(a=58, b=68, size=34), Match(a=92, b=102, size=0)] [('equal', 0, 40, 0, 40), ('insert', 40, 40, 40, 50), ('equal', 40, 57, 50, 67)]
#    ce c da
#   a acc dceecb
#   bcceccda
#   e  
#   ceb c
#   cb d  
#   aecc
# - dbac  
# ?  ^
# + dZac  
# ?  ^
#   edcbaa
#   bcebcc aece
#   dcecd
#    dcdedad
#   badee
# + cabaa ebdeaa
#   e ba d  e
#
# --- x
# +++ y
# @@ -5,10 +5,11 @@
#  ceb c
#  cb d  
#  aecc
# -dbac  
# +dZac  
#  edcbaa
#  bcebcc aece
#  dcecd
#   dcdedad
#  badee
# +cabaa ebdeaa
#  e ba d  e
#
# *** x	d1
# --- y	d2
# ***************
# *** 5,14 ****
#   ceb c
#   cb d  
#   aecc
# ! dbac  
#   edcbaa
#   bcebcc aece
#   dcecd
#    dcdedad
#   badee
#   e ba d  e
# --- 5,15 ----
#   ceb c
#   cb d  
#   aecc
# ! dZac  
#   edcbaa
#   bcebcc aece
#   dcecd
#    dcdedad
#   badee
# + cabaa ebdeaa
#   e ba d  e
#
# 0.9356223175965666 0.944206008583691 0.944206008583691 [Match(a=0, b=0, size=54), Match(a=55, b=55, size=45), Match(a=100, b=113, size=10), Match(a=110, b=123, size=0)] [('equal', 0, 54, 0, 54), ('replace', 54, 55, 54, 55), ('equal', 55, 100, 55, 100)]
# + a  daebacde
# - ecb a
# ?    ^
# + ecbZa
# ?    ^
# +  edaZbceee
#   edaeacbceda
# + caabaaaada
#   bbaeabbc
# + edcbcacd de
#
# --- x
# +++ y
# @@ -1,3 +1,7 @@
# -ecb a
# +a  daebacde
# +ecbZa
# + edaZbceee
#  edaeacbceda
# +caabaaaada
#  bbaeabbc
# +edcbcacd de
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,3 ****
# ! ecb a
#   edaeacbceda
#   bbaeabbc
# --- 1,7 ----
# ! a  daebacde
# ! ecbZa
# !  edaZbceee
#   edaeacbceda
# + caabaaaada
#   bbaeabbc
# + edcbcacd de
#
# 0.54 0.54 0.54 [Match(a=0, b=12, size=3), Match(a=3, b=18, size=1), Match(a=4, b=21, size=1), Match(a=5, b=28, size=13)] [('insert', 0, 0, 0, 12), ('equal', 0, 3, 12, 15), ('insert', 3, 3, 15, 18)]
# - dac d cd dda
#
# --- x
# +++ y
# @@ -1 +0,0 @@
# -dac d cd dda
#
# *** x	d1
# --- y	d2
# ***************
# *** 1 ****
# - dac d cd dda
# --- 0 ----
#
# 0.0 0.0 0.0 [Match(a=13, b=0, size=0)] [('delete', 0, 13, 0, 0)]
#   bdbacceca
#    a  ed a c
#
#
#
# 1.0 1.0 1.0 [Match(a=0, b=0, size=21), Match(a=21, b=21, size=0)] [('equal', 0, 21, 0, 21)]
#   aeee
# - ae aea
# ?      ^
# + ae aeZ
# ?      ^
# - cebabb bde 
# ?        ^
# + cebabb Zde 
# ?        ^
#   ccedcedad
#   bd bd ee e 
#   b dbbad d 
#   de bbcbbeec
#    ec  d
#   eecbcacddbbe
#
# --- x
# +++ y
# @@ -1,6 +1,6 @@
#  aeee
# -ae aea
# -cebabb bde 
# +ae aeZ
# +cebabb Zde 
#  ccedcedad
#  bd bd ee e 
#  b dbbad d 
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,6 ****
#   aeee
# ! ae aea
# ! cebabb bde 
#   ccedcedad
#   bd bd ee e 
#   b dbbad d 
# --- 1,6 ----
#   aeee
# ! ae aeZ
# ! cebabb Zde 
#   ccedcedad
#   bd bd ee e 
#   b dbbad d 
#
# 0.9775280898876404 0.9775280898876404 1.0 [Match(a=0, b=0, size=10), Match(a=11, b=11, size=8), Match(a=20, b=20, size=69), Match(a=89, b=89, size=0)] [('equal', 0, 10, 0, 10), ('replace', 10, 11, 10, 11), ('equal', 11, 19, 11, 19)]
# +  ddbecaca da
#   e ead ad a
#   bb   abcbb
# - bbe  ac
# ?    ^
# + bbeZ ac
# ?    ^
#   acbda
# - aacc
# ? ^
# + Zacc
# ? ^
# - cde
#
# --- x
# +++ y
# @@ -1,6 +1,6 @@
# + ddbecaca da
#  e ead ad a
#  bb   abcbb
# -bbe  ac
# +bbeZ ac
#  acbda
# -aacc
# -cde
# +Zacc
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,6 ****
#   e ead ad a
#   bb   abcbb
# ! bbe  ac
#   acbda
# ! aacc
# ! cde
# --- 1,6 ----
# +  ddbecaca da
#   e ead ad a
#   bb   abcbb
# ! bbeZ ac
#   acbda
# ! Zacc
#
# 0.7878787878787878 0.9090909090909091 0.9090909090909091 [Match(a=0, b=13, size=25), Match(a=26, b=39, size=10), Match(a=37, b=50, size=4), Match(a=45, b=54, size=0)] [('insert', 0, 0, 0, 13), ('equal', 0, 25, 13, 38), ('replace', 25, 26, 38, 39)]
# -  c cdc    c
# - c ee
# - a deca c  e
#
# --- x
# +++ y
# @@ -1,3 +0,0 @@
# - c cdc    c
# -c ee
# -a deca c  e
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,3 ****
# -  c cdc    c
# - c ee
# - a deca c  e
# --- 0 ----
#
# 0.0 0.0 0.0 [Match(a=29, b=0, size=0)] [('delete', 0, 29, 0, 0)]
# - dcb aa bee
#    dcaccdabade
# - b eccdd
#   acdabcea ae
# - b be
#
# --- x
# +++ y
# @@ -1,5 +1,2 @@
# -dcb aa bee
#   dcaccdabade
# -b eccdd
#  acdabcea ae
# -b be
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,5 ****
# - dcb aa bee
#    dcaccdabade
# - b eccdd
#   acdabcea ae
# - b be
# --- 1,2 ----
#
# 0.6756756756756757 0.6756756756756757 0.6756756756756757 [Match(a=11, b=0, size=13), Match(a=32, b=13, size=12), Match(a=49, b=25, size=0)] [('delete', 0, 11, 0, 0), ('equal', 11, 24, 0, 13), ('delete', 24, 32, 13, 13)]
#   eebebb
#   ccadddc
#   ec de  c da
#   b  aa bdbe d
#   bebae 
#   aec bbdaea
# + cadd ddbda
# - ceb
# ?   ^
# + ceZ
# ?   ^
#   adeacccc  b
#   ea a
# - babd bdc
# ?      ^
# + babd Zdc
# ?      ^
#   adab
# - ddd a
# ?    ^
# + dddZa
# ?    ^
#
# --- x
# +++ y
# @@ -4,9 +4,10 @@
#  b  aa bdbe d
#  bebae 
#  aec bbdaea
# -ceb
# +cadd ddbda
# +ceZ
#  adeacccc  b
#  ea a
# -babd bdc
# +babd Zdc
#  adab
# -ddd a
# +dddZa
#
# *** x	d1
# --- y	d2
# ***************
# *** 4,12 ****
#   b  aa bdbe d
#   bebae 
#   aec bbdaea
# ! ceb
#   adeacccc  b
#   ea a
# ! babd bdc
#   adab
# ! ddd a
# --- 4,13 ----
#   b  aa bdbe d
#   bebae 
#   aec bbdaea
# ! cadd ddbda
# ! ceZ
#   adeacccc  b
#   ea a
# ! babd Zdc
#   adab
# ! dddZa
#
# 0.9186602870813397 0.937799043062201 0.9473684210526315 [Match(a=0, b=0, size=59), Match(a=59, b=70, size=1), Match(a=61, b=72, size=23), Match(a=85, b=96, size=11)] [('equal', 0, 59, 0, 59), ('insert', 59, 59, 59, 70), ('equal', 59, 60, 70, 71)]
#   bcc
#   debbb
#   bed
# - b abaebddba
# ?        ^
# + b abaebZdba
# ?        ^
#   ddc
#   a  abdadd
#   bba
#
# --- x
# +++ y
# @@ -2,5 +2,5 @@
#  debbb
#  bed
# -b abaebddba
# +b abaebZdba
#  ddc
#  a  abdadd
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,7 ****
#   bcc
#   debbb
#   bed
# ! b abaebddba
#   ddc
#   a  abdadd
#   bba
# --- 1,7 ----
#   bcc
#   debbb
#   bed
# ! b abaebZdba
#   ddc
#   a  abdadd
#   bba
#
# 0.9772727272727273 0.9772727272727273 1.0 [Match(a=0, b=0, size=21), Match(a=22, b=22, size=22), Match(a=44, b=44, size=0)] [('equal', 0, 21, 0, 21), ('replace', 21, 22, 21, 22), ('equal', 22, 44, 22, 44)]
#   ecac c
#   aa daeea
# + db ea d  c
#   a aa
#   eadab
#   cbdcdc adce
#   acbdaedec
#    db  decbcd
#   bd dccbe e
#   dabb ada 
#   cbe 
# - ead
#     ccaabdac
#   cada bb ab b
#   aabcbbeedeec
#   bdbeaaaeaab
#
# --- x
# +++ y
# @@ -1,5 +1,6 @@
#  ecac c
#  aa daeea
# +db ea d  c
#  a aa
#  eadab
#  cbdcdc adce
# @@ -8,7 +9,6 @@
#  bd dccbe e
#  dabb ada 
#  cbe 
# -ead
#    ccaabdac
#  cada bb ab b
#  aabcbbeedeec
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,5 ****
# --- 1,6 ----
#   ecac c
#   aa daeea
# + db ea d  c
#   a aa
#   eadab
#   cbdcdc adce
# ***************
# *** 8,14 ****
#   bd dccbe e
#   dabb ada 
#   cbe 
# - ead
#     ccaabdac
#   cada bb ab b
#   aabcbbeedeec
# --- 9,14 ----
#
# 0.9477351916376306 0.975609756097561 0.975609756097561 [Match(a=0, b=0, size=15), Match(a=15, b=26, size=72), Match(a=91, b=98, size=49), Match(a=140, b=147, size=0)] [('equal', 0, 15, 0, 15), ('insert', 15, 15, 15, 26), ('equal', 15, 87, 26, 98)]
# - eddbaea
#   c  accbdae
# - d aeebbc
# + b b b ed
# + dZaZeZZc
#
# --- x
# +++ y
# @@ -1,3 +1,3 @@
# -eddbaea
#  c  accbdae
# -d aeebbc
# +b b b ed
# +dZaZeZZc
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,3 ****
# - eddbaea
#   c  accbdae
# ! d aeebbc
# --- 1,3 ----
#   c  accbdae
# ! b b b ed
# ! dZaZeZZc
#
# 0.5614035087719298 0.8070175438596491 0.9824561403508771 [Match(a=8, b=0, size=11), Match(a=19, b=18, size=1), Match(a=21, b=22, size=1), Match(a=22, b=24, size=1)] [('delete', 0, 8, 0, 0), ('equal', 8, 19, 0, 11), ('insert', 19, 19, 11, 18)]
# - abaa bc
#
# --- x
# +++ y
# @@ -1 +0,0 @@
# -abaa bc
#
# *** x	d1
# --- y	d2
# ***************
# *** 1 ****
# - abaa bc
# --- 0 ----
#
# 0.0 0.0 0.0 [Match(a=8, b=0, size=0)] [('delete', 0, 8, 0, 0)]
# +  ebea
# - dcdd
# - bbd 
#   d cbdcd
# - eebcccadcc
# ?   ^
# + eeZcccadcc
# ?   ^
#
# --- x
# +++ y
# @@ -1,4 +1,3 @@
# -dcdd
# -bbd 
# + ebea
#  d cbdcd
# -eebcccadcc
# +eeZcccadcc
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,4 ****
# ! dcdd
# ! bbd 
#   d cbdcd
# ! eebcccadcc
# --- 1,3 ----
# !  ebea
#   d cbdcd
# ! eeZcccadcc
#
# 0.7407407407407407 0.7777777777777778 0.9259259259259259 [Match(a=5, b=2, size=1), Match(a=9, b=5, size=11), Match(a=21, b=17, size=8), Match(a=29, b=25, size=0)] [('replace', 0, 5, 0, 2), ('equal', 5, 6, 2, 3), ('replace', 6, 9, 3, 5)]
#
#
#
# 1.0 1.0 1.0 [Match(a=0, b=0, size=0)] []
#   cb dd c
# + dbbb b
#   aada  be
#   b dece
#   cabaa
#    adde eedc
#    bcba beadc
#   dccdcebecb
#   addbdeecace
#   eadbc cad ac
#   ed 
# + c a
#   bccb ddcac
# - accede
# - abdcdad
# ?   ^
# + abZcdad
# ?   ^
#   b a ea
#
# --- x
# +++ y
# @@ -1,4 +1,5 @@
#  cb dd c
# +dbbb b
#  aada  be
#  b dece
#  cabaa
# @@ -8,7 +9,7 @@
#  addbdeecace
#  eadbc cad ac
#  ed 
# +c a
#  bccb ddcac
# -accede
# -abdcdad
# +abZcdad
#  b a ea
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,4 ****
# --- 1,5 ----
#   cb dd c
# + dbbb b
#   aada  be
#   b dece
#   cabaa
# ***************
# *** 8,14 ****
#   addbdeecace
#   eadbc cad ac
#   ed 
#   bccb ddcac
# ! accede
# ! abdcdad
#   b a ea
# --- 9,15 ----
#   addbdeecace
#   eadbc cad ac
#   ed 
# + c a
#   bccb ddcac
# ! abZcdad
#   b a ea
#
# 0.921875 0.953125 0.984375 [Match(a=0, b=0, size=7), Match(a=7, b=14, size=86), Match(a=93, b=104, size=12), Match(a=112, b=116, size=1)] [('equal', 0, 7, 0, 7), ('insert', 7, 7, 7, 14), ('equal', 7, 93, 14, 100)]
# +  bcb 
#
# --- x
# +++ y
# @@ -0,0 +1 @@
# + bcb 
#
# *** x	d1
# --- y	d2
# ***************
# *** 0 ****
# --- 1 ----
# +  bcb 
#
# 0.0 0.0 0.0 [Match(a=0, b=6, size=0)] [('insert', 0, 0, 0, 6)]
#   ebe
#   daddba
#   ababcbd
#   eabacbdb
#
#
#
# 1.0 1.0 1.0 [Match(a=0, b=0, size=28), Match(a=28, b=28, size=0)] [('equal', 0, 28, 0, 28)]
#    cda
#   e deddee
#   dbeddbe
#     bcbcc
#   baeade
#   aeaba
#   e ce cade
#   dcbeebcdeec 
#   ec e c c
# - ccbaeeb
# ?   ^
# + ccZaeeb
# ?   ^
# -   bcdcdb
# + dbcbacaeabab
#   cebeeedeaa
#   deecabddb
#   ceba
#   dad d ecacc
#
# --- x
# +++ y
# @@ -9,4 +9,4 @@
#  ec e c c
# -ccbaeeb
# -  bcdcdb
# +ccZaeeb
# +dbcbacaeabab
#  cebeeedeaa
#
# *** x	d1
# --- y	d2
# ***************
# *** 7,14 ****
#   e ce cade
#   dcbeebcdeec 
#   ec e c c
# ! ccbaeeb
# !   bcdcdb
#   cebeeedeaa
#   deecabddb
#   ceba
# --- 7,14 ----
#   e ce cade
#   dcbeebcdeec 
#   ec e c c
# ! ccZaeeb
# ! dbcbacaeabab
#   cebeeedeaa
#   deecabddb
#   ceba
#
# 0.946969696969697 0.9621212121212122 0.9848484848484849 [Match(a=0, b=0, size=77), Match(a=78, b=78, size=5), Match(a=85, b=84, size=2), Match(a=88, b=88, size=1)] [('equal', 0, 77, 0, 77), ('replace', 77, 78, 77, 78), ('equal', 78, 83, 78, 83)]
#
#
#
# 1.0 1.0 1.0 [Match(a=0, b=0, size=0)] []
#    bdc eae
# + cdbbcccca
#   bdbccebab
# + cdbebb
#   adacdadbdcbd
#   e de  
#   dca   a
#   d ca
# + bacdbd  
#   cdd
# -  c d
#   bcb daa eaee
#   eabbde
#   ccd ebbec
#   ebeeceec
#   e  ebda 
#   c bdbbada
#
# --- x
# +++ y
# @@ -1,11 +1,13 @@
#   bdc eae
# +cdbbcccca
#  bdbccebab
# +cdbebb
#  adacdadbdcbd
#  e de  
#  dca   a
#  d ca
# +bacdbd  
#  cdd
# - c d
#  bcb daa eaee
#  eabbde
#  ccd ebbec
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,11 ****
#    bdc eae
#   bdbccebab
#   adacdadbdcbd
#   e de  
#   dca   a
#   d ca
#   cdd
# -  c d
#   bcb daa eaee
#   eabbde
#   ccd ebbec
# --- 1,13 ----
#    bdc eae
# + cdbbcccca
#   bdbccebab
# + cdbebb
#   adacdadbdcbd
#   e de  
#   dca   a
#   d ca
# + bacdbd  
#   cdd
#   bcb daa eaee
#   eabbde
#   ccd ebbec
#
# 0.9034749034749034 0.918918918918919 0.918918918918919 [Match(a=0, b=0, size=9), Match(a=9, b=19, size=8), Match(a=17, b=34, size=35), Match(a=52, b=71, size=2)] [('equal', 0, 9, 0, 9), ('insert', 9, 9, 9, 19), ('equal', 9, 17, 19, 27)]
# -  cebb 
#   deedeb cdca
#   edda
#   bced dbdedcd
#   dba dc becac
# - bcd ebdcdae
#
# --- x
# +++ y
# @@ -1 +0,0 @@
# - cebb 
# @@ -6 +4,0 @@
# -bcd ebdcdae
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,6 ****
# -  cebb 
#   deedeb cdca
#   edda
#   bced dbdedcd
#   dba dc becac
# - bcd ebdcdae
# --- 1,4 ----
#
# 0.819047619047619 0.819047619047619 0.819047619047619 [Match(a=7, b=0, size=43), Match(a=62, b=43, size=0)] [('delete', 0, 7, 0, 0), ('equal', 7, 50, 0, 43), ('delete', 50, 62, 43, 43)]
# -  cecd  cad e
#   ddcebbc 
#   ed ace
# + dcacbb
#   c dbe
#   dbdeeca a
#   d bbe baaeea
#   eecdcadc 
#   bcabadcd
# - cc bc
# ?    -
# + bcc ca
# ? +    +
#
# --- x
# +++ y
# @@ -1,9 +1,9 @@
# - cecd  cad e
#  ddcebbc 
#  ed ace
# +dcacbb
#  c dbe
#  dbdeeca a
#  d bbe baaeea
#  eecdcadc 
#  bcabadcd
# -cc bc
# +bcc ca
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,9 ****
# -  cecd  cad e
#   ddcebbc 
#   ed ace
#   c dbe
#   dbdeeca a
#   d bbe baaeea
#   eecdcadc 
#   bcabadcd
# ! cc bc
# --- 1,9 ----
#   ddcebbc 
#   ed ace
# + dcacbb
#   c dbe
#   dbdeeca a
#   d bbe baaeea
#   eecdcadc 
#   bcabadcd
# ! bcc ca
#
# 0.8571428571428571 0.9316770186335404 0.968944099378882 [Match(a=13, b=0, size=15), Match(a=28, b=22, size=49), Match(a=77, b=72, size=3), Match(a=81, b=75, size=1)] [('delete', 0, 13, 0, 0), ('equal', 13, 28, 0, 15), ('insert', 28, 28, 15, 22)]
# +   dbaac
#   bcd dee edd
#   cecedba
# +  a 
#   bd 
#   bbe
#      cca
# - e cbabb add
# - baec e 
# ?  ^   ^
# + bZec Z 
# ?  ^   ^
#   cbaea
#
# --- x
# +++ y
# @@ -1,8 +1,9 @@
# +  dbaac
#  bcd dee edd
#  cecedba
# + a 
#  bd 
#  bbe
#     cca
# -e cbabb add
# -baec e 
# +bZec Z 
#  cbaea
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,8 ****
#   bcd dee edd
#   cecedba
#   bd 
#   bbe
#      cca
# ! e cbabb add
# ! baec e 
#   cbaea
# --- 1,9 ----
# +   dbaac
#   bcd dee edd
#   cecedba
# +  a 
#   bd 
#   bbe
#      cca
# ! bZec Z 
#   cbaea
#
# 0.7704918032786885 0.9180327868852459 1.0 [Match(a=0, b=8, size=20), Match(a=20, b=32, size=15), Match(a=38, b=47, size=1), Match(a=49, b=49, size=3)] [('insert', 0, 0, 0, 8), ('equal', 0, 20, 8, 28), ('insert', 20, 20, 28, 32)]
# + daac ccddcc
#   abda
#   d  c bddbac
#   bbddad
#   eae ebca
#   dae
#   bbdeec e
#     beed ca
#   deeac
#   ebdebcebbcec
# - adad
# + ab de 
#    daaad
# +  ead aa
#
# --- x
# +++ y
# @@ -1 +1,2 @@
# +daac ccddcc
#  abda
# @@ -9,3 +10,4 @@
#  ebdebcebbcec
# -adad
# +ab de 
#   daaad
# + ead aa
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,3 ****
# --- 1,4 ----
# + daac ccddcc
#   abda
#   d  c bddbac
#   bbddad
# ***************
# *** 7,11 ****
#     beed ca
#   deeac
#   ebdebcebbcec
# ! adad
#    daaad
# --- 8,13 ----
#     beed ca
#   deeac
#   ebdebcebbcec
# ! ab de 
#    daaad
# +  ead aa
#
# 0.8673469387755102 0.8877551020408163 0.8877551020408163 [Match(a=0, b=12, size=76), Match(a=76, b=90, size=1), Match(a=79, b=93, size=8), Match(a=87, b=109, size=0)] [('insert', 0, 0, 0, 12), ('equal', 0, 76, 12, 88), ('insert', 76, 76, 88, 90)]
# -  cee
# ?  ^
# +  Zee
# ?  ^
#   dac
# + edcdd
#   ad  cedddc
# + ea beaed
#   accd  cd cbc
#    c d
#
# --- x
# +++ y
# @@ -1,5 +1,7 @@
# - cee
# + Zee
#  dac
# +edcdd
#  ad  cedddc
# +ea beaed
#  accd  cd cbc
#   c d
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,5 ****
# !  cee
#   dac
#   ad  cedddc
#   accd  cd cbc
#    c d
# --- 1,7 ----
# !  Zee
#   dac
# + edcdd
#   ad  cedddc
# + ea beaed
#   accd  cd cbc
#    c d
#
# 0.8131868131868132 0.8351648351648352 0.8351648351648352 [Match(a=0, b=0, size=1), Match(a=2, b=2, size=6), Match(a=8, b=14, size=11), Match(a=19, b=34, size=19)] [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 8, 2, 8)]
#   ac dc dce
#   bbbea 
#    aeddddee
#   debdda e ba
# - e  abd
#   aaaebcebddb
#   b  dd
# + c aadd 
#    deaceae
#   cedbacba
#   dbbcb 
#   cecb
# - be dae cbbc
# + dcaedceceb
#
# --- x
# +++ y
# @@ -4,5 +4,5 @@
#  debdda e ba
# -e  abd
#  aaaebcebddb
#  b  dd
# +c aadd 
#   deaceae
# @@ -11,2 +11,2 @@
#  cecb
# -be dae cbbc
# +dcaedceceb
#
# *** x	d1
# --- y	d2
# ***************
# *** 2,12 ****
#   bbbea 
#    aeddddee
#   debdda e ba
# - e  abd
#   aaaebcebddb
#   b  dd
#    deaceae
#   cedbacba
#   dbbcb 
#   cecb
# ! be dae cbbc
# --- 2,12 ----
#   bbbea 
#    aeddddee
#   debdda e ba
#   aaaebcebddb
#   b  dd
# + c aadd 
#    deaceae
#   cedbacba
#   dbbcb 
#   cecb
# ! dcaedceceb
#
# 0.8773584905660378 0.9528301886792453 1.0 [Match(a=0, b=0, size=39), Match(a=46, b=39, size=17), Match(a=63, b=64, size=31), Match(a=97, b=95, size=1)] [('equal', 0, 39, 0, 39), ('delete', 39, 46, 39, 39), ('equal', 46, 63, 39, 56)]
# + aeadba e
#   eeaa
#   ccebb
#   aaceeadc
# - cadd dbdaab
# ?  ^
# + cZdd dbdaab
# ?  ^
# - dcdebddd
#    c aecde
# - edada cbbe
# ?        ^
# + edada cZbe
# ?        ^
# -  bb 
#
# --- x
# +++ y
# @@ -0,0 +1 @@
# +aeadba e
# @@ -4,2 +5 @@
# -cadd dbdaab
# -dcdebddd
# +cZdd dbdaab
# @@ -7,2 +7 @@
# -edada cbbe
# - bb 
# +edada cZbe
#
# *** x	d1
# --- y	d2
# ***************
# *** 1,8 ****
#   eeaa
#   ccebb
#   aaceeadc
# ! cadd dbdaab
# ! dcdebddd
#    c aecde
# ! edada cbbe
# !  bb 
# --- 1,7 ----
# + aeadba e
#   eeaa
#   ccebb
#   aaceeadc
# ! cZdd dbdaab
#    c aecde
# ! edada cZbe
#
# 0.7874015748031497 0.8818897637795275 0.9606299212598425 [Match(a=0, b=9, size=21), Match(a=22, b=31, size=9), Match(a=40, b=40, size=17), Match(a=58, b=58, size=3)] [('insert', 0, 0, 0, 9), ('equal', 0, 21, 9, 30), ('replace', 21, 22, 30, 31)]
# ['apple', 'ape'] ['a\n', 'b\n'] 0.7567567567567568
