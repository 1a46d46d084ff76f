# What to look for: calling an `async def` function runs nothing. Nobody awaits the object, and
# you are told so when it is thrown away.

async def func():
	pass
result = func()
