import pickle, base64
class Codec:
    def serialize(self, root):
        a, st = [], [root]
        while st:
            n = st.pop()
            if n: a.append(n.val); st += [n.right, n.left]
            else: a.append(None)
        return base64.b64encode(pickle.dumps(a)).decode()
    def deserialize(self, data):
        a = pickle.loads(base64.b64decode(data))[::-1]
        def build():
            v = a.pop()
            if v is None: return None
            n = TreeNode(v); n.left = build(); n.right = build(); return n
        return build()
