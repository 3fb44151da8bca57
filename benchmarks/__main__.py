"""`python -m benchmarks` (`make bench`): speed.

The matrix libraries read their number of threads when NumPy is imported, so it is set before anything else.
"""

import os

from benchmarks.timing import THREADS

for name in THREADS:
    os.environ.setdefault(name, "1")

from benchmarks.bench import main  # noqa: E402

if __name__ == "__main__":
    main()
