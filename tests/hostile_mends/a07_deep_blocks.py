# counts: 21
# tries: to nest as many blocks as Python takes
# stopped by: times
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

for a in ():
 for a in ():
  for a in ():
   for a in ():
    for a in ():
     for a in ():
      for a in ():
       for a in ():
        for a in ():
         for a in ():
          for a in ():
           for a in ():
            for a in ():
             for a in ():
              for a in ():
               for a in ():
                for a in ():
                 for a in ():
                  for a in ():
                   x = 1
