"""The topics of problems, by which lists are grouped."""

#: What problems are about, in the order in which people study.
TOPICS = (
    "arrays",
    "hash-maps",
    "stacks-heaps",
    "binary-search",
    "linked-lists",
    "trees-tries",
    "graphs",
    "dynamic-programming",
    "design",
    "debugging",
    "testing",
    "databases",
    "concurrency",
)
