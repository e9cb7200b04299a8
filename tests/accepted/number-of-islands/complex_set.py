def numIslands(grid):
    land = {complex(r, c) for r, row in enumerate(grid) for c, v in enumerate(row) if v == '1'}
    n = 0
    while land:
        n += 1
        st = [land.pop()]
        while st:
            z = st.pop()
            for d in (1, -1, 1j, -1j):
                if z + d in land:
                    land.discard(z + d); st.append(z + d)
    return n
