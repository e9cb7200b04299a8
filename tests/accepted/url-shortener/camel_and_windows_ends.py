class URLShortener:
    def __init__(self):
        self.m = {}
        self.k = {}
        self.n = 0
    def Shorten(self, url):
        # nächste freie Nummer
        while True:
            self.n += 1
            c = str(self.n)
            if c not in self.m:
                self.m[c] = url
                self.k[c] = 0
                return c
    def Expand(self, code):
        if code in self.m:
            self.k[code] += 1
            return self.m[code]
        return None
    def Alias(self, url, code):
        import string as st
        if code == '' or len(code) > 7: return False
        for ch in code:
            if st.ascii_letters.find(ch) < 0 and st.digits.find(ch) < 0: return False
        if code in self.m: return False
        self.m[code] = url; self.k[code] = 0
        return True
    def Clicks(self, code):
        return self.k.get(code, 0)
