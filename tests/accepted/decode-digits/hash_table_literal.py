LETTERS = {'1':'A','2':'B','3':'C','4':'D','5':'E','6':'F','7':'G','8':'H','9':'I','10':'J','11':'K','12':'L','13':'M',
'14':'N','15':'O','16':'P','17':'Q','18':'R','19':'S','20':'T','21':'U','22':'V','23':'W','24':'X','25':'Y','26':'Z'}
def decodeDigits(digits) :
    res=[]
    def helper(s,cur) :
        if s=='' : res.append(''.join(cur)); return
        for l in range(1,3) :
            if len(s)>=l and s[:l] in LETTERS :
                cur.append(LETTERS[s[:l]]); helper(s[l:],cur); cur.pop()
    if digits : helper(digits,[])
    return res
