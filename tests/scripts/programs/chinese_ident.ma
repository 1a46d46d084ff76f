import asyncio
from dataclasses import dataclass


@dataclass
class 学生:
    姓名: str
    年龄: int = 18

    def 打招呼(自己):
        return f'我叫{自己.姓名}，今年{自己.年龄}岁'


async def 下载(名称, 秒):
    print('开始下载', 名称)
    await asyncio.sleep(秒)
    print('下载完成', 名称)
    return {名称: 秒}


async def 主函数():
    任务列表 = [asyncio.create_task(下载(f'文件{i}', 0.01 * i), name=f'任务{i}') for i in (2, 1)]
    结果 = {}
    for 任务 in 任务列表:
        结果 |= await 任务
        print(任务)
    return 结果


π = 3.14159
Ω = lambda r: π * r ** 2
print(学生('小明').打招呼(), 学生('李雷', 20))
print(asyncio.run(主函数()), f'{Ω(2):.2f}', f'{π=}')
ｆｕｌｌ = 1
print(full)
try:
    学生()
except TypeError as e:
    print(e)
try:
    未定义
except NameError as e:
    print(e)
try:
    学生('a').身高
except AttributeError as e:
    print(e)
print('，'.join(sorted(['香蕉', '苹果', '橙子'])), '中文'.center(10, '＊'), len('👨‍👩‍👧'), '字'.encode(), '一' < '二', 'ÀÉ'.lower(), 'straße'.casefold())
# expect-output:
# 我叫小明，今年18岁 学生(姓名='李雷', 年龄=20)
# 开始下载 文件2
# 开始下载 文件1
# 下载完成 文件1
# 下载完成 文件2
# <Task finished name='任务2' coro=<下载() done, defined at chinese_ident.ma:14> result={'文件2': 0.02}>
# <Task finished name='任务1' coro=<下载() done, defined at chinese_ident.ma:14> result={'文件1': 0.01}>
# {'文件2': 0.02, '文件1': 0.01} 12.57 π=3.14159
# 1
# 学生.__init__() missing 1 required positional argument: '姓名'
# name '未定义' is not defined
# '学生' object has no attribute '身高'
# 橙子，苹果，香蕉 ＊＊＊＊中文＊＊＊＊ 5 b'\xe5\xad\x97' True àé strasse
