# miniasync only: .ma files are modules, too
import ma_helper
print(ma_helper.text)  # expect: from a .ma file
