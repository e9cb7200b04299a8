"""Worker processes: what runs in one, and the pool that starts, hears and replaces them."""
