import bisect, hashlib

class HashRing:
    def __init__(self):
        self.serverToHashes = {}
        self.hashToServer = {}
        self.hashes = []

    def getHash(self, s, salt=""):
        return int.from_bytes(hashlib.blake2b(s.encode(), digest_size=8, salt=salt.encode()).digest(), "little")

    def add(self, server):
        if server in self.serverToHashes: return False
        hs = [self.getHash(server, str(i)) for i in range(1, 129)]
        self.serverToHashes[server] = hs
        for h in hs:
            self.hashToServer[h] = server
        self.hashes.extend(hs)
        self.hashes.sort()
        return True

    def remove(self, server):
        if server not in self.serverToHashes: return False
        for h in self.serverToHashes[server]:
            del self.hashToServer[h]
        del self.serverToHashes[server]
        self.hashes = sorted(self.hashToServer)
        return True

    def owner(self, key):
        if not self.hashes: return None
        idx = bisect.bisect(self.hashes, self.getHash(key))
        return self.hashToServer[self.hashes[idx]] if idx < len(self.hashes) else self.hashToServer[self.hashes[0]]

    def owners(self, key, n):
        if not self.hashes: return []
        idx = bisect.bisect(self.hashes, self.getHash(key))
        ans, seen = [], set()
        while len(ans) < min(n, len(self.serverToHashes)):
            idx %= len(self.hashes)
            s = self.hashToServer[self.hashes[idx]]
            if s not in seen:
                seen.add(s); ans.append(s)
            idx += 1
        return ans

if __name__ == "__main__":
    r = HashRing()
    r.add("a")
    print(r.owner("x"))
