# expect: MLE
# tries: to take memory piece by piece
def echo(n):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
