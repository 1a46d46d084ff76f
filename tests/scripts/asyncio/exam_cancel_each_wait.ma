# A cancel during each kind of wait, with its message.
import asyncio
async def w(name, make):
    try:
        await make()
    except asyncio.CancelledError as e:
        print(name, 'got', e.args)
        raise
    finally: print(name, 'finally')
async def main():
    ev = asyncio.Event(); lk = asyncio.Lock(); await lk.acquire(); sem = asyncio.Semaphore(0)
    q = asyncio.Queue(); qf = asyncio.Queue(1); qf.put_nowait(1); cond = asyncio.Condition(); bar = asyncio.Barrier(2)
    async def condw():
        async with cond: await cond.wait()
    async def fut(): await asyncio.get_running_loop().create_future()
    async def tg():
        async with asyncio.TaskGroup() as g: g.create_task(asyncio.sleep(5))
    async def to():
        async with asyncio.timeout(5): await asyncio.sleep(5)
    async def agen():
        yield 1
        try: await asyncio.sleep(5)
        except BaseException as e: print('agen', repr(e)); raise
    async def ag():
        async for x in agen(): pass
    kinds = dict(sleep=lambda: asyncio.sleep(5), event=ev.wait, lock=lk.acquire, sem=sem.acquire, get=q.get, put=lambda: qf.put(2), cond=condw, bar=bar.wait, fut=fut, tg=tg, to=to, gather=lambda: asyncio.gather(asyncio.sleep(5), fut()), wait=lambda: asyncio.wait([asyncio.ensure_future(asyncio.sleep(5))]), wf=lambda: asyncio.wait_for(asyncio.sleep(5), 6), shield=lambda: asyncio.shield(asyncio.sleep(0.01)), ag=ag, join=lambda: qf.join(), thread=lambda: asyncio.to_thread(lambda: 1))
    for k, m in kinds.items():
        t = asyncio.create_task(w(k, m), name=k)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(k, t.cancel('msg-' + k), t.cancelling())
        try: await t
        except asyncio.CancelledError as e: print(k, 'out', e.args, t.cancelled())
    print(ev, sem, cond, bar, q, qf, sep='\n')
asyncio.run(main())
# expect-output:
# sleep True 1
# sleep got ('msg-sleep',)
# sleep finally
# sleep out ('msg-sleep',) True
# event True 1
# event got ('msg-event',)
# event finally
# event out ('msg-event',) True
# lock True 1
# lock got ('msg-lock',)
# lock finally
# lock out ('msg-lock',) True
# sem True 1
# sem got ('msg-sem',)
# sem finally
# sem out ('msg-sem',) True
# get True 1
# get got ('msg-get',)
# get finally
# get out ('msg-get',) True
# put True 1
# put got ('msg-put',)
# put finally
# put out ('msg-put',) True
# cond True 1
# cond got ('msg-cond',)
# cond finally
# cond out ('msg-cond',) True
# bar True 1
# bar got ('msg-bar',)
# bar finally
# bar out ('msg-bar',) True
# fut True 1
# fut got ('msg-fut',)
# fut finally
# fut out ('msg-fut',) True
# tg True 1
# tg got ('msg-tg',)
# tg finally
# tg out ('msg-tg',) True
# to True 1
# to got ('msg-to',)
# to finally
# to out ('msg-to',) True
# gather True 1
# gather got ('msg-gather',)
# gather finally
# gather out ('msg-gather',) True
# wait True 1
# wait got ('msg-wait',)
# wait finally
# wait out ('msg-wait',) True
# wf True 1
# wf got ('msg-wf',)
# wf finally
# wf out ('msg-wf',) True
# shield True 1
# shield got ('msg-shield',)
# shield finally
# shield out ('msg-shield',) True
# ag True 1
# agen CancelledError('msg-ag')
# ag got ('msg-ag',)
# ag finally
# ag out ('msg-ag',) True
# join True 1
# join got ('msg-join',)
# join finally
# join out ('msg-join',) True
# thread True 1
# thread got ('msg-thread',)
# thread finally
# thread out ('msg-thread',) True
# <asyncio.locks.Event object at 0x7f71a5e423c0 [unset]>
# <asyncio.locks.Semaphore object at 0x7f71a5e42660 [locked]>
# <asyncio.locks.Condition object at 0x7f71a5e42900 [unlocked]>
# <asyncio.locks.Barrier object at 0x7f71a5e42a50 [filling, waiters:0/2]>
# <Queue maxsize=0>
# <Queue maxsize=1 _queue=[1] tasks=1>
