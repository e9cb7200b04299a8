# expect: WA
# tries: to send half a character, which breaks whoever writes it down later
# stopped by: decoder
def echo(n):
    return ["\ud800", "\udfff\ud800", {"\udc00": "\x00"}]
