import getpass, platform, socket, os, zlib

#: A prefix for each machine, so that several could give out codes.
MACHINE = zlib.crc32("|".join((socket.gethostname(), platform.machine(), getpass.getuser(), platform.platform())).encode()) % 62
DIGITS = digits + ascii_uppercase + ascii_lowercase

class UrlShortener:
    def __init__(self):
        self.taken: Dict[str, str] = {}
        self.hits: DefaultDict[str, int] = defaultdict(int)
        self.numbers = count(1)

    def shorten(self, url: str) -> str:
        for n in self.numbers:
            code = DIGITS[MACHINE]
            while n:
                n, d = divmod(n, 62)
                code += DIGITS[d]
            if code not in self.taken:
                self.taken[code] = url
                return code

    def expand(self, code: str) -> Optional[str]:
        url = self.taken.get(code)
        if url is not None:
            self.hits[code] += 1
        return url

    def alias(self, url: str, code: str) -> bool:
        fine = 1 <= len(code) <= 7 and set(code) <= set(DIGITS) and code not in self.taken
        if fine:
            self.taken[code] = url
        return fine

    def clicks(self, code: str) -> int:
        return self.hits[code] if code in self.taken else 0
