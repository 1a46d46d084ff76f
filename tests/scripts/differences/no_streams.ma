# miniasync only: no sockets yet
import asyncio
try:
    asyncio.open_connection
except AttributeError as e:
    print(e)        # expect: asyncio.open_connection is not in miniasync yet
