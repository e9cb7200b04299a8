"""Wrong: keeps the trees in the module, where a program that reads the text later has none."""

STORE = []


class Codec:
    def serialize(self, root):
        STORE.append(root)
        return str(len(STORE) - 1)

    def deserialize(self, data):
        return STORE[int(data)]
