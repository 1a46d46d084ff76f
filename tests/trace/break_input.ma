a = input("a? ")
breakpoint()
b = input("b? ")
print(a, b)
