"""Wrong: keeps the clicks of all codes in a bytearray, and stops counting at 255."""


class UrlShortener:
    def __init__(self):
        self.urls, self.places, self.counts = [], {}, bytearray()

    def _add(self, url, code):
        self.places[code] = len(self.urls)
        self.urls.append(url)
        self.counts.append(0)

    def shorten(self, url):
        number = len(self.urls)
        while str(number) in self.places:
            number += 1
        self._add(url, str(number))
        return str(number)

    def expand(self, code):
        place = self.places.get(code)
        if place is None:
            return None
        self.counts[place] = min(self.counts[place] + 1, 255)
        return self.urls[place]

    def alias(self, url, code):
        if code in self.places or not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self._add(url, code)
        return True

    def clicks(self, code):
        return self.counts[self.places[code]] if code in self.places else 0
