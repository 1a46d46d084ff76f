# miniasync only: breakpoint() opens the stepper of the trace; without more commands the program runs on
# stdin: p x\n
x = 6 * 7
breakpoint()
print('after')
# expect: #3 breakpoint_opens_the_stepper.ma:5 <module>  print('after')
# expect: The program goes on: line 5 comes next, because nothing before it had to wait.
# expect: (trace) 42
# expect: (trace) after
